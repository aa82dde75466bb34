"""The history of plans that people work on: kept by the process that follows them."""

import json
import os
import signal
from dataclasses import asdict
from typing import Any

import gevent
import pytest
from sqlalchemy import update

from planning.tools import SCHEMA
from server.access import Role
from server.history.authorship import Authorship
from server.history.content import read_content
from server.history.restoring import Part
from server.rooms.journal import NotDurable
from server.rooms.messages import Edits, Rejected
from server.rooms.refusals import Rejection
from server.store.models import PlanUpdate
from tests.builders import an_id
from tests.server.analyses.conftest import types, wait_for
from tests.server.history.conftest import Dated, DatedTable
from tests.server.rooms.builders import PLAN, a_stamp
from tests.server.rooms.conftest import Guest

ANNA, BEN = an_id("anna"), an_id("ben")


def authors(table: DatedTable) -> dict[str, str]:
    """Return who wrote the fields of the profile."""
    (answer,) = table.analyst.ask(PLAN, "authors", section="profile", id="")
    return {field: touch["by"] for field, touch in json.loads(answer)["fields"].items()}


def counts(guest: Guest, employees: int) -> None:
    """Say how many employees there are, and wait for the receipt."""
    guest.edit(lambda one: one.section("profile").update({"employees": employees}))
    guest.wait_saved()


def kept(table: DatedTable) -> bytes:
    """Return the plan as a version holds it."""
    _seq, content, _authorship = table.analyst.ask(PLAN, "keep")
    return content


def restoration(table: DatedTable, content: bytes, name: str, size: int = 100_000) -> list[bytes]:
    """Return the updates that make the plan what it was."""
    stamp = a_stamp(table.seat_of(name, PLAN))
    said: dict[str, Any] = asdict(Part()) | {"stamp": stamp, "size": size}
    return table.analyst.ask(PLAN, "restore", [content], **said)[3:]


def test_who_wrote_a_field_is_known_while_people_type(dated: Dated):
    table = dated()
    types(table.seat("anna"), "Grow")
    counts(table.seat("ben"), 5)
    assert authors(table) == {"vision": ANNA, "employees": BEN}


def test_a_log_that_is_folded_keeps_its_authors(dated: Dated):
    table = dated(unload_after=0.02)
    anna = table.seat("anna")
    types(anna, "Grow")
    table.rooms.leave(anna.attendance)
    wait_for(lambda: table.execute("SELECT count(*) FROM plan_update") == [(0,)])
    ((content,),) = table.execute("SELECT content FROM plan_authorship")
    assert Authorship.unpack(content).of("profile", "")["vision"].by == ANNA
    counts(table.seat("ben"), 5)
    assert authors(table) == {"vision": ANNA, "employees": BEN}


def test_a_log_is_put_together_beside_the_server_where_nobody_waits_for_it(
    dated: Dated, monkeypatch: pytest.MonkeyPatch
):
    table = dated()
    types(table.seat("anna"), "Grow")

    def put_together(*updates: bytes) -> None:
        raise AssertionError("The server put a log together itself.")

    monkeypatch.setattr("server.rooms.folding.document_from", put_together)
    wait_for(table.rooms._rooms[PLAN].fold)
    assert table.execute("SELECT count(*) FROM plan_update") == [(0,)]
    monkeypatch.undo()
    table.restart()
    assert table.read().fact("profile")["vision"] == "Grow"


def test_a_log_that_is_damaged_on_the_disk_is_not_folded(dated: Dated):
    table = dated()
    types(table.seat("anna"), "Grow")
    wait_for(lambda: authors(table) == {"vision": ANNA})
    table.change(update(PlanUpdate).where(PlanUpdate.seq == 2).values(update=b"\x00\x00"))
    assert not table.rooms._rooms[PLAN].fold()
    assert table.execute("SELECT count(*) FROM plan_update") == [(2,)]


def test_a_log_is_folded_while_people_type_and_nobody_is_forgotten(dated: Dated):
    table = dated(fold_after=5, unload_after=0.1)
    anna, ben = table.seat("anna"), table.seat("ben")

    def is_folded() -> bool:
        types(anna, "x")
        counts(ben, anna.n)
        return bool(table.execute("SELECT count(*) FROM plan_authorship") == [(1,)])

    wait_for(is_folded)
    for one in (anna, ben):
        table.rooms.leave(one.attendance)
    wait_for(lambda: table.rooms.live() == [])
    assert authors(table) == {"vision": ANNA, "employees": BEN}


def test_while_no_child_listens_a_log_is_not_folded(dated: Dated):
    table = dated(unload_after=0.02)
    anna = table.seat("anna")
    types(anna, "Grow")
    table.analyst.stop()
    table.rooms.leave(anna.attendance)
    wait_for(lambda: table.rooms.live() == [])
    assert table.execute("SELECT count(*) FROM plan_update") == [(2,)]


def test_a_child_that_dies_knows_the_authors_when_it_comes_back(dated: Dated):
    table = dated()
    anna, ben = table.seat("anna"), table.seat("ben")
    types(anna, "Grow")
    child = table.wait_for_child()
    os.kill(child, signal.SIGKILL)
    counts(ben, 5)
    table.wait_for_child(other_than=child)
    types(anna, "Always ")
    assert authors(table) == {"vision": ANNA, "employees": BEN}


def test_the_end_of_a_day_is_kept_when_somebody_goes_on_the_next_morning(dated: Dated):
    table = dated()
    anna = table.seat("anna")
    types(anna, "Monday")
    table.sleep()
    types(anna, "Tuesday ")
    (day,) = wait_for(lambda: table.days)
    assert (day.seq, day.at) == (2, "2027-01-11T12:00:00")
    assert read_content(day.content, SCHEMA).plan.fact("profile")["vision"] == "Monday"
    assert Authorship.unpack(day.authorship).of("profile", "")["vision"].by == ANNA


def test_a_day_that_ended_while_no_child_listened_is_kept_later(dated: Dated):
    table = dated()
    anna = table.seat("anna")
    types(anna, "Monday")
    os.kill(child := table.wait_for_child(), signal.SIGKILL)
    table.sleep()
    types(anna, "Tuesday ")
    table.wait_for_child(other_than=child)
    (day,) = wait_for(lambda: table.days)
    assert read_content(day.content, SCHEMA).plan.fact("profile")["vision"] == "Monday"


def test_a_day_on_which_nobody_wrote_is_not_kept(dated: Dated):
    table = dated()
    anna = table.seat("anna")
    types(anna, "Monday")
    table.sleep(days=7)
    types(anna, "Monday ")
    types(anna, "Monday ")
    authors(table)
    assert [day.seq for day in table.days] == [2]


def test_a_restoration_is_on_the_disk_and_with_everybody_when_it_is_answered(dated: Dated):
    table = dated()
    anna = table.seat("anna")
    counts(anna, 3)
    content = kept(table)
    counts(anna, 5)
    seq = table.rooms.enter(PLAN, table.seat_of("ben", PLAN), restoration(table, content, "ben"))
    assert table.execute("SELECT author, seq FROM plan_update ORDER BY seq DESC LIMIT 1") == [(BEN, seq)]
    anna.copy.document.apply_update(anna.inbox.of(Edits)[-1].update)
    assert anna.section("profile")["employees"] == 3
    assert authors(table) == {"employees": BEN}
    counts(anna, 7)
    assert table.read().fact("profile")["employees"] == 7


def test_what_others_write_meanwhile_is_not_lost(dated: Dated):
    table = dated()
    anna, carla = table.seat("anna"), table.seat("carla")
    types(anna, "Grow")
    content = kept(table)
    types(anna, "Never ")
    updates = restoration(table, content, "ben")
    carla.copy.document.apply_update(anna.copy.document.get_update())
    types(carla, "Listen: ")
    counts(carla, 9)
    table.rooms.enter(PLAN, table.seat_of("ben", PLAN), updates)
    facts = table.read().fact("profile")
    assert (facts["vision"], facts["employees"]) == ("Listen: Grow", 9)


def test_a_large_restoration_comes_in_parts_that_are_saved_together(dated: Dated):
    table = dated()
    anna = table.seat("anna")
    types(anna, "x" * 3_000)
    content = kept(table)
    anna.edit(lambda one: one.section("profile")["vision"].clear())
    counts(anna, 3)
    updates = restoration(table, content, "ben", size=1)
    before = table.read().fact("profile").get("vision")
    seq = table.rooms.enter(PLAN, table.seat_of("ben", PLAN), updates)
    assert (before, table.read().fact("profile")["vision"]) == (None, "x" * 3_000)
    assert seq == 4 + len(updates)


def test_a_viewer_cannot_enter_anything_and_nobody_else_is_told(dated: Dated):
    table = dated()
    anna = table.seat("anna")
    counts(anna, 3)
    content = kept(table)
    counts(anna, 5)
    table.roles["victor"] = Role.VIEWER
    edits = len(anna.inbox.of(Edits))
    with pytest.raises(Rejection, match="read_only"):
        table.rooms.enter(PLAN, table.seat_of("victor", PLAN), restoration(table, content, "victor"))
    assert table.read().fact("profile")["employees"] == 5
    assert (len(anna.inbox.of(Edits)), anna.inbox.of(Rejected)) == (edits, [])


def test_what_the_disk_does_not_take_is_not_restored(dated: Dated):
    table = dated()
    anna = table.seat("anna")
    counts(anna, 3)
    content = kept(table)
    counts(anna, 5)
    updates = restoration(table, content, "ben")
    table.execute("CREATE TRIGGER broken BEFORE INSERT ON plan_update BEGIN SELECT RAISE(ABORT, 'full'); END")
    with pytest.raises(NotDurable):
        table.rooms.enter(PLAN, table.seat_of("ben", PLAN), updates)
    table.execute("DROP TRIGGER broken")
    assert table.read().fact("profile")["employees"] == 5


def test_a_plan_that_goes_to_the_bin_keeps_nobody_waiting(dated: Dated):
    table = dated()
    anna = table.seat("anna")
    counts(anna, 3)
    content = kept(table)
    counts(anna, 5)
    updates = restoration(table, content, "ben")
    with table.database.engine.connect() as disk:
        # The writer waits for this lock, as it would for a slow disk.
        disk.exec_driver_sql("BEGIN IMMEDIATE")
        waiting = gevent.spawn(table.rooms.enter, PLAN, table.seat_of("ben", PLAN), updates)
        wait_for(lambda: not table.journal._is_free.is_set())
        table.rooms.forget(PLAN)
        with pytest.raises(NotDurable):
            waiting.get(timeout=10)
        disk.rollback()

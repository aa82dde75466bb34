"""Two processes over one database: a plan has one holder, and only that one writes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import gevent
import pytest
from sqlalchemy import update

from planning.tools import SCHEMA
from server.rooms.attendance import Limits
from server.rooms.holds import Elsewhere
from server.rooms.journal import Batch, Entry, Journal, NotDurable
from server.rooms.messages import Refused
from server.rooms.rooms import Rooms
from server.store.database import Database
from server.store.journal import Overtaken
from server.store.leases import people_at
from server.store.models import PlanLease
from tests.builders import an_id
from tests.postgresql import ON_BOTH
from tests.server.rooms.builders import PLAN, deliver
from tests.server.rooms.conftest import NOON, Guest, Table, wait_for

pytestmark = ON_BOTH

LONG, SHORT = 60.0, 0.3
"""Seconds: a lease that no test outlives, and one that is over before anybody is tired of waiting."""


@pytest.fixture
def journals(table: Table) -> Iterator[Callable[[float], Journal]]:
    """Return a function that opens a journal of another process over the table's database."""
    opened: list[Journal] = []

    def open_journal(lease_seconds: float) -> Journal:
        opened.append(Journal(lambda: Database(table.url).engine, lease_seconds))
        return opened[-1]

    yield open_journal
    for journal in opened:
        journal.close()


@contextmanager
def rooms_over(journal: Journal, table: Table) -> Iterator[Rooms]:
    """Run the rooms of another process."""
    rooms = Rooms(
        SCHEMA, journal, deliver, table.check, now=lambda: NOON, recheck_after=60.0, limits=Limits()
    )
    try:
        yield rooms
    finally:
        rooms.stop()


def edit(seq: int) -> Batch:
    """Return the edit of a plan that has this number."""
    return Batch(PLAN, [Entry(seq, an_id("anna"), "key", 1, b"\x00\x00")], {}, NOON, touches=False)


def end_of_lease(table: Table) -> None:
    """Let the lease of the plan be over."""
    table.change(update(PlanLease).values(expires_at=1.0))


def types(words: str) -> Callable[[Guest], None]:
    return lambda guest: guest.section("profile")["vision"].insert(0, words)


def test_a_plan_that_one_process_holds_is_not_given_to_another(journals: Callable[[float], Journal]):
    first, second = journals(LONG), journals(LONG)
    first.open(PLAN)
    with pytest.raises(Elsewhere):
        second.open(PLAN)
    first.append(edit(2))


def test_who_slept_through_the_end_of_its_lease_cannot_write(
    table: Table, journals: Callable[[float], Journal]
):
    first, second = journals(LONG), journals(LONG)
    first.open(PLAN)
    end_of_lease(table)
    taken = second.open(PLAN)
    assert taken is not None
    assert taken.seq == 1
    with pytest.raises(NotDurable) as refusal:
        first.append(edit(2))
    assert isinstance(refusal.value.__cause__, Overtaken)
    second.append(edit(2))
    assert second.load(PLAN).seq == 2


def test_who_slept_and_was_taken_for_dead_may_go_on_when_nobody_came(
    table: Table, journals: Callable[[float], Journal]
):
    first = journals(LONG)
    first.open(PLAN)
    end_of_lease(table)
    first.append(edit(2))
    assert first.renew({}) == (set(), set())


def test_a_plan_that_was_taken_is_lost_and_one_that_is_asked_for_is_wanted(
    table: Table, journals: Callable[[float], Journal]
):
    first, second = journals(LONG), journals(LONG)
    table.make_plan(an_id("other"))
    first.open(PLAN)
    first.open(an_id("other"))
    with pytest.raises(Elsewhere):
        second.open(an_id("other"))
    table.change(update(PlanLease).where(PlanLease.plan_id == PLAN).values(expires_at=1.0))
    second.open(PLAN)
    assert first.renew({}) == ({PLAN}, {an_id("other")})


def test_a_plan_that_is_let_go_of_is_there_for_the_next_at_once(journals: Callable[[float], Journal]):
    first, second = journals(LONG), journals(LONG)
    first.open(PLAN)
    first.release(PLAN)
    wait_for(lambda: _opens(second))
    with pytest.raises(NotDurable):
        first.append(edit(2))


def _opens(journal: Journal) -> bool:
    try:
        return journal.open(PLAN) is not None
    except Elsewhere:
        return False


def test_a_snapshot_is_not_written_by_who_has_lost_the_plan(
    table: Table, journals: Callable[[float], Journal]
):
    with rooms_over(journals(LONG), table) as rooms:
        rooms.wake(PLAN)
        guest = Guest(table, "anna", "key of anna", PLAN, rooms=rooms)
        guest.edit(types("x"))
        guest.wait_saved()
        end_of_lease(table)
        journals(LONG).open(PLAN)
        with pytest.raises(NotDurable):
            rooms._rooms[PLAN].fold()
    assert table.execute("SELECT seq FROM plan_snapshot") == []


def test_people_follow_a_plan_to_the_process_that_is_asked_for_it(
    table: Table, journals: Callable[[float], Journal]
):
    with rooms_over(journals(SHORT), table) as here, rooms_over(journals(LONG), table) as there:
        anna = Guest(table, "anna", "key of anna", PLAN, rooms=here)
        anna.edit(types("x"))
        anna.wait_saved()
        ben = Guest(table, "ben", "key of ben", PLAN, rooms=there)
        assert str(ben.section("profile")["vision"]) == "x"
        wait_for(lambda: [said.code for said in anna.inbox.of(Refused)] == ["moved"])
        ben.edit(types("y"))
        ben.wait_saved()
    table.restart()
    assert table.read().fact("profile")["vision"] == "yx"


def people_told(table: Table) -> dict[str, int]:
    """Return how many people other processes hear of."""
    with table.database.session() as session:
        return people_at(session, [PLAN, an_id("other")])


def test_other_processes_hear_how_many_people_are_at_a_plan(
    table: Table, journals: Callable[[float], Journal]
):
    with rooms_over(journals(SHORT), table) as here:
        anna, ben, also_ben = (
            Guest(table, name, key, PLAN, rooms=here)
            for name, key in (("anna", "one"), ("ben", "two"), ("ben", "three"))
        )
        wait_for(lambda: people_told(table) == {PLAN: 2})
        here.leave(anna.attendance)
        here.leave(ben.attendance)
        wait_for(lambda: people_told(table) == {PLAN: 1})
        here.leave(also_ben.attendance)
        wait_for(lambda: people_told(table) == {PLAN: 0})


def test_of_a_process_that_is_silent_nobody_hears_anything(
    table: Table, journals: Callable[[float], Journal]
):
    silent = journals(LONG)
    silent.open(PLAN)
    silent.renew({PLAN: 7})
    assert people_told(table) == {PLAN: 7}
    end_of_lease(table)
    assert people_told(table) == {}
    journals(LONG).open(PLAN)
    assert people_told(table) == {PLAN: 0}


def test_a_process_that_stops_leaves_its_plans_to_the_others(
    table: Table, journals: Callable[[float], Journal]
):
    with rooms_over(journals(LONG), table) as here:
        here.wake(PLAN)
    assert journals(LONG).open(PLAN) is not None


def test_where_nobody_shares_the_database_a_crash_keeps_no_plan_closed(journals: Callable[[float], Journal]):
    journals(0).open(PLAN)
    assert journals(0).open(PLAN) is not None


def test_whoever_asks_for_a_silent_process_s_plan_waits_until_its_lease_is_over(
    table: Table, journals: Callable[[float], Journal]
):
    journals(SHORT).open(PLAN)
    with rooms_over(journals(SHORT), table) as rooms:
        gevent.spawn(rooms.wake, PLAN).get(timeout=10)
        assert rooms.live() == [PLAN]

"""What the disk holds: group commit, snapshots, and what happens when it fails."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import gevent
import pytest
from sqlalchemy import insert, update

from planning.tools import SCHEMA
from server.rooms.document import document_from, read_plan
from server.rooms.journal import Batch, Entry, NotDurable
from server.rooms.messages import Edits, Refused
from server.store.journal import Overtaken, Recorder, Snapshot
from server.store.models import PlanUpdate
from tests.builders import an_id
from tests.postgresql import ON_BOTH
from tests.server.rooms.builders import PLAN
from tests.server.rooms.conftest import NOON, Guest, Table, wait_for

pytestmark = ON_BOTH


def a_batch(plan: str = PLAN, first: int = 2, count: int = 1, claims: dict[int, str] | None = None) -> Batch:
    """Return some edits of a plan."""
    entries = [Entry(first + n, an_id("anna"), "key", n + 1, b"\x00\x00") for n in range(count)]
    return Batch(plan, entries, claims or {}, NOON, touches=False)


def seqs(table: Table, plan: str = PLAN) -> list[int]:
    """Return the numbers in the log of a plan."""
    return [
        row[0] for row in table.execute(f"SELECT seq FROM plan_update WHERE plan_id = '{plan}' ORDER BY seq")
    ]


def types(words: str) -> Callable[[Guest], None]:
    """Return an edit that types words at the front of the vision."""
    return lambda guest: guest.section("profile")["vision"].insert(0, words)


@pytest.fixture(autouse=True)
def _held(request: pytest.FixtureRequest) -> None:
    """Hold the plan of a test that asks for one table, as a room would."""
    if "table" in request.fixturenames:
        request.getfixturevalue("table").journal.open(PLAN)


def another_plan(table: Table, name: str) -> str:
    """Make one more plan, hold it, and return its identifier."""
    plan = an_id(name)
    table.make_plan(plan)
    table.journal.open(plan)
    return plan


def test_what_waits_while_a_commit_is_under_way_goes_into_the_next_one(table: Table):
    plans = [another_plan(table, f"plan{n}") for n in range(8)]
    gevent.joinall([gevent.spawn(table.journal.append, a_batch(plan)) for plan in plans], raise_error=True)
    assert all(seqs(table, plan) == [1, 2] for plan in plans)


def test_whoever_is_killed_while_the_disk_works_stops_no_plan(table: Table):
    plans = [another_plan(table, f"plan{n}") for n in range(4)]
    with table.slow_disk():
        writers = [gevent.spawn(table.journal.append, a_batch(plan)) for plan in plans]
        wait_for(lambda: len(table.journal._waiting) == 3)
        gevent.killall(writers)
        late = gevent.spawn(table.journal.append, a_batch())
        wait_for(lambda: len(table.journal._waiting) == 4)
    late.get(timeout=10)
    assert [seqs(table, plan) for plan in [PLAN, *plans]] == [[1, 2]] * 5


def test_a_room_that_ends_while_the_disk_works_stops_no_other(table: Table):
    other = an_id("other")
    table.make_plan(other)
    anna, ben = table.seat("anna"), table.seat("ben", plan=other)
    with table.slow_disk():
        anna.edit(types("x"))
        wait_for(lambda: not table.journal._is_free.is_set())
        ben.edit(types("y"))
        wait_for(lambda: table.journal._waiting)
        table.rooms.forget(PLAN)
    ben.wait_saved()
    assert anna.saved == 0
    assert seqs(table) == seqs(table, other) == [1, 2]


def test_nothing_is_taken_after_the_journal_is_closed(table: Table):
    table.rooms.stop()
    with pytest.raises(NotDurable):
        table.journal.append(a_batch())
    table.start()


def test_a_number_that_is_taken_means_that_somebody_else_wrote(table: Table):
    table.journal.append(a_batch())
    with pytest.raises(NotDurable) as refusal:
        table.journal.append(a_batch())
    assert isinstance(refusal.value.__cause__, Overtaken)


def test_a_number_that_a_snapshot_holds_already_is_taken_too(table: Table):
    table.journal.append(a_batch())
    whole = document_from(*table.journal.load(PLAN).updates).get_update()
    table.journal.fold(PLAN, Snapshot(2, whole, NOON))
    with pytest.raises(NotDurable):
        table.journal.append(a_batch())
    table.journal.append(a_batch(first=3))


def test_a_plan_that_fails_takes_no_other_plan_with_it(table: Table):
    other = another_plan(table, "other")
    table.journal.append(a_batch())
    both = [gevent.spawn(table.journal.append, a_batch(plan)) for plan in (PLAN, other)]
    gevent.joinall(both)
    assert isinstance(both[0].exception, NotDurable)
    assert both[1].exception is None
    assert seqs(table, other) == [1, 2]


def test_of_a_batch_that_fails_nothing_is_there(table: Table):
    table.journal.append(a_batch(first=5))
    with pytest.raises(NotDurable):
        table.journal.append(a_batch(first=3, count=4))
    assert seqs(table) == [1, 5]


@pytest.mark.parametrize("is_there", [False, True], ids=["nothing is there", "it is there all the same"])
def test_w1_a_commit_or_fsync_that_fails_is_told_to_nobody_and_what_is_sent_again_is_there_once(
    table: Table, monkeypatch: pytest.MonkeyPatch, is_there: bool
):
    anna, commit = table.seat("anna"), Recorder.commit

    def fail(recorder: Recorder) -> None:
        if is_there:
            commit(recorder)
        raise OSError("disk I/O error")

    anna.edit(types("b"))
    anna.wait_saved()
    update = anna.copy.change(lambda: types("a")(anna))
    with monkeypatch.context() as broken:
        broken.setattr(Recorder, "commit", fail)
        anna.send(update)
        wait_for(lambda: anna.inbox.is_closed)
    assert [message.code for message in anna.inbox.of(Refused)] == ["storage"]
    assert anna.saved == 1
    assert seqs(table) == ([1, 2, 3] if is_there else [1, 2])
    again = table.seat("anna", "another key")
    again.send(update)
    again.wait_saved()
    assert table.read().fact("profile")["vision"] == "ab"


def test_after_a_failure_the_journal_goes_on(table: Table):
    table.break_disk()
    with pytest.raises(NotDurable):
        table.journal.append(a_batch())
    table.mend_disk()
    table.journal.append(a_batch())
    assert seqs(table) == [1, 2]


def test_a_plan_that_cannot_be_read_is_tried_again_by_whoever_comes_next(table: Table):
    table.execute("ALTER TABLE plan_snapshot RENAME TO elsewhere")
    with pytest.raises(NotDurable):
        table.seat("anna")
    table.execute("ALTER TABLE elsewhere RENAME TO plan_snapshot")
    table.seat("anna")


def test_a_plan_that_is_damaged_is_said_to_be(table: Table):
    table.change(update(PlanUpdate).values(update=b"\x01\xff"))
    with pytest.raises(NotDurable, match="damaged"):
        table.seat("anna")


def test_a_plan_says_when_it_was_changed(table: Table):
    table.journal.append(
        Batch(PLAN, a_batch().entries, {}, dt.datetime(2027, 2, 1, 8, 0, 0), touches=True),
    )
    assert str(table.execute("SELECT changed_at FROM plan")[0][0]).startswith("2027-02-01 08:00")


def test_somebody_else_who_writes_ends_the_room_and_nothing_is_acknowledged(table: Table):
    anna = table.seat("anna")
    theirs = {
        "plan_id": PLAN,
        "seq": 2,
        "author": "x",
        "client": "x",
        "n": 1,
        "update": b"\x00\x00",
        "at": NOON,
    }
    table.change(insert(PlanUpdate).values(theirs))
    anna.edit(types("x"))
    wait_for(lambda: anna.inbox.is_closed)
    assert not anna.inbox.of(Edits)
    assert [m.code for m in anna.inbox.of(Refused)] == ["storage"]
    again = table.seat("anna", "again")
    again.edit(types("y"))
    again.wait_saved()
    assert seqs(table) == [1, 2, 3]


def fill(table: Table, words: str = "abc") -> Guest:
    """Let Anna type some words, one edit each."""
    anna = table.seat("anna")
    for word in words:
        anna.edit(types(word))
    anna.wait_saved()
    return anna


def test_a_plan_that_nobody_needs_is_folded_and_put_away(tables: Callable[..., Table]):
    table = tables(unload_after=0.05)
    anna = fill(table)
    table.rooms.leave(anna.attendance)
    wait_for(lambda: not table.rooms._rooms)
    assert seqs(table) == []
    assert table.execute("SELECT seq FROM plan_snapshot") == [(4,)]
    assert table.read().fact("profile")["vision"] == "cba"


def test_a_long_log_is_folded_while_people_work(tables: Callable[..., Table]):
    table = tables(unload_after=0.05, fold_after=3)
    anna = fill(table)
    wait_for(lambda: seqs(table) == [])
    anna.edit(types("d"))
    anna.wait_saved()
    assert seqs(table) == [5]
    table.restart()
    assert table.read().fact("profile")["vision"] == "dcba"


def test_a_fold_that_fails_leaves_the_log_as_it_was(table: Table):
    fill(table)
    table.break_disk("DELETE ON plan_update")
    with pytest.raises(NotDurable):
        table.rooms._rooms[PLAN].fold()
    assert seqs(table) == [1, 2, 3, 4]
    assert table.execute("SELECT count(*) FROM plan_snapshot") == [(0,)]


def test_a_log_that_says_something_else_than_the_plan_is_not_folded(table: Table, logs: Any):
    fill(table)
    table.change(update(PlanUpdate).where(PlanUpdate.seq == 3).values(update=b"\x00\x00"))
    table.rooms._rooms[PLAN].fold()
    assert seqs(table) == [1, 2, 3, 4]


def test_a_snapshot_is_not_written_over_a_shorter_log(table: Table):
    with pytest.raises(NotDurable):
        table.journal.fold(PLAN, Snapshot(9, b"\x00\x00", NOON))


def test_a_plan_comes_back_from_a_snapshot_and_the_log_after_it(table: Table):
    anna = fill(table)
    table.rooms._rooms[PLAN].fold()
    anna.edit(types("d"))
    anna.wait_saved()
    stored = table.journal.load(PLAN)
    assert (stored.seq, stored.logged, len(stored.updates)) == (5, 1, 2)
    assert read_plan(document_from(*stored.updates), SCHEMA).fact("profile")["vision"] == "dcba"
    assert set(stored.owners.values()) == {an_id("anna")}

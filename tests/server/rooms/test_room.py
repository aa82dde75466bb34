"""A live plan (W1, W2, W3, W6, W9, D2)."""

from collections.abc import Callable
from time import monotonic

import gevent
import pytest

from server.rooms import room, window
from server.rooms.audience import PRESENCE_WINDOW
from server.rooms.lib0 import Malformed
from server.rooms.messages import Edits, Present, Refused, Rejected
from server.rooms.presence import Shown, read_awareness, write_awareness
from server.rooms.rooms import UnknownPlan
from tests.builders import an_id
from tests.postgresql import ON_BOTH
from tests.server.rooms.builders import PLAN, Copy, a_record
from tests.server.rooms.conftest import Guest, Table, wait_for

pytestmark = ON_BOTH


def types(words: str) -> Callable[[Guest], None]:
    """Return an edit that types words at the front of the vision."""
    return lambda guest: guest.section("profile")["vision"].insert(0, words)


def sets_progress(value: object) -> Callable[[Guest], None]:
    """Return an edit of a field that knows what it takes."""
    return lambda guest: guest.section("profile").update({"employees": value})


def test_w1_the_receipt_and_the_edit_reach_everybody_in_one_message(table: Table):
    anna, ben = table.seat("anna"), table.seat("ben")
    n = anna.edit(types("Hello"))
    anna.wait_saved()
    (told,) = ben.inbox.of(Edits)
    assert told.saved == {"key of anna": n}
    assert told.seq == 2
    assert anna.inbox.of(Edits) == [told]


def test_w1_when_the_receipt_comes_the_edit_is_on_the_disk(table: Table):
    anna = table.seat("anna")
    anna.edit(types("Hello"))
    anna.wait_saved()
    ((author, client, n, update),) = table.execute(
        'SELECT author, client, n, "update" FROM plan_update WHERE seq = 2'
    )
    assert (author, client, n) == (an_id("anna"), "key of anna", 1)
    ben = Copy(table.seat("ben").copy.document.get_update())
    before = ben.document.get_state()
    ben.document.apply_update(update)
    assert ben.document.get_state() == before


@pytest.mark.parametrize("fails", ["INSERT ON plan_update", "INSERT ON plan_client"])
def test_w1_what_the_disk_does_not_take_is_told_to_nobody(table: Table, fails: str):
    anna, ben = table.seat("anna"), table.seat("ben")
    table.break_disk(fails)
    anna.edit(types("Lost"))
    wait_for(lambda: anna.inbox.is_closed and ben.inbox.is_closed)
    for guest in (anna, ben):
        assert not guest.inbox.of(Edits)
        assert [m.code for m in guest.inbox.of(Refused)] == ["storage"]
    table.mend_disk(fails.split()[-1])
    assert "vision" not in table.read().fact("profile")


def test_after_a_failure_everybody_comes_back_and_sends_again(table: Table):
    anna = table.seat("anna")
    table.break_disk()
    update = anna.copy.change(lambda: types("Kept")(anna))
    anna.send(update)
    wait_for(lambda: anna.inbox.is_closed)
    table.mend_disk()
    again = table.seat("anna", "another key")
    again.send(update)
    again.wait_saved()
    assert table.read().fact("profile")["vision"] == "Kept"


class Panic(BaseException):
    """What the library raises when it has lost its way, which is no Exception."""


def test_after_a_panic_of_the_library_the_plan_is_read_anew(table: Table, monkeypatch: pytest.MonkeyPatch):
    anna, ben = table.seat("anna"), table.seat("ben")

    def panics(*_arguments: object) -> None:
        raise Panic("attempt to divide by zero")

    with monkeypatch.context() as broken:
        broken.setattr(room, "apply_update", panics)
        anna.edit(types("Kept"))
        wait_for(lambda: anna.inbox.is_closed and ben.inbox.is_closed)
    assert [m.code for m in ben.inbox.of(Refused)] == ["reread"]
    assert table.read().fact("profile")["vision"] == "Kept"


def test_w2_edits_of_one_person_are_taken_in_their_order(table: Table):
    anna = table.seat("anna")
    for number in range(100):
        anna.edit(lambda guest, n=number: guest.section("profile")["vision"].insert(n, chr(97 + n % 26)))
    anna.wait_saved()
    assert table.read().fact("profile")["vision"] == "".join(chr(97 + n % 26) for n in range(100))
    seqs = [message.seq for message in anna.inbox.of(Edits)]
    assert seqs == sorted(seqs)
    assert seqs[-1] == 101


def test_w3_an_idle_plan_is_flushed_at_once_and_a_busy_one_in_batches(table: Table):
    anna, ben = table.seat("anna"), table.seat("ben")
    anna.edit(types("first"))
    anna.wait_saved()
    assert len(ben.inbox.of(Edits)) == 1
    for _ in range(50):
        anna.edit(types("x"))
    anna.wait_saved()
    assert len(ben.inbox.of(Edits)) < 10


def test_w3_a_busy_plan_gates_most_of_a_batch_early_and_what_is_refused_takes_nothing_with_it(
    table: Table, monkeypatch: pytest.MonkeyPatch
):
    for name, value in (("LEAST", 0.01), ("MOST", 1.0), ("FACTOR", 1e6)):
        monkeypatch.setattr(window, name, value)
    anna, ben, cleo = (table.seat(name) for name in ("anna", "ben", "cleo"))
    anna.edit(types("now"))
    anna.wait_saved()
    anna.edit(types("just "))
    ben.edit(sets_progress("many"))
    wait_for(lambda: ben.inbox.of(Rejected))
    assert anna.saved < anna.n, "The batch was not gated before its end."
    cleo.edit(sets_progress(40))
    cleo.wait_saved()
    told = cleo.inbox.of(Edits)[-1]
    assert told.saved == {"key of anna": anna.n, "key of cleo": 1}
    assert table.read().fact("profile") == {"vision": "just now", "employees": 40}


def test_w6_after_a_rejection_nothing_is_taken_until_the_plan_is_opened_again(table: Table):
    anna = table.seat("anna")
    wrong = anna.edit(sets_progress("many"))
    anna.edit(types("dropped"))
    wait_for(lambda: anna.inbox.of(Rejected))
    (rejected,) = anna.inbox.of(Rejected)
    assert (rejected.n, rejected.code, rejected.where) == (wrong, "invalid", "profile/employees")
    anna.open()
    anna.edit(types("taken"))
    anna.wait_saved()
    assert table.read().fact("profile")["vision"] == "taken"
    assert len(anna.inbox.of(Rejected)) == 1


def test_w1_who_opens_the_plan_again_gets_no_receipt_of_an_edit_from_before(table: Table):
    anna, ben = table.seat("anna"), table.seat("ben")
    with table.slow_disk():
        anna.edit(types("before"))
        wait_for(lambda: not table.journal._is_free.is_set())
        anna.open()
    wait_for(lambda: ben.inbox.of(Edits))
    assert [told.saved for told in ben.inbox.of(Edits)] == [{}]
    anna.edit(types("after"))
    anna.wait_saved()
    assert [told.saved for told in ben.inbox.of(Edits)] == [{}, {"key of anna": 1}]


def test_w6_a_rejection_is_nobody_elses_business(table: Table):
    anna, ben = table.seat("anna"), table.seat("ben")
    anna.edit(sets_progress("many"))
    wait_for(lambda: anna.inbox.of(Rejected))
    ben.edit(types("fine"))
    ben.wait_saved()
    assert not ben.inbox.of(Rejected)
    assert [m.saved for m in ben.inbox.of(Edits)] == [{"key of ben": 1}]


def test_w9_an_edit_that_is_sent_again_gets_its_receipt_and_nobody_else_notices(table: Table):
    anna, ben = table.seat("anna"), table.seat("ben")
    update = anna.copy.change(lambda: types("Hello")(anna))
    anna.send(update)
    anna.wait_saved()
    told = len(ben.inbox.messages)
    anna.send(update)
    anna.wait_saved()
    assert anna.inbox.of(Edits)[-1].update == b""
    assert len(ben.inbox.of(Edits)) == 1 <= told
    assert table.execute("SELECT count(*) FROM plan_update")[0][0] == 2


def test_d2_a_copy_of_another_lineage_is_told_to_go(table: Table):
    anna = table.seat("anna")
    opened = anna.open(lineage="another")
    assert opened.reset
    assert opened.lineage == PLAN[::-1]
    assert not anna.open(lineage=opened.lineage).reset


def test_a_copy_gets_only_what_it_lacks(table: Table):
    anna = table.seat("anna")
    vector = anna.copy.document.get_state()
    ben = table.seat("ben")
    ben.edit(types("Hello"))
    ben.wait_saved()
    opened = table.rooms.join(anna.attendance, PLAN[::-1], vector)
    assert len(opened.update) < 100
    assert opened.state_vector != vector
    with pytest.raises(Malformed):
        table.rooms.join(anna.attendance, PLAN[::-1], b"\xff")


def test_an_unknown_plan_is_not_opened(table: Table):
    with pytest.raises(UnknownPlan):
        table.seat("anna", plan=an_id("nowhere"))
    with pytest.raises(UnknownPlan):
        table.read(an_id("nowhere"))


def test_people_who_come_at_once_share_one_room(table: Table):
    guests = [gevent.spawn(table.seat, name) for name in ("anna", "ben", "carla")]
    gevent.joinall(guests, raise_error=True)
    assert {seat.name for seat in table.rooms.open_people(PLAN)} == {"Anna", "Ben", "Carla"}
    assert len(table.rooms._rooms) == 1


def test_a_newcomer_is_shown_who_is_here_and_the_others_what_changes(table: Table):
    anna, ben = table.seat("anna"), table.seat("ben")
    table.rooms.show(anna.attendance, write_awareness({7: Shown(1, {"at": None})}))
    wait_for(lambda: ben.inbox.of(Present))
    carla = table.seat("carla")
    wait_for(lambda: carla.inbox.of(Present))
    assert set(read_awareness(carla.inbox.of(Present)[0].update)) == {7}
    table.rooms.leave(anna.attendance)
    wait_for(lambda: len(ben.inbox.of(Present)) == 2)
    assert read_awareness(ben.inbox.of(Present)[1].update)[7].state is None


def test_presence_is_told_at_most_ten_times_a_second(table: Table):
    anna, ben = table.seat("anna"), table.seat("ben")
    began = monotonic()
    for clock in range(1, 30):
        table.rooms.show(anna.attendance, write_awareness({7: Shown(clock, {"at": None})}))
        gevent.sleep(0.005)
    wait_for(lambda: ben.inbox.of(Present))
    # A busy machine takes longer over the same words, and then there may be more messages.
    assert len(ben.inbox.of(Present)) <= 2 + (monotonic() - began) / PRESENCE_WINDOW


def test_a_plan_in_the_bin_shows_everybody_out(table: Table):
    anna = table.seat("anna")
    table.rooms.forget(PLAN)
    assert [m.code for m in anna.inbox.of(Refused)] == ["in_bin"]
    assert not table.rooms._rooms


def test_stopping_saves_what_is_queued_before_everybody_is_sent_away(table: Table):
    anna = table.seat("anna")
    for _ in range(20):
        anna.edit(types("x"))
    table.rooms.stop()
    assert anna.saved == 20
    assert isinstance(anna.inbox.messages[-1], Refused)
    assert anna.inbox.messages[-1].code == "stopping"
    table.start()
    assert len(table.read().fact("profile")["vision"]) == 20


def test_what_comes_while_the_server_stops_gets_no_receipt(table: Table):
    anna = table.seat("anna")
    table.rooms.stop()
    anna.edit(types("x"))
    assert anna.saved == 0
    table.start()


def test_a_plan_is_read_as_it_is_this_moment(table: Table):
    anna = table.seat("anna")
    plan, seq = table.rooms.read(PLAN)
    assert (plan.fact("profile"), seq) == ({}, 1)
    anna.edit(lambda g: g.section("actions").update({an_id("call"): a_record("actions", title="Call")}))
    anna.wait_saved()
    plan, seq = table.rooms.read(PLAN)
    assert [r["title"] for r in plan.records("actions")] == ["Call"]
    assert seq == 2
    assert table.rooms.read(PLAN)[0] is plan

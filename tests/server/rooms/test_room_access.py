"""Who may be at a live plan, and who no longer (W6, W7, W10, D6)."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from server.access import Role
from server.rooms.attendance import Limits
from server.rooms.messages import Refused, Rejected, You
from server.rooms.presence import Shown, write_awareness
from server.rooms.rooms import CHECKED_AT_ONCE, NotSeated
from tests.builders import an_id
from tests.postgresql import ON_BOTH
from tests.server.rooms.builders import PLAN, Copy, a_record, a_stamp
from tests.server.rooms.conftest import Guest, Table, wait_for

pytestmark = ON_BOTH

LATER = "2027-01-12T12:00:00Z"


def types(words: str) -> Callable[[Guest], None]:
    """Return an edit that types words at the front of the vision."""
    return lambda guest: guest.section("profile")["vision"].insert(0, words)


def sets_progress(value: object) -> Callable[[Guest], None]:
    """Return an edit of a field that knows what it takes."""
    return lambda guest: guest.section("profile").update({"employees": value})


def test_w6_who_goes_on_sending_what_is_rejected_is_disconnected(tables: Callable[..., Table]):
    table = tables(limits=Limits(rejections_per_minute=3))
    anna, ben = table.seat("anna"), table.seat("ben")
    for _ in range(4):
        anna.edit(sets_progress("many"))
        wait_for(lambda: not table.rooms._rooms[PLAN]._queue and table.rooms._rooms[PLAN].is_quiet)
        if not anna.inbox.is_closed:
            anna.open()
    assert [m.code for m in anna.inbox.of(Refused)] == ["flood"]
    assert not ben.inbox.is_closed


def test_who_sends_too_many_edits_is_disconnected(tables: Callable[..., Table]):
    table = tables(limits=Limits(edits_per_second=1))
    anna = table.seat("anna")
    for _ in range(11):
        anna.edit(types("x"))
    assert [m.code for m in anna.inbox.of(Refused)] == ["flood"]


def test_w7_a_viewer_is_told_that_they_may_not(table: Table):
    table.roles["victor"] = Role.VIEWER
    victor = table.seat("victor")
    victor.edit(types("x"))
    wait_for(lambda: victor.inbox.of(Rejected))
    assert victor.inbox.of(Rejected)[0].code == "read_only"


def test_w7_another_role_takes_effect_while_somebody_is_here(table: Table):
    anna = table.seat("anna")
    table.roles["anna"] = Role.VIEWER
    table.rooms.recheck()
    assert anna.inbox.of(You) == [You(Role.VIEWER, "Anna", "Sales")]
    anna.edit(types("x"))
    wait_for(lambda: anna.inbox.of(Rejected))
    assert anna.inbox.of(Rejected)[0].code == "read_only"


def test_w7_who_lost_access_is_shown_out(table: Table):
    anna, ben = table.seat("anna"), table.seat("ben")
    table.gone.add("anna")
    table.rooms.recheck()
    assert [m.code for m in anna.inbox.of(Refused)] == ["removed"]
    assert anna.inbox.is_closed
    assert not ben.inbox.is_closed
    anna.edit(types("too late"))
    ben.edit(types("in time"))
    ben.wait_saved()
    assert table.read().fact("profile")["vision"] == "in time"
    with pytest.raises(NotSeated):
        table.seat("anna")


def test_w7_access_is_asked_about_by_itself(tables: Callable[..., Table]):
    table = tables(recheck_after=0.01)
    anna = table.seat("anna")
    table.gone.add("anna")
    wait_for(lambda: anna.inbox.is_closed)


def test_w7_however_many_people_are_here_everybody_is_asked_about(table: Table):
    guests = [table.seat(f"guest{number}") for number in range(2 * CHECKED_AT_ONCE + 1)]
    table.gone.update(f"guest{number}" for number in range(1, len(guests)))
    table.rooms.recheck()
    assert [guest.inbox.is_closed for guest in guests] == [False] + [True] * (len(guests) - 1)


def test_who_signs_out_is_shown_out_everywhere(table: Table):
    anna, also_anna = table.seat("anna", "one"), table.seat("anna", "other")
    table.rooms.sign_out("session of anna")
    for guest in (anna, also_anna):
        assert [m.code for m in guest.inbox.of(Refused)] == ["signed_out"]


def test_who_left_while_the_plan_was_loading_is_not_seated(table: Table):
    anna = table.seat("anna")
    anna.attendance.gone = True
    with pytest.raises(NotSeated):
        anna.open()


def test_w10_who_shows_an_identifier_keeps_it_from_others(table: Table):
    anna, ben = table.seat("anna"), table.seat("ben")
    client = anna.copy.document.client_id
    table.rooms.show(anna.attendance, write_awareness({client: Shown(1, {})}))
    thief = Copy(ben.copy.document.get_update(), client=client)
    ben.send(thief.change(lambda: thief.section("profile").update({"industry": "x"})))
    wait_for(lambda: ben.inbox.of(Rejected))
    assert ben.inbox.of(Rejected)[0].code == "not_yours"
    anna.edit(types("mine"))
    anna.wait_saved()


def test_w10_who_an_identifier_belongs_to_survives_a_restart(table: Table):
    anna = table.seat("anna")
    anna.edit(types("mine"))
    anna.wait_saved()
    table.restart()
    ben = table.seat("ben")
    ben.send(anna.copy.change(lambda: types("not mine")(anna)))
    wait_for(lambda: ben.inbox.of(Rejected))
    assert ben.inbox.of(Rejected)[0].code == "not_yours"


def test_d6_who_has_another_name_now_may_sign_with_both_until_their_page_knows(table: Table):
    anna, ben = table.seat("anna"), table.seat("ben")
    former = a_stamp(anna.attendance.seat)
    anna.edit(lambda g: g.section("actions").update({an_id("call"): a_record("actions")}))
    room = table.rooms._rooms[PLAN]
    room.reseat(anna.attendance, replace(anna.attendance.seat, name="Anna B."))
    assert anna.inbox.of(You) == [You(Role.PARTICIPANT, "Anna B.", "Sales")]
    for stamp in (former, a_stamp(anna.attendance.seat)):
        anna.edit(lambda g, s=stamp: g.section("actions")[an_id("call")].update({"removed": s}))
    anna.wait_saved()
    ben.open()
    ben.edit(lambda g: g.section("actions")[an_id("call")].update({"removed": former | {"at": LATER}}))
    wait_for(lambda: ben.inbox.of(Rejected))
    assert ben.inbox.of(Rejected)[0].code == "not_yours"


def test_who_opens_a_plan_over_and_over_is_disconnected(tables: Callable[..., Table]):
    table = tables(limits=Limits(rejections_per_minute=3))
    anna = table.seat("anna")
    for _ in range(20):
        if not anna.inbox.is_closed:
            anna.open()
    assert [m.code for m in anna.inbox.of(Refused)] == ["flood"]

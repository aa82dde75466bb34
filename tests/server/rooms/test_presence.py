"""Who is where (D6)."""

import json
from typing import Any

import pytest

from server.access import Seat
from server.rooms.attendance import Attendance, Limits
from server.rooms.lib0 import Malformed, write_bytes, write_uint
from server.rooms.presence import COLORS, Presence, Shown, read_awareness, write_awareness
from tests.builders import an_id
from tests.server.rooms.builders import Inbox, a_seat

AT = {"section": "actions", "id": an_id("call"), "field": "title"}


def somebody(name: str, key: str = "") -> Attendance:
    """Return a connection of somebody."""
    return Attendance(key or f"key of {name}", a_seat(name), Inbox(), Limits())


def shows(client: int, clock: int = 1, **state: Any) -> bytes:
    """Return what a client sends that shows a state."""
    return write_awareness({client: Shown(clock, state)})


def everybody(presence: Presence) -> dict[int, dict[str, Any] | None]:
    """Return what a newcomer gets."""
    return {c: one.state for c, one in read_awareness(presence.everybody() or b"\x00").items()}


def free(client: int, participant: str) -> bool:
    """Every identifier is free."""
    return True


def test_d6_the_name_comes_from_the_session_whatever_the_client_says():
    presence, anna = Presence(), somebody("anna")
    presence.take(anna, shows(7, user={"name": "The Boss", "key": "x"}, at=AT, admin=True), free)
    state = everybody(presence)[7]
    assert state is not None
    user = state.pop("user")
    assert state == {"at": AT}
    assert user | {"color": ""} == {
        "key": "key of anna",
        "participant": an_id("anna"),
        "name": "Anna",
        "department": "Sales",
        "color": "",
    }
    assert user["color"] in COLORS


@pytest.mark.parametrize(
    "update",
    [
        b"",
        b"\x01",
        b"\x00",
        shows(7) + b"\x00",
        write_awareness({7: Shown(1, {}), 8: Shown(1, {})}),
        b"\x01\x07\x01" + write_bytes(b"{"),
        b"\x01\x07\x01" + write_bytes(b"[]"),
        b"\x01\x07\x01" + write_bytes(b"\xff"),
        b"\x01\x07\x01" + write_bytes(b'{"cursor":NaN}'),
        b"\x01\x07\x01" + write_bytes(b'{"cursor":1e999}'),
        b"\x01\x07\x01" + write_bytes(b'{"cursor":' + b"[" * 900 + b"]" * 900 + b"}"),
        b"\x01\x07\x01" + write_bytes(b"[" * 100_000),
        write_uint(2**40),
    ],
)
def test_what_is_no_state_of_ones_own_is_refused(update: bytes):
    with pytest.raises(Malformed):
        Presence().take(somebody("anna"), update, free)


def test_d6_nobody_shows_a_state_under_somebody_elses_identifier():
    presence, anna, ben = Presence(), somebody("anna"), somebody("ben")
    presence.take(anna, shows(7, at=AT), free)
    with pytest.raises(Malformed):
        presence.take(ben, shows(7, clock=99), free)
    assert presence.participant_of(7) == an_id("anna")
    state = everybody(presence)[7]
    assert state is not None
    assert state["user"]["name"] == "Anna"


def test_d6_nobody_shows_an_identifier_that_owns_edits_of_somebody_else():
    with pytest.raises(Malformed):
        Presence().take(somebody("ben"), shows(7), lambda client, participant: False)


def test_one_connection_shows_one_identifier():
    presence, anna = Presence(), somebody("anna")
    presence.take(anna, shows(7), free)
    with pytest.raises(Malformed):
        presence.take(anna, shows(8), free)


def test_only_changes_are_told_and_each_once():
    presence, anna, ben = Presence(), somebody("anna"), somebody("ben")
    presence.take(anna, shows(7), free)
    presence.take(ben, shows(8), free)
    assert set(read_awareness(presence.changes() or b"")) == {7, 8}
    assert presence.changes() is None
    presence.take(anna, shows(7, clock=2, at=AT), free)
    assert set(read_awareness(presence.changes() or b"")) == {7}


def test_what_is_older_than_what_is_known_is_left_out():
    presence, anna = Presence(), somebody("anna")
    presence.take(anna, shows(7, clock=5, at=AT), free)
    presence.changes()
    presence.take(anna, shows(7, clock=4), free)
    assert presence.changes() is None


def test_who_leaves_is_gone_for_everybody_with_a_clock_that_is_believed():
    presence, anna = Presence(), somebody("anna")
    presence.take(anna, shows(7, clock=5), free)
    presence.changes()
    presence.release(anna)
    assert read_awareness(presence.changes() or b"") == {7: Shown(6, None)}
    assert presence.everybody() is None
    assert presence.participant_of(7) is None


def test_who_comes_back_before_the_old_connection_ended_stays():
    presence, old, new = Presence(), somebody("anna", "old"), somebody("anna", "new")
    presence.take(old, shows(7), free)
    presence.take(new, shows(7, clock=2), free)
    presence.release(old)
    state = everybody(presence)[7]
    assert state is not None
    assert state["user"]["key"] == "new"


def test_a_new_name_is_shown_at_once():
    presence, anna = Presence(), somebody("anna")
    presence.take(anna, shows(7, at=AT), free)
    presence.changes()
    anna.seat = Seat(anna.seat.sign_in, anna.seat.participant, "Anna B.", "Board", anna.seat.role, "")
    presence.rename(anna)
    ((_client, one),) = read_awareness(presence.changes() or b"").items()
    assert one.clock == 2
    assert one.state is not None
    assert (one.state["user"]["name"], one.state["user"]["department"]) == ("Anna B.", "Board")


@pytest.mark.parametrize(
    "at", ["actions", {}, {"section": 1}, {"section": "a", "id": "x"}, {"section": "a", "id": 3}, [1]]
)
def test_a_place_that_is_none_is_left_out(at: object):
    presence, anna = Presence(), somebody("anna")
    presence.take(anna, shows(7, at=at), free)
    state = everybody(presence)[7]
    assert state is not None
    assert state["at"] is None


def test_half_a_character_in_a_cursor_reaches_the_others_as_it_is():
    presence, anna = Presence(), somebody("anna")
    update = b"\x01\x07\x01" + write_bytes(json.dumps({"cursor": {"a": "\ud800"}}).encode())
    presence.take(anna, update, free)
    state = everybody(presence)[7]
    assert state is not None
    assert state["cursor"] == {"a": "\ud800"}


def test_others_see_what_somebody_drags_and_where_it_is():
    presence, anna = Presence(), somebody("anna")
    drag = {"section": "strategy_nodes", "spots": {an_id("goal"): {"x": 40, "y": 12.5}}}
    presence.take(anna, shows(7, at=AT, drag=drag), free)
    state = everybody(presence)[7]
    assert state is not None
    assert state["drag"] == drag


@pytest.mark.parametrize(
    "drag",
    [
        "everything",
        {"section": 7, "spots": {}},
        {"section": "strategy_nodes", "spots": []},
        {"section": "strategy_nodes", "spots": {"no id": {"x": 1, "y": 2}}},
        {"section": "strategy_nodes", "spots": {an_id("goal"): {"x": "left", "y": 2}}},
        {"section": "strategy_nodes", "spots": {an_id("goal"): {"x": 1, "y": 2, "secret": 3}}},
        {"section": "strategy_nodes", "spots": {an_id(f"goal {at}"): {"x": 1, "y": 2} for at in range(51)}},
    ],
)
def test_a_drag_that_is_none_is_not_shown(drag: Any):
    presence, anna = Presence(), somebody("anna")
    presence.take(anna, shows(7, at=AT, drag=drag), free)
    state = everybody(presence)[7]
    assert state is not None
    assert "drag" not in state

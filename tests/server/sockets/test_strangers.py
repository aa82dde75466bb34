"""Every event of the wire, as somebody meets it who has no seat: it reaches no plan."""

from typing import Any

import pytest
from flask import Flask
from flask_socketio import SocketIO

from server.errors import Refused
from server.rooms.attendance import Limits
from server.sockets.attach import attach
from server.sockets.handlers import Unwelcome
from server.sockets.protocol import NAMESPACE

ARGUMENTS: dict[str, tuple[Any, ...]] = {
    "open": ({},),
    "edit": (1, "AAA="),
    "presence": ("AAA=",),
    "disconnect": ("client disconnect",),
}
"""Every event but `connect`, and what a client sends with it; whoever adds one adds it here."""


class Unreachable:
    """Rooms that nobody without a seat may reach."""

    limits = Limits()

    def __getattr__(self, name: str) -> Any:
        pytest.fail(f"A stranger reached `{name}` of the rooms.")


def nobody(token: str, _plan: str) -> None:
    if token != "a session":
        raise Refused("sign_in_needed")


@pytest.fixture(scope="module")
def wire() -> SocketIO:
    rooms: Any = Unreachable()
    return attach(Flask("strangers"), rooms, nobody, ["https://tavolo.example"])


def test_the_wire_hears_these_events_and_no_others(wire: SocketIO):
    assert set(wire.server.handlers) == {NAMESPACE}
    assert set(wire.server.handlers[NAMESPACE]) == {"connect", *ARGUMENTS}
    assert wire.server.namespace_handlers == {}


@pytest.mark.parametrize("event", list(ARGUMENTS))
def test_an_event_of_somebody_without_a_seat_reaches_no_plan(wire: SocketIO, event: str):
    answer = wire.server.handlers[NAMESPACE][event]("a stranger", *ARGUMENTS[event])
    assert answer is None or answer["error"]["code"] == "unknown_plan"


@pytest.mark.parametrize(
    ("auth", "code"),
    [
        (None, "sign_in_needed"),
        ({"token": "made up"}, "sign_in_needed"),
        ({"token": ["a session"]}, "sign_in_needed"),
        ({"token": "a session"}, "unknown_plan"),
    ],
    ids=str,
)
def test_nobody_connects_without_a_session_and_a_seat_at_the_plan(wire: SocketIO, auth: Any, code: str):
    with pytest.raises(Unwelcome) as refusal:
        wire.server.handlers[NAMESPACE]["connect"]("a stranger", {"QUERY_STRING": "plan=any"}, auth)
    assert refusal.value.error_args["data"]["code"] == code

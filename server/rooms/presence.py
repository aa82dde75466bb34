"""Who is where in a plan: awareness as y-protocols encodes it, with the server's names (D6).

The server keeps the latest state of each person, puts their name into it, sends what changed at
most ten times a second in one message, and says when somebody is gone.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from planning.kinds import ID_PATTERN
from server.access import Seat
from server.rooms.attendance import Attendance
from server.rooms.lib0 import (
    GREATEST,
    Malformed,
    parse_json,
    read_text,
    read_uint,
    write_bytes,
    write_uint,
)

COLORS = (
    "#0f766e",
    "#b45309",
    "#7c3aed",
    "#be123c",
    "#1d4ed8",
    "#4d7c0f",
    "#a21caf",
    "#0369a1",
    "#c2410c",
    "#15803d",
    "#6d28d9",
    "#9f1239",
)
"""Dark enough to carry white words (contrast of at least 4.5)."""

State = dict[str, Any]
MOST_DRAGGED = 50
"""Records that may be shown in one hand; of more, others see where they end."""

MayUse = Callable[[int, str], bool]


@dataclass(frozen=True)
class Shown:
    """What one client shows: its clock, and its state or None when it is gone."""

    clock: int
    state: State | None


def read_awareness(source: bytes) -> dict[int, Shown]:
    """Read an awareness update: client identifier to what it shows.

    Raises
    ------
    Malformed
        When the bytes are anything else.
    """
    shown: dict[int, Shown] = {}
    try:
        count, at = read_uint(source, 0)
        for _ in range(count):
            client, at = read_uint(source, at)
            clock, at = read_uint(source, at)
            text, at = read_text(source, at)
            shown[client] = Shown(clock, _read_state(text))
    except (IndexError, UnicodeDecodeError):
        raise Malformed("The bytes end too early or are no text.") from None
    if at != len(source):
        raise Malformed("There are bytes after the end.")
    return shown


def _read_state(text: str) -> State | None:
    state: State | None = parse_json(text)
    if state is not None and not isinstance(state, dict):
        raise Malformed("A state is not an object.")
    return state


def write_awareness(shown: Mapping[int, Shown]) -> bytes:
    """Write an awareness update."""
    parts = [write_uint(len(shown))]
    for client, one in shown.items():
        # In ASCII, because a state may hold half a surrogate pair, which UTF-8 cannot carry.
        state = json.dumps(one.state, separators=(",", ":")).encode()
        parts += [write_uint(client), write_uint(one.clock), write_bytes(state)]
    return b"".join(parts)


class Presence:
    """The people at one plan."""

    def __init__(self) -> None:
        self._shown: dict[int, Shown] = {}
        self._holders: dict[int, Attendance] = {}
        self._changed: set[int] = set()

    def participant_of(self, client: int) -> str | None:
        """Return who shows a client identifier, or None."""
        holder = self._holders.get(client)
        return holder.seat.participant if holder else None

    def take(self, attendance: Attendance, update: bytes, may_use: MayUse) -> None:
        """Take in what somebody shows.

        Parameters
        ----------
        may_use
            Says whether a participant may use a client identifier.

        Raises
        ------
        Malformed
            When the bytes are no awareness update, or hold more than the person's own state.
        """
        shown = read_awareness(update)
        if len(shown) != 1:
            raise Malformed("Exactly one state may be shown.")
        ((client, one),) = shown.items()
        if not self._hold(attendance, client, may_use):
            raise Malformed("The client identifier is somebody else's.")
        known = self._shown.get(client)
        if one.clock >= GREATEST - 1 or (known is not None and one.clock < known.clock):
            return
        state = None if one.state is None else dress(one.state, attendance)
        self._shown[client] = Shown(one.clock, state)
        self._changed.add(client)

    def release(self, attendance: Attendance) -> None:
        """Note that a connection ended, or starts with another client identifier."""
        client, attendance.client = attendance.client, None
        if client is not None and self._holders.get(client) is attendance:
            del self._holders[client]
            known = self._shown.get(client)
            if known is not None and known.state is not None:
                # One clock further than the client's own last word, so that it is believed.
                self._shown[client] = Shown(known.clock + 1, None)
            self._changed.add(client)

    def rename(self, attendance: Attendance) -> None:
        """Note that somebody's name or department is another now."""
        client = attendance.client
        known = self._shown.get(client) if client is not None else None
        if client is not None and known is not None and known.state is not None:
            self._shown[client] = Shown(known.clock + 1, dress(known.state, attendance))
            self._changed.add(client)

    def changes(self) -> bytes | None:
        """Return what changed since the last call, or None; who is gone is forgotten."""
        changed = {client: self._shown[client] for client in self._changed if client in self._shown}
        self._changed.clear()
        for client, one in changed.items():
            if one.state is None and client not in self._holders:
                del self._shown[client]
        return write_awareness(changed) if changed else None

    def everybody(self) -> bytes | None:
        """Return what everybody shows, for a newcomer, or None when nobody shows anything."""
        present = {client: one for client, one in self._shown.items() if one.state is not None}
        return write_awareness(present) if present else None

    def _hold(self, attendance: Attendance, client: int, may_use: MayUse) -> bool:
        if attendance.client == client:
            return True
        if attendance.client is not None or not may_use(client, attendance.seat.participant):
            return False
        holder = self._holders.get(client)
        if holder is not None and holder.seat.participant != attendance.seat.participant:
            return False
        if holder is not None:
            # The same document over a new connection, before the end of the old one was noticed.
            holder.client = None
        self._holders[client] = attendance
        attendance.client = client
        return True


def dress(state: State, attendance: Attendance) -> State:
    """Return a state with who it is from the session, and nothing that is not known."""
    dressed: State = {"user": user_of(attendance.seat, attendance.key), "at": _place(state.get("at"))}
    if isinstance(state.get("cursor"), dict):
        dressed["cursor"] = state["cursor"]
    if (drag := _drag(state.get("drag"))) is not None:
        dressed["drag"] = drag
    return dressed


def user_of(seat: Seat, key: str) -> dict[str, str]:
    """Return how a person is shown to others."""
    return {
        "key": key,
        "participant": seat.participant,
        "name": seat.name,
        "department": seat.department,
        "color": COLORS[crc32(seat.participant.encode()) % len(COLORS)],
    }


def _place(at: Any) -> dict[str, str | None] | None:
    if not isinstance(at, dict) or not isinstance(at.get("section"), str):
        return None
    id, field = at.get("id"), at.get("field")
    if id is not None and not (isinstance(id, str) and ID_PATTERN.fullmatch(id)):
        return None
    if field is not None and not isinstance(field, str):
        return None
    return {"section": at["section"][:40], "id": id, "field": field if field is None else field[:40]}


def _drag(drag: Any) -> State | None:
    """Return which records of a drawing are in somebody's hand and where they are right now, or None."""
    if not isinstance(drag, dict) or not isinstance(drag.get("section"), str):
        return None
    spots = drag.get("spots")
    if not isinstance(spots, dict) or len(spots) > MOST_DRAGGED:
        return None
    if not all(ID_PATTERN.fullmatch(id) and _is_spot(spot) for id, spot in spots.items()):
        return None
    return {"section": drag["section"][:40], "spots": spots}


def _is_spot(spot: Any) -> bool:
    return (
        isinstance(spot, dict)
        and set(spot) == {"x", "y"}
        and all(isinstance(number, int | float) for number in spot.values())
    )

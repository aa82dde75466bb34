"""The events of the wire: read, hand to the room, answer. Nothing is decided here."""

import binascii
import secrets
from collections.abc import Callable
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qs

from socketio.exceptions import ConnectionRefusedError as Unwelcome

from server.access import Seat
from server.errors import Refused
from server.rooms.attendance import Attendance
from server.rooms.holds import Elsewhere
from server.rooms.journal import NotDurable
from server.rooms.lib0 import Malformed
from server.rooms.messages import Link
from server.rooms.room import Opened
from server.rooms.rooms import STOPPING, NotSeated, Rooms, Stopping, UnknownPlan
from server.sockets.protocol import (
    ErrorAnswer,
    ErrorData,
    LimitsAnswer,
    OpenAnswer,
    YouAnswer,
    text_of,
)
from server.texts import gettext as _

COOKIES = ("__Host-tavolo", "tavolo")
"""The session cookie, served over TLS or not."""

SeatAt = Callable[[str, str], Seat | None]
"""From a token and a plan to the seat it has there."""

GREATEST_N = 2**53


class Handlers:
    """The connections of this process, by their Socket.IO identifier."""

    def __init__(self, rooms: Rooms, seat_at: SeatAt, link_of: Callable[[str], Link]) -> None:
        self._rooms, self._seat_at, self._link_of = rooms, seat_at, link_of
        self._attendances: dict[str, Attendance] = {}

    def connect(self, sid: str, environ: dict[str, Any], auth: Any = None) -> None:
        """Let somebody in who has a seat at the plan they name, and nobody else."""
        plan_id = parse_qs(environ.get("QUERY_STRING", "")).get("plan", [""])[0]
        token = token_of(environ, auth)
        if not token:
            raise unwelcome("sign_in_needed", Refused("sign_in_needed").message)
        try:
            seat = self._seat_at(token, plan_id)
        except Refused as refusal:
            raise unwelcome(refusal.code, refusal.message) from refusal
        if seat is None:
            raise unwelcome("unknown_plan", Refused("unknown_plan").message)
        key = secrets.token_urlsafe(12)
        self._attendances[sid] = Attendance(key, seat, self._link_of(sid), self._rooms.limits)

    def disconnect(self, sid: str, reason: str = "") -> None:
        """Note that a connection ended."""
        if (attendance := self._attendances.pop(sid, None)) is not None:
            self._rooms.leave(attendance)

    def open(self, sid: str, *arguments: Any) -> OpenAnswer | ErrorAnswer:
        """Answer what the client's copy of the plan lacks."""
        attendance = self._attendances.get(sid)
        if attendance is None:
            return _error("unknown_plan", Refused("unknown_plan").message)
        try:
            lineage, state_vector = _open_request(arguments)
            opened = self._rooms.join(attendance, lineage, state_vector)
        except Malformed:
            return _error("malformed", Refused("malformed").message)
        except (UnknownPlan, NotSeated):
            return _error("unknown_plan", Refused("unknown_plan").message)
        except Stopping:
            return _error("stopping", _(STOPPING))
        except Elsewhere:
            return _error("elsewhere", Refused("elsewhere").message)
        except NotDurable:
            return _error("storage", _("The plan cannot be read just now. Try again in a moment."))
        except Refused as refusal:
            return _error(refusal.code, refusal.message)
        return self._answer(attendance, opened)

    def edit(self, sid: str, *arguments: Any) -> None:
        """Queue an edit."""
        attendance = self._attendances.get(sid)
        if attendance is None:
            return
        n, update = arguments if len(arguments) == 2 else (None, None)
        content = _bytes_of(update)
        if type(n) is int and 0 < n < GREATEST_N and content is not None:
            self._rooms.edit(attendance, n, content)
        else:
            # No update is empty, so the gate says what is wrong, as for any other edit.
            self._rooms.edit(attendance, n if type(n) is int else 0, b"")

    def presence(self, sid: str, *arguments: Any) -> None:
        """Take in what somebody shows of themselves."""
        attendance = self._attendances.get(sid)
        content = _bytes_of(arguments[0] if arguments else None)
        if attendance is not None and content is not None:
            self._rooms.show(attendance, content)

    def _answer(self, attendance: Attendance, opened: Opened) -> OpenAnswer:
        seat, limits = attendance.seat, attendance.limits
        return OpenAnswer(
            lineage=opened.lineage,
            reset=opened.reset,
            update=text_of(opened.update),
            state_vector=text_of(opened.state_vector),
            seq=opened.seq,
            you=YouAnswer(
                key=attendance.key,
                participant=seat.participant,
                name=seat.name,
                role=seat.role.value,
                department=seat.department,
            ),
            limits=LimitsAnswer(
                update_bytes=limits.update_bytes,
                edits_per_second=limits.edits_per_second,
                presence_bytes=limits.presence_bytes,
                text_length=limits.text_length,
            ),
            workshop=None,
        )


def token_of(environ: dict[str, Any], auth: Any) -> str:
    """Return the token of a connection, from `auth` or from its cookie, or nothing."""
    if isinstance(auth, dict) and isinstance(auth.get("token"), str):
        return str(auth["token"])
    try:
        cookies = SimpleCookie(environ.get("HTTP_COOKIE", ""))
    except CookieError:
        return ""
    return next((cookies[name].value for name in COOKIES if name in cookies), "")


def unwelcome(code: str, message: str) -> Unwelcome:
    """Return the exception with which Socket.IO answers a connection nobody wants."""
    return Unwelcome(message, ErrorData(code=code, message=message))


def _open_request(arguments: tuple[Any, ...]) -> tuple[str | None, bytes | None]:
    request = arguments[0] if arguments else {}
    if not isinstance(request, dict):
        raise Malformed("The request is not an object.")
    lineage, vector = request.get("lineage"), request.get("state_vector")
    if not isinstance(lineage, str | None) or not isinstance(vector, str | None):
        raise Malformed("The request has values of other types.")
    if vector is None:
        return lineage, None
    if (state_vector := _bytes_of(vector)) is None:
        raise Malformed("The state vector is not base64.")
    return lineage, state_vector


def _bytes_of(text: Any) -> bytes | None:
    if not isinstance(text, str):
        return None
    try:
        return binascii.a2b_base64(text, strict_mode=True)
    except ValueError:
        return None


def _error(code: str, message: str) -> ErrorAnswer:
    return ErrorAnswer(error=ErrorData(code=code, message=message))

"""Puts the wire on a Flask application."""

import json
import logging
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from engineio.payload import Payload
from flask import Flask
from flask_socketio import SocketIO

from server.rooms.rooms import Rooms
from server.sockets.fan_out import SocketLink
from server.sockets.handlers import Handlers, SeatAt
from server.sockets.heartbeat import Task
from server.sockets.protocol import NAMESPACE
from server.sockets.websocket import WebSocket

log = logging.getLogger(__name__)

LARGEST_MESSAGE = 1_000_000
MOST_WAITING = 4 * 1024 * 1024
EDIT = f'42{NAMESPACE},["edit",'
"""How an edit begins that wants no acknowledgement."""

START = EDIT.index("[")
END = '"]'
MOST_POLLED = 500
"""Messages in one request of a client that polls: it may send many edits in one go."""


def attach(flask: Flask, rooms: Rooms, seat_at: SeatAt, origins: Sequence[str]) -> SocketIO:
    """Serve the wire at `/socket.io` of an application, for pages of these origins.

    Raises
    ------
    ValueError
        When no origin is given: Socket.IO would take that for *every origin*.
    """
    if not origins or "*" in origins:
        raise ValueError("Name the origins whose pages may connect.")
    Payload.max_decode_packets = MOST_POLLED
    socketio = SocketIO(
        flask,
        async_mode="gevent",
        # Else each event runs in a greenlet of its own, and one client's edits overtake each other (W2).
        async_handlers=False,
        cors_allowed_origins=list(origins),
        max_http_buffer_size=LARGEST_MESSAGE,
        manage_session=False,
        # The driver's own makes a decoder for every message, and calls Python for every number.
        json=json,
    )
    server = socketio.server
    eio = server.eio
    handlers = Handlers(
        rooms, seat_at, lambda sid: SocketLink(eio.sockets[server.manager.eio_sid_from_sid(sid, NAMESPACE)])
    )
    transport = partial(
        WebSocket,
        overflowed=lambda socket: SocketLink(socket).drop(),
        shortcut=_shortcut(server.manager, handlers),
        most_waiting=MOST_WAITING,
    )
    eio._async = {**eio._async, "websocket": transport, "thread": Task}
    # On the server itself and not on the extension, which would make a request context for each event.
    for event in (handlers.connect, handlers.disconnect, handlers.open, handlers.edit, handlers.presence):
        server.on(event.__name__, event, namespace=NAMESPACE)
    eio.on("message", _guarded(eio, eio.handlers["message"]))
    return socketio


def _shortcut(manager: Any, handlers: Handlers) -> Callable[[Any, str | bytes], bool]:
    """Return what takes edits past the driver, whose way through packets costs as much as a gate."""

    def take(socket: Any, message: str | bytes) -> bool:
        if not isinstance(message, str) or not message.startswith(EDIT):
            return False
        sid = manager.sid_from_eio_sid(socket.sid, NAMESPACE)
        try:
            arguments = _arguments_of(message)
        except (ValueError, RecursionError):
            return False
        if sid is not None:
            handlers.edit(sid, *arguments)
        return sid is not None

    return take


def _arguments_of(message: str) -> Sequence[Any]:
    """Return what comes with an edit; raise ValueError when it is no JSON.

    >>> _arguments_of('42/plan,["edit",7,"AAA="]')
    (7, 'AAA=')
    """
    n, comma, update = message[len(EDIT) :].partition(',"')
    # Nearly every edit is a number and a text in which JSON writes nothing otherwise.
    if comma and update.endswith(END) and n.isdecimal() and n.isascii() and n[0] != "0":
        update = update[: -len(END)]
        if '"' not in update and "\\" not in update:
            return int(n), update
    arguments: list[Any] = json.loads(message[START:])
    return arguments[1:]


def _guarded(eio: Any, handle: Any) -> Any:
    def handle_or_close(eio_sid: str, message: Any) -> None:
        try:
            handle(eio_sid, message)
        except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError) as problem:
            # No client sends such a packet; the driver would log each with its trace, and go on for ever.
            log.warning("A connection is closed over a packet it sent (%s).", type(problem).__name__)
            eio.sockets[eio_sid].close(wait=False)

    return handle_or_close

"""The same to many people: serialised once, and written straight to who can take it.

Through Engine.IO's queues each receiver costs four times as much (a packet, a queue, a switch to
the writer). The queue is used only where something waits in it already, which must go first.
"""

import os
from collections import deque
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Any, cast

from engineio.packet import MESSAGE, Packet

from server.rooms.messages import Link, Message, Refused
from server.sockets.frames import frame_of
from server.sockets.protocol import packet_of
from server.sockets.ring import Ring, Unavailable
from server.sockets.websocket import SESSION_KEY, WebSocket
from server.texts import gettext as _

MOST_QUEUED = 1_000
"""Packets that may wait for a client that polls."""

MANY = 60
"""Readers from which on one call for all costs less than a call for each."""


class SocketLink:
    """A connection to one person, over the Engine.IO socket that carries it."""

    def __init__(self, socket: Any) -> None:
        self._socket = socket
        self.queued: deque[Any] = socket.queue.queue
        """What waits in the queue of Engine.IO, and must go first."""

        self.websocket: WebSocket | None = None
        """What carries the connection, as soon as that is for good."""

    def send(self, packets: Sequence[str], frames: bytes) -> None:
        """Send packets, which `frames` holds as WebSocket frames."""
        socket = self._socket
        if socket.closed:
            return
        if socket.upgraded and not self.queued:
            self.websocket = socket.session[SESSION_KEY]
            self.websocket.write(frames)
        elif socket.queue.qsize() >= MOST_QUEUED:
            self.drop()
        else:
            for packet in packets:
                socket.queue.put(Packet(MESSAGE, packet[1:]))

    def close(self) -> None:
        """End the connection after what was sent is written."""
        self._socket.close(wait=False)

    def drop(self) -> None:
        """End the connection of a reader who is too slow; they come back by their state vector (W8)."""
        packet = packet_of(
            Refused("slow", _("Your connection is too slow just now; it reconnects by itself."))
        )
        websocket: WebSocket | None = self._socket.session.get(SESSION_KEY)
        if websocket is not None:
            websocket.close(last=frame_of(packet))
        self._socket.close(wait=False, abort=True)


class FanOut:
    """Delivers to a few people one by one, and to many in one call where the system has that."""

    def __init__(self) -> None:
        self._ring: Ring | None = None
        with suppress(Unavailable):
            self._ring = Ring()

    def deliver(self, links: Iterable[Link], *messages: Message) -> None:
        """Send messages over many links, to each at once: what reaches the system is what costs."""
        packets = [packet_of(message) for message in messages]
        frames = b"".join(map(frame_of, packets))
        clear = []
        for link in cast(Iterable[SocketLink], links):
            websocket = link.websocket
            # No call for anybody: for a thousand people each would be a millisecond.
            if websocket is None or not websocket.is_clear or link.queued:
                link.send(packets, frames)
            else:
                clear.append(websocket)
        if self._ring is None or len(clear) < MANY:
            missed = _write(clear, frames)
        else:
            missed = self._ring.send([websocket.file for websocket in clear], frames)
        for place, taken in missed:
            if taken > 0:
                clear[place].keep(memoryview(frames)[taken:])
            else:
                # It tries again, and sees to what is wrong.
                clear[place].write(frames)


def _write(websockets: Iterable[WebSocket], frames: bytes) -> list[tuple[int, int]]:
    """Write to one after the other, and return what `Ring.send` returns."""
    write, size, missed = os.write, len(frames), []
    for place, websocket in enumerate(websockets):
        try:
            taken = write(websocket.file, frames)
        except OSError:
            taken = -1
        if taken != size:
            missed.append((place, taken))
    return missed

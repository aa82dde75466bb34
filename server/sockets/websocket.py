"""The WebSocket transport of Engine.IO's gevent driver, on the Sans-I/O protocol of `websockets`.

The drivers that exist write with `send`, which loses the rest of a frame that does not fit, and
read a payload before they look at its size. Here the size is checked in the frame's header, what
does not fit waits in a bounded queue, and nothing ever waits to write: a reader that does not read
is told so, and dropped (W8).
"""

import os
import socket
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from types import MethodType
from typing import Any

from gevent import get_hub, spawn_later
from websockets.datastructures import Headers
from websockets.frames import CloseCode, Frame, Opcode
from websockets.http11 import Request
from websockets.protocol import Protocol, Side, State
from websockets.server import ServerProtocol

SOCKET_KEY = "tavolo.socket"
"""Where `server.sockets.serve` puts the connection's socket in the WSGI environment."""

SESSION_KEY = "websocket"
"""Where a connection is found in the session of its Engine.IO socket."""

CHUNK = 16 * 1024
WRITABLE = 2
"""The event loop's number for *can be written to*."""

MOST_IN_SYSTEM = 256 * 1024
"""Bytes that the system keeps until they are acknowledged."""

CLOSING_SECONDS = 5.0

PACKET_TYPES = frozenset(b"%d" % number for number in range(7))


def frame_of(text: str) -> bytes:
    """Return a text as one WebSocket frame of a server."""
    return Frame(Opcode.TEXT, text.encode()).serialize(mask=False)


class WebSocket:
    """One connection. Engine.IO calls it, then `wait`, `send` and `close`.

    Parameters
    ----------
    handler
        Serves the connection until it ends; a method of its Engine.IO socket.
    overflowed
        Called with the Engine.IO socket of a reader who is too slow.
    most_waiting
        Bytes that may wait to be written, beside one frame that is longer.
    """

    def __init__(
        self,
        handler: MethodType,
        server: Any,
        *,
        overflowed: Callable[[Any], None],
        most_waiting: int,
    ) -> None:
        self._handler, self._overflowed = handler, overflowed
        self._engine_socket = handler.__self__
        self._protocol = Protocol(Side.SERVER, max_size=server.max_http_buffer_size)
        self._messages: deque[str | bytes] = deque()
        self._fragments: list[bytes] = []
        self._unsent: deque[memoryview] = deque()
        self._waiting, self._most_waiting = 0, most_waiting
        self._socket: socket.socket
        self._file = -1
        self._reader: Any = None
        self._watcher: Any = None
        self._is_text = self._is_ending = False

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Shake hands and serve the connection; the WSGI application of an upgrade request."""
        self._socket, self._reader = environ[SOCKET_KEY], environ["wsgi.input"]
        # Without it the author's receipt waits 40 ms for a delayed TCP acknowledgement.
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        # The system would keep megabytes for each reader who does not read.
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, MOST_IN_SYSTEM)
        self._file = self._socket.fileno()
        self._watcher = get_hub().loop.io(self._file, WRITABLE)
        # It would read the request too, which the HTTP server has read already; so it only shakes hands.
        handshake = ServerProtocol()
        handshake.send_response(handshake.accept(_request_of(environ)))
        try:
            for written in handshake.data_to_send():
                self.write(written)
            if handshake.state is State.OPEN:
                self._engine_socket.session[SESSION_KEY] = self
                self._handler(self)
        finally:
            self._end()
        # Not a list: Engine.IO would answer the request a second time.
        return ()

    def wait(self) -> str | bytes | None:
        """Return the next message, or None when the connection has ended."""
        while not self._messages and self._protocol.state is State.OPEN:
            self._read()
        if self._messages and not self._is_ending:
            return self._messages.popleft()
        # To end at once could take back what is written and not yet read.
        while self._is_ending and self._protocol.state is State.CLOSING and not self._protocol.close_rcvd:
            self._read()
        return None

    def send(self, message: str | bytes) -> None:
        """Write a message, now or as soon as the reader takes it."""
        if isinstance(message, str):
            self.write(frame_of(message))
        else:
            self.write(Frame(Opcode.BINARY, message).serialize(mask=False))

    def write(self, frame: bytes) -> None:
        """Write one whole frame, now or as soon as the reader takes it."""
        if self._is_ending:
            return
        if self._unsent:
            if self._waiting > self._most_waiting:
                self._overflowed(self._engine_socket)
                return
            self._keep(memoryview(frame))
            return
        sent = self._write_now(frame)
        if sent < len(frame):
            self._keep(memoryview(frame)[sent:])

    def close(self, last: bytes = b"") -> None:
        """Say goodbye, and end the connection when that is written.

        Parameters
        ----------
        last
            A frame to write before; it overtakes everything but the rest of a frame half written.
        """
        if self._is_ending:
            return
        if last:
            self._drop_whole_frames()
            self._keep(memoryview(last))
        if self._protocol.state is State.OPEN:
            self._protocol.send_close(1000)
        for written in self._protocol.data_to_send():
            self._keep(memoryview(written))
        # A peer that neither reads nor answers must not hold the connection.
        spawn_later(CLOSING_SECONDS, self._abort)
        self._is_ending = True
        self._drain()

    def _read(self) -> None:
        try:
            received = self._reader.read1(CHUNK)
        except (OSError, ValueError):
            received = b""
        if received:
            self._protocol.receive_data(received)
        else:
            self._protocol.receive_eof()
        self._write_protocol()
        for event in self._protocol.events_received():
            if isinstance(event, Frame):
                self._take(event)

    def _take(self, frame: Frame) -> None:
        if frame.opcode not in (Opcode.TEXT, Opcode.BINARY, Opcode.CONT):
            return
        if frame.opcode is not Opcode.CONT:
            self._is_text = frame.opcode is Opcode.TEXT
        self._fragments.append(bytes(frame.data))
        if frame.fin:
            whole = b"".join(self._fragments)
            self._fragments.clear()
            self._take_message(whole)

    def _take_message(self, whole: bytes) -> None:
        try:
            message = whole.decode() if self._is_text else whole
        except UnicodeDecodeError:
            self._fail(CloseCode.INVALID_DATA)
            return
        # Engine.IO fails over a packet without a number, and then forgets to clear up.
        if self._is_text and whole[:1] not in PACKET_TYPES:
            self._fail(CloseCode.POLICY_VIOLATION)
        else:
            self._messages.append(message)

    def _fail(self, code: CloseCode) -> None:
        self._protocol.fail(code)
        self._write_protocol()

    def _write_protocol(self) -> None:
        for written in self._protocol.data_to_send():
            if written:
                self.write(written)

    def _write_now(self, frame: bytes | memoryview) -> int:
        try:
            return os.write(self._file, frame)
        except BlockingIOError:
            return 0
        except OSError:
            self._abort()
            return len(frame)

    def _keep(self, rest: memoryview) -> None:
        self._unsent.append(rest)
        self._waiting += len(rest)
        if not self._watcher.active:
            self._watcher.start(self._drain)

    def _drop_whole_frames(self) -> None:
        # The first one is half written: the stream would be torn without its rest.
        while len(self._unsent) > 1:
            self._waiting -= len(self._unsent.pop())

    def _drain(self) -> None:
        """Write what waits; called by the event loop, so nothing here may wait."""
        while self._unsent:
            first = self._unsent[0]
            sent = self._write_now(first)
            self._waiting -= sent
            if sent < len(first):
                self._unsent[0] = first[sent:]
                return
            self._unsent.popleft()
        self._watcher.stop()
        if self._is_ending:
            self._shut(socket.SHUT_WR)

    def _abort(self) -> None:
        self._is_ending = True
        self._unsent.clear()
        self._waiting = 0
        self._watcher.stop()
        self._shut(socket.SHUT_RDWR)

    def _shut(self, how: int) -> None:
        if self._file >= 0:
            with suppress(OSError):
                self._socket.shutdown(how)

    def _end(self) -> None:
        self._abort()
        # The number may soon be that of another connection.
        self._file = -1
        self._watcher.close()


def _request_of(environ: dict[str, Any]) -> Request:
    headers = Headers()
    for key, value in environ.items():
        if key.startswith("HTTP_"):
            headers[key[5:].replace("_", "-").title()] = value
    return Request(environ["PATH_INFO"], headers)

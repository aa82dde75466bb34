"""The WebSocket transport of Engine.IO's gevent driver.

The drivers that exist write with `send`, which loses the rest of a frame that does not fit, and
read a payload before they look at its size. Here nothing ever waits to write: what does not fit
waits in a bounded queue, and a reader who does not read is told so, and dropped (W8).
"""

import os
import socket
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from types import MethodType
from typing import Any

from gevent import Greenlet, get_hub, spawn_later
from gevent.hub import Waiter

from server.sockets.frames import Frames, frame_of, shake_hands
from server.sockets.heartbeat import end_heartbeat

SOCKET_KEY = "tavolo.socket"
"""Where `server.sockets.serve` puts the connection's socket in the WSGI environment."""

SESSION_KEY = "websocket"
"""Where a connection is found in the session of its Engine.IO socket."""

CHUNK = 16 * 1024
READABLE, WRITABLE = 1, 2
"""The event loop's numbers for *can be read from* and *can be written to*."""

MOST_UNREAD = 32
"""Messages taken in before the first of them is handled."""

MOST_IN_SYSTEM = 256 * 1024
"""Bytes that the system keeps until they are acknowledged."""

CLOSING_SECONDS = 5.0


class WebSocket:
    """One connection. Engine.IO calls it, then `wait`, `send` and `close`.

    Parameters
    ----------
    handler
        Serves the connection until it ends; a method of its Engine.IO socket.
    overflowed
        Called with the Engine.IO socket of a reader who is too slow.
    shortcut
        Offered each message with the Engine.IO socket, in the event loop and in order, and returns
        whether it has taken it; the others go through Engine.IO. It must not wait.
    most_waiting
        Bytes that may wait to be written, beside one frame that is longer.
    """

    def __init__(
        self,
        handler: MethodType,
        server: Any,
        *,
        overflowed: Callable[[Any], None],
        shortcut: Callable[[Any, str | bytes], bool],
        most_waiting: int,
    ) -> None:
        self._handler, self._overflowed, self._shortcut = handler, overflowed, shortcut
        self._engine_socket: Any = handler.__self__
        self._frames = Frames(server.max_http_buffer_size)
        self._unsent: deque[memoryview] = deque()
        self._waiting, self._most_waiting = 0, most_waiting
        self._socket: socket.socket
        self.file = -1
        self.is_clear = False
        """Whether a frame may be written to `file` by itself: nothing waits, and nothing ends."""

        self._readable: Any = None
        self._writable: Any = None
        self._waiter: Waiter | None = None
        self._last_wait: Greenlet[..., None] | None = None
        self._is_ending = False

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Shake hands and serve the connection; the WSGI application of an upgrade request."""
        self._take_over(environ[SOCKET_KEY])
        is_welcome, answers = shake_hands(environ)
        try:
            for answer in answers:
                self.write(answer)
            if is_welcome:
                # Frames may have come with the request, and the HTTP server has read them with it.
                self._take_in(environ["wsgi.input"].peek(CHUNK))
                self._engine_socket.session[SESSION_KEY] = self
                self.is_clear = not (self._unsent or self._is_ending)
                self._handler(self)
        finally:
            self._end()
        # Not a list: Engine.IO would answer the request a second time.
        return ()

    def wait(self) -> str | bytes | None:
        """Return the next message, or None when the connection has ended."""
        frames = self._frames
        while not frames.messages and frames.is_open:
            self._sleep()
        if frames.messages and not self._is_ending:
            return frames.messages.popleft()
        # To end at once could take back what is written and not yet read.
        while self._is_ending and not frames.is_over:
            self._sleep()
        return None

    def send(self, message: str | bytes) -> None:
        """Write a message, now or as soon as the reader takes it."""
        self.write(frame_of(message))

    def write(self, frame: bytes) -> None:
        """Write one whole frame, now or as soon as the reader takes it."""
        if self._is_ending:
            return
        if not self._unsent:
            sent = self._write_now(frame)
            if sent < len(frame):
                self.keep(memoryview(frame)[sent:])
        elif self._waiting > self._most_waiting:
            self._overflowed(self._engine_socket)
        else:
            self.keep(memoryview(frame))

    def keep(self, rest: memoryview) -> None:
        """Write the rest of a frame as soon as the reader takes it."""
        self.is_clear = False
        self._unsent.append(rest)
        self._waiting += len(rest)
        if not self._writable.active:
            self._writable.start(self._drain)

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
            self.keep(memoryview(last))
        self._frames.say_goodbye()
        for answer in self._frames.answers():
            self.keep(memoryview(answer))
        # A peer that neither reads nor answers must not hold the connection.
        self._last_wait = spawn_later(CLOSING_SECONDS, self._abort)
        self._is_ending, self.is_clear = True, False
        self._drain()

    def _take_over(self, connection: socket.socket) -> None:
        self._socket = connection
        # Without it the author's receipt waits 40 ms for a delayed TCP acknowledgement.
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        # The system would keep megabytes for each reader who does not read.
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, MOST_IN_SYSTEM)
        connection.setblocking(False)
        self.file = connection.fileno()
        loop = get_hub().loop
        self._readable, self._writable = loop.io(self.file, READABLE), loop.io(self.file, WRITABLE)

    def _sleep(self) -> None:
        """Wait until something has come in."""
        if not self._readable.active:
            self._readable.start(self._read)
        self._waiter = Waiter()
        try:
            self._waiter.get()
        finally:
            self._waiter = None

    def _read(self) -> None:
        """Read what has come; called by the event loop, so nothing here may wait.

        The watcher stays active between messages: to start it for each, as a socket of gevent
        does, costs three more calls of the system.
        """
        try:
            received = os.read(self.file, CHUNK)
        except BlockingIOError:
            return
        except OSError:
            received = b""
        frames, messages = self._frames, self._frames.messages
        frames.take_in(received)
        if not frames.is_plain:
            self._answer()
        if self._waiter is not None and not self._is_ending:
            # Whoever serves the connection is asleep, so everything before these is handled.
            while messages and self._shortcut(self._engine_socket, messages[0]):
                messages.popleft()
        if frames.is_at_end or len(messages) > MOST_UNREAD:
            self._readable.stop()
        if self._waiter is not None and (messages or not frames.is_open):
            self._waiter.switch(None)

    def _take_in(self, received: bytes) -> None:
        if received:
            self._frames.take_in(received)
            self._answer()

    def _answer(self) -> None:
        for answer in self._frames.answers():
            self.write(answer)

    def _write_now(self, frame: bytes | memoryview) -> int:
        """Write what the system takes and return how much that was; all, when nobody is there."""
        try:
            return os.write(self.file, frame)
        except BlockingIOError:
            return 0
        except OSError:
            self._abort()
            return len(frame)

    def _drop_whole_frames(self) -> None:
        # The first one is half written: the stream would be torn without its rest.
        while len(self._unsent) > 1:
            self._waiting -= len(self._unsent.pop())

    def _drain(self) -> None:
        """Write what waits; called by the event loop, so nothing here may wait."""
        while self._unsent:
            first = self._unsent.popleft()
            sent = self._write_now(first)
            self._waiting -= sent
            if sent < len(first):
                self._unsent.appendleft(first[sent:])
                return
        self._writable.stop()
        self.is_clear = not self._is_ending
        if self._is_ending:
            self._shut(socket.SHUT_WR)

    def _abort(self) -> None:
        if self.file >= 0:
            self._is_ending, self.is_clear = True, False
            self._unsent.clear()
            self._writable.stop()
            self._shut(socket.SHUT_RDWR)

    def _shut(self, how: int) -> None:
        with suppress(OSError):
            self._socket.shutdown(how)

    def _end(self) -> None:
        self._abort()
        end_heartbeat(self._engine_socket)
        if self._last_wait is not None:
            self._last_wait.kill(block=False)
        # The number may soon be that of another connection.
        self.file = -1
        for watcher in (self._readable, self._writable):
            watcher.stop()
            watcher.close()

"""The frames of one WebSocket connection: bytes in, messages and answers out, and no I/O.

The Sans-I/O protocol of `websockets` takes the frames apart: it looks at the size in a frame's head
before it takes the payload, and answers pings and goodbyes. Here fragments become messages, and
short texts in one frame, which is what nearly all are, are read without it at a fifth of the cost.
"""

from collections import deque
from typing import Any

from websockets.datastructures import Headers
from websockets.frames import CloseCode, Frame, Opcode
from websockets.http11 import Request
from websockets.protocol import Protocol, Side, State
from websockets.server import ServerProtocol

try:
    from websockets.speedups import apply_mask
except ImportError:
    from websockets.utils import apply_mask

PACKET_TYPES = frozenset(b"%d" % number for number in range(7))
"""How a packet of Engine.IO begins. It fails over any other, and then forgets to clear up."""


WHOLE_TEXT, MASKED, LENGTH_FOLLOWS = 0x81, 0x80, 126
"""A text in one frame; a mask, which clients must use; two bytes of length (RFC 6455, 5.2)."""


def frame_of(message: str | bytes) -> bytes:
    """Return a message as one frame of a server: whole, and without a mask (RFC 6455, 5.2).

    >>> frame_of("hi")
    b'\\x81\\x02hi'
    """
    content, first = (message.encode(), 0x81) if isinstance(message, str) else (message, 0x82)
    length = len(content)
    if length < 126:
        return bytes((first, length)) + content
    if length < 65_536:
        return bytes((first, 126)) + length.to_bytes(2, "big") + content
    return bytes((first, 127)) + length.to_bytes(8, "big") + content


def shake_hands(environ: dict[str, Any]) -> tuple[bool, list[bytes]]:
    """Return whether a request may become a WebSocket connection, and what to answer."""
    headers = Headers()
    for key, value in environ.items():
        if key.startswith("HTTP_"):
            headers[key[5:].replace("_", "-").title()] = value
    handshake = ServerProtocol()
    handshake.send_response(handshake.accept(Request(environ["PATH_INFO"], headers)))
    return handshake.state is State.OPEN, handshake.data_to_send()


class Frames:
    """What one client sends, as messages. `most` is the largest message in bytes."""

    def __init__(self, most: int) -> None:
        self.messages: deque[str | bytes] = deque()
        self.is_at_end = False
        self._protocol = Protocol(Side.SERVER, max_size=most)
        self._fragments: list[bytes] = []
        self._is_text = False
        self._most = most
        self.is_plain = True
        """Whether there was nothing but whole texts so far, which want no answer."""

        self._rest = b""

    @property
    def is_open(self) -> bool:
        """Whether messages may still come and go."""
        return self._protocol.state is State.OPEN and not self.is_at_end

    @property
    def is_over(self) -> bool:
        """Whether the client has said goodbye, or gone without a word."""
        return self.is_at_end or self._protocol.close_rcvd is not None

    def take_in(self, received: bytes) -> None:
        """Take in what came from the network; nothing means its end."""
        if self.is_at_end:
            return
        if not received:
            self.is_at_end = True
            self._protocol.receive_eof()
            return
        if self.is_plain:
            received = self._take_plain(self._rest + received if self._rest else received)
            if not received:
                return
        self._protocol.receive_data(received)
        for event in self._protocol.events_received():
            if isinstance(event, Frame):
                self._take(event)

    def answers(self) -> list[bytes]:
        """Return what the protocol wants written: pongs, goodbyes."""
        return [written for written in self._protocol.data_to_send() if written]

    def say_goodbye(self) -> None:
        """Begin to close the connection."""
        if self._protocol.state is State.OPEN:
            self._protocol.send_close(CloseCode.NORMAL_CLOSURE)

    def _take_plain(self, received: bytes) -> bytes:
        """Take whole texts, keep the beginning of one, and return all from the first other frame on.

        From there on everything is the protocol's: who knows where its frames end is only itself.
        """
        at = 0
        while self.is_plain and (found := self._next_plain(received, at)) is not None:
            mask, start, end = found
            at = end
            self._is_text = True
            self._take_message(apply_mask(received[start:end], received[mask:start]))
        rest = received[at:]
        self._rest = rest if self.is_plain else b""
        return b"" if self.is_plain else rest

    def _next_plain(self, received: bytes, at: int) -> tuple[int, int, int] | None:
        """Return where the mask, the content and the end of a whole text are, or None when there is none."""
        size = len(received) - at
        if size < 2:
            return None
        length, mask = received[at + 1] - MASKED, at + 2
        if received[at] != WHOLE_TEXT or not 0 <= length <= LENGTH_FOLLOWS:
            self.is_plain = False
            return None
        if length == LENGTH_FOLLOWS:
            if size < 4:
                return None
            length, mask = received[at + 2] << 8 | received[at + 3], at + 4
        if length > self._most:
            self.is_plain = False
            return None
        start = mask + 4
        return (mask, start, start + length) if start + length <= at + size else None

    def _take(self, frame: Frame) -> None:
        if frame.opcode in (Opcode.TEXT, Opcode.BINARY):
            self._is_text = frame.opcode is Opcode.TEXT
        elif frame.opcode is not Opcode.CONT:
            return
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
        if self._is_text and whole[:1] not in PACKET_TYPES:
            self._fail(CloseCode.POLICY_VIOLATION)
        else:
            self.messages.append(message)

    def _fail(self, code: CloseCode) -> None:
        self.is_plain = False
        self._protocol.fail(code)

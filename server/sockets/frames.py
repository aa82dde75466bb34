"""The frames of one WebSocket connection: bytes in, messages and answers out, and no I/O.

The Sans-I/O protocol of `websockets` takes the frames apart: it looks at the size in a frame's head
before it takes the payload, and answers pings and goodbyes. Here fragments become messages.
"""

from collections import deque
from typing import Any

from websockets.datastructures import Headers
from websockets.frames import CloseCode, Frame, Opcode
from websockets.http11 import Request
from websockets.protocol import Protocol, Side, State
from websockets.server import ServerProtocol

PACKET_TYPES = frozenset(b"%d" % number for number in range(7))
"""How a packet of Engine.IO begins. It fails over any other, and then forgets to clear up."""


def frame_of(message: str | bytes) -> bytes:
    """Return a message as one frame of a server."""
    if isinstance(message, str):
        return Frame(Opcode.TEXT, message.encode()).serialize(mask=False)
    return Frame(Opcode.BINARY, message).serialize(mask=False)


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
            self._protocol.fail(CloseCode.INVALID_DATA)
            return
        if self._is_text and whole[:1] not in PACKET_TYPES:
            self._protocol.fail(CloseCode.POLICY_VIOLATION)
        else:
            self.messages.append(message)

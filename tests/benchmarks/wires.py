"""What the servers under measurement expect to hear, and how what they say is read.

One class a protocol; all have the same methods, so the crowd need not know whom it talks to.
"""

import json
import re
from base64 import b64decode, b64encode
from typing import Protocol

from server.rooms.lib0 import write_bytes, write_uint

TEXT, BINARY = 0x81, 0x82

RECEIPT = re.compile(rb'"([\w-]{16})":(\d+)')


def frame(content: bytes, first: int = TEXT) -> bytes:
    """Return a frame of a client; its mask of zeros changes nothing, and is allowed."""
    length = len(content)
    if length < 126:
        head = bytes((first, 0x80 | length))
    elif length < 65_536:
        head = bytes((first, 0xFE)) + length.to_bytes(2, "big")
    else:
        head = bytes((first, 0xFF)) + length.to_bytes(8, "big")
    return head + b"\0\0\0\0" + content


def awareness(client: int, clock: int) -> bytes:
    """Return what somebody shows of themselves, as a page does when it is opened."""
    state = b'{"user":{"name":"Somebody","color":"#0f766e"},"at":{"section":"actions","id":null}}'
    return b"\x01" + write_uint(client) + write_uint(clock) + write_bytes(state)


class Wire(Protocol):
    """How one person talks to one server."""

    path: str
    cookie: str
    has_receipts: bool
    """Whether the server says that an edit is on the disk."""

    def greet(self) -> bytes:
        """Return the frames with which a client begins."""

    def is_welcome(self, content: bytes) -> bool:
        """Return whether a frame ends the greeting."""

    def edit(self, n: int, update: bytes) -> bytes:
        """Return an edit as frames."""

    def show(self, state: bytes) -> bytes:
        """Return an awareness update as frames."""

    def seen(self, content: bytes) -> bytes:
        """Return the bytes of a frame in which marks may be."""

    def receipt(self, content: bytes) -> int:
        """Return up to which edit a frame says that all are on the disk, or 0."""


class TavoloWire:
    """Socket.IO with text frames (`server.sockets.protocol`)."""

    has_receipts = True

    def __init__(self, plan: str, token: str) -> None:
        self.path = f"/socket.io/?EIO=4&transport=websocket&plan={plan}"
        self.cookie = f"tavolo={token}"
        self._key = b""

    def greet(self) -> bytes:
        """Join the namespace and open the plan."""
        return frame(b"40/plan,") + frame(b'42/plan,1["open",{}]')

    def is_welcome(self, content: bytes) -> bool:
        """Take the answer to `open`."""
        if content.startswith(b"43/plan,1"):
            self._key = json.loads(content[9:])[0]["you"]["key"].encode()
        return bool(self._key)

    def edit(self, n: int, update: bytes) -> bytes:
        """Send `edit`."""
        return frame(b'42/plan,["edit",%d,"%s"]' % (n, b64encode(update)))

    def show(self, state: bytes) -> bytes:
        """Send `presence`."""
        return frame(b'42/plan,["presence","%s"]' % b64encode(state))

    def seen(self, content: bytes) -> bytes:
        """Read `edits`."""
        return b64decode(content.split(b'"', 4)[3]) if content.startswith(b'42/plan,["edits"') else b""

    def receipt(self, content: bytes) -> int:
        """Read `saved`."""
        if self._key not in content or not content.startswith(b'42/plan,["edits"'):
            return 0
        return next((int(n) for key, n in RECEIPT.findall(content) if key == self._key), 0)


class _Unsaved:
    """What the servers have in common that say nothing of the disk."""

    has_receipts = False
    cookie = ""

    def seen(self, content: bytes) -> bytes:
        """Read everything."""
        return content

    def receipt(self, content: bytes) -> int:
        """Return 0."""
        return 0


class HocuspocusWire(_Unsaved):
    """Binary frames that begin with the plan's name."""

    path = "/"

    def __init__(self, plan: str, token: str) -> None:
        self._name = write_bytes(plan.encode())

    def greet(self) -> bytes:
        """Say who one is, and ask for everything (message 2 is authentication, 0 synchronisation)."""
        return self._say(b"\x02\x00" + write_bytes(b"token")) + self._say(b"\x00\x00" + write_bytes(b"\x00"))

    def is_welcome(self, content: bytes) -> bool:
        """Take the second step of the synchronisation."""
        return content[len(self._name) :].startswith(b"\x00\x01")

    def edit(self, n: int, update: bytes) -> bytes:
        """Send an update."""
        return self._say(b"\x00\x02" + write_bytes(update))

    def show(self, state: bytes) -> bytes:
        """Send an awareness update."""
        return self._say(b"\x01" + write_bytes(state))

    def _say(self, content: bytes) -> bytes:
        return frame(self._name + content, BINARY)


class YWebsocketWire(_Unsaved):
    """The protocol of y-websocket: as Hocuspocus, but the plan is in the path."""

    def __init__(self, plan: str, token: str) -> None:
        self.path = f"/{plan}"

    def greet(self) -> bytes:
        """Ask for everything."""
        return frame(b"\x00\x00" + write_bytes(b"\x00"), BINARY)

    def is_welcome(self, content: bytes) -> bool:
        """Take the second step of the synchronisation."""
        return content.startswith(b"\x00\x01")

    def edit(self, n: int, update: bytes) -> bytes:
        """Send an update."""
        return frame(b"\x00\x02" + write_bytes(update), BINARY)

    def show(self, state: bytes) -> bytes:
        """Send an awareness update."""
        return frame(b"\x01" + write_bytes(state), BINARY)


class YSocketIoWire(_Unsaved):
    """Socket.IO with a namespace a plan and bytes as attachments, in frames of their own."""

    path = "/socket.io/?EIO=4&transport=websocket"

    def __init__(self, plan: str, token: str) -> None:
        self._space = b"/yjs|" + plan.encode()

    def greet(self) -> bytes:
        """Join the namespace; nothing may be said before the answer."""
        return frame(b"40" + self._space + b",")

    def is_welcome(self, content: bytes) -> bool:
        """Take the answer."""
        return content.startswith(b"40" + self._space)

    def edit(self, n: int, update: bytes) -> bytes:
        """Send an update."""
        return self._say(b"sync-update", update)

    def show(self, state: bytes) -> bytes:
        """Send an awareness update."""
        return self._say(b"awareness-update", state)

    def _say(self, event: bytes, content: bytes) -> bytes:
        head = b'451-%s,["%s",{"_placeholder":true,"num":0}]' % (self._space, event)
        return frame(head) + frame(content, BINARY)

"""An independent client of the wire: a WebSocket, the packets of Socket.IO, and a Yjs document.

It knows `server.sockets.protocol` as a text and shares no code with the server, so that the
tests and the benchmarks see what any other client would see.
"""

import json
import random
from base64 import b64decode, b64encode
from collections.abc import Callable
from time import monotonic
from typing import Any

from pycrdt import Doc, Map
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

PATIENCE = 20.0
"""Seconds after which a test gives up."""

NOTHING = b"\x00\x00"
"""An update without structures and deletions."""


class Closed(Exception):
    """The server has ended the connection."""


class Unwelcome(Exception):
    """The server does not let the client in: `code` and `message`."""

    def __init__(self, answer: dict[str, Any]) -> None:
        super().__init__(answer)
        self.code = answer.get("data", {}).get("code")


class WireClient:
    """One person at one plan; `document` is their copy, kept over reconnections."""

    def __init__(self, url: str, plan: str, token: str, *, origin: str | None = None) -> None:
        self.url, self.plan, self.token, self.origin = url, plan, token, origin
        self.new_document()
        self.n = self.saved = self.seq = 0
        self.you: dict[str, Any] = {}
        self.opened: dict[str, Any] = {}
        self.events: list[tuple[str, list[Any]]] = []
        self.is_closed = True

    def new_document(self) -> None:
        """Throw the copy away and start with another client identifier (W6)."""
        self.lineage: str | None = None
        self.document: Doc[Any] = Doc(client_id=random.randrange(2**32))

    def connect(self, **options: Any) -> "WireClient":
        """Connect to the namespace; raise Unwelcome when the server does not want the client."""
        address = self.url.replace("http", "ws") + f"/socket.io/?EIO=4&transport=websocket&plan={self.plan}"
        headers = {"Cookie": f"tavolo={self.token}"} if self.token else {}
        self._connection = connect(
            address,
            additional_headers=headers,
            origin=self.origin,
            compression=None,
            max_size=None,
            **options,
        )
        self._socket = self._connection.__enter__()
        self.is_closed = False
        assert self._receive().startswith("0")
        self._socket.send("40/plan,")
        answer = self._receive()
        if answer.startswith("44/plan,"):
            raise Unwelcome(json.loads(answer[8:]))
        assert answer.startswith("40/plan,"), answer
        return self

    def open(self) -> dict[str, Any]:
        """Open the plan, bring both copies together, and return the server's answer."""
        vector = b64encode(self.document.get_state()).decode()
        request = {"lineage": self.lineage, "state_vector": vector} if self.lineage else {}
        self._socket.send("42/plan,1" + json.dumps(["open", request]))
        self.opened = {}
        self.wait_for(lambda: self.opened)
        if "error" in self.opened:
            return self.opened
        if self.opened["reset"]:
            self.new_document()
        self.lineage, self.you, self.seq = self.opened["lineage"], self.opened["you"], self.opened["seq"]
        self.n = self.saved = 0
        missing = self.document.get_update(b64decode(self.opened["state_vector"]))
        self.document.apply_update(b64decode(self.opened["update"]))
        if missing != NOTHING:
            self.send_edit(missing)
        return self.opened

    def join(self) -> "WireClient":
        """Connect and open."""
        self.connect().open()
        return self

    def section(self, section: str, tool: str | None = None) -> Any:
        """Return the map of a section of the local copy."""
        return self.document.get(tool or section, type=Map)[section]

    def change(self, change: Callable[[], Any]) -> bytes:
        """Change the local copy and return the update that says so, and nothing that was said before.

        What a copy lacks of another would also have everything that was ever deleted.
        """
        said: list[bytes] = []
        subscription = self.document.observe(lambda event: said.append(event.update))
        with self.document.transaction():
            change()
        self.document.unobserve(subscription)
        return said[0] if said else NOTHING

    def edit(self, change: Callable[[], Any]) -> int:
        """Change the local copy, send the change and return its number."""
        return self.send_edit(self.change(change))

    def send_edit(self, update: bytes) -> int:
        """Send an update and return its number."""
        self.n += 1
        self.send("edit", self.n, b64encode(update).decode())
        return self.n

    def send(self, event: str, *arguments: Any) -> None:
        """Send an event as it is."""
        self.send_text("42/plan," + json.dumps([event, *arguments]))

    def send_text(self, text: str) -> None:
        """Send a packet as it is."""
        try:
            self._socket.send(text)
        except ConnectionClosed:
            self.is_closed = True

    def wait_saved(self, n: int | None = None) -> None:
        """Wait for the receipt of an edit, by default of the last one."""
        wanted = self.n if n is None else n
        self.wait_for(lambda: self.saved >= wanted)

    def wait_for(self, condition: Callable[[], Any], patience: float = PATIENCE) -> Any:
        """Take in what comes until a condition holds, and return its value."""
        until = monotonic() + patience
        while not (value := condition()):
            left = until - monotonic()
            if left <= 0:
                raise AssertionError(f"Waited {patience} s in vain; the last events: {self.events[-5:]}")
            self._take(left)
        return value

    def wait_event(self, name: str, patience: float = PATIENCE) -> list[Any]:
        """Wait for an event that has not been taken before, and return its arguments."""
        found = self.wait_for(lambda: [e for e in self.events if e[0] == name], patience)[0]
        self.events.remove(found)
        return found[1]

    def wait_closed(self, patience: float = PATIENCE) -> None:
        """Wait until the server has ended the connection."""
        try:
            self.wait_for(lambda: self.is_closed, patience)
        except Closed:
            return

    def close(self) -> None:
        """End the connection."""
        self.is_closed = True
        self._connection.__exit__(None, None, None)

    def _take(self, patience: float) -> None:
        if self.is_closed:
            raise Closed
        text = self._receive(patience)
        if text.startswith("42/plan,"):
            name, *arguments = json.loads(text[8:])
            self._take_event(name, arguments)
        elif text.startswith("43/plan,1"):
            self.opened = json.loads(text[9:])[0]

    def _take_event(self, name: str, arguments: list[Any]) -> None:
        if name == "edits":
            self.seq = arguments[0]
            if arguments[1]:
                self.document.apply_update(b64decode(arguments[1]))
            self.saved = max(self.saved, arguments[2].get(self.you.get("key"), 0))
        self.events.append((name, arguments))

    def _receive(self, patience: float = PATIENCE) -> str:
        until = monotonic() + patience
        while True:
            try:
                text = self._socket.recv(timeout=max(0.001, until - monotonic()))
            except TimeoutError:
                return ""
            except ConnectionClosed:
                self.is_closed = True
                return ""
            assert isinstance(text, str)
            if text != "2":
                return text
            self.send_text("3")

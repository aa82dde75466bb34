"""The hand of somebody who sits elsewhere: it drags a node of the strategy map, over the wire alone."""

import json
import urllib.request
from base64 import b64decode, b64encode
from http.cookies import SimpleCookie
from typing import Any

from pycrdt import Awareness

from tests.end_to_end.installation import Installation
from tests.wire_client import WireClient

NODES = "strategy_nodes"
TOOL = "strategy_map"


class Hand:
    """A guest at a plan, and the node in their hand; `x` is where that node stands."""

    def __init__(self, installation: Installation, plan: str, code: str, name: str, node: str) -> None:
        token = take_seat(installation, code, name)
        self.name, self.node = name, node
        self.client = WireClient(installation.url, plan, token, origin=installation.url).join()
        self.awareness = Awareness(self.client.document)
        self.x, self.y = float(self._nodes[node]["x"]), 0.0
        self._show({})

    @property
    def _nodes(self) -> Any:
        return self.client.section(NODES, TOOL)

    def drag(self, by: float, y: float) -> None:
        """Move the node, which only shows; `y` is its height on the whole map."""
        self.x, self.y = self.x + by, y
        self._show({self.node: (self.x, y)})

    def meddle(self, node: str, x: float, y: float, title: str) -> None:
        """Take a node that somebody else holds as well, and write that it stands there and is called that."""
        self._show({self.node: (self.x, self.y), node: (x, y)}, at=node)
        self.client.edit(lambda: self._nodes[node].update({"x": x, "title": title}))
        self.client.wait_saved()

    def let_go(self) -> None:
        """Leave the node where it is, which is an edit."""
        self.client.edit(lambda: self._nodes[self.node].update({"x": self.x}))
        self.client.wait_saved()
        self._show({})

    def _show(self, held: dict[str, tuple[float, float]], at: str | None = None) -> None:
        spots = {node: {"x": x, "y": y} for node, (x, y) in held.items()}
        place = {"section": NODES, "id": at or self.node, "field": None}
        drag = {"section": NODES, "spots": spots} if spots else None
        self.awareness.set_local_state({"at": place, "drag": drag})
        shown = self.awareness.encode_awareness_update([self.awareness.client_id])
        self.client.send("presence", b64encode(shown).decode())

    def places(self) -> dict[str, float]:
        """Return where each node stands in this person's copy."""
        nodes = self._nodes
        return {node: float(nodes[node]["x"]) for node in nodes}

    def sees_held(self) -> dict[str, str]:
        """Return who holds which node, as this person is told."""
        for name, arguments in self.client.events:
            if name == "presence":
                self.awareness.apply_awareness_update(b64decode(arguments[0]), "server")
        states = (state for state in self.awareness.states.values() if "user" in state and "drag" in state)
        return {node: state["user"]["name"] for state in states for node in state["drag"]["spots"]}


def take_seat(installation: Installation, code: str, name: str) -> str:
    """Take a guest's seat; return the token that the browser would keep."""
    said = {"code": code, "name": name, "department": "Service"}
    request = urllib.request.Request(installation.url + "/api/join", json.dumps(said).encode())
    request.add_header("Origin", installation.url)
    request.add_header("Content-Type", "application/json")
    with urllib.request.urlopen(request, timeout=20) as answer:
        return SimpleCookie(answer.headers["Set-Cookie"])["tavolo"].value

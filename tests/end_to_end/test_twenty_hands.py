"""Twenty people move things on one map at the same time."""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.end_to_end.hand import TOOL, Hand
from tests.end_to_end.installation import Installation
from tests.end_to_end.person import Person

LANES = ("financial", "customer", "process", "learning")
OTHERS, STEPS, STEP = 19, 20, 8
"""So many others take so many steps of so many of the map's units."""
ROOM = 480
"""From one node of a lane to the next; nobody drags that far."""

WATCH = """() => {
  window.seen = {};
  const look = () => {
    for (const node of document.querySelectorAll('.react-flow__node')) {
      const x = Number(/translate\\((-?[\\d.]+)px/.exec(node.style.transform)[1]);
      const places = (window.seen[node.dataset.id] ??= []);
      if (places.at(-1) !== x) places.push(x);
    }
    requestAnimationFrame(look);
  };
  look();
}"""
"""Notes where each node stands in every frame."""

FRAME = "() => new Promise(requestAnimationFrame)"


def node_of(at: int) -> str:
    return f"node-{at:016}"


def title_of(at: int) -> str:
    return f"Goal number {at}"


@pytest.fixture
def crowd(tavolo: Installation) -> Iterator[tuple[str, list[Hand]]]:
    """A plan with twenty nodes in four lanes, and nineteen people who each take hold of one of them."""
    nodes = [
        {"id": node_of(at), "title": title_of(at), "kind": "goal", "perspective": LANES[at % 4],
         "x": ROOM * (at // 4), "y": 0} for at in range(OTHERS + 1)
    ]  # fmt: skip
    plan = tavolo.a_plan(strategy_nodes=nodes)
    code = tavolo.join_code(plan)
    with ExitStack() as seats:
        hands = [Hand(tavolo, plan, code, f"Guest {at}", node_of(at)) for at in range(1, OTHERS + 1)]
        for hand in hands:
            seats.callback(hand.client.close)
        yield plan, hands


class OwnHand:
    """The one hand at a mouse; it drags the first node."""

    def __init__(self, person: Person) -> None:
        self.page = person.page
        self.piece = self.page.locator(f'.react-flow__node[data-id="{node_of(0)}"]')
        self.zoom = self.page.evaluate(
            "new DOMMatrix(document.querySelector('.react-flow__viewport').style.transform).a"
        )
        box = self.piece.bounding_box()
        assert box
        self.x, self.y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self.begun = self.x
        self.page.mouse.move(self.x, self.y)
        self.page.mouse.down()
        # A drag begins some pixels late, and stays as far behind the hand as it is after the first step.
        self.move(STEP)
        self.begun = self.x - self.shown * self.zoom

    def move(self, by: float) -> None:
        """Move by so many of the map's units."""
        self.x += by * self.zoom
        self.page.mouse.move(self.x, self.y)
        self.page.evaluate(FRAME)

    @property
    def wanted(self) -> float:
        """Where the node belongs, on the map."""
        return float((self.x - self.begun) / self.zoom)

    @property
    def shown(self) -> float:
        """Where the node is, on the map."""
        return float(self.piece.evaluate("(node) => new DOMMatrix(node.style.transform).e"))


def test_twenty_people_drag_twenty_nodes_and_nothing_jumps(
    tavolo: Installation, ana: Person, crowd: tuple[str, list[Hand]]
) -> None:
    plan, hands = crowd
    ana.open(plan, TOOL)
    expect(ana.page.get_by_role("button", name="20 people here")).to_be_visible()
    expect(ana.page.locator(".react-flow__node")).to_have_count(OTHERS + 1)
    heights = heights_of(ana)
    ana.page.evaluate(WATCH)
    own = OwnHand(ana)
    for step in range(STEPS):
        for hand in hands:
            hand.drag(STEP, heights[hand.node])
        if step == STEPS // 2:
            expect_meddled(own, hands[-1], heights[node_of(0)])
        own.move(STEP)
        assert abs(own.shown - own.wanted) <= STEP, "The node did not follow the hand."
    expect_names(ana, hands)
    hands[0].client.wait_for(lambda: hands[0].sees_held().get(node_of(0)) == "Ana Ricci")
    for hand in hands:
        hand.let_go()
    own.page.mouse.up()
    ana.expect_saved()
    expect_equal(tavolo, plan, ana, hands)
    assert abs(places_on_disk(tavolo, plan)[node_of(0)] - own.wanted) <= STEP, "It was put down elsewhere."
    seen: dict[str, list[float]] = ana.page.evaluate("window.seen")
    assert {node: places for node, places in seen.items() if places != sorted(places)} == {}
    # They were seen to move on their way, not only to arrive.
    assert all(len(places) > STEPS / 4 for places in seen.values()), seen


def expect_meddled(own: OwnHand, other: Hand, y: float) -> None:
    """Have somebody else drag the same node far away and write it there; wait until the page knows."""
    other.meddle(node_of(0), -ROOM, y, "Goal number none")
    expect(own.piece.get_by_text(f"{other.name} · Service")).to_be_visible()
    expect(own.piece).to_contain_text("Goal number none")


def heights_of(person: Person) -> dict[str, float]:
    """Return how far down each node stands on the whole map."""
    heights: dict[str, float] = person.page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll('.react-flow__node')].map(
          (node) => [node.dataset.id, new DOMMatrix(node.style.transform).f]))"""
    )
    return heights


def expect_names(person: Person, hands: list[Hand]) -> None:
    """Wait until everybody's name is on what they hold."""
    for at, hand in enumerate(hands, 1):
        piece = person.page.get_by_role("group", name=re.compile(f": {title_of(at)}(,|$)"))
        expect(piece.get_by_text(f"{hand.name} · Service")).to_be_visible()


def expect_equal(tavolo: Installation, plan: str, person: Person, hands: list[Hand]) -> None:
    """Wait until every copy, the page and the server's disk have each node in one place."""
    on_disk = places_on_disk(tavolo, plan)
    assert {node_of(at): hand.x for at, hand in enumerate(hands, 1)}.items() <= on_disk.items()
    for hand in hands:
        hand.client.wait_for(lambda hand=hand: hand.places() == on_disk)
    for node, x in on_disk.items():
        style = re.compile(rf"translate\({x:g}px")
        expect(person.page.locator(f'.react-flow__node[data-id="{node}"]')).to_have_attribute("style", style)


def places_on_disk(tavolo: Installation, plan: str) -> dict[str, float]:
    nodes: list[dict[str, Any]] = tavolo.document(plan)["strategy_nodes"]
    return {node["id"]: float(node["x"]) for node in nodes}

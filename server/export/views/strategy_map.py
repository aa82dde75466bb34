"""The strategy map: goals in the lanes of their perspectives, and what acts on what."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from planning.kinds import Choice
from planning.layouts.boxes import Box
from planning.layouts.passages import Link
from planning.layouts.routing import Routed, routed
from planning.layouts.rows import across_by_links, across_by_places, rows_of_lanes, rows_of_places
from planning.plan import PlainRecord
from planning.records import Section
from server.export.views.drawing import (
    ACCENT,
    BAD,
    INK,
    MUTED,
    PANEL,
    SOFT,
    WIDTH,
    box,
    line,
    svg,
    words,
    wrap,
)
from server.export.views.routes import Stroke, arrow
from server.export.wording import MINUS
from server.export.writing import Writer
from server.texts import gettext as _

LANE = 60.0
"""Points at the left for the names of the lanes."""

ROOM = WIDTH - LANE
NODE, GAP, ABREAST = 92.0, 11.0, 4
SIZE, LINE_HEIGHT, HEAD = 7.4, 8.8, 15.5
BETWEEN, BETWEEN_LANES = 15.0, 21.0
MOST = 36
"""Nodes that can be read on a page; of more, the most important are drawn."""

ON_THE_PAGE = 84.0
"""Units that a node is high on the page of the map: what stands closer than that is one row."""

STROKES = {
    "supports": Stroke("#6d7887"),
    "hinders": Stroke(BAD, "4 2", sign=MINUS),
    "addresses": Stroke(ACCENT, "1.4 1.8", 1.2),
}
UNSAID = Stroke("#8a94a3", width=0.7)
FILLS = {"our_value": SOFT, "trait": PANEL}


@dataclass(frozen=True)
class Node:
    """A node with its words."""

    record: PlainRecord
    kind: str
    lines: list[str]
    is_served: bool

    @property
    def size(self) -> tuple[float, float]:
        """Width and height."""
        return NODE, HEAD + LINE_HEIGHT * len(self.lines)


@dataclass(frozen=True)
class Lane:
    """A perspective and the nodes in it."""

    label: str
    nodes: list[str]


def draw_map(writer: Writer, section: Section, records: list[PlainRecord]) -> Markup:
    """Return the map: lanes from financial at the top to learning at the bottom."""
    important = sorted(records, key=lambda r: -(r.get("importance") or 0))[:MOST]
    kept = {record["id"] for record in important}
    nodes = _nodes(writer, section, [r for r in records if r["id"] in kept])
    links = [one for one in writer.plan.records("strategy_links") if _joins(one, nodes)]
    lanes = _lanes(section, nodes)
    drawn, lane_of = _lay_out(lanes, nodes, links)
    parts = [
        *_lane_marks(lanes, lane_of, drawn),
        *_arrows(drawn, links),
        *(part for id, node in nodes.items() for part in _drawn(node, drawn.boxes[id])),
    ]
    shown = Markup('<g transform="translate({} 0)">{}</g>').format(LANE, Markup("").join(parts))
    return svg(drawn.height + 16, _describe(writer, section, lanes, links), [shown, *_legend(drawn.height)])


def _joins(link: PlainRecord, nodes: Mapping[str, Node]) -> bool:
    start, end = link.get("from_node"), link.get("to_node")
    return start in nodes and end in nodes and start != end


def _nodes(writer: Writer, section: Section, records: Sequence[PlainRecord]) -> dict[str, Node]:
    served = {
        goal
        for objective in writer.plan.records("objectives")
        if objective.get("status") != "dropped"
        for goal in objective.get("goals") or []
    }
    return {
        record["id"]: Node(
            record,
            kind=writer.get(section.key, "kind", record).striptags(),
            lines=wrap(writer.title(section.key, record), NODE - 9, size=SIZE, lines=4),
            is_served=record["id"] in served,
        )
        for record in records
    }


def _lanes(section: Section, nodes: Mapping[str, Node]) -> list[Lane]:
    perspectives = section.fields["perspective"]
    labels = dict(perspectives.choices) if isinstance(perspectives, Choice) else {}
    by_lane: dict[str, list[str]] = {key: [] for key in [*labels, ""]}
    for id, node in nodes.items():
        by_lane[node.record.get("perspective") or ""].append(id)
    lanes = [Lane(_(labels.get(key, "")), ids) for key, ids in by_lane.items()]
    return [lane for lane in lanes if lane.nodes]


def _lay_out(
    lanes: list[Lane], nodes: Mapping[str, Node], links: Sequence[PlainRecord]
) -> tuple[Routed, list[int]]:
    """Return where everything lies, and of each row the lane; as people have put it, if they have put all."""
    joined = [(link["from_node"], link["to_node"]) for link in links]
    places = {
        id: (node.record["x"], node.record["y"])
        for id, node in nodes.items()
        if node.record.get("x") is not None and node.record.get("y") is not None
    }
    if len(places) == len(nodes):
        by_lane = [rows_of_places(lane.nodes, places, ON_THE_PAGE, ABREAST) for lane in lanes]
        rows = [row for found in by_lane for row in found]
        lane_of = [number for number, found in enumerate(by_lane) for _row in found]
        middles = across_by_places(rows, places, NODE + GAP, ROOM)
    else:
        rows, lane_of = rows_of_lanes([lane.nodes for lane in lanes], joined, ABREAST)
        middles = across_by_links(rows, joined, NODE + GAP, ROOM)
    changes = [BETWEEN if a == b else BETWEEN_LANES for a, b in pairwise(lane_of)]
    sizes = {id: node.size for id, node in nodes.items()}
    lines = [Link(start, end) for start, end in joined]
    return routed(rows, middles, sizes, lines, room=ROOM, gaps=[8.0, *changes, 4.0]), lane_of


def _lane_marks(lanes: Sequence[Lane], lane_of: Sequence[int], drawn: Routed) -> Iterator[Markup]:
    for number, lane in enumerate(lanes):
        top = drawn.channels[lane_of.index(number)]
        first = min(drawn.boxes[id].y for id in lane.nodes)
        if number:
            yield line(-LANE, top + 3, ROOM, top + 3)
        for at, said in enumerate(wrap(lane.label, LANE - 6, size=7.5)):
            yield words(-LANE, first + 10 + 9 * at, said, size=7.5, fill=MUTED, bold=True)


def _arrows(drawn: Routed, links: Sequence[PlainRecord]) -> Iterator[Markup]:
    for link, points in zip(links, drawn.lines, strict=True):
        yield from arrow(points, STROKES.get(link.get("kind") or "", UNSAID))


def _drawn(node: Node, place: Box) -> Iterator[Markup]:
    kind = node.record.get("kind")
    stroke, width = (ACCENT, 1.8) if node.is_served else (BAD, 0.8) if kind == "challenge" else (INK, 0.7)
    dash = "3 2" if kind == "challenge" else ""
    fill = FILLS.get(str(kind), "#ffffff")
    yield box(place.x, place.y, *node.size, fill=fill, stroke=stroke, stroke_width=width, radius=4, dash=dash)
    yield words(place.middle, place.y + 8.5, node.kind, size=6, fill=MUTED, anchor="middle")
    for at, said in enumerate(node.lines):
        yield words(place.middle, place.y + 17.2 + LINE_HEIGHT * at, said, size=SIZE, anchor="middle")


def _legend(y: float) -> Iterator[Markup]:
    x = LANE
    labels = (_("supports"), _("hinders"), _("addresses"))
    for label, stroke in zip(labels, STROKES.values(), strict=True):
        yield line(x, y + 9, x + 18, y + 9, stroke=stroke.colour, width=1, dash=stroke.dash)
        yield words(x + 22, y + 11.5, " ".join(filter(None, (stroke.sign, label))), size=7, fill=MUTED)
        x += 72


def _describe(writer: Writer, section: Section, lanes: Sequence[Lane], links: Sequence[PlainRecord]) -> str:
    parts = []
    for lane in lanes:
        titles = (writer.title(section.key, writer.plan.record(section.key, id) or {}) for id in lane.nodes)
        parts.append(f"{lane.label or _('Without perspective')}: {'; '.join(titles)}")
    return _("Strategy map with {count} links.", count=len(links)) + " " + ". ".join(parts)

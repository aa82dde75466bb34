"""The strategy map: goals in the lanes of their perspectives, and what acts on what."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from planning.kinds import Choice
from planning.plan import PlainRecord
from planning.records import Section
from server.export.blocks import Block, Figure
from server.export.collection import show_collection
from server.export.views.drawing import (
    ACCENT,
    BAD,
    FAINT,
    INK,
    LINE,
    MUTED,
    PANEL,
    SOFT,
    WIDTH,
    box,
    line,
    path,
    svg,
    words,
    wrap,
)
from server.export.writing import Writer
from server.texts import gettext as _

LANE = 66
"""Points at the left for the names of the lanes."""

NODE, GAP, ABREAST = 126.0, 10.0, 3
LINE_HEIGHT, ROW_GAP, LANE_GAP = 9.6, 16.0, 12.0
MOST = 27
"""Nodes that fit on a page; of more, the most important are drawn."""

LINKS = {"supports": (FAINT, ""), "hinders": (BAD, "4 2"), "addresses": (ACCENT, "1.5 2")}
FILLS = {"our_value": SOFT, "trait": PANEL}


@dataclass
class Node:
    """A node with its place on the drawing."""

    record: PlainRecord
    kind: str
    lines: list[str]
    served: bool
    x: float = 0
    y: float = 0

    @property
    def height(self) -> float:
        return 17 + LINE_HEIGHT * len(self.lines)


def show_nodes(writer: Writer, section: Section, records: list[PlainRecord]) -> list[Block]:
    """Return the drawing and then, for what it has no room for, the nodes as a collection."""
    caption = _("Outlined in colour: goals with joint objectives under way.")
    if len(records) > MOST:
        caption += " " + _("The {most} most important of {count}.", most=MOST, count=len(records))
    return [Figure(draw_map(writer, section, records), caption), *show_collection(writer, section, records)]


def show_links(writer: Writer, section: Section, records: list[PlainRecord]) -> list[Block]:
    """Return the links that say more than the arrow does."""
    fields = writer.filled(section, records)
    more = [n for n in fields if n not in ("from_node", "to_node", "kind")]
    detailed = [r for r in records if any(writer.has(fields[n], r.get(n)) for n in more)]
    return show_collection(writer, section, detailed)


def draw_map(writer: Writer, section: Section, records: list[PlainRecord]) -> Markup:
    """Return the map: lanes from financial at the top to learning at the bottom."""
    important = sorted(records, key=lambda r: -(r.get("importance") or 0))[:MOST]
    kept = {record["id"] for record in important}
    nodes = {r["id"]: _node(writer, section, r) for r in records if r["id"] in kept}
    links = [
        link
        for link in writer.plan.records("strategy_links")
        if link.get("from_node") in nodes and link.get("to_node") in nodes
    ]
    lanes = _lanes(section, nodes, links)
    height, lines = _place(lanes)
    parts = [
        *lines,
        *_arrows(nodes, links),
        *(one for n in nodes.values() for one in _drawn(n)),
        *_legend(height),
    ]
    return svg(height + 14, _describe(writer, section, lanes, links), parts)


def _node(writer: Writer, section: Section, record: PlainRecord) -> Node:
    served = {
        goal
        for objective in writer.plan.records("objectives")
        if objective.get("status") != "dropped"
        for goal in objective.get("goals") or []
    }
    kind = writer.get(section.key, "kind", record).striptags()
    lines = wrap(writer.title(section.key, record), NODE - 14, lines=3)
    return Node(record, kind, lines, served=record["id"] in served)


def _lanes(
    section: Section, nodes: Mapping[str, Node], links: list[PlainRecord]
) -> list[tuple[str, list[Node]]]:
    perspectives = section.fields["perspective"]
    labels = dict(perspectives.choices) if isinstance(perspectives, Choice) else {}
    by_lane: dict[str, list[str]] = defaultdict(list)
    for id, node in nodes.items():
        by_lane[node.record.get("perspective") or ""].append(id)
    ordered = [lane for lane in [*labels, ""] if by_lane[lane]]
    _untangle([by_lane[lane] for lane in ordered], links)
    return [(_(labels.get(lane, "")), [nodes[id] for id in by_lane[lane]]) for lane in ordered]


def _untangle(lanes: list[list[str]], links: list[PlainRecord]) -> None:
    """Order each lane by where its neighbours stand (the barycentre method; Sugiyama et al. 1981)."""
    neighbours: dict[str, list[str]] = defaultdict(list)
    for link in links:
        neighbours[link["from_node"]].append(link["to_node"])
        neighbours[link["to_node"]].append(link["from_node"])
    for _round in range(4):
        place = {id: (at + 0.5) / len(lane) for lane in lanes for at, id in enumerate(lane)}
        for lane in lanes:
            around = {id: [place[n] for n in neighbours[id] if n in place] or [place[id]] for id in lane}
            lane.sort(key=lambda id: sum(around[id]) / len(around[id]))


def _place(lanes: list[tuple[str, list[Node]]]) -> tuple[float, list[Markup]]:
    """Give every node its place; return the height of the drawing, and the lanes' names and lines."""
    # Arrows between neighbours of the first row need the room above it.
    y, marks = 18.0, []
    for at, (label, nodes) in enumerate(lanes):
        if at:
            marks.append(line(0, y, WIDTH, y))
            y += LANE_GAP
        top = y
        for start in range(0, len(nodes), ABREAST):
            row = nodes[start : start + ABREAST]
            _place_row(row, y)
            y += max(node.height for node in row) + ROW_GAP
        y += LANE_GAP - ROW_GAP
        marks += [
            words(0, top + 11 + 9 * at_line, said, size=7.5, fill=MUTED)
            for at_line, said in enumerate(wrap(label, LANE - 6, size=7.5))
        ]
    return y, marks


def _place_row(row: list[Node], y: float) -> None:
    room = WIDTH - LANE
    step = room / len(row)
    for at, node in enumerate(row):
        node.x, node.y = LANE + step * (at + 0.5) - NODE / 2, y


def _drawn(node: Node) -> Iterator[Markup]:
    kind = node.record.get("kind")
    stroke, width = (ACCENT, 1.5) if node.served else (BAD, 0.8) if kind == "challenge" else (INK, 0.8)
    dash = "3 2" if kind == "challenge" and not node.served else ""
    fill = FILLS.get(str(kind), "#ffffff")
    yield box(
        node.x, node.y, NODE, node.height, fill=fill, stroke=stroke, stroke_width=width, radius=4, dash=dash
    )
    middle = node.x + NODE / 2
    yield words(middle, node.y + 9.5, node.kind, size=6.2, fill=MUTED, anchor="middle")
    for at, said in enumerate(node.lines):
        yield words(middle, node.y + 19 + LINE_HEIGHT * at, said, anchor="middle")


def _arrows(nodes: Mapping[str, Node], links: list[PlainRecord]) -> Iterator[Markup]:
    for link in links:
        begin, end = nodes[link["from_node"]], nodes[link["to_node"]]
        stroke, dash = LINKS.get(link.get("kind") or "", (LINE, ""))
        up = begin.y >= end.y
        x1, y1 = begin.x + NODE / 2, begin.y if up else begin.y + begin.height
        x2, y2 = end.x + NODE / 2, end.y + end.height if up else end.y
        if begin.y == end.y:
            y2 = end.y
        bend = max(14.0, abs(y2 - y1) / 2)
        out, into = (y1 - bend, y2 + bend) if up else (y1 + bend, y2 - bend)
        if begin.y == end.y:
            out = into = begin.y - 14
        # The tip of the arrow points the way the curve arrives.
        tip = 4 if into > y2 else -4
        yield path(
            f"M{x1:.1f} {y1:.1f}C{x1:.1f} {out:.1f} {x2:.1f} {into:.1f} {x2:.1f} {y2 + tip:.1f}",
            stroke=stroke,
            dash=dash,
        )
        yield path(f"M{x2:.1f} {y2:.1f}l-2.4 {tip * 1.1:.1f}h4.8z", fill=stroke, stroke="none")


def _legend(y: float) -> Iterator[Markup]:
    x = float(LANE)
    for label, (stroke, dash) in zip(
        (_("supports"), _("hinders"), _("addresses")), LINKS.values(), strict=True
    ):
        yield line(x, y + 8, x + 18, y + 8, stroke=stroke, width=1, dash=dash)
        yield words(x + 22, y + 10.5, label, size=7, fill=MUTED)
        x += 70


def _describe(
    writer: Writer, section: Section, lanes: list[tuple[str, list[Node]]], links: list[PlainRecord]
) -> str:
    parts = []
    for label, nodes in lanes:
        titles = "; ".join(writer.title(section.key, node.record) for node in nodes)
        parts.append(f"{label or _('Without perspective')}: {titles}")
    return _("Strategy map with {count} links.", count=len(links)) + " " + ". ".join(parts)

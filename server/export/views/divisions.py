"""The divisions of the customer: the map of the company, and a table with what there is to say of each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from markupsafe import Markup

from planning.layouts.forest import Below, below_of, charts, slots, walk
from planning.plan import PlainRecord
from planning.records import Section
from server.export.blocks import Block, Figure, Table
from server.export.collection import lay_out, table_of
from server.export.views.drawing import ACCENT, MUTED, SOFT, WIDTH, box, path, svg, words, wrap
from server.export.views.tree import in_tree_order
from server.export.writing import Writer
from server.texts import gettext as _

PARENT = "parent"
DEEPEST = 6
"""Steps that are indented; deeper ones stand under the sixth, or they would leave the column."""

STEP, HEIGHT, BETWEEN, BROADEST = 23.0, 19.0, 16.0, 132.0
MOST = 26
"""Divisions on one drawing; a larger company is drawn part by part."""


def show_divisions(writer: Writer, section: Section, records: list[PlainRecord]) -> list[Block]:
    """Return the map, and the tree as a table; the indent says what a division is part of."""
    ordered = in_tree_order(records, PARENT)
    layout = lay_out(writer, section, records, without=(PARENT,))
    table = table_of(writer, section, layout, [record for _, record in ordered])
    rows = [
        replace(row, depth=min(depth, DEEPEST)) for (depth, _), row in zip(ordered, table.rows, strict=True)
    ]
    return [*draw_divisions(writer, section, records), Table(table.columns, rows)]


def draw_divisions(writer: Writer, section: Section, records: list[PlainRecord]) -> list[Figure]:
    """Return the map of the company, several for a large one; none while no division is part of another."""
    below = below_of({record["id"]: record.get(PARENT) for record in records})
    if len(below) < 2:
        return []
    named = {record["id"]: record for record in records}
    return [Figure(_draw(writer, section, named, below, ids)) for ids in charts(below, MOST)]


def _draw(
    writer: Writer, section: Section, named: Mapping[str, PlainRecord], below: Below, ids: Sequence[str]
) -> Markup:
    places, count = slots(below, ids)
    depths = {id: depth for depth, id in walk(below) if id in places}
    first, levels = min(depths.values()), max(depths.values()) - min(depths.values()) + 1
    width = min(BROADEST, (WIDTH - BETWEEN * (levels - 1)) / levels)
    corner = {id: ((depths[id] - first) * (width + BETWEEN), STEP * places[id]) for id in places}
    parts = [
        path(_elbow(corner[head], corner[id], width), stroke=MUTED, width=0.8)
        for head, heads in below.items()
        for id in heads
        if head in corner and id in corner
    ]
    for id, (x, y) in corner.items():
        parts += _box(writer, section, named[id], x, y, width, has_more=bool(below.get(id)))
    said = "; ".join(writer.title(section.key, named[id]) for id in places)
    return svg(STEP * count, _("Map of {count} divisions: {names}.", count=len(places), names=said), parts)


def _elbow(head: tuple[float, float], end: tuple[float, float], width: float) -> str:
    x1, y1, x2, y2 = head[0] + width, head[1] + HEIGHT / 2, end[0], end[1] + HEIGHT / 2
    return f"M{x1:.1f} {y1:.1f}H{x2 - BETWEEN / 2:.1f}V{y2:.1f}H{x2:.1f}"


def _box(
    writer: Writer, section: Section, record: PlainRecord, x: float, y: float, width: float, *, has_more: bool
) -> Iterator[Markup]:
    yield box(x, y, width, HEIGHT, fill=SOFT if has_more else "#ffffff", stroke=ACCENT, stroke_width=0.8)
    below = ", ".join(
        filter(None, (writer.get(section.key, name, record).striptags() for name in ("headcount", "site")))
    )
    name = wrap(writer.title(section.key, record), width - 10, size=7.4, lines=1)[0]
    yield words(x + 5, y + (8.4 if below else 12.4), name, size=7.4, bold=True)
    if below:
        yield words(x + 5, y + 16.2, wrap(below, width - 10, size=6.4, lines=1)[0], size=6.4, fill=MUTED)

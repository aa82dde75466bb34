"""Strengths, weaknesses, opportunities and threats in a square."""

from markupsafe import Markup

from planning.kinds import Choice
from planning.plan import PlainRecord
from planning.records import Section
from server.export.blocks import Block, Card, Heading, Quadrant, Quadrants
from server.export.collection import show_collection
from server.export.record import pairs_of
from server.export.writing import Writer, anchor
from server.texts import gettext as _

TITLES = {
    "strength": "Strengths",
    "weakness": "Weaknesses",
    "opportunity": "Opportunities",
    "threat": "Threats",
}
TONES = {"strength": "good", "weakness": "bad", "opportunity": "good", "threat": "bad"}


def show_swot(writer: Writer, section: Section, records: list[PlainRecord]) -> list[Block]:
    """Return the four lists, the weightiest point of each first; points in no list follow."""
    sides = section.fields["side"]
    values = list(sides.choices) if isinstance(sides, Choice) else []
    quadrants = [
        Quadrant(_(TITLES.get(side, side)), TONES.get(side, ""), _points(writer, section, records, side))
        for side in values
    ]
    others = [record for record in records if record.get("side") not in values]
    blocks: list[Block] = [Quadrants(quadrants)] if len(others) < len(records) else []
    if others:
        blocks += [Heading(_("In none of the lists"), level=3), *show_collection(writer, section, others)]
    return blocks


def _points(writer: Writer, section: Section, records: list[PlainRecord], side: str) -> list[Card]:
    points = [record for record in records if record.get("side") == side]
    return [_point(writer, section, r) for r in sorted(points, key=lambda r: -(r.get("weight") or 0))]


def _point(writer: Writer, section: Section, record: PlainRecord) -> Card:
    shown = ("title", "side", "weight", "detail")
    fields = {n: f for n, f in writer.filled(section, [record]).items() if n not in shown}
    return Card(
        title=writer.title(section.key, record),
        subtitle=writer.get(section.key, "detail", record),
        mark=_weight(writer, section, record),
        pairs=pairs_of(writer, section, fields, record),
        anchor=anchor(section.key, record["id"]),
    )


def _weight(writer: Writer, section: Section, record: PlainRecord) -> Markup:
    return writer.get(section.key, "weight", record)

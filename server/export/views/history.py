"""What customer and company have been through together, along a line of time."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from planning.layouts.time_scale import TimeScale
from planning.plan import PlainRecord
from planning.records import Section
from server.export.blocks import Block, Figure
from server.export.collection import show_collection
from server.export.values import sign_of
from server.export.views.drawing import (
    BAD,
    GOOD,
    INK,
    LINE,
    MUTED,
    WIDTH,
    circle,
    line,
    path,
    svg,
    words,
    wrap,
)
from server.export.writing import Writer
from server.texts import gettext as _

LABEL, LINES = 92.0, 2
TIER, HEAD, AXIS = 31.0, 10.0, 15.0
MOST = 12
"""Events that have room for their words on one line of time."""

DRAWINGS = 3
MARK_ROOM = 62.0


@dataclass(frozen=True)
class Moment:
    """An event with its place across and how high above (or below) the line its words stand."""

    record: PlainRecord
    x: float
    tier: int

    @property
    def felt(self) -> int | None:
        """How the customer remembers it, -2 to 2; None when nobody said or the reader may not see it."""
        felt = self.record.get("felt")
        return int(felt) if felt is not None else None


def show_history(writer: Writer, section: Section, records: list[PlainRecord]) -> list[Block]:
    """Return the events that have a date along a line, the last of many, then all as a collection."""
    dated = sorted((r for r in records if r.get("happened_on")), key=lambda r: str(r["happened_on"]))
    shown = dated[-MOST * DRAWINGS :]
    blocks: list[Block] = []
    if len(shown) > 1:
        parts = -(-len(shown) // MOST)
        each = -(-len(shown) // parts)
        blocks += [Figure(_draw(writer, section, shown[at : at + each])) for at in range(0, len(shown), each)]
        blocks[-1] = Figure(blocks[-1].svg, _caption(writer, len(shown), len(dated)))  # type: ignore[union-attr]
    return [*blocks, *show_collection(writer, section, records)]


def _caption(writer: Writer, shown: int, count: int) -> str:
    said = (
        []
        if writer.for_customer
        else [_("Above the line: remembered well, or as nothing special; below: badly.")]
    )
    if shown < count:
        said.append(_("The last {most} of {count}.", most=shown, count=count))
    return " ".join(said)


def _draw(writer: Writer, section: Section, records: Sequence[PlainRecord]) -> Markup:
    first, last = (dt.date.fromisoformat(records[at]["happened_on"]) for at in (0, -1))
    scale = TimeScale(first, last, WIDTH - LABEL)
    above = _moments(scale, [r for r in records if (r.get("felt") or 0) >= 0])
    below = _moments(scale, [r for r in records if (r.get("felt") or 0) < 0])
    base = HEAD + TIER * (1 + max((one.tier for one in above), default=-1))
    height = base + AXIS + TIER * (1 + max((one.tier for one in below), default=-1))
    parts = [
        *(part for one in above for part in _event(writer, section, one, base, -1)),
        *(part for one in below for part in _event(writer, section, one, base + AXIS, 1)),
        *_axis(writer, scale, base),
        *(_mark(one, base) for one in (*above, *below)),
    ]
    return svg(height + 2, _describe(writer, section, records), parts)


def _moments(scale: TimeScale, records: Sequence[PlainRecord]) -> list[Moment]:
    """Return each event above all later ones whose words, or whose line to the axis, it would touch."""
    found: list[Moment] = []
    for record in reversed(records):
        x = scale.place(dt.date.fromisoformat(record["happened_on"]))
        near = [one.tier for one in found if one.x < x + LABEL]
        found.append(Moment(record, x, max(near, default=-1) + 1))
    return found[::-1]


def _event(writer: Writer, section: Section, one: Moment, base: float, way: int) -> Iterator[Markup]:
    far = base + way * (TIER * (one.tier + 1) - 8)
    top = far if way < 0 else far - 17
    yield line(one.x, base, one.x, far, stroke=MUTED, width=0.5)
    day = writer.words.month(dt.date.fromisoformat(one.record["happened_on"]))
    sign = f"{sign_of(one.felt)} · " if one.felt else ""
    colour = BAD if (one.felt or 0) < 0 else GOOD if (one.felt or 0) > 0 else MUTED
    yield words(one.x + 3, top + 2, sign + day, size=6.4, fill=colour, bold=bool(one.felt))
    for at, said in enumerate(wrap(writer.title(section.key, one.record), LABEL - 5, size=7, lines=LINES)):
        yield words(one.x + 3, top + 10 + 8 * at, said, size=7)


def _axis(writer: Writer, scale: TimeScale, base: float) -> Iterator[Markup]:
    middle = base + AXIS / 2
    for day in scale.marks(MARK_ROOM):
        x = scale.place(day)
        yield line(x, middle - 3, x, middle + 3, stroke=MUTED, width=0.5)
    yield line(0, middle, WIDTH, middle, stroke=INK, width=0.9)
    yield path(f"M{WIDTH:.1f} {middle:.1f}l-5 -2.4v4.8z", fill=INK, stroke="none")


def _mark(one: Moment, base: float) -> Markup:
    """Return the sign on the line: a disc, a diamond for what is remembered badly, a ring for the rest."""
    y = base + AXIS / 2
    if (one.felt or 0) < 0:
        return path(f"M{one.x:.1f} {y - 4.2:.1f}l4.2 4.2l-4.2 4.2l-4.2 -4.2z", fill=BAD, stroke="#ffffff")
    if (one.felt or 0) > 0:
        return circle(one.x, y, 3.6, fill=GOOD)
    return Markup("").join([circle(one.x, y, 3.4, fill=INK), circle(one.x, y, 2.0, fill=LINE)])


def _describe(writer: Writer, section: Section, records: Sequence[PlainRecord]) -> str:
    said = "; ".join(
        f"{writer.words.short_day(record['happened_on'])}: {writer.title(section.key, record)}"
        for record in records
    )
    return _("Our history along a line of time. {events}.", events=said)

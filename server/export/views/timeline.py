"""Actions on a calendar, before they are listed one by one."""

import datetime as dt
from collections.abc import Iterator

from markupsafe import Markup

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

NAMES = 150.0
"""Points at the left for the titles."""

STEP, HEAD, BAR = 15.0, 18.0, 7.0
MOST = 36
"""Bars that fit on a page; of more, those that are due first are drawn."""

Span = tuple[PlainRecord, dt.date, dt.date]


def show_actions(writer: Writer, section: Section, records: list[PlainRecord]) -> list[Block]:
    """Return the calendar of the actions that have a date, and all of them as a collection."""
    dated = spans(records)
    blocks: list[Block] = []
    if len(dated) > 1:
        caption = _("Filled: how much of it is done. A diamond: due on that day.")
        if len(dated) > MOST:
            caption += " " + _("The first {most} of {count}.", most=MOST, count=len(dated))
        blocks.append(Figure(draw_timeline(writer, section, dated[:MOST]), caption))
    return [*blocks, *show_collection(writer, section, records)]


def spans(records: list[PlainRecord]) -> list[Span]:
    """Return the actions with a due date that are not dropped, with first and last day, by due date."""
    found = []
    for record in records:
        if record.get("due") and record.get("status") != "dropped":
            due = dt.date.fromisoformat(record["due"])
            start = dt.date.fromisoformat(record["start"]) if record.get("start") else due
            found.append((record, min(start, due), due))
    return sorted(found, key=lambda span: (span[2], span[1]))


def draw_timeline(writer: Writer, section: Section, dated: list[Span]) -> Markup:
    """Return the actions as bars over the months from the first start to the last due date."""
    first = min(start for _, start, _ in dated).replace(day=1)
    last = max(due for _, _, due in dated)
    axis = _Axis(first, last)
    height = HEAD + STEP * len(dated) + 4
    parts = [*axis.grid(writer, height), *axis.today(writer, height)]
    for at, span in enumerate(dated):
        parts += _bar(writer, section, axis, span, HEAD + STEP * at)
    said = _(
        "Calendar of {count} actions from {first} to {last}.",
        count=len(dated),
        first=writer.words.day(first),
        last=writer.words.day(last),
    )
    return svg(height, said, parts)


class _Axis:
    """Days as points across the page."""

    def __init__(self, first: dt.date, last: dt.date) -> None:
        self.first, self.days = first, max((last - first).days, 1)
        self.last = last

    def x(self, day: dt.date) -> float:
        return NAMES + (WIDTH - NAMES - 8) * (day - self.first).days / self.days

    def grid(self, writer: Writer, height: float) -> Iterator[Markup]:
        months = 1 if self.days < 300 else 3 if self.days < 900 else 6
        day = self.first
        while day <= self.last:
            yield line(self.x(day), HEAD - 4, self.x(day), height, width=0.5)
            if self.x(day) < WIDTH - 30:
                yield words(self.x(day) + 2, HEAD - 8, writer.words.month(day), size=6.5, fill=MUTED)
            day = _months_later(day, months)

    def today(self, writer: Writer, height: float) -> Iterator[Markup]:
        today = writer.about.printed_on
        if self.first <= today <= self.last:
            yield line(self.x(today), HEAD - 4, self.x(today), height, stroke=BAD, width=0.8, dash="2 2")


def _months_later(day: dt.date, months: int) -> dt.date:
    years, month = divmod(day.month - 1 + months, 12)
    return dt.date(day.year + years, month + 1, 1)


def _bar(writer: Writer, section: Section, axis: _Axis, span: Span, y: float) -> Iterator[Markup]:
    record, start, due = span
    title = wrap(writer.title(section.key, record), NAMES - 10, size=7.5, lines=1)[0]
    yield words(0, y + 7, title, size=7.5, fill=FAINT if record.get("status") == "done" else INK)
    yield line(0, y + STEP - 3.5, WIDTH, y + STEP - 3.5, stroke=LINE, width=0.3)
    x1, x2 = axis.x(start), axis.x(due)
    if x2 - x1 < 4:
        yield path(f"M{x2:.1f} {y + 0.5:.1f}l4 4l-4 4l-4 -4z", fill=_colour(record), stroke="none")
        return
    done = 100 if record.get("status") == "done" else record.get("progress") or 0
    colour = _colour(record)
    yield box(x1, y + 1, x2 - x1, BAR, fill=SOFT, stroke=colour, stroke_width=0.6, radius=1.5)
    if done:
        yield box(x1, y + 1, (x2 - x1) * min(done, 100) / 100, BAR, fill=colour, radius=1.5)


def _colour(record: PlainRecord) -> str:
    status = record.get("status")
    return BAD if status == "blocked" else FAINT if status == "done" else ACCENT

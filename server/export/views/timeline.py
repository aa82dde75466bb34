"""Actions on a calendar, before they are listed one by one."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from planning.layouts.time_scale import TimeScale
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
    width_of,
    words,
    wrap,
)
from server.export.writing import Writer
from server.texts import gettext as _

NAMES, MARGIN = 150.0, 34.0
"""Points at the left for the titles, and at the right for what is written behind a bar."""

STEP, HEAD, BAR = 15.0, 18.0, 7.0
MOST = 36
"""Bars that fit on a page; of more, those that are due first are drawn."""

MARK_ROOM = 38.0
LARGE, SMALL = 7.5, 6.6
"""Letters of the titles; small ones for all where one of them would not fit in a line."""


@dataclass(frozen=True)
class Bar:
    """Something that lasts from a day to a day; `done` is in per cent, `state` a word for it."""

    title: str
    start: dt.date
    end: dt.date
    done: float = 0
    state: str = ""
    is_over: bool = False
    is_blocked: bool = False
    is_critical: bool = False


def show_actions(writer: Writer, section: Section, records: list[PlainRecord]) -> list[Block]:
    """Return the calendar of the actions that have a date, and all of them as a collection."""
    bars = bars_of(writer, section, records)
    blocks: list[Block] = []
    if len(bars) > 1:
        caption = _("Filled: how much of it is done. A diamond: due on that day. Dashed: blocked.")
        if any(bar.is_critical for bar in bars):
            caption += " " + _("Bold: the chain of actions that takes longest.")
        if len(bars) > MOST:
            caption += " " + _("The first {most} of {count}.", most=MOST, count=len(bars))
        said = _("Calendar of {count} actions", count=len(bars))
        blocks.append(Figure(draw_bars(writer, bars[:MOST], said), caption))
    return [*blocks, *show_collection(writer, section, records)]


def bars_of(writer: Writer, section: Section, records: Sequence[PlainRecord]) -> list[Bar]:
    """Return the actions with a due date that are not dropped, those that are due first first."""
    critical = set() if writer.for_customer else set(writer.report.schedule.critical_path)
    bars = []
    for record in records:
        if record.get("due") and record.get("status") != "dropped":
            due = dt.date.fromisoformat(record["due"])
            start = dt.date.fromisoformat(record["start"]) if record.get("start") else due
            status = record.get("status")
            bar = Bar(
                title=writer.title(section.key, record),
                start=min(start, due),
                end=due,
                done=100 if status == "done" else record.get("progress") or 0,
                state=writer.get(section.key, "status", record).striptags() if status in SAID else "",
                is_over=status == "done",
                is_blocked=status == "blocked",
                is_critical=record["id"] in critical,
            )
            bars.append(bar)
    return sorted(bars, key=lambda bar: bar.end)


SAID = ("done", "blocked")
"""States that are written behind the bar; the others follow from how much of it is filled."""


def draw_bars(writer: Writer, bars: Sequence[Bar], said: str) -> Markup:
    """Return a line a bar, with months above and today as a dashed line."""
    first, last = min(bar.start for bar in bars), max(bar.end for bar in bars)
    scale = TimeScale(first.replace(day=1), last, WIDTH - NAMES - MARGIN)
    height = HEAD + STEP * len(bars) + 4
    parts = [*_grid(writer, scale, height), *_today(writer, scale, height)]
    is_short = all(width_of(bar.title, LARGE) <= NAMES - 10 for bar in bars)
    size = LARGE if is_short else SMALL
    for at, bar in enumerate(bars):
        parts += [*_title(bar, HEAD + STEP * at, size), *_drawn(scale, bar, HEAD + STEP * at)]
    days = _("from {first} to {last}", first=writer.words.day(first), last=writer.words.day(last))
    titles = "; ".join(bar.title for bar in bars)
    return svg(height, f"{said} {days}: {titles}.", parts)


def _grid(writer: Writer, scale: TimeScale, height: float) -> Iterator[Markup]:
    for day in scale.marks(MARK_ROOM):
        x = NAMES + scale.place(day)
        yield line(x, HEAD - 4, x, height, width=0.5)
        yield words(x + 2, HEAD - 8, writer.words.month(day), size=6.5, fill=MUTED)


def _today(writer: Writer, scale: TimeScale, height: float) -> Iterator[Markup]:
    today = writer.about.printed_on
    if scale.first <= today <= scale.last:
        x = NAMES + scale.place(today)
        yield line(x, HEAD - 6, x, height, stroke=BAD, width=0.8, dash="2 2")


def _title(bar: Bar, y: float, size: float) -> Iterator[Markup]:
    """Yield the title beside its bar, in two lines when one does not hold it."""
    lines = wrap(bar.title, NAMES - 10, size=size, lines=2)
    # The line below the row must be free of both: of two lines the lower one ends just above it.
    first = y + 7 if len(lines) == 1 else y + 2.2
    for at, said in enumerate(lines):
        fill = MUTED if bar.is_over else INK
        yield words(0, first + 6.8 * at, said, size=size, fill=fill, bold=bar.is_critical)


def _drawn(scale: TimeScale, bar: Bar, y: float) -> Iterator[Markup]:
    yield line(0, y + STEP - 3.5, WIDTH, y + STEP - 3.5, stroke=LINE, width=0.3)
    x1, x2 = NAMES + scale.place(bar.start), NAMES + scale.place(bar.end)
    colour = BAD if bar.is_blocked else FAINT if bar.is_over else ACCENT
    if x2 - x1 < 4:
        yield path(f"M{x2:.1f} {y + 0.5:.1f}l4 4l-4 4l-4 -4z", fill=colour, stroke="none")
    else:
        dash = "2 1.5" if bar.is_blocked else ""
        yield box(x1, y + 1, x2 - x1, BAR, fill=SOFT, stroke=colour, stroke_width=0.6, radius=1.5, dash=dash)
        if bar.done:
            yield box(x1, y + 1, (x2 - x1) * min(bar.done, 100) / 100, BAR, fill=colour, radius=1.5)
    if bar.state and x2 + 6 + width_of(bar.state, 6.2) <= WIDTH:
        yield words(x2 + 6, y + 7, bar.state, size=6.2, fill=MUTED)

"""Objectives along the years of the plan, and one by one."""

import datetime as dt
from collections.abc import Sequence

from planning.plan import PlainRecord
from planning.records import Section
from server.export.blocks import Block, Figure
from server.export.collection import show_collection
from server.export.views.measures import way_covered
from server.export.views.timeline import MOST, Bar, draw_bars
from server.export.writing import Writer
from server.texts import gettext as _


def show_objectives(
    writer: Writer, section: Section, records: list[PlainRecord], without: Sequence[str] = ()
) -> list[Block]:
    """Return the drawing of those that have a date, and all of them as a collection."""
    bars = sorted(
        filter(None, (_bar(writer, section, record) for record in records)), key=lambda bar: bar.end
    )
    blocks: list[Block] = []
    if len(bars) > 1:
        caption = _("Filled: how much of the way from baseline to target is behind us.")
        if len(bars) > MOST:
            caption += " " + _("The first {most} of {count}.", most=MOST, count=len(bars))
        said = _("{count} objectives along the years of the plan", count=len(bars))
        blocks.append(Figure(draw_bars(writer, bars[:MOST], said), caption))
    return [*blocks, *show_collection(writer, section, records, without)]


def _bar(writer: Writer, section: Section, record: PlainRecord) -> Bar | None:
    if not record.get("due") or record.get("status") == "dropped":
        return None
    due = dt.date.fromisoformat(record["due"])
    is_reached = record.get("status") == "reached"
    return Bar(
        title=writer.title(section.key, record),
        start=min(writer.about.starts_on, due),
        end=due,
        done=100 if is_reached else way_covered(record) or 0,
        state=writer.get(section.key, "status", record).striptags(),
        is_over=is_reached,
    )

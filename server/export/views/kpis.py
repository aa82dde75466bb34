"""KPIs as cards, each with its values as a spark line against the target."""

import datetime as dt
from collections.abc import Iterator, Sequence

from markupsafe import Markup, escape

from planning.plan import PlainRecord
from planning.records import Section
from server.export.blocks import Block, Card, Cards
from server.export.collection import card_of, show_collection
from server.export.views.drawing import ACCENT, FAINT, LINE, MUTED, circle, line, path, svg, words
from server.export.writing import Writer
from server.texts import gettext as _

WIDTH, HEIGHT = 150.0, 46.0
LEFT, RIGHT, TOP, BOTTOM = 2.0, 40.0, 7.0, 9.0
"""Points around the line: at the right for the figures, below for the dates."""

Measured = tuple[dt.date, float]


def show_kpis(writer: Writer, section: Section, records: list[PlainRecord]) -> list[Block]:
    """Return a card a KPI; a KPI without values says that none has been measured."""
    return [Cards([_card(writer, section, record) for record in records])]


def show_values(writer: Writer, section: Section, records: list[PlainRecord]) -> list[Block]:
    """Return the values that say more than a point of the line does, or that belong to no KPI."""
    fields = writer.filled(section, records)
    more = [n for n in fields if n not in ("kpi", "measured_on", "value")]
    spoken = [
        r
        for r in records
        if any(writer.has(fields[n], r.get(n)) for n in more)
        or writer.plan.record("kpis", r.get("kpi")) is None
    ]
    return show_collection(writer, section, spoken)


def _card(writer: Writer, section: Section, record: PlainRecord) -> Card:
    card = card_of(writer, section, record)
    values = measured(writer, record)
    latest = Markup("")
    if values:
        figure = writer.words.number(values[-1][1], record.get("unit") or "")
        latest = Markup('<b class="latest">{}</b> {}').format(figure, writer.words.short_day(values[-1][0]))
    return Card(
        title=card.title,
        pairs=card.pairs,
        anchor=card.anchor,
        mark=card.mark,
        compact=True,
        subtitle=latest or escape(_("Not measured yet.")),
        figure=spark_line(writer, record, values) if len(values) > 1 else Markup(""),
    )


def measured(writer: Writer, kpi: PlainRecord) -> list[Measured]:
    """Return the dated values of a KPI, oldest first."""
    values = [
        (dt.date.fromisoformat(record["measured_on"]), float(record["value"]))
        for record in writer.plan.records("kpi_values")
        if record.get("kpi") == kpi["id"] and record.get("measured_on") and record.get("value") is not None
    ]
    return sorted(values)


def spark_line(writer: Writer, kpi: PlainRecord, values: Sequence[Measured]) -> Markup:
    """Return the values as a line over time, with the target as a dashed line across."""
    target = kpi.get("target")
    figures = [value for _, value in values] + ([float(target)] if target is not None else [])
    low, high = min(figures), max(figures)
    first, last = values[0][0], values[-1][0]
    days, spread = (last - first).days or 1, (high - low) or 1

    def x(day: dt.date) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (day - first).days / days

    def y(value: float) -> float:
        return TOP + (HEIGHT - TOP - BOTTOM) * (high - value) / spread

    points = [(x(day), y(value)) for day, value in values]
    parts = [*_target(writer, y, target), *_line(points), *_dates(writer, first, last)]
    if target is None or abs(y(values[-1][1]) - y(float(target))) > 7:
        parts.append(
            words(
                WIDTH - RIGHT + 4, points[-1][1] + 2.5, writer.words.number(values[-1][1]), size=7, bold=True
            )
        )
    return svg(HEIGHT, _describe(writer, kpi, values), parts, WIDTH)


def _target(writer: Writer, y, target: float | None) -> Iterator[Markup]:  # type: ignore[no-untyped-def]
    if target is not None:
        yield line(
            LEFT, y(float(target)), WIDTH - RIGHT, y(float(target)), stroke=FAINT, width=0.7, dash="2 2"
        )
        yield words(WIDTH - RIGHT + 4, y(float(target)) + 2.5, _("target"), size=6.5, fill=MUTED)


def _line(points: list[tuple[float, float]]) -> Iterator[Markup]:
    yield line(LEFT, HEIGHT - BOTTOM + 1, WIDTH - RIGHT, HEIGHT - BOTTOM + 1, stroke=LINE, width=0.5)
    yield path("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points), stroke=ACCENT, width=1.3)
    yield circle(*points[-1], 2.2)


def _dates(writer: Writer, first: dt.date, last: dt.date) -> Iterator[Markup]:
    yield words(LEFT, HEIGHT - 1, writer.words.month(first), size=6, fill=MUTED)
    yield words(WIDTH - RIGHT, HEIGHT - 1, writer.words.month(last), size=6, fill=MUTED, anchor="end")


def _describe(writer: Writer, kpi: PlainRecord, values: Sequence[Measured]) -> str:
    unit = kpi.get("unit") or ""
    said = ", ".join(
        f"{writer.words.short_day(day)}: {writer.words.number(value, unit)}" for day, value in values
    )
    target = kpi.get("target")
    goal = (
        " " + _("Target: {target}.", target=writer.words.number(target, unit)) if target is not None else ""
    )
    return _("{name} over time: {values}.", name=writer.title("kpis", kpi), values=said) + goal

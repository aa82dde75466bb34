"""How far objectives have come: from where they began, over today, to their target."""

from markupsafe import Markup

from planning.plan import PlainRecord
from planning.records import Section
from server.export.blocks import Block, Column, Row, Table
from server.export.values import percent_bar
from server.export.writing import Writer
from server.texts import gettext as _

FIELDS = ("measure", "baseline", "current", "target", "unit")


def show_measures(writer: Writer, section: Section, records: list[PlainRecord]) -> list[Block]:
    """Return the measures of the objectives that have one."""
    measured = [record for record in records if any(record.get(n) not in (None, "") for n in FIELDS[:-1])]
    if not measured:
        return []
    columns = [
        Column(_("Objective and measure"), 34, "title"),
        Column(writer.label(section, "baseline"), 15, "figure"),
        Column(writer.label(section, "current"), 15, "figure"),
        Column(writer.label(section, "target"), 15, "figure"),
        Column(_("Way covered"), 21),
    ]
    return [Table(columns, [_row(writer, section, record) for record in measured])]


def _row(writer: Writer, section: Section, record: PlainRecord) -> Row:
    title = writer.named(section.key, record["id"])
    measure = writer.get(section.key, "measure", record)
    named = Markup('{}<div class="under">{}</div>').format(title, measure) if measure else title
    figures = [writer.get(section.key, name, record) for name in ("baseline", "current", "target")]
    way = way_covered(record)
    bar = percent_bar(way, writer.words.percent(way)) if way is not None else Markup("")
    return Row([named, *figures, bar])


def way_covered(record: PlainRecord) -> int | None:
    """Return the part of the way from baseline to target that is behind us, in per cent.

    >>> way_covered({"baseline": 40, "current": 34, "target": 20})
    30
    """
    current, target = record.get("current"), record.get("target")
    baseline = float(record.get("baseline") or 0)
    if current is None or target is None or target == baseline:
        return None
    way = float(current - baseline) / float(target - baseline)
    return round(100 * min(1, max(0, way)))

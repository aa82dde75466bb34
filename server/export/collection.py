"""Any collection of records as a table or as cards, from its declaration alone.

A field that nobody has filled takes no room. Of the others, those that the section names as
columns stand first, then the rest in the order of their declaration, as long as the page is
wide enough; what finds no column stands below the row. When too much would stand below,
every record becomes a card.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from planning.kinds import PlanField
from planning.plan import PlainRecord
from planning.records import Section
from server.export.blocks import Block, Card, Cards, Column, Row, Table
from server.export.record import pairs_of
from server.export.register import MANY, register_of
from server.export.writing import Writer, anchor
from server.texts import gettext as _

PAGE = 166
"""Millimetres between the margins."""

WIDTHS: Mapping[str, int] = {
    "choice": 24,
    "day": 22,
    "email": 44,
    "flag": 16,
    "money": 26,
    "number": 20,
    "percent": 34,
    "ref": 32,
    "refs": 38,
    "scale": 32,
    "stamp": 44,
    "target": 38,
    "text": 36,
    "year": 14,
}
"""Millimetres a column of this kind takes; a kind that is not here never gets one."""

TITLE = 50
FIGURES = {"money", "number"}
MOST_NOTES = 7
LONGEST_NOTE = 700
LONGEST_WHOLE = 1_800
"""Characters beyond which a record may be broken over two pages."""

STACKED: Mapping[str, Mapping[str, str]] = {
    "actions": {"objective": "title", "co_owner": "owner", "progress": "status"},
    "coverage": {"topic": "quality"},
    "decisions": {"agreed_with": "title"},
    "kpis": {"definition": "name"},
    "objectives": {"goals": "title", "sponsor": "owner"},
    "stakeholders": {"title": "name"},
    "team_members": {"role": "name", "phone": "email"},
    "value_propositions": {"goal": "statement"},
}
"""By section: fields that read well in small letters under another one, in its column."""

LABELLED = frozenset({"co_owner", "agreed_with", "sponsor"})
"""Stacked fields that need their label to be understood."""


@dataclass(frozen=True)
class Layout:
    """Which fields of a section get a column, which stand under another, and which below the row."""

    columns: Mapping[str, PlanField]
    below: Mapping[str, PlanField]
    under: Mapping[str, tuple[str, PlanField]] = field(default_factory=dict)


def show_collection(
    writer: Writer, section: Section, records: list[PlainRecord], without: Sequence[str] = ()
) -> list[Block]:
    """Return the records of a section: a table, cards when that would not hold them, or a register."""
    if not records:
        return []
    if len(records) >= MANY:
        return [register_of(writer, section, records, without)]
    layout = lay_out(writer, section, records, without)
    if needs_cards(writer, layout, records):
        return [Cards([card_of(writer, section, record, without) for record in records])]
    return [table_of(writer, section, layout, records)]


def lay_out(
    writer: Writer, section: Section, records: list[PlainRecord], without: Sequence[str] = ()
) -> Layout:
    """Return the columns that fit on a page, by importance, and what remains."""
    fields = _worth_showing(writer, section, records, without)
    hosts = {n: host for n, host in STACKED.get(section.key, {}).items() if n in fields}
    wanted = [n for n in dict.fromkeys([*_by_importance(section), *fields]) if n in fields]
    columns, room = [], PAGE
    for name in wanted:
        width = None if hosts.get(name) in fields else _width(writer, section, name, records)
        if width is not None and width <= room:
            columns.append(name)
            room -= width
    under = {host: (n, fields[n]) for n, host in hosts.items() if host in columns}
    stacked = {n for n, _ in under.values()}
    below = {n: f for n, f in fields.items() if n not in columns and n not in stacked}
    return Layout({n: fields[n] for n in columns}, below, under)


def _worth_showing(
    writer: Writer, section: Section, records: list[PlainRecord], without: Sequence[str]
) -> dict[str, PlanField]:
    # What names a record has its column even while nobody has named any.
    said = {section.title, *writer.filled(section, records)}.difference(without)
    return {n: f for n, f in writer.fields(section).items() if n in said}


def _by_importance(section: Section) -> list[str]:
    return list(section.columns) if section.title in section.columns else [section.title, *section.columns]


def _width(writer: Writer, section: Section, name: str, records: list[PlainRecord]) -> int | None:
    declared = section.fields[name]
    if name == section.title:
        return _title_width(declared)
    width = WIDTHS.get(declared.kind)
    longest = max(len(writer.plain(declared, r.get(name), r)) for r in records)
    # What would run over four lines in its column is easier to read below the row.
    return None if width is None or longest > width * 2.5 else width


def _title_width(declared: PlanField) -> int:
    return WIDTHS["year"] if declared.kind == "year" else TITLE


def needs_cards(writer: Writer, layout: Layout, records: list[PlainRecord]) -> bool:
    """Return whether more would stand below the rows than in them."""
    crowded = sum(_is_crowded(writer, layout, record) for record in records)
    return crowded * 3 > len(records)


def _is_crowded(writer: Writer, layout: Layout, record: PlainRecord) -> bool:
    said = [n for n, f in layout.below.items() if writer.has(f, record.get(n))]
    length = sum(len(writer.plain(layout.below[n], record.get(n), record)) for n in said)
    return len(said) > MOST_NOTES or length > LONGEST_NOTE


def table_of(writer: Writer, section: Section, layout: Layout, records: list[PlainRecord]) -> Table:
    """Return records as a table of the given columns."""
    rows = [row_of(writer, section, layout, record) for record in records]
    return Table(list(_columns(writer, section, layout.columns)), rows)


def _columns(writer: Writer, section: Section, fields: Mapping[str, PlanField]) -> Iterator[Column]:
    wanted = {n: _title_width(f) if n == section.title else WIDTHS[f.kind] for n, f in fields.items()}
    for name, declared in fields.items():
        style = "figure" if declared.kind in FIGURES else "title" if name == section.title else ""
        width = round(100 * wanted[name] / sum(wanted.values()), 2)
        yield Column(writer.label(section, name), width, style)


def row_of(writer: Writer, section: Section, layout: Layout, record: PlainRecord) -> Row:
    """Return a record as a row, with what has no column as notes below it."""
    cells = [_cell(writer, section, layout, name, record) for name in layout.columns]
    notes = pairs_of(writer, section, layout.below, record)
    length = sum(len(note.value) for note in notes)
    return Row(cells, notes, anchor(section.key, record["id"]), may_break=length > LONGEST_WHOLE)


def _cell(writer: Writer, section: Section, layout: Layout, name: str, record: PlainRecord) -> Markup:
    value = writer.write(layout.columns[name], record.get(name), record)
    if name == section.title:
        named = value or escape(writer.title(section.key, record))
        # A blank at the end of a line that just fits would break it before its last words.
        value = Markup(" ").join(filter(None, (named, shared_mark(writer, section, record))))
    if name not in layout.under:
        return value
    below, declared = layout.under[name]
    return value + _under(writer, section, below, writer.write(declared, record.get(below), record))


def _under(writer: Writer, section: Section, name: str, value: Markup) -> Markup:
    if not value:
        return value
    label = f"{writer.label(section, name)}: " if name in LABELLED else ""
    return Markup('<div class="under">{}{}</div>').format(label, value)


def shared_mark(writer: Writer, section: Section, record: PlainRecord) -> Markup:
    """Return the mark, in the team's document, of a record that the customer receives too."""
    if writer.for_customer or not section.shared_by or not record.get(section.shared_by):
        return Markup("")
    return Markup('<span class="tag">{}</span>').format(_("Shared"))


def card_of(writer: Writer, section: Section, record: PlainRecord, without: Sequence[str] = ()) -> Card:
    """Return a record as a card with everything it says."""
    left_out = {section.title, *without}
    fields = {n: f for n, f in writer.filled(section, [record]).items() if n not in left_out}
    pairs = pairs_of(writer, section, fields, record)
    length = sum(len(pair.value) for pair in pairs)
    return Card(
        title=writer.title(section.key, record),
        pairs=pairs,
        anchor=anchor(section.key, record["id"]),
        mark=shared_mark(writer, section, record),
        may_break=length > LONGEST_WHOLE,
    )

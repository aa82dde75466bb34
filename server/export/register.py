"""A collection of very many records, set small and close: a line or two a record, nothing left out.

What makes a table pleasant, bars and dots and small letters under a value, is a box each, and among
hundreds of records nobody looks at them one by one. Here a cell is words and nothing else: the page
holds twice as many records and takes a third of the time.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from planning.kinds import PlanField
from planning.plan import PlainRecord
from planning.records import Section
from server.export.blocks import Column, Pair, Row, Table
from server.export.record import pairs_of
from server.export.writing import Writer, anchor
from server.texts import gettext as _

MANY = 120
"""Records from which a collection is set as a register."""

COLUMNS: dict[str, float] = {"choice": 12, "day": 11, "flag": 8, "money": 13, "number": 9, "percent": 9,
                             "ref": 16, "scale": 14, "year": 7}  # fmt: skip
"""Per cent of the width that a column of this kind takes; the others stand in the last column."""

TITLE, MOST, LAST = 28, 4, 36
FIGURES = frozenset({"money", "number", "percent"})
LONGEST = 1_800
"""Characters below a row beyond which they may be broken over two pages."""


@dataclass(frozen=True)
class _Plot:
    """Which fields have a column; what else is said stands in the last one, `rest`."""

    columns: dict[str, PlanField]
    rest: dict[str, PlanField]


def register_of(
    writer: Writer, section: Section, records: Sequence[PlainRecord], without: Sequence[str] = ()
) -> Table:
    """Return records as the close rows of a register."""
    plot = _plot(writer, section, records, without)
    rows = [_row(writer, section, plot, record) for record in records]
    return Table(list(_columns(writer, section, plot)), rows, is_close=True)


def _plot(writer: Writer, section: Section, records: Sequence[PlainRecord], without: Sequence[str]) -> _Plot:
    said = writer.filled(section, records)
    fields = {n: f for n, f in said.items() if n not in without and n != section.title}
    in_order = [n for n in dict.fromkeys([*section.columns, *fields]) if n in fields]
    chosen = [n for n in in_order if fields[n].kind in COLUMNS][:MOST]
    return _Plot({n: fields[n] for n in chosen}, {n: f for n, f in fields.items() if n not in chosen})


def _columns(writer: Writer, section: Section, plot: _Plot) -> Iterator[Column]:
    widths = [TITLE, *(COLUMNS[f.kind] for f in plot.columns.values()), *([LAST] if plot.rest else [])]
    share = [round(100 * width / sum(widths), 2) for width in widths]
    yield Column(writer.label(section, section.title), share[0], "title")
    for width, (name, declared) in zip(share[1:], plot.columns.items(), strict=False):
        yield Column(writer.label(section, name), width, "figure" if declared.kind in FIGURES else "")
    if plot.rest:
        yield Column(_("More"), share[-1])


def _row(writer: Writer, section: Section, plot: _Plot, record: PlainRecord) -> Row:
    pairs = pairs_of(writer, section, plot.rest, record)
    short, long = [p for p in pairs if not p.needs_block], [p for p in pairs if p.needs_block]
    cells = [_title(writer, section, record)]
    cells += [_words(writer, f, record.get(n), record) for n, f in plot.columns.items()]
    cells += [_together(short)] if plot.rest else []
    length = sum(pair.length for pair in long)
    return Row(cells, long, anchor(section.key, record["id"]), may_break=length > LONGEST)


def _title(writer: Writer, section: Section, record: PlainRecord) -> Markup:
    title = escape(writer.title(section.key, record))
    is_shared = not writer.for_customer and section.shared_by and record.get(section.shared_by)
    return Markup("{} ({})").format(title, _("Shared")) if is_shared else title


def _words(writer: Writer, declared: PlanField, value: object, record: PlainRecord) -> Markup:
    written = writer.write(declared, value, record)
    # What has no tags is left as it is: taking them away also takes the blanks that keep a day together.
    return written if "<" not in written else escape(written.striptags())


def _together(pairs: Sequence[Pair]) -> Markup:
    """Return what is said in a line, the shortest first."""
    in_order = sorted(pairs, key=lambda pair: pair.length)
    said = (Markup("{}: {}").format(pair.label, pair.value.striptags()) for pair in in_order)
    return Markup(" · ").join(said)

"""A collection of very many records, set small and close: a line or two a record, nothing left out.

What makes a table pleasant, bars and dots and small letters under a value, is a box each, and among
hundreds of records nobody looks at them one by one. Here a cell is words and nothing else: the page
holds twice as many records and takes a third of the time.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from planning.kinds import PlanField
from planning.plan import PlainRecord
from planning.records import Section
from server.export.blocks import Column, Pair, Row, Table
from server.export.record import pairs_of
from server.export.views.drawing import width_of
from server.export.writing import Writer, anchor
from server.texts import gettext as _

MANY = 120
"""Records from which a collection is set as a register."""

COLUMNS: dict[str, float] = {"choice": 12, "day": 11, "flag": 8, "money": 13, "number": 9, "percent": 9,
                             "ref": 16, "scale": 14, "year": 7}  # fmt: skip
"""Per cent of the width that a column of this kind takes; the others stand in the last column."""

TITLE, MOST, LAST = 28, 4, 36
PAGE, PADDING, LETTERS = 470, 7.4, 7.8
"""Points between the margins, and of a cell: its padding and the size of its letters."""
WIDEST = 16
"""Per cent of the width up to which a column grows with its longest word."""
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
    return Table(list(_columns(writer, section, plot, rows)), rows, is_close=True)


def _plot(writer: Writer, section: Section, records: Sequence[PlainRecord], without: Sequence[str]) -> _Plot:
    said = writer.filled(section, records)
    fields = {n: f for n, f in said.items() if n not in without and n != section.title}
    in_order = [n for n in dict.fromkeys([*section.columns, *fields]) if n in fields]
    chosen = [n for n in in_order if fields[n].kind in COLUMNS][:MOST]
    return _Plot({n: fields[n] for n in chosen}, {n: f for n, f in fields.items() if n not in chosen})


def _columns(writer: Writer, section: Section, plot: _Plot, rows: Sequence[Row]) -> Iterator[Column]:
    labels, kinds = [writer.label(section, n) for n in plot.columns], [f.kind for f in plot.columns.values()]
    usual = [TITLE, *(COLUMNS[kind] for kind in kinds), *([LAST] if plot.rest else [])]
    # Names are long, and may be broken.
    said = [{row.cells[at] for row in rows if kind != "ref"} for at, kind in enumerate(kinds, 1)]
    share = _shares(usual, [_least(*one) for one in zip(labels, said, strict=True)])
    yield Column(writer.label(section, section.title), share[0], "title")
    for width, label, kind in zip(share[1:], labels, kinds, strict=False):
        yield Column(label, width, "figure" if kind in FIGURES else "")
    if plot.rest:
        yield Column(_("More"), share[-1])


def _least(label: str, values: Iterable[str]) -> float:
    """Return the per cent of the width that holds the longest word of a column in one line."""
    # A day has blanks at which it is not broken, and is one word.
    words = {word for said in (label, *values) for word in said.split(" ")}
    return min(WIDEST, 100 * (PADDING + max(width_of(word, LETTERS) for word in words)) / PAGE)


def _shares(usual: Sequence[float], least: Sequence[float]) -> list[float]:
    """Return the width of each column: what those in the middle need, the first and the last one give."""
    share = [100 * width / sum(usual) for width in usual]
    middle = slice(1, 1 + len(least))
    wide = [max(one) for one in zip(share[middle], least, strict=True)]
    given = (100 - sum(wide)) / (100 - sum(share[middle]))
    rest = [round(width, 2) for width in (*wide, *(one * given for one in share[middle.stop :]))]
    # Together a hundred and not a hundredth more, which a table would share out among all columns.
    return [round(100 - sum(rest), 2), *rest]


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

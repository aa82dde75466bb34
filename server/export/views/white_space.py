"""What is sold and what could be: divisions against offerings, what is open in each, and where to begin."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from planning.analyses.white_space import Space
from planning.plan import PlainRecord
from planning.records import Section
from server.export.blocks import Block, Cell, Column, Heading, Matrix, MatrixRow, Pair, Row, Table
from server.export.views.matrices import chunks, remaining
from server.export.writing import Writer
from server.texts import gettext as _

ABREAST = 7
STATUS_TONES = {
    "open": "open",
    "deployed": "good",
    "proposed": "accent",
    "competitor": "bad",
    "not_applicable": "faint",
}
SHOWN = ("offering", "division", "status", "current", "potential")


def show_white_space(writer: Writer, section: Section, records: list[PlainRecord]) -> list[Block]:
    """Return the grid with what is open at its edges, the best expansions, then what else is said."""
    cells = {(r.get("division"), r.get("offering")): r for r in records}
    offerings = [o for o in writer.plan.records("offerings") if o["id"] in {key[1] for key in cells}]
    divisions = [d for d in writer.plan.records("divisions") if d["id"] in {key[0] for key in cells}]
    spaces = writer.report.white_space.spaces
    # Amounts of several currencies are never added, so then no edge has a sum.
    space = spaces[0] if len(spaces) == 1 else None
    grids: list[Block] = []
    groups = chunks(offerings, ABREAST)
    for group in groups:
        heads = [writer.named("offerings", offering["id"]) for offering in group]
        rows = [
            MatrixRow(
                writer.named("divisions", division["id"]),
                [_cell(writer, section, cells.get((division["id"], o["id"]))) for o in group],
            )
            for division in divisions
        ]
        if space:
            rows.append(_open_below(writer, space, group))
        grids.append(Matrix(_("Division"), heads, rows, _legend()))
    return [*grids, *_best(writer, section, spaces), *remaining(writer, section, records, SHOWN)]


def _cell(writer: Writer, section: Section, record: PlainRecord | None) -> Cell:
    if record is None:
        return Cell()
    status = writer.get(section.key, "status", record)
    current, potential = (_short(writer, record.get(name)) for name in ("current", "potential"))
    amounts = f"{current} → {potential}" if potential else current
    text = Markup('{}<div class="under">{}</div>').format(status, amounts) if amounts else status
    return Cell(text, STATUS_TONES.get(record.get("status") or "", ""))


def _short(writer: Writer, amount: float | None) -> str:
    return "" if amount is None else writer.words.short_money(amount, writer.currency)


def _open_below(writer: Writer, space: Space, offerings: Sequence[PlainRecord]) -> MatrixRow:
    gaps = {one.of: one.gap for one in space.offerings}
    figures = [
        Cell(escape(writer.words.short_money(gaps[o["id"]], space.currency))) if gaps.get(o["id"]) else Cell()
        for o in offerings
    ]
    return MatrixRow(escape(_("Still open")), figures, total=True)


def _legend() -> list[Pair]:
    return [Pair(_("Below the status"), escape(_("yearly revenue today → potential")))]


def _best(writer: Writer, section: Section, spaces: Sequence[Space]) -> list[Block]:
    rows = [_expansion(writer, section, space, id) for space in spaces for id in space.best]
    if not rows:
        return []
    columns = [
        Column(_("Offering"), 30, "title"),
        Column(_("Division"), 26),
        Column(_("Status"), 16),
        Column(_("Open a year"), 14, "figure"),
        Column(_("Now bought"), 14),
    ]
    return [Heading(_("The largest expansions"), level=3), Table(columns, rows)]


def _expansion(writer: Writer, section: Section, space: Space, id: str) -> Row:
    record = writer.plan.record(section.key, id) or {}
    cell = next(one for one in writer.report.white_space.cells if one.cell == id)
    share = "" if cell.penetration is None else writer.words.percent(round(100 * cell.penetration))
    return Row(
        [
            *(writer.get(section.key, name, record) for name in ("offering", "division", "status")),
            escape(writer.words.short_money(cell.gap or 0, space.currency)),
            escape(share),
        ]
    )

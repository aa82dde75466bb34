"""Collections whose records stand at the crossing of two lists."""

from collections.abc import Sequence

from markupsafe import Markup

from planning.plan import PlainRecord
from planning.records import Section
from server.export.blocks import Block, Cell, Heading, Matrix, MatrixRow, Pair
from server.export.collection import show_collection
from server.export.writing import Writer
from server.texts import gettext as _

ACROSS = 9
"""Columns of a matrix that fit beside each other; more are continued in another one below."""

STATUS_TONES = {
    "open": "open",
    "deployed": "good",
    "proposed": "accent",
    "competitor": "bad",
    "not_applicable": "faint",
}
LETTER_TONES = {"A": "accent", "R": "soft"}


def chunks(records: Sequence[PlainRecord], size: int = ACROSS) -> list[Sequence[PlainRecord]]:
    """Return the records in as few groups of about the same size as fit."""
    groups = -(-len(records) // size)
    each = -(-len(records) // groups) if groups else 0
    return [records[at : at + each] for at in range(0, len(records), each)] if groups else []


def show_responsibilities(writer: Writer, section: Section, records: list[PlainRecord]) -> list[Block]:
    """Return who is responsible, accountable, consulted and informed: workstreams against people."""
    letters = {(r.get("workstream"), r.get("member")): r for r in records}
    used = {member for _, member in letters}
    members = [m for m in writer.plan.records("team_members") if m["id"] in used]
    streams = writer.plan.records("workstreams")
    field = section.fields["letter"]
    legend = [
        Pair(value, Markup("{}").format(_(label))) for value, label in getattr(field, "choices", {}).items()
    ]

    def cell(stream: PlainRecord, member: PlainRecord) -> Cell:
        letter = (letters.get((stream["id"], member["id"])) or {}).get("letter")
        return Cell(Markup("<b>{}</b>").format(letter), LETTER_TONES.get(letter, "")) if letter else Cell()

    matrices: list[Block] = []
    for group in chunks(members):
        heads = [writer.named("team_members", member["id"]) for member in group]
        rows = [
            MatrixRow(writer.named("workstreams", stream["id"]), [cell(stream, member) for member in group])
            for stream in streams
        ]
        matrices.append(Matrix(_("Workstream"), heads, rows, legend))
    return matrices + remaining(writer, section, records, ("workstream", "member", "letter"))


def show_white_space(writer: Writer, section: Section, records: list[PlainRecord]) -> list[Block]:
    """Return what is sold and what could be: divisions against offerings, with potential below the status."""
    cells = {(r.get("division"), r.get("offering")): r for r in records}
    offerings = [o for o in writer.plan.records("offerings") if o["id"] in {key[1] for key in cells}]
    divisions = [d for d in writer.plan.records("divisions") if d["id"] in {key[0] for key in cells}]
    matrices: list[Block] = []
    for group in chunks(offerings, 7):
        heads = [writer.named("offerings", offering["id"]) for offering in group]
        rows = [
            MatrixRow(
                writer.named("divisions", division["id"]),
                [_white_space_cell(writer, section, cells.get((division["id"], o["id"]))) for o in group],
            )
            for division in divisions
        ]
        matrices.append(Matrix(_("Division"), heads, rows, _white_space_legend()))
    return matrices + remaining(
        writer, section, records, ("offering", "division", "status", "current", "potential")
    )


def _white_space_cell(writer: Writer, section: Section, record: PlainRecord | None) -> Cell:
    if record is None:
        return Cell()
    status = writer.get(section.key, "status", record)
    current, potential = (_short(writer, record.get(name)) for name in ("current", "potential"))
    amounts = f"{current} → {potential}" if potential else current
    text = Markup('{}<div class="under">{}</div>').format(status, amounts) if amounts else status
    return Cell(text, STATUS_TONES.get(record.get("status") or "", ""))


def _short(writer: Writer, amount: float | None) -> str:
    return "" if amount is None else writer.words.short_money(amount, writer.currency)


def _white_space_legend() -> list[Pair]:
    return [Pair(_("Below the status"), Markup("{}").format(_("yearly revenue today → potential")))]


def remaining(
    writer: Writer, section: Section, records: list[PlainRecord], shown: Sequence[str]
) -> list[Block]:
    """Return, as a collection, the records that say more than a matrix shows."""
    fields = writer.filled(section, records)
    more = [n for n in fields if n not in shown]
    detailed = [r for r in records if any(writer.has(fields[n], r.get(n)) for n in more)]
    if not detailed:
        return []
    return [
        Heading(_("{name} in detail", name=writer.say(section.label)), level=3),
        *show_collection(writer, section, detailed),
    ]

"""Collections whose records stand at the crossing of two lists."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup, escape

from planning.plan import PlainRecord
from planning.records import Section
from server.export.blocks import Block, Cell, Heading, Matrix, MatrixRow, Pair
from server.export.collection import show_collection
from server.export.writing import Writer
from server.texts import gettext as _

ACROSS = 9
"""Columns of a matrix that fit beside each other; more are continued in another one below."""

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
    legend = [Pair(value, escape(_(label))) for value, label in getattr(field, "choices", {}).items()]

    def cell(stream: PlainRecord, member: PlainRecord) -> Cell:
        letter = (letters.get((stream["id"], member["id"])) or {}).get("letter")
        return Cell(Markup("<b>{}</b>").format(letter), LETTER_TONES.get(letter, "")) if letter else Cell()

    matrices: list[Block] = []
    for group in chunks(members):
        heads = [writer.named("team_members", member["id"]) for member in group]
        rows = [
            MatrixRow(_workstream(writer, stream, letters), [cell(stream, member) for member in group])
            for stream in streams
        ]
        matrices.append(Matrix(_("Workstream"), heads, rows, legend))
    return matrices + remaining(writer, section, records, ("workstream", "member", "letter"))


def _workstream(
    writer: Writer, stream: PlainRecord, letters: Mapping[tuple[str | None, str | None], PlainRecord]
) -> Markup:
    """Return its name, and below it a word when not exactly one person answers for it."""
    named = writer.named("workstreams", stream["id"])
    answer = sum(r.get("letter") == "A" for (of, _who), r in letters.items() if of == stream["id"])
    if answer == 1:
        return named
    said = _("several answer for it") if answer else _("nobody answers for it")
    return Markup('{}<div class="under">! {}</div>').format(named, said)


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

"""One record as pairs of label and value; what every kind of record carries is said once, shortly."""

from collections.abc import Mapping

from markupsafe import Markup

from planning.kinds import PlanField
from planning.plan import PlainRecord
from planning.records import Section
from server.export.blocks import Block, Definitions, Pair
from server.export.writing import Writer
from server.texts import gettext as _

EVIDENCE = ("evidence", "evidence_on", "evidence_source")


def show_facts(writer: Writer, section: Section) -> list[Block]:
    """Return the single record of a section as a list of definitions, nothing when it says nothing."""
    record = writer.plan.fact(section.key)
    pairs = pairs_of(writer, section, writer.filled(section, [record]), record)
    return [Definitions(pairs)] if pairs else []


def pairs_of(
    writer: Writer, section: Section, fields: Mapping[str, PlanField], record: PlainRecord
) -> list[Pair]:
    """Return a pair for each of the fields that says something, short ones first."""
    pairs = [pair_of(writer, section, n, f, record) for n, f in fields.items() if n not in EVIDENCE]
    pairs += _evidence(writer, fields, record)
    said = [pair for pair in pairs if pair.value]
    return sorted(said, key=lambda pair: pair.needs_block)


def pair_of(writer: Writer, section: Section, name: str, field: PlanField, record: PlainRecord) -> Pair:
    """Return a field of a record with its label."""
    return Pair(writer.label(section, name), writer.write(field, record.get(name), record))


def _evidence(writer: Writer, fields: Mapping[str, PlanField], record: PlainRecord) -> list[Pair]:
    # Three fields that belong together read better as one remark: "Confirmed, 3 May 2027: annual report".
    said = {n: writer.write(fields[n], record.get(n), record) for n in EVIDENCE if n in fields}
    first = Markup(", ").join(filter(None, (said.get("evidence"), said.get("evidence_on"))))
    source = said.get("evidence_source") or Markup("")
    if first and source:
        return [Pair(_("Evidence"), Markup("{}: {}").format(first, source))]
    return [Pair(_("Evidence"), first or source)]

"""What the plan finds in itself: what is open by severity, and what has been set aside, with the reason."""

from collections.abc import Iterator, Mapping

from markupsafe import Markup, escape

from planning.analyses.report import ReportedFinding
from planning.findings import SEVERITIES, declared_words, say
from planning.plan import PlainRecord
from planning.records import Section, Tool
from server.export.blocks import Block, Chapter, Column, Heading, Listing, Row, Table
from server.export.collection import show_collection
from server.export.record import pairs_of
from server.export.wording import unbroken_days
from server.export.writing import Writer, anchor
from server.texts import gettext as _
from server.texts import marked as m

HEADINGS = {"must": m("Must be mended"), "should": m("Should be mended"), "could": m("Could be better")}
SHOWN = ("code", "place", "reason", "by")
MANY_ALIKE = 8
"""Findings that call for the same from which on it is said once, above them all."""
MOST_LINKED = 200
"""Lines of one list up to which each leads to its record: hundreds are read, not followed, and a link is
what a line costs most."""


def findings_chapter(writer: Writer, tool: Tool) -> Chapter:
    """Return the chapter in the place of the tool that holds what was set aside."""
    section = tool.sections[0]
    found = writer.report.findings
    blocks: list[Block] = []
    for severity in SEVERITIES:
        listed = [one for one in found if one.severity == severity and one.aside is None]
        if listed:
            blocks.append(Heading(_(HEADINGS[severity]), anchor=f"s-{severity}"))
            blocks += _open(writer, section, listed)
    blocks += _aside(writer, section, {one.aside: one for one in found if one.aside})
    return Chapter(
        key=tool.key,
        title=_("Findings"),
        lead=_("What the plan finds in itself, and how to mend it."),
        blocks=blocks,
        part=_("Actions"),
        nothing=_("Nothing is open, and nothing has been set aside."),
    )


def sentence_of(finding: ReportedFinding) -> str:
    """Return what is wrong and where, in a sentence."""
    return unbroken_days(say(declared_words()[finding.code][0], finding.values))


def remedy_of(finding: ReportedFinding) -> str:
    """Return what to do about it, in a sentence."""
    return unbroken_days(say(declared_words()[finding.code][1], finding.values))


def _open(writer: Writer, section: Section, found: list[ReportedFinding]) -> Iterator[Block]:
    """Yield findings as rows, and below them those of which many call for the same."""
    alike: dict[str, list[ReportedFinding]] = {}
    for one in found:
        alike.setdefault(f"{one.code} {remedy_of(one)}", []).append(one)
    listings = [group for group in alike.values() if len(group) >= MANY_ALIKE]
    listed = {id(one) for group in listings for one in group}
    rest = [one for one in found if id(one) not in listed]
    if rest:
        yield _table(writer, section, rest)
    for group in listings:
        line = _linked if len(group) <= MOST_LINKED else sentence_of
        yield Listing(remedy_of(group[0]), [escape(line(one)) for one in group])


def _linked(finding: ReportedFinding) -> Markup:
    place = "-".join(finding.where.split("/")[:2])
    return Markup('<a class="ref" href="#{}">{}</a>').format(place, sentence_of(finding))


def _table(writer: Writer, section: Section, found: list[ReportedFinding]) -> Table:
    columns = [Column(_("What the plan finds"), 44), Column(_("What to do"), 34), Column(_("Where"), 22)]
    rows = [
        Row(
            [
                escape(sentence_of(one)),
                escape(remedy_of(one)),
                _place(writer, section, one.where),
            ]
        )
        for one in found
    ]
    return Table(columns, rows)


def _place(writer: Writer, section: Section, where: str) -> Markup:
    return writer.write(section.fields["place"], where, {})


def _aside(writer: Writer, section: Section, found: Mapping[str | None, ReportedFinding]) -> list[Block]:
    records = writer.plan.records(section.key)
    if not records:
        return []
    columns = [
        Column(_("What the plan finds"), 44),
        Column(_("Why it may stay"), 34),
        Column(_("Set aside by"), 22),
    ]
    rows = [_row(writer, section, r, found[r["id"]]) for r in records if r["id"] in found]
    blocks: list[Block] = [Heading(_(section.label), anchor=f"s-{section.key}")]
    blocks += [Table(columns, rows)] if rows else []
    mended = [r for r in records if r["id"] not in found]
    if mended:
        blocks += [Heading(_("Not found any more"), level=3), *show_collection(writer, section, mended)]
    return blocks


def _row(writer: Writer, section: Section, record: PlainRecord, finding: ReportedFinding) -> Row:
    more = {n: f for n, f in writer.filled(section, [record]).items() if n not in SHOWN}
    return Row(
        [
            escape(sentence_of(finding)),
            *(writer.get(section.key, name, record) for name in ("reason", "by")),
        ],
        pairs_of(writer, section, more, record),
        anchor(section.key, record["id"]),
    )

"""The first page of the team's document: how the plan stands, and what to do about it first."""

from collections.abc import Iterator

from markupsafe import Markup, escape

from planning.analyses.influence.reach import is_to_be_won
from planning.plan import PlainRecord
from server.export.blocks import Block, Chapter, Column, Fact, Glance, Heading, Prose, Row, Table
from server.export.findings import sentence_of
from server.export.values import percent_bar
from server.export.views.ratings import said_of
from server.export.writing import Writer
from server.texts import gettext as _

MOST_DATES, MOST_FINDINGS, MOST_PEOPLE = 5, 4, 5
"""What fits on one page, also when names are long."""
NEXT_ON = (
    ("actions", "due", "title"),
    ("executive_pairs", "next_on", "ours"),
    ("stakeholders", "next_contact_on", "name"),
    ("risks", "review_on", "title"),
)
"""Section, the day something is to happen there, and the field that says what."""


def glance_chapter(writer: Writer) -> Chapter:
    """Return the plan at a glance; a plan that says nothing yet has none of it."""
    blocks: list[Block] = [
        *_figures(writer),
        *_to_be_won(writer),
        *_lead(writer),
        *_findings(writer),
        *_dates(writer),
    ]
    return Chapter(
        key="glance",
        title=_("The plan at a glance"),
        lead="",
        blocks=blocks if _says_anything(writer) else (),
    )


def _says_anything(writer: Writer) -> bool:
    return any(
        writer.plan.records(key) for key in ("strategy_nodes", "objectives", "actions", "stakeholders")
    )


def _figures(writer: Writer) -> Iterator[Block]:
    report, actions = writer.report, writer.plan.records("actions")
    facts = []
    if report.traceability.coverage is not None:
        facts.append(
            Fact(_percent(writer, report.traceability.coverage), _("of their goals are served by actions"))
        )
    if report.influence.covered is not None:
        facts.append(
            Fact(_percent(writer, report.influence.covered), _("of the people that count know one of us"))
        )
    facts.append(Fact(_percent(writer, report.health.completeness / 100), _("of the plan is filled in")))
    facts.append(Fact(str(report.health.findings.must), _("findings that must be mended")))
    yield Glance(facts)
    labels = getattr(writer.plan.schema.sections["actions"].fields["status"], "choices", {})
    counts = {status: sum((r.get("status") or "to_do") == status for r in actions) for status in labels}
    if actions:
        yield Glance(
            [Fact(str(counts[status]), _(label).lower()) for status, label in labels.items()], is_small=True
        )


def _percent(writer: Writer, share: float) -> str:
    return writer.words.percent(round(100 * share))


def _to_be_won(writer: Writer) -> Iterator[Block]:
    """Yield who decides much and is not on our side yet, the most powerful first, with the surest way."""
    people = [one for one in writer.plan.records("stakeholders") if is_to_be_won(one)]
    people.sort(key=lambda one: -(one.get("power") or 0))
    if people:
        columns = [
            Column(_("Who must be won"), 27, "title"),
            Column(_("Power"), 8, "figure"),
            Column(_("Stance"), 15),
            Column(_("The surest way"), 36),
            Column(_("Chance"), 14),
        ]
        yield Table(columns, [_person(writer, one) for one in people[:MOST_PEOPLE]])


def _person(writer: Writer, person: PlainRecord) -> Row:
    way = next((one for one in writer.report.influence.ways if one.to == person["id"]), None)
    chance = round(100 * way.chance) if way else 0
    return Row(
        [
            writer.named("stakeholders", person["id"]),
            escape(person.get("power")),
            writer.get("stakeholders", "stance", person),
            escape(way.words if way else _("None: nobody of ours reaches them.")),
            percent_bar(chance, writer.words.percent(chance)) if way else Markup(""),
        ]
    )


def _lead(writer: Writer) -> Iterator[Block]:
    said = said_of(writer, writer.report.competition)
    if said:
        yield Heading(_("Where we lead and where we lag"), level=3)
        yield Prose(Markup("").join(Markup("<p>{}</p>").format(one) for one in said))


def _findings(writer: Writer) -> Iterator[Block]:
    found = [one for one in writer.report.findings if one.aside is None and one.severity != "could"]
    if found:
        yield Heading(_("Findings that matter"), level=3)
        items = Markup("").join(
            Markup("<li>{}</li>").format(sentence_of(one)) for one in found[:MOST_FINDINGS]
        )
        yield Prose(Markup("<ul>{}</ul>").format(items))


def _dates(writer: Writer) -> Iterator[Block]:
    rows = [_date(writer, *one) for one in _coming(writer)[:MOST_DATES]]
    if rows:
        yield Heading(_("Next dates"), level=3)
        columns = [Column(_("Day"), 18), Column(_("What"), 56, "title"), Column(_("Where in the plan"), 26)]
        yield Table(columns, rows)


def _coming(writer: Writer) -> list[tuple[str, str, str, PlainRecord]]:
    """Return section, fields of the day and of the name, and record of what comes next, the nearest first."""
    today, over = writer.about.printed_on.isoformat(), ("done", "dropped", "closed")
    found = [
        (key, name, titled, record)
        for key, name, titled in NEXT_ON
        for record in writer.plan.records(key)
        if (record.get(name) or "") >= today and record.get("status") not in over
    ]
    return sorted(found, key=lambda one: str(one[3][one[1]]))


def _date(writer: Writer, key: str, name: str, titled: str, record: PlainRecord) -> Row:
    what = writer.named(key, record["id"]) or writer.get(key, titled, record)
    where = escape(_(writer.plan.schema.sections[key].label))
    return Row([writer.get(key, name, record), what, where])

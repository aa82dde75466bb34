"""The document for the customer: their goals first, then what is done for them, with whom, and the proof.

It is built from a manuscript that is already redacted. Sections that no chapter names, such as
those of a tool that was added later, follow in a chapter of their own before the background.
"""

from collections.abc import Callable
from dataclasses import dataclass

from planning.records import Section
from server.export.blocks import Block, Chapter, Definitions, Fact, Glance, Heading, Prose
from server.export.collection import show_collection
from server.export.record import pairs_of
from server.export.sections import show_section
from server.export.views.measures import FIELDS as MEASURES
from server.export.views.measures import show_measures
from server.export.views.objectives import show_objectives
from server.export.views.strategy import show_map
from server.export.writing import Writer
from server.texts import gettext as _
from server.texts import marked as m

PROFILE = "profile"


@dataclass(frozen=True)
class Plot:
    """A chapter: its title and lead, texts of the profile, and sections with their headings."""

    key: str
    title: str
    lead: str
    texts: tuple[str, ...] = ()
    sections: tuple[tuple[str, str], ...] = ()
    opening: tuple[str, ...] = ()
    """Drawings that stand first, where a page has room for them; text flows on below."""


PLOTS = (
    Plot("ambition", m("What we want together"), "", ("introduction", "shared_ambition")),
    Plot(
        "achieve",
        m("What you want to achieve"),
        m("Your goals as we understand them, what stands in their way, and what moves your industry."),
        ("vision", "priorities"),
        (
            ("strategy_nodes", m("Goals and challenges")),
            ("strategy_links", m("How they act on each other")),
            ("industry_items", m("What moves your industry")),
        ),
        opening=("strategy_map",),
    ),
    Plot(
        "do",
        m("What we will do"),
        m("Objectives we share, the actions that lead there, and what they are worth to you."),
        (),
        (
            ("objectives", m("Objectives")),
            ("actions", m("Actions")),
            ("value_propositions", m("What it is worth to you")),
        ),
    ),
    Plot(
        "whom",
        m("With whom"),
        m("The people on both sides who make it happen, and whom to call."),
        (),
        (
            ("executive_pairs", m("Executives who stand for it")),
            ("team_members", m("Your team on our side")),
            ("stakeholders", m("Your people in this plan")),
        ),
    ),
    Plot(
        "know",
        m("How we will know"),
        m("The figures we look at together, and what has been decided."),
        (),
        (
            ("measures", m("How far the objectives have come")),
            ("kpis", m("Figures over time")),
            ("kpi_values", m("Remarks on figures")),
            ("decisions", m("What we have decided")),
        ),
    ),
)
BACKGROUND = Plot(
    "background",
    m("Where we come from"),
    m("What we have been through together, and how we know your company."),
    (),
    (("history", m("Our history")), ("divisions", m("Your divisions")), (PROFILE, m("Your company"))),
)


def customer_chapters(writer: Writer) -> list[Chapter]:
    """Return the chapters that say something, in the customer's order."""
    placed = {key for plot in (*PLOTS, BACKGROUND) for key, _ in plot.sections}
    chapters = [
        *(_chapter(writer, plot) for plot in PLOTS),
        *(_chapter(writer, plot) for plot in _unplaced(writer, placed)),
        _chapter(writer, BACKGROUND),
    ]
    return [chapter for chapter in chapters if chapter.blocks]


def _unplaced(writer: Writer, placed: set[str]) -> list[Plot]:
    plots = []
    for tool in writer.plan.schema.tools:
        new = tuple((s.key, s.label) for s in tool.sections if s.key not in placed)
        plots.append(Plot(tool.key, tool.label, "", (), new))
    return plots


def _chapter(writer: Writer, plot: Plot) -> Chapter:
    blocks = [*(block for key in plot.opening for block in _shown(writer, key)), *_texts(writer, plot)]
    for key, heading in plot.sections:
        content = _shown(writer, key)
        if content:
            blocks += [Heading(_(heading), anchor=f"s-{key}"), *content]
    if plot.key == PLOTS[0].key and (facts := at_a_glance(writer)):
        blocks.append(facts)
    return Chapter(plot.key, _(plot.title), _(plot.lead) if plot.lead else "", blocks)


def _texts(writer: Writer, plot: Plot) -> list[Block]:
    section = writer.plan.schema.sections.get(PROFILE)
    if section is None:
        return []
    record = writer.plan.fact(PROFILE)
    blocks: list[Block] = []
    for name in plot.texts:
        text, label = writer.get(PROFILE, name, record), writer.label(section, name)
        # The first that the customer reads: a heading would stand in the way, or say the chapter's once more.
        opens = name == "introduction" or label == _(plot.title)
        if text and not opens:
            blocks.append(Heading(label))
        if text:
            blocks.append(Prose(text, "opening" if opens else ""))
    return blocks


def _shown(writer: Writer, key: str) -> list[Block]:
    special = SPECIAL.get(key)
    if special is not None:
        return special(writer)
    section = writer.plan.schema.sections.get(key)
    return show_section(writer, section) if section is not None else []


def _profile(writer: Writer) -> list[Block]:
    section: Section | None = writer.plan.schema.sections.get(PROFILE)
    if section is None:
        return []
    told = {name for plot in PLOTS for name in plot.texts}
    record = writer.plan.fact(PROFILE)
    fields = {n: f for n, f in writer.filled(section, [record]).items() if n not in told}
    pairs = pairs_of(writer, section, fields, record)
    return [Definitions(pairs)] if pairs else []


def _objectives(writer: Writer) -> list[Block]:
    section = writer.plan.schema.sections.get("objectives")
    # How an objective is measured has its place among the figures.
    return show_objectives(writer, section, writer.plan.records("objectives"), MEASURES) if section else []


def _map(writer: Writer) -> list[Block]:
    section = writer.plan.schema.sections.get("strategy_nodes")
    return show_map(writer, section, writer.plan.records("strategy_nodes")) if section else []


def _goals(writer: Writer) -> list[Block]:
    section = writer.plan.schema.sections.get("strategy_nodes")
    return show_collection(writer, section, writer.plan.records("strategy_nodes")) if section else []


def _measures(writer: Writer) -> list[Block]:
    section = writer.plan.schema.sections.get("objectives")
    return show_measures(writer, section, writer.plan.records("objectives")) if section else []


SPECIAL: dict[str, Callable[[Writer], list[Block]]] = {
    PROFILE: _profile,
    "objectives": _objectives,
    "measures": _measures,
    "strategy_map": _map,
    "strategy_nodes": _goals,
}
"""What the customer's copy shows otherwise than the plan's own sections do."""


def at_a_glance(writer: Writer) -> Glance | None:
    """Return how much the plan holds, in figures; None for a plan that is still too small for it."""
    goals = [r for r in writer.plan.records("strategy_nodes") if r.get("kind") == "goal"]
    objectives = writer.plan.records("objectives")
    actions = writer.plan.records("actions")
    done = [r for r in actions if r.get("status") == "done"]
    today = writer.about.printed_on.isoformat()
    waiting = [r for r in actions if r.get("status") not in ("done", "dropped")]
    due = sorted(r["due"] for r in waiting if (r.get("due") or "") >= today)
    if not actions or not objectives:
        return None
    facts = [
        Fact(str(len(goals)), _("goals of yours") if len(goals) != 1 else _("goal of yours")),
        Fact(
            str(len(objectives)),
            _("objectives we share") if len(objectives) != 1 else _("objective we share"),
        ),
        Fact(f"{len(done)} / {len(actions)}", _("joint actions done")),
    ]
    if due:
        facts.append(Fact(writer.words.short_day(due[0]), _("next date")))
    return Glance(facts)

"""A section of the plan as blocks: its own view where there is one, else what its declaration gives."""

from collections.abc import Callable, Mapping

from planning.plan import PlainRecord
from planning.records import Section
from server.export.blocks import Block
from server.export.collection import show_collection
from server.export.record import show_facts
from server.export.views import (
    comments,
    divisions,
    history,
    kpis,
    matrices,
    objectives,
    ratings,
    risks,
    stakeholders,
    strategy,
    swot,
    timeline,
    white_space,
)
from server.export.writing import Writer

View = Callable[[Writer, Section, list[PlainRecord]], list[Block]]

VIEWS: Mapping[str, View] = {
    "actions": timeline.show_actions,
    "comments": comments.show_comments,
    "divisions": divisions.show_divisions,
    "history": history.show_history,
    "kpis": kpis.show_kpis,
    "kpi_values": kpis.show_values,
    "objectives": objectives.show_objectives,
    "ratings": ratings.show_ratings,
    "responsibilities": matrices.show_responsibilities,
    "risks": risks.show_risks,
    "stakeholders": stakeholders.show_stakeholders,
    "strategy_links": strategy.show_links,
    "strategy_nodes": strategy.show_nodes,
    "swot_items": swot.show_swot,
    "white_space": white_space.show_white_space,
}
"""By section; every other section, whenever it was declared, is shown as its declaration says."""


def show_section(writer: Writer, section: Section) -> list[Block]:
    """Return what a section says, an empty list when it says nothing."""
    if not section.many:
        return show_facts(writer, section)
    records = writer.plan.records(section.key)
    if not records:
        return []
    return VIEWS.get(section.key, show_collection)(writer, section, records)

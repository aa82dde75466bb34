"""The tools of a plan, in the order of its pages and chapters."""

from planning.plan import Schema
from planning.tools import (
    actions,
    comments,
    competitors,
    customer_profile,
    decisions,
    findings,
    industry,
    kpis,
    objectives,
    parking_lot,
    puzzle,
    relationship,
    responsibilities,
    risks,
    stakeholders,
    strategy_map,
    swot,
    team,
    value,
)

TOOLS = (
    customer_profile.TOOL,
    industry.TOOL,
    relationship.TOOL,
    strategy_map.TOOL,
    puzzle.TOOL,
    stakeholders.TOOL,
    team.TOOL,
    responsibilities.TOOL,
    competitors.TOOL,
    value.TOOL,
    swot.TOOL,
    objectives.TOOL,
    actions.TOOL,
    risks.TOOL,
    kpis.TOOL,
    decisions.TOOL,
    parking_lot.TOOL,
    comments.TOOL,
    findings.TOOL,
)

SCHEMA = Schema(TOOLS)

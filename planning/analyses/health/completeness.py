"""How much of each tool is filled in, as the rings of the pages show it.

The rule is the pages' (`Completeness` in `frontend/src/collab/completeness.ts`): a section of facts
counts the share of its fields that say something, the plan's own (`system`) fields left out; a
collection the share of filled cells among its columns over its live records, 0 while it is empty; a
tool is the mean of its sections, each weighing the same. What people say *about* the plan, in sections
that belong to their author, does not count. Both sides are held to it by the same cases
(`tests/planning/analyses/completeness_cases.json`).
"""

from collections.abc import Mapping
from math import floor
from typing import Any

from planning.analyses.content import is_filled
from planning.plan import PlainRecord, Plan
from planning.plan_field import PlanField
from planning.records import Section, Tool


def completeness(plan: Plan) -> dict[str, int]:
    """Return how much of each tool is filled in, in per cent.

    >>> from planning.tools import SCHEMA
    >>> completeness(Plan(SCHEMA))["actions"]
    0
    """
    return {tool.key: _of_tool(plan, tool) for tool in plan.schema.tools}


def _of_tool(plan: Plan, tool: Tool) -> int:
    shares = [_of_section(plan, section) for section in tool.sections if section.owned_by is None]
    # Halves go up, as they do on the pages; Python's own rounding takes them to the even number.
    return floor(100 * sum(shares) / len(shares) + 0.5) if shares else 0


def _of_section(plan: Plan, section: Section) -> float:
    counted = _counted_fields(section)
    records: list[PlainRecord] = plan.records(section.key) if section.many else [plan.fact(section.key)]
    if not records or not counted:
        return 0.0
    filled = sum(_filled_in(field, [record.get(key) for record in records]) for key, field in counted.items())
    return filled / (len(records) * len(counted))


def _filled_in(field: PlanField, column: list[Any]) -> int:
    # Most cells hold nothing, and most of the others something that need not be asked about its words.
    return sum(is_filled(field, value) for value in column if value is not None)


def _counted_fields(section: Section) -> Mapping[str, PlanField]:
    if section.many:
        return {key: section.fields[key] for key in section.columns}
    return {key: field for key, field in section.fields.items() if not field.system}

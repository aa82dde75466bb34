"""What is content of a plan: tools that are not talk about it, values that say something."""

from typing import Any

from planning.kinds import RichText
from planning.plan import Schema
from planning.plan_field import PlanField
from planning.records import Tool
from planning.rich_text import words_of

ABOUT_THE_PLAN = frozenset({"comments", "findings"})
"""Tools without a page of their own: what people say of the plan, and findings they have set aside."""


def content_tools(schema: Schema) -> tuple[Tool, ...]:
    """Return the tools that are content of the plan, in order.

    >>> from planning.tools import SCHEMA
    >>> len(SCHEMA.tools) - len(content_tools(SCHEMA))
    2
    """
    return tuple(tool for tool in schema.tools if tool.key not in ABOUT_THE_PLAN)


def is_filled(field: PlanField, value: Any) -> bool:
    """Return whether a value says something; no and 0 do, empty text and an empty list do not."""
    if isinstance(field, RichText):
        return bool(words_of(value))
    return value is not None and value not in ("", [])

"""The schema of a plan as plain values: what forms, tables, PDF and pages follow."""

from typing import Any

from planning.kinds import PlanField
from planning.plan import Schema
from planning.records import PARTS, Section, Tool

VERSION = 1
"""Raised when the shape of the description changes, not when a tool or field is added."""


def describe(schema: Schema) -> dict[str, Any]:
    """Return everything the declarations say, ready for JSON.

    Returns
    -------
    dict
        `version`, `parts` in order, and `tools` in order, each with its `sections`, each with
        its `fields`. What a field has beside key, kind, label, help, audience and system depends
        on its kind (see `describe` of the classes in `planning.kinds`).
    """
    return {
        "version": VERSION,
        "parts": [{"key": key, "label": label} for key, label in PARTS.items()],
        "tools": [_describe_tool(tool) for tool in schema.tools],
    }


def _describe_tool(tool: Tool) -> dict[str, Any]:
    return {
        "key": tool.key,
        "part": tool.part,
        "label": tool.label,
        "help": tool.help,
        "sections": [_describe_section(tool, section) for section in tool.sections],
    }


def _describe_section(tool: Tool, section: Section) -> dict[str, Any]:
    return {
        "key": section.key,
        "tool": tool.key,
        "label": section.label,
        "one": section.one,
        "help": section.help,
        "empty": section.empty,
        "audience": section.audience,
        "many": section.many,
        "limit": section.limit,
        "title": section.title,
        "columns": list(section.columns),
        "shared_by": section.shared_by,
        "only_when_named": section.only_when_named,
        "only_with": list(section.only_with),
        "owned_by": section.owned_by,
        "fields": [_describe_field(key, field) for key, field in section.fields.items()],
    }


def _describe_field(key: str, field: PlanField) -> dict[str, Any]:
    return {
        "key": key,
        "kind": field.kind,
        "label": field.label,
        "help": field.help,
        "audience": field.audience,
        "system": field.system,
        **field.describe(),
    }

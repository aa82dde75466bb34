"""The schema of a plan as TypeScript and as a catalogue of labels for the pages."""

import json
from collections.abc import Mapping
from typing import Any

from planning.describe import describe
from planning.kinds import Choice, Choices, PlanField, Ref, Scale
from planning.plan import Schema
from planning.records import PARTS, Section
from planning.typescript_findings import HEADER, render_drift, render_drift_codes, render_findings
from planning.typescript_report import render_report
from planning.typescript_shapes import SHAPES

NUMBERS = {"number", "money", "percent", "year", "scale"}
TYPES = {
    "flag": "boolean",
    "refs": "readonly string[]",
    "people": "readonly string[]",
    "stamp": "Stamp",
}
"""Kinds whose values are neither text nor numbers nor choices; choices are spelled out."""


def render_files(schema: Schema) -> dict[str, str]:
    """Return the generated files of the pages: path under `frontend/src` to content."""
    catalogue = json.dumps(render_catalogue(schema), ensure_ascii=False, indent=2)
    return {
        "schema/plan.generated.ts": render_types(schema) + render_description(schema),
        "schema/report.generated.ts": render_report(),
        "schema/drift.generated.ts": render_drift_codes(),
        "locales/en/plan.generated.json": catalogue + "\n",
    }


def render_types(schema: Schema) -> str:
    """Return the TypeScript types: unions of keys, shapes of the description, one interface a record.

    A record is typed as pages read it: long text as a string and formatted text as its words.
    """
    many = [s.key for s in schema.sections.values() if s.many]
    single = [s.key for s in schema.sections.values() if not s.many]
    unions = [
        _render_union("PartKey", list(PARTS)),
        _render_union("ToolKey", [tool.key for tool in schema.tools]),
        _render_union("CollectionKey", many),
        _render_union("FactsKey", single),
        "export type SectionKey = CollectionKey | FactsKey;\n",
    ]
    records = [_render_record(section) for section in schema.sections.values()]
    index = "".join(f"  readonly {key}: {_type_name(key)};\n" for key in schema.sections)
    records.append(f"export interface Records {{\n{index}}}\n")
    records.append("export type RecordOf<S extends SectionKey> = Records[S];\n")
    return "\n".join([HEADER, *unions, SHAPES, *records, ""])


def render_description(schema: Schema) -> str:
    """Return the TypeScript constant `plan`, which is `describe(schema)`."""
    described = json.dumps(describe(schema), ensure_ascii=False, indent=2)
    return f"export const plan: PlanDescription = {described};\n"


def render_catalogue(schema: Schema) -> dict[str, Any]:
    """Return the English words of the schema, of findings and of drift, nested as the pages look them up.

    `findings.<code>.message|remedy`, `drift.<code>`, `part.<key>`, `tool.<key>.label|help`,
    `section.<key>.label|one|help|empty` and
    `section.<key>.fields.<field>.label|help|unit|choices.<value>|labels.<step>`.
    """
    return {
        "part": dict(PARTS),
        "tool": {tool.key: {"label": tool.label, "help": tool.help} for tool in schema.tools},
        "section": {key: _catalogue_of_section(section) for key, section in schema.sections.items()},
        "findings": render_findings(),
        "drift": render_drift(),
    }


def _catalogue_of_section(section: Section) -> dict[str, Any]:
    return {
        "label": section.label,
        "one": section.one,
        "help": section.help,
        "empty": section.empty,
        "fields": {key: _catalogue_of_field(field) for key, field in section.fields.items()},
    }


def _catalogue_of_field(field: PlanField) -> dict[str, Any]:
    words: dict[str, Any] = {"label": field.label}
    if field.help:
        words["help"] = field.help
    if choices := _choices_of(field):
        words["choices"] = dict(choices)
    if isinstance(field, Scale) and field.labels:
        words["labels"] = {str(step): label for step, label in field.steps()}
    return words


def _choices_of(field: PlanField) -> Mapping[str, str]:
    if isinstance(field, Choice):
        return field.choices
    return field.also if isinstance(field, Ref) else {}


def _render_union(name: str, values: list[str]) -> str:
    return f"export type {name} =" + "".join(f"\n  | {json.dumps(value)}" for value in values) + ";\n"


def _render_record(section: Section) -> str:
    lines = "".join(f"  readonly {key}: {_type_of(field)} | null;\n" for key, field in section.fields.items())
    return f"/** {section.label}. */\nexport interface {_type_name(section.key)} {{\n{lines}}}\n"


def _type_name(section: str) -> str:
    return "".join(part.capitalize() for part in section.split("_")) + "Record"


def _type_of(field: PlanField) -> str:
    if isinstance(field, Choice):
        values = " | ".join(json.dumps(value) for value in field.choices)
        return f"readonly ({values})[]" if isinstance(field, Choices) else values
    if field.kind in NUMBERS:
        return "number"
    return TYPES.get(field.kind, "string")

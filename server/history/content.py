"""What a version holds: the sections of the plan as `planning.interchange` writes them, compressed.

Beside them it says which fields there were, so that a field that came later is not taken for one
that said nothing.
"""

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from planning.interchange import FORMAT, VERSION, to_document
from planning.plan import PlainRecord, Plan, Schema
from planning.records import Section
from planning.validation import problem_of_field


@dataclass(frozen=True)
class Past:
    """A plan as it was, and its fields of which that is known: section to names."""

    plan: Plan
    known: Mapping[str, frozenset[str]]


def pack_content(plan: Plan) -> bytes:
    """Return a plan as a version holds it."""
    document = to_document(plan, title="", starts_on="", ends_on="", account="")
    content = {
        "format": FORMAT,
        "version": VERSION,
        "fields": {key: list(section.fields) for key, section in plan.schema.sections.items()},
        "sections": document["sections"],
    }
    return zlib.compress(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode())


def read_content(packed: bytes, schema: Schema) -> Past:
    """Return what a version holds, as far as this version of Tavolo has a place for it."""
    content = json.loads(zlib.decompress(packed))
    known = {
        key: frozenset(names) & schema.sections[key].fields.keys()
        for key, names in content["fields"].items()
        if key in schema.sections
    }
    facts: dict[str, PlainRecord] = {}
    collections: dict[str, dict[str, PlainRecord]] = {}
    for key in known:
        section, said = schema.sections[key], content["sections"].get(key)
        if section.many:
            records = said or []
            collections[key] = {record["id"]: _valid(section, record) for record in records}
        else:
            facts[key] = _valid(section, said or {})
    return Past(Plan(schema, facts, collections), known)


def _valid(section: Section, record: Mapping[str, Any]) -> PlainRecord:
    """Return what of a record could be written today: a choice may have gone since."""
    fields = section.fields.keys() & record.keys()
    return {name: record[name] for name in fields if problem_of_field(section, name, record[name]) is None}

"""Sections of a document on their way into a plan: all that is wrong is found, nothing is guessed."""

from collections.abc import Mapping
from typing import Any

from planning.kinds import ID_PATTERN, Target
from planning.ordering import orders
from planning.plan import PlainRecord, Plan, Schema
from planning.records import Section
from planning.validation import Problem, problem_of_field


def read_sections(sections: Any, schema: Schema) -> tuple[Plan, list[Problem]]:
    """Return the plan in the sections of a document, and what is wrong with them.

    The plan is only good for something when nothing is wrong. A collection in which a record has
    no place is put in the order of the list.

    Parameters
    ----------
    sections
        Section key to a record (for a single one) or to a list of records with `id`.
    """
    if not isinstance(sections, dict):
        return Plan(schema), [Problem("sections", "Must name each section with its content.")]
    reading = _Reading(schema)
    facts: dict[str, PlainRecord] = {}
    collections: dict[str, dict[str, PlainRecord]] = {}
    for key, content in sections.items():
        section = schema.sections.get(key)
        if section is None:
            reading.refuse(key[:40], "There is no such section; take it out.")
        elif section.many:
            collections[key] = reading.collection(section, content)
        else:
            facts[key] = reading.record(section, section.key, content)
    return Plan(schema, facts, collections), reading.problems


class _Reading:
    """One document being read, and what is wrong with it so far."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self.problems: list[Problem] = []

    def refuse(self, where: str, message: str) -> None:
        self.problems.append(Problem(where, message))

    def collection(self, section: Section, content: Any) -> dict[str, PlainRecord]:
        if not isinstance(content, list):
            self.refuse(section.key, "Must be a list of records.")
            return {}
        if len(content) > section.limit:
            self.refuse(section.key, f"At most {section.limit} records; this has {len(content)}.")
            return {}
        records: dict[str, PlainRecord] = {}
        for number, entry in enumerate(content, start=1):
            if (id := self._id(section, number, entry, records)) is not None:
                values = {key: value for key, value in entry.items() if key != "id"}
                records[id] = self.record(section, f"{section.key}/{id}", values)
        return _with_places(records)

    def record(self, section: Section, where: str, content: Any) -> PlainRecord:
        if not isinstance(content, dict):
            self.refuse(where, "Must be a record: fields with their values.")
            return {}
        said = {key: value for key, value in content.items() if value is not None}
        accepted = {key: self._value(section, f"{where}/{key[:40]}", key, said[key]) for key in said}
        unknown = content.keys() - said.keys() - section.fields.keys()
        for key in sorted(unknown):
            self.refuse(f"{where}/{key[:40]}", problem_of_field(section, key, None) or "")
        return accepted

    def _value(self, section: Section, where: str, key: str, value: Any) -> Any:
        if (message := problem_of_field(section, key, value)) is not None:
            self.refuse(where, message)
            return None
        field = section.fields[key]
        if isinstance(field, Target) and value.split("/")[0] not in self.schema.sections:
            self.refuse(where, f"{field.label}: There is no section {value.split('/')[0]!r}.")
        return field.accept(value)

    def _id(self, section: Section, number: int, entry: Any, known: Mapping[str, Any]) -> str | None:
        """Return the identifier of the record at this place of the list unless it is wrong."""
        id = entry.get("id") if isinstance(entry, dict) else None
        if not isinstance(id, str) or not ID_PATTERN.fullmatch(id):
            self.refuse(f"{section.key}/{number}", "Must be a record with an id of 21 letters and digits.")
            return None
        if id in known:
            self.refuse(f"{section.key}/{id}", "Two records have this id; give one of them another.")
            return None
        return id


def _with_places(records: dict[str, PlainRecord]) -> dict[str, PlainRecord]:
    if all("order" in record for record in records.values()):
        return records
    places = orders(len(records))
    return {
        id: {**record, "order": place} for (id, record), place in zip(records.items(), places, strict=True)
    }

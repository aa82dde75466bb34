"""Plans for tests: short to write, valid, and always the same."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from planning import kinds, rich_text
from planning.ordering import orders
from planning.plan import PlainRecord, Plan, Schema
from planning.records import Section
from planning.tools import SCHEMA

STAMP = {"key": "p" * 21, "name": "Ana Rossi", "department": "Sales", "at": "2026-11-21T09:00:00Z"}


def an_id(name: str) -> str:
    """Return the identifier of a record that a test calls by a short name."""
    return name.ljust(21, "_")


def a_plan(schema: Schema = SCHEMA, **sections: Sequence[PlainRecord] | PlainRecord) -> Plan:
    """Return a plan with these records, in this order.

    A record may say its `id`, and name others, by a short name: `an_id` makes it whole.
    """
    facts, collections = {}, {}
    for key, content in sections.items():
        section = schema.sections[key]
        if isinstance(content, Mapping):
            facts[key] = _whole_names(section, content)
        else:
            collections[key] = _collection(section, content)
    return Plan(schema, facts, collections)


def _collection(section: Section, content: Sequence[PlainRecord]) -> dict[str, PlainRecord]:
    records = {}
    for number, (record, place) in enumerate(zip(content, orders(len(content)), strict=True)):
        values = {key: value for key, value in record.items() if key != "id"}
        id = an_id(record.get("id", f"{section.key[:15]}-{number}"))
        records[id] = {"order": place} | _whole_names(section, values)
    return records


def _whole_names(section: Section, record: Mapping[str, Any]) -> PlainRecord:
    whole = dict(record)
    for key, value in record.items():
        field = section.fields[key]
        if isinstance(field, kinds.Ref) and value is not None and value not in field.also:
            whole[key] = an_id(value)
        elif isinstance(field, kinds.Refs):
            whole[key] = [an_id(one) for one in value or []]
    return whole


def every_field_filled(schema: Schema = SCHEMA, canary: str = "") -> Plan:
    """Return a plan with one record a section in which every field says something.

    Whatever can hold words holds `canary`, then `section.field;`. Every record is shared, not
    removed, and refers to the record of the section it may refer to.
    """
    facts, collections = {}, {}
    for key, section in schema.sections.items():
        record = {
            name: filled(field, f"{canary}{key}.{name};")
            for name, field in section.fields.items()
            if name != "removed"
        }
        if section.many:
            collections[key] = {id_in(key): record}
        else:
            facts[key] = record
    return Plan(schema, facts, collections)


def id_in(section: str) -> str:
    """Return the id of the only record that `every_field_filled` puts in a section."""
    return an_id(section[:21])


FILLINGS: dict[str, Callable[[Any, str], Any]] = {
    "text": lambda field, words: words[: field.most],
    "long_text": lambda field, words: words,
    "rich_text": lambda field, words: rich_text.document_of(words),
    "email": lambda field, words: f"{words}@example.com",
    "web_link": lambda field, words: f"https://example.com/{words}",
    "choice": lambda field, words: next(iter(field.choices)),
    "choices": lambda field, words: list(field.choices),
    "number": lambda field, words: field.low if field.low is not None else 1,
    "money": lambda field, words: 1_000,
    "percent": lambda field, words: 40,
    "year": lambda field, words: 2027,
    "scale": lambda field, words: field.high,
    "day": lambda field, words: "2027-03-31",
    "flag": lambda field, words: True,
    "ref": lambda field, words: id_in(field.to),
    "refs": lambda field, words: [id_in(field.to)],
    "people": lambda field, words: ["p" * 21],
    "target": lambda field, words: "profile",
    "order": lambda field, words: "a0",
    "stamp": lambda field, words: STAMP | {"name": words},
}
"""A kind of field to a valid value of it, with these words in it where words can be."""


def filled(field: kinds.PlanField, words: str) -> Any:
    """Return a valid value of a field, with these words in it where words can be."""
    return FILLINGS[field.kind](field, words)

"""Random values, records and plans that obey the hard rules, made from the declarations."""

from typing import Any

from hypothesis import strategies as st

from planning import kinds, rich_text
from planning.ids import ALPHABET
from planning.ordering import orders
from planning.plan import Plan, Schema
from planning.records import Section

WORDS = st.text(
    st.characters(codec="utf-8", exclude_characters=[chr(c) for c in (*range(32), 127)]), max_size=20
)
IDS = st.text(st.sampled_from(ALPHABET), min_size=21, max_size=21)
STAMPS = st.fixed_dictionaries(
    {"key": IDS, "name": WORDS, "department": WORDS, "at": st.just("2026-11-21T09:00:00Z")}
)
OTHERS: dict[str, st.SearchStrategy[Any]] = {
    "text": WORDS,
    "long_text": WORDS,
    "rich_text": WORDS.map(rich_text.document_of),
    "email": st.just("name@example.com"),
    "web_link": st.just("https://example.com"),
    "people": st.lists(IDS, unique=True, max_size=3),
    "day": st.dates().map(str),
    "flag": st.booleans(),
    "stamp": STAMPS,
    "target": st.sampled_from(
        ["actions", f"actions/{'a' * 21}", f"actions/{'a' * 21}/title", "profile/vision"]
    ),
    "order": st.sampled_from(orders(40)),
}
"""Strategies of the kinds whose values do not depend on how the field was declared."""


def values_of(field: kinds.PlanField, ids: dict[str, list[str]]) -> st.SearchStrategy[Any]:
    """Return a strategy for values that the field accepts; `ids` are those of each section."""
    match field:
        case kinds.Choices():
            return st.lists(st.sampled_from(list(field.choices)), unique=True)
        case kinds.Choice():
            return st.sampled_from(list(field.choices))
        case kinds.Number():
            return _numbers_of(field)
        case kinds.Ref():
            return st.sampled_from([*ids[field.to], *field.also]) if ids[field.to] else IDS
        case kinds.Refs():
            return st.lists(st.sampled_from(ids[field.to]) if ids[field.to] else IDS, unique=True, max_size=3)
        case _:
            return OTHERS[field.kind]


def _numbers_of(field: kinds.Number) -> st.SearchStrategy[Any]:
    low, high = field.low if field.low is not None else -1e6, field.high if field.high is not None else 1e6
    if field.whole:
        return st.integers(int(low), int(high))
    return st.floats(low, high).map(lambda n: int(n) if n == int(n) else n)


@st.composite
def records_of(draw: st.DrawFn, section: Section, ids: dict[str, list[str]]) -> dict[str, Any]:
    """Draw a record in which some fields say something."""
    fields = {k: values_of(f, ids) for k, f in section.fields.items()}
    said = draw(st.sets(st.sampled_from(list(fields)), max_size=6)) | ({"order"} & fields.keys())
    if section.shared_by and draw(st.booleans()):
        said.add(section.shared_by)
    return {key: draw(fields[key]) for key in section.fields if key in said}


@st.composite
def plans(draw: st.DrawFn, schema: Schema, most: int = 2) -> Plan:
    """Draw a plan with up to `most` records in each collection."""
    sections = schema.sections.values()
    # One list of ids for all: drawing them by section would make examples too large.
    known = draw(st.lists(IDS, unique=True, min_size=most, max_size=most))
    ids = {s.key: known[: draw(st.integers(0, most))] for s in sections if s.many}
    return Plan(
        schema,
        {s.key: draw(records_of(s, ids)) for s in sections if not s.many},
        {s.key: {id: draw(records_of(s, ids)) for id in ids[s.key]} for s in sections if s.many},
    )

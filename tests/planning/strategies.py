"""Random values, records and plans that obey the hard rules, made from the declarations."""

from functools import cache
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


KNOWN = ["-" * 21, "_0" * 10 + "Z"]
"""The identifiers of the records: fixed, so that the strategies are built once and not for every plan."""


MOST_USED = 12
"""Sections of one plan that hold something: any few may meet, and a plan is drawn in moments."""


@cache
def values_of(section: Section) -> dict[str, st.SearchStrategy[Any]]:
    """Return a strategy for each field's values; what is referred to is there, or was never."""
    return {name: _values_of(field) for name, field in section.fields.items()}


def _values_of(field: kinds.PlanField) -> st.SearchStrategy[Any]:
    match field:
        case kinds.Choices():
            return st.lists(st.sampled_from(list(field.choices)), unique=True)
        case kinds.Choice():
            return st.sampled_from(list(field.choices))
        case kinds.Number():
            return _numbers_of(field)
        case kinds.Ref():
            return st.sampled_from([*KNOWN, *field.also])
        case kinds.Refs():
            return st.lists(st.sampled_from(KNOWN), unique=True, max_size=3)
        case _:
            return OTHERS[field.kind]


def _numbers_of(field: kinds.Number) -> st.SearchStrategy[Any]:
    low, high = field.low if field.low is not None else -1e6, field.high if field.high is not None else 1e6
    if field.whole:
        return st.integers(int(low), int(high))
    return st.floats(low, high).map(lambda n: int(n) if n == int(n) else n)


@st.composite
def records_of(draw: st.DrawFn, section: Section) -> dict[str, Any]:
    """Draw a record in which some fields say something."""
    fields = values_of(section)
    said = draw(st.sets(st.sampled_from(list(fields)), max_size=6)) | ({"order"} & fields.keys())
    if section.shared_by and draw(st.booleans()):
        said.add(section.shared_by)
    return {key: draw(fields[key]) for key in fields if key in said}


@st.composite
def plans(draw: st.DrawFn, schema: Schema) -> Plan:
    """Draw a plan in which some sections have one or two records."""
    every = list(schema.sections.values())
    sections = draw(st.lists(st.sampled_from(every), unique=True, max_size=MOST_USED))
    ids = {s.key: KNOWN[: draw(st.integers(1, len(KNOWN)))] for s in sections if s.many}
    return Plan(
        schema,
        {s.key: draw(records_of(s)) if s in sections else {} for s in every if not s.many},
        {s.key: {id: draw(records_of(s)) for id in ids.get(s.key, [])} for s in every if s.many},
    )

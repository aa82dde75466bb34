"""A plan as a document, and back (D1, D2, D4)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pycrdt import Map, Text, XmlFragment

from planning.fields import flag, long_text, rich_text
from planning.plan import Plan, Schema
from planning.records import Record
from planning.tools import SCHEMA
from server.rooms.document import (
    complete_document,
    document_bytes,
    document_from,
    new_document,
    read_plan,
)
from server.rooms.folding import same_content
from server.rooms.gate import Gate
from server.rooms.plain import plain
from tests.builders import a_plan, an_id, every_field_filled
from tests.server.rooms.builders import Copy, a_record, a_seat

FORMATTED = {
    "type": "doc",
    "content": [
        {"type": "heading", "attrs": {"level": 2}, "content": [{"type": "text", "text": "Grüße 😀"}]},
        {
            "type": "paragraph",
            "content": [
                {"type": "text", "text": "plain "},
                {"type": "text", "text": "bold", "marks": [{"type": "bold"}]},
                {"type": "hardBreak"},
                {
                    "type": "text",
                    "text": "link",
                    "marks": [{"type": "link", "attrs": {"href": "https://a.example"}}],
                },
            ],
        },
        {
            "type": "orderedList",
            "attrs": {"start": 3},
            "content": [
                {
                    "type": "listItem",
                    "content": [{"type": "paragraph", "content": [{"type": "text", "text": "one"}]}],
                }
            ],
        },
    ],
}


def test_d1_every_tool_is_a_root_and_every_section_a_map_in_it():
    document = new_document(SCHEMA)
    assert set(document.keys()) == {tool.key for tool in SCHEMA.tools}
    for tool in SCHEMA.tools:
        root = document.get(tool.key, type=Map)
        assert set(root.keys()) == {section.key for section in tool.sections}


def test_d1_a_single_record_has_its_shared_texts_and_null_for_the_rest():
    profile = new_document(SCHEMA).get("customer_profile", type=Map)["profile"]
    assert isinstance(profile["vision"], Text)
    assert isinstance(profile["priorities"], XmlFragment)
    assert profile["industry"] is None
    assert set(profile.keys()) == set(SCHEMA.sections["profile"].fields)


def test_a_plan_with_everything_in_it_comes_back_as_it_was():
    plan = every_field_filled()
    again = read_plan(new_document(SCHEMA, plan), SCHEMA)
    assert again.facts == {key: dict(plan.facts.get(key, {})) for key in again.facts}
    for key, records in again.collections.items():
        assert records == {id: dict(r) for id, r in plan.collections.get(key, {}).items()}


def test_a_new_plan_passes_its_own_gate():
    document = new_document(SCHEMA, every_field_filled())
    gate, copy = Gate(SCHEMA, document, {}), Copy(document)
    assert gate.admit(copy.change(lambda: copy.section("profile").update({"industry": "x"})), a_seat())


def test_formatted_text_comes_back_as_it_was():
    plan = a_plan(profile={"priorities": FORMATTED})
    assert read_plan(new_document(SCHEMA, plan), SCHEMA).fact("profile")["priorities"] == FORMATTED


@given(st.lists(st.text(st.characters(exclude_categories=("Cs",)), min_size=1), max_size=5))
def test_words_with_and_without_marks_keep_their_places(parts: list[str]):
    marks = [{"type": "bold"}]
    content = [
        {"type": "text", "text": part} | ({"marks": marks} if number % 2 else {})
        for number, part in enumerate(parts)
    ]
    body = {"type": "doc", "content": [{"type": "paragraph", "content": content}]}
    plan = a_plan(profile={"priorities": body})
    again = read_plan(new_document(SCHEMA, plan), SCHEMA).fact("profile").get("priorities")
    assert again == (body if parts else None)


def test_a_text_that_says_nothing_is_absent():
    profile = read_plan(new_document(SCHEMA), SCHEMA).fact("profile")
    assert profile == {}


@pytest.mark.parametrize(
    ("stored", "meant"),
    [
        (3.0, 3),
        (-0.5, -0.5),
        (2.0**60, 2.0**60),
        ([1.0, "a"], [1, "a"]),
        ({"a": 2.0}, {"a": 2}),
        (True, True),
    ],
)
def test_d4_whole_numbers_come_back_as_integers(stored: object, meant: object):
    assert plain(stored) == meant
    assert type(plain(stored)) is type(meant)


def test_d4_a_number_in_a_plan_is_an_integer_again():
    plan = read_plan(new_document(SCHEMA, a_plan(profile={"employees": 1200})), SCHEMA)
    assert type(plan.fact("profile")["employees"]) is int


def test_d2_the_same_plan_made_twice_is_not_the_same_content():
    first, second = document_from(document_bytes(SCHEMA)), document_bytes(SCHEMA)
    assert not same_content(first, document_from(second))


def with_more(schema: Schema) -> Schema:
    """Return a schema of a later version: a tool, a section and three fields more."""
    tools = list(schema.tools)
    actions = next(n for n, tool in enumerate(tools) if tool.key == "actions")
    (section,) = (s for s in tools[actions].sections if s.key == "actions")

    class More(section.schema):  # type: ignore[misc, name-defined]
        memo = long_text(label="Memo", help="Later.")
        story = rich_text(label="Story", help="Later.")
        urgent = flag(label="Urgent", help="Later.")

    class Idea(Record):
        words = long_text(label="Words", help="Later.")

    later = replace(section, schema=More)
    ideas = replace(
        section, key="ideas", schema=Idea, title="words", columns=(), shared_by=None, only_with=()
    )
    tools[actions] = replace(tools[actions], sections=(later, *tools[actions].sections[1:]))
    tools.append(replace(tools[actions], key="ideas", sections=(ideas,)))
    return Schema(tuple(tools))


def test_d1_what_a_later_version_adds_is_made_by_the_server_on_loading():
    document = new_document(SCHEMA, a_plan(actions=[{"id": "call", "title": "Call"}]))
    later = with_more(SCHEMA)
    addition = complete_document(document, later)
    assert addition is not None
    record = document.get("actions", type=Map)["actions"][an_id("call")]
    assert isinstance(record["memo"], Text)
    assert isinstance(record["story"], XmlFragment)
    assert record["urgent"] is None
    assert isinstance(document.get("ideas", type=Map)["ideas"], Map)
    assert read_plan(document, later).record("actions", an_id("call"))["title"] == "Call"
    assert complete_document(document, later) is None


def test_what_an_earlier_version_does_not_know_stays_in_the_document():
    later = with_more(SCHEMA)
    document = new_document(later)
    assert "ideas" not in read_plan(document, SCHEMA).collections
    assert complete_document(document, SCHEMA) is None


def test_two_documents_are_the_same_when_they_hold_and_miss_the_same():
    document = new_document(SCHEMA)
    copy = Copy(document)
    assert same_content(copy.document, document)
    copy.change(lambda: copy.section("profile")["vision"].insert(0, "abc"))
    assert not same_content(copy.document, document)
    document.apply_update(copy.document.get_update())
    assert same_content(copy.document, document)
    copy.change(lambda: copy.section("profile")["vision"].__delitem__(slice(0, 1)))
    assert not same_content(copy.document, document)


def test_an_empty_plan_reads_as_one():
    plan = read_plan(new_document(SCHEMA, Plan(SCHEMA)), SCHEMA)
    assert all(not records for records in plan.collections.values())


def test_a_record_without_its_texts_is_completed():
    document = new_document(SCHEMA)
    document.get("actions", type=Map)["actions"][an_id("old")] = Map({"title": "Old"})
    assert complete_document(document, SCHEMA) is not None
    record = document.get("actions", type=Map)["actions"][an_id("old")]
    assert set(record.keys()) == set(a_record("actions")._prelim or {})

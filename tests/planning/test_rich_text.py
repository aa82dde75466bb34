"""What may be in formatted text."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.rich_text import document_of, problem_of, problem_of_attributes, problem_of_mark, words_of
from tests.planning.strategies import WORDS

NODES = st.recursive(
    st.fixed_dictionaries(
        {"type": st.sampled_from(["text", "hardBreak", "doc", "image"])}, optional={"text": st.text()}
    ),
    lambda inner: st.fixed_dictionaries(
        {"type": st.sampled_from(["paragraph", "bulletList", "listItem", "heading", "blockquote", 3])},
        optional={"content": st.lists(inner, max_size=3) | st.integers(), "attrs": st.none() | st.just([1])},
    ),
    max_leaves=10,
)


def doc(*content: Any) -> dict[str, Any]:
    return {"type": "doc", "content": list(content)}


def paragraph(*content: Any) -> dict[str, Any]:
    return {"type": "paragraph", "content": list(content)}


def linked(**attrs: Any) -> dict[str, Any]:
    return doc(paragraph({"type": "text", "text": "here", "marks": [{"type": "link", "attrs": attrs}]}))


def test_what_the_editor_of_the_pages_writes_is_accepted():
    item = {"type": "listItem", "content": [paragraph({"type": "text", "text": "one"})]}
    document = doc(
        {"type": "heading", "attrs": {"level": 2}, "content": [{"type": "text", "text": "Goals"}]},
        paragraph({"type": "text", "text": "bold", "marks": [{"type": "bold"}]}, {"type": "hardBreak"}),
        {"type": "orderedList", "attrs": {"start": 1, "type": None}, "content": [item]},
        {"type": "blockquote", "content": [paragraph()]},
        {"type": "horizontalRule"},
    )
    assert problem_of(document, most=1_000) is None
    assert problem_of(linked(href="https://example.com", target="_blank", rel=None), most=10) is None


@pytest.mark.parametrize("href", ["javascript:alert(1)", "data:text/html,x", "https://", "//host", None, 3])
def test_a_link_leads_to_the_web_or_to_a_mailbox(href: Any):
    assert "link must begin" in (problem_of(linked(href=href), most=10) or "")


@pytest.mark.parametrize("extra", [{"onclick": "x"}, {"title": "x" * 201}, {"class": 3}])
def test_a_link_carries_nothing_else(extra: dict[str, Any]):
    assert "not allowed" in (problem_of(linked(href="https://example.com", **extra), most=10) or "")


@pytest.mark.parametrize(
    "node",
    [
        {"type": "text", "text": "outside of a paragraph"},
        {"type": "listItem", "content": []},
        paragraph(paragraph()),
        {"type": "bulletList", "content": [paragraph()]},
        {"type": "doc"},
        {"type": "paragraph", "attrs": []},
        {"type": "paragraph", "text": "x"},
        {"type": ["paragraph"]},
        "words",
        paragraph({"type": "text", "text": "half \ud83d"}),
        paragraph({"type": "text", "text": "x", "marks": [{"type": "code"}]}),
        paragraph({"type": "text", "text": "x", "marks": {}}),
    ],
)
def test_what_an_editor_would_throw_away_or_stumble_over_is_refused(node: Any):
    assert problem_of(doc(node), most=1_000)


def test_nesting_has_a_bound_that_no_writer_reaches():
    nested: dict[str, Any] = paragraph()
    for _ in range(2_000):
        nested = {"type": "blockquote", "content": [nested]}
    assert problem_of(doc(nested), most=10) == "Nested more than 16 deep."


def test_length_counts_words_not_formatting():
    assert problem_of(document_of("twelve chars"), most=11) == "At most 11 characters; this has 12."


@pytest.mark.parametrize(
    "attributes", [{"level": 0}, {"level": 1.5}, {"level": True}, {"level": "2"}, {"id": 1}]
)
def test_a_heading_has_a_level_and_nothing_else(attributes: dict[str, Any]):
    assert problem_of_attributes("heading", attributes)


@pytest.mark.parametrize(
    "mark", [None, {"type": []}, {"type": "bold", "attrs": {"x": 1}}, {"type": "bold", "x": 1}]
)
def test_marks_are_plain(mark: Any):
    assert problem_of_mark(mark)


def test_a_numbered_list_may_choose_its_numerals():
    assert problem_of_attributes("orderedList", {"start": 3.0, "type": "a"}) is None
    assert problem_of_attributes("orderedList", {"type": "x"})


@given(words=WORDS)
def test_the_words_of_a_document_are_those_it_was_made_of(words: str):
    document = document_of(words)
    assert problem_of(document, most=1_000) is None
    assert words_of(document) == words.strip()


@given(nodes=st.lists(NODES, max_size=3))
def test_no_document_breaks_the_check(nodes: list[Any]):
    if problem_of({"type": "doc", "content": nodes}, most=100) is None:
        words_of({"type": "doc", "content": nodes})

"""Gate 1, whether an update fits the document (W4)."""

import pytest
from pycrdt import Doc, Map, Text, XmlElement, XmlFragment, XmlText

from server.rooms.refusals import Rejection
from server.rooms.structures import Structures
from server.rooms.updates import (
    DELETED,
    FORMAT,
    MAP,
    STRING,
    TEXT,
    TYPE,
    VALUE,
    XML_ELEMENT,
    XML_TEXT,
    decode_update,
)
from tests.server.rooms.builders import a_structure, an_update, deletions_of, text

RECORD, NAME, WORDS, LETTERS, FRAGMENT, PARAGRAPH, RUN, RUN_LETTERS = range(1, 9)
"""Where the parts of the document below are, by clock; its client is 1."""

LETTERS_END = LETTERS + 4


@pytest.fixture
def document() -> Doc:
    """A document with a record, a text *a😀b* and a formatted text."""
    document: Doc[Map] = Doc(client_id=1)
    section = document.get("actions", type=Map)
    with document.transaction():
        section["actions"] = Map()
        record = section["actions"]
        record["r"] = Map({"name": "x"})
        record["r"]["words"] = Text("a😀b")
        record["r"]["xml"] = XmlFragment()
        record["r"]["xml"].children.append(XmlElement("paragraph", {}, [XmlText("hi")]))
    return document


@pytest.fixture
def structures(document: Doc) -> Structures:
    """The index of that document."""
    return Structures.of(document.get_update())


def at(place: int) -> tuple[int, int]:
    """Return the identifier of a part of the document after the text, which is four clocks long."""
    return (1, place if place <= LETTERS else place + 3)


def code_of(structures: Structures, update: bytes) -> str:
    """Return the code with which an update is refused."""
    with pytest.raises(Rejection) as refusal:
        structures.fit(decode_update(update))
    return refusal.value.code


def a_value(**place: object) -> bytes:
    """Write a plain value."""
    return a_structure(VALUE, b"\x01\x78", **place)  # type: ignore[arg-type]


def a_string(words: str = "z", **place: object) -> bytes:
    """Write some words."""
    return a_structure(STRING, text(words), **place)  # type: ignore[arg-type]


FITTING = {
    "a field of a record": a_value(parent=at(RECORD), sub="status"),
    "a field that replaces another": a_value(origin=at(NAME)),
    "words in an empty place of a text": a_string(parent=at(WORDS)),
    "words behind others": a_string(origin=(1, LETTERS)),
    "words before others": a_string(right=(1, LETTERS)),
    "words between two characters": a_string(origin=(1, LETTERS + 2), right=(1, LETTERS + 3)),
    "a node of formatted text": a_structure(TYPE, b"\x03" + text("heading"), origin=at(PARAGRAPH)),
    "words of formatted text": a_string(origin=at(RUN_LETTERS)),
    "a mark": a_structure(FORMAT, text("bold") + text("{}"), origin=at(RUN_LETTERS)),
    "an attribute": a_value(parent=at(PARAGRAPH), sub="level"),
    "a deleted child": a_structure(DELETED, b"\x02", origin=(1, LETTERS)),
    "something collected": b"\x00\x03",
}


@pytest.mark.parametrize("structure", FITTING.values(), ids=list(FITTING))
def test_what_a_client_writes_fits(structures: Structures, structure: bytes):
    growth = structures.fit(decode_update(an_update(structure)))
    assert list(growth.clocks) == [9]


UNFITTING = {
    "a gap in the clocks": (an_update(a_string(origin=(1, LETTERS)), clock=1), "gap"),
    "an origin that is unknown": (an_update(a_string(origin=(1, 90))), "gap"),
    "an origin of an unknown client": (an_update(a_string(origin=(5, 0))), "gap"),
    "a right neighbour that is unknown": (an_update(a_string(right=(1, 90))), "gap"),
    "a parent that is unknown": (an_update(a_value(parent=(1, 90), sub="a")), "gap"),
    "a structure that builds on itself": (an_update(a_string(origin=(9, 0))), "gap"),
    "a structure that builds on a later one": (
        an_update(a_string(origin=(9, 1)), a_string(origin=(9, 0))),
        "gap",
    ),
    "a deletion of what is unknown": (an_update(deletions=deletions_of(1, (0, 90))), "gap"),
    "a deletion of an unknown client": (an_update(deletions=deletions_of(5, (0, 1))), "gap"),
    "an unknown root": (an_update(a_value(parent="else", sub="a")), "unknown_field"),
    "a known root": (an_update(a_value(parent="actions", sub="a")), "unknown_field"),
    "a parent that is no shared type": (an_update(a_value(parent=at(NAME), sub="a")), "malformed"),
    "a parent that is a letter": (an_update(a_string(parent=(1, LETTERS))), "malformed"),
    "a child of a map": (an_update(a_value(parent=at(RECORD))), "malformed"),
    "words in a map": (an_update(a_string(parent=at(RECORD))), "malformed"),
    "words under a key of a map": (an_update(a_string(parent=at(RECORD), sub="a")), "malformed"),
    "an attribute of a text": (an_update(a_value(parent=at(WORDS), sub="a")), "malformed"),
    "an attribute of words of formatted text": (an_update(a_value(parent=at(RUN), sub="a")), "malformed"),
    "a value in a text": (an_update(a_value(origin=(1, LETTERS))), "malformed"),
    "a value before a text": (an_update(a_value(right=(1, LETTERS))), "malformed"),
    "a value before another": (an_update(a_value(right=at(NAME))), "malformed"),
    "a map in a text": (an_update(a_structure(TYPE, bytes([MAP]), origin=(1, LETTERS))), "malformed"),
    "words that replace a field": (an_update(a_string(origin=at(NAME))), "malformed"),
    "a node in the place of a field": (
        an_update(a_structure(TYPE, bytes([XML_ELEMENT]) + text("paragraph"), origin=at(NAME))),
        "malformed",
    ),
    "words among nodes": (an_update(a_string(parent=at(FRAGMENT))), "malformed"),
    "a text as an attribute": (
        an_update(a_structure(TYPE, bytes([TEXT]), parent=at(PARAGRAPH), sub="level")),
        "malformed",
    ),
    "words in words": (an_update(a_structure(TYPE, bytes([XML_TEXT]), parent=at(RUN))), "malformed"),
    "a key of a thousand letters": (an_update(a_value(parent=at(RECORD), sub="a" * 1000)), "malformed"),
    "a cut behind half a character": (an_update(a_string(origin=(1, LETTERS + 1))), "malformed"),
    "a cut before half a character": (an_update(a_string(right=(1, LETTERS + 2))), "malformed"),
    "a deletion of half a character": (
        an_update(deletions=deletions_of(1, (LETTERS + 1, 1))),
        "malformed",
    ),
    "a deletion of the other half": (an_update(deletions=deletions_of(1, (LETTERS + 2, 1))), "malformed"),
    "a cut in a character of one's own": (
        an_update(a_string("😀", origin=(1, LETTERS)), a_string(origin=(9, 0))),
        "malformed",
    ),
    "a control character": (an_update(a_string("\x07", origin=(1, LETTERS))), "invalid"),
    "an unknown mark": (
        an_update(a_structure(FORMAT, text("script") + text("{}"), origin=at(RUN_LETTERS))),
        "not_allowed",
    ),
    "a link that runs a script": (
        an_update(
            a_structure(FORMAT, text("link") + text('{"href":"javascript:alert(1)"}'), origin=at(RUN_LETTERS))
        ),
        "not_allowed",
    ),
    "a mark that is no mapping": (
        an_update(a_structure(FORMAT, text("bold") + text("[1]"), origin=at(RUN_LETTERS))),
        "not_allowed",
    ),
    "an unknown node": (
        an_update(a_structure(TYPE, b"\x03" + text("script"), origin=at(PARAGRAPH))),
        "not_allowed",
    ),
}


@pytest.mark.parametrize(("update", "code"), UNFITTING.values(), ids=list(UNFITTING))
def test_w4_what_does_not_fit_is_refused(structures: Structures, update: bytes, code: str):
    assert code_of(structures, update) == code


def test_w9_what_is_known_adds_nothing(structures: Structures, document: Doc):
    growth = structures.fit(decode_update(document.get_update()))
    assert growth.repeats
    assert not growth.structures


def test_only_the_new_part_of_a_repeated_text_is_new(structures: Structures):
    first = an_update(a_string("ab", origin=(1, LETTERS)))
    structures.learn(structures.fit(decode_update(first)))
    growth = structures.fit(decode_update(an_update(a_string("abc", origin=(1, LETTERS)))))
    assert growth.repeats
    assert growth.clocks == {9: 3}


def test_a_repeated_part_cannot_turn_into_something_else(structures: Structures):
    first = an_update(a_value(parent=at(RECORD), sub="status"))
    structures.learn(structures.fit(decode_update(first)))
    assert code_of(structures, an_update(a_string("ab", origin=(1, LETTERS)))) == "malformed"


def test_a_repeated_part_cannot_end_within_a_character(structures: Structures):
    structures.learn(structures.fit(decode_update(an_update(a_string("a", origin=(1, LETTERS))))))
    assert code_of(structures, an_update(a_string("😀", origin=(1, LETTERS)))) == "malformed"


def test_what_was_deleted_and_collected_may_still_be_built_on(document: Doc):
    record = document.get("actions", type=Map)["actions"]["r"]
    paragraph = next(iter(record["xml"].children))
    del record["xml"].children[0]
    assert paragraph is not None
    structures = Structures.of(document.get_update())
    structures.fit(decode_update(an_update(a_string(parent=at(PARAGRAPH)))))

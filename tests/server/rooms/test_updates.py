"""Gate 1, the syntax of an update (W4)."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pycrdt import Doc, Map, Text, XmlElement, XmlFragment, XmlText

from server.rooms.lib0 import DEEPEST, Malformed, read_uint, read_value, write_uint
from server.rooms.updates import (
    DELETED,
    FORMAT,
    MOST_CLOCK,
    STRING,
    TYPE,
    VALUE,
    XML_ELEMENT,
    Caps,
    decode_update,
    utf16_length,
)
from tests.server.rooms.builders import a_structure, an_update, deletions_of, text

CAPS = Caps()
A = a_structure(STRING, text("a"))


def value(content: bytes) -> bytes:
    """Write a structure with a plain value."""
    return a_structure(VALUE, b"\x01" + content, sub="key")


MALFORMED = {
    "nothing": b"",
    "no deletions": an_update(A, deletions=b""),
    "bytes after the end": an_update(A) + b"\x00",
    "cut in a text": an_update(a_structure(STRING, b"\x05ab"))[:-1],
    "more clients than bytes": b"\xff\xff\xff\xff\x0f",
    "more structures than bytes": b"\x01\xff\xff\xff\xff\x0f\x09\x00",
    "no structures of a client": b"\x01\x00\x09\x00\x00",
    "a client twice": b"\x02\x01\x09\x00" + A + b"\x01\x09\x01" + A + b"\x00",
    "an integer without end": b"\x80" * 200,
    "an integer beyond JavaScript": b"\x01\x01" + b"\xff" * 8 + b"\x7f\x00" + A + b"\x00",
    "a clock beyond 31 bits": an_update(A, clock=MOST_CLOCK - 1),
    "an empty text": an_update(a_structure(STRING, b"\x00")),
    "invalid UTF-8": an_update(a_structure(STRING, b"\x02\xc3\x28")),
    "half a surrogate pair": an_update(a_structure(STRING, b"\x03\xed\xa0\xbd")),
    "an invalid name of a root": an_update(b"\x04\x01\x01\xff" + text("a")),
    "a parent of neither kind": an_update(b"\x04\x02" + text("a")),
    "JSON content": an_update(a_structure(2, b"\x01" + text("1"))),
    "binary content": an_update(a_structure(3, b"\x01a")),
    "an embed": an_update(a_structure(5, text("{}"))),
    "a subdocument": an_update(a_structure(9, text("guid") + b"\x76\x00")),
    "a skip": an_update(b"\x0a\x05"),
    "a move": an_update(a_structure(11, b"\x00")),
    "an unknown kind": an_update(a_structure(0x1E, b"\x00")),
    "an array": an_update(a_structure(TYPE, b"\x00")),
    "an XML hook": an_update(a_structure(TYPE, b"\x05" + text("hook"))),
    "a weak link": an_update(a_structure(TYPE, b"\x07\x00")),
    "an element without a name": an_update(a_structure(TYPE, bytes([XML_ELEMENT])))[:-1],
    "a deletion of nothing": an_update(a_structure(DELETED, b"\x00")),
    "nothing collected": an_update(b"\x00\x00"),
    "two values in one": an_update(a_structure(VALUE, b"\x02\x7e\x7e", sub="key")),
    "no value": an_update(a_structure(VALUE, b"\x00", sub="key")),
    "an undefined value": an_update(value(b"\x7f")),
    "a big integer": an_update(value(b"\x7a" + bytes(8))),
    "bytes as a value": an_update(value(b"\x74\x01a")),
    "not a number": an_update(value(b"\x7b\x7f\xf8\x00\x00\x00\x00\x00\x00")),
    "an infinite number": an_update(value(b"\x7c\x7f\x80\x00\x00")),
    "half a number": an_update(value(b"\x7b\x00\x00"))[:-1],
    "an integer value without end": an_update(value(b"\x7d" + b"\xff" * 30)),
    "a list longer than its bytes": an_update(value(b"\x75\xff\xff\xff\xff\x0f")),
    "a mapping longer than its bytes": an_update(value(b"\x76\xff\xff\xff\xff\x0f")),
    "lists nested 16,000 deep": an_update(value(b"\x75\x01" * 16_000 + b"\x7e")),
    "mappings nested 16,000 deep": an_update(value((b"\x76\x01" + text("a")) * 16_000 + b"\x7e")),
    "formatting nested 16,000 deep": an_update(
        a_structure(FORMAT, text("bold") + text("[" * 16_000 + "]" * 16_000))
    ),
    "formatting nested 33 deep": an_update(a_structure(FORMAT, text("bold") + text("[" * 33 + "]" * 33))),
    "formatting that is no JSON": an_update(a_structure(FORMAT, text("bold") + text("{"))),
    "a deletion without length": an_update(deletions=deletions_of(9, (0, 0))),
    "more deletions than allowed": an_update(deletions=b"\x01\x09\xff\xff\xff\xff\x0f"),
    "an update of version 2": Doc(client_id=1).get_update() + b"\x00\x00\x01\x02",
}
"""Each of these must be refused before the library sees it; some of them crashed it once."""


@pytest.mark.parametrize("source", MALFORMED.values(), ids=list(MALFORMED))
def test_w4_bytes_that_no_client_writes_are_refused(source: bytes):
    with pytest.raises(Malformed):
        decode_update(source, CAPS)


@pytest.mark.parametrize(
    "caps", [Caps(size=20), Caps(clients=0), Caps(structures=1), Caps(deletions=0)], ids=str
)
def test_w4_an_update_beyond_a_cap_is_refused(caps: Caps):
    source = an_update(A, A, deletions=deletions_of(9, (0, 1)))
    decode_update(source, CAPS)
    with pytest.raises(Malformed):
        decode_update(source, caps)


def test_w4_a_value_may_nest_as_deep_as_the_limit_and_no_deeper():
    deep = b"\x75\x01" * DEEPEST + b"\x7e"
    assert read_value(deep, 0)[1] == len(deep)
    with pytest.raises(Malformed):
        read_value(b"\x75\x01" + deep, 0)


def test_what_the_library_writes_is_read_as_it_was_meant():
    document: Doc[Map] = Doc(client_id=7)
    root = document.get("root", type=Map)
    with document.transaction():
        root["map"] = Map(
            {"text": "é😀", "whole": 3, "half": 0.5, "yes": True, "none": None, "list": ["a", -70]}
        )
        root["words"] = Text("a😀b")
        root["xml"] = XmlFragment([XmlElement("heading", {"level": 2}, [XmlText("Hello")])])
    update = decode_update(document.get_update(), CAPS)
    values = {s.sub: s.content for s in update.structures if s.kind == VALUE}
    assert values == {
        "text": "é😀", "whole": 3, "half": 0.5, "yes": True, "none": None, "list": ["a", -70], "level": 2,
    }  # fmt: skip
    (words,) = (s for s in update.structures if s.content == "a😀b")
    assert words.length == 4
    assert (
        sum(s.length for s in update.structures) == update.structures[-1].clock + update.structures[-1].length
    )


def test_deletions_are_read():
    document: Doc[Text] = Doc(client_id=7)
    words = document.get("words", type=Text)
    words.insert(0, "hello")
    before = document.get_state()
    del words[1:3]
    (deletion,) = decode_update(document.get_update(before), CAPS).deletions
    assert tuple(deletion) == (7, 1, 2)


@given(st.integers(0, 2**53 - 1))
def test_an_integer_comes_back_as_it_was_written(number: int):
    assert read_uint(write_uint(number), 0) == (number, len(write_uint(number)))


@given(st.text())
def test_the_length_of_a_text_is_counted_as_javascript_counts(words: str):
    assert utf16_length(words) == len(words.encode("utf-16-le", "surrogatepass")) // 2


@given(st.binary(max_size=200))
def test_w4_any_bytes_are_read_or_refused_and_nothing_else(source: bytes):
    try:
        decode_update(source, CAPS)
    except Malformed:
        return


def test_w4_any_cut_of_an_update_is_refused():
    chance = random.Random(4)
    source = an_update(*(a_structure(STRING, text("x" * chance.randrange(1, 9))) for _ in range(20)))
    for end in range(len(source)):
        with pytest.raises(Malformed):
            decode_update(source[:end], CAPS)

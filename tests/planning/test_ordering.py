"""Places between places, the same as the pages make them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.ordering import DIGITS, is_order, order_between, orders

AS_THE_PAGES_MAKE_THEM = [
    (None, None, "a0"),
    ("a0", None, "a1"),
    ("az", None, "b00"),
    ("bzz", None, "c000"),
    ("Zz", None, "a0"),
    ("z" * 27, None, "z" * 27 + "V"),
    (None, "a0", "Zz"),
    (None, "b00", "az"),
    (None, "Z0", "Yzz"),
    (None, "a0V", "a0"),
    (None, "A" + "0" * 26 + "V", "A" + "0" * 26 + "G"),
    (None, "A" + "0" * 26 + "1", "A" + "0" * 26 + "0V"),
    ("a0", "a1", "a0V"),
    ("a0V", "a1", "a0l"),
    ("a0", "a0V", "a0G"),
    ("a0", "a01", "a00V"),
    ("a01", "a02", "a01V"),
    ("Zz", "a0", "ZzV"),
    ("Zz", "a01", "a0"),
    ("Zz1", "a1", "a0"),
]
"""Computed with the library of the pages, fractional-indexing 3.4.0."""


@pytest.mark.parametrize(("before", "after", "between"), AS_THE_PAGES_MAKE_THEM)
def test_places_are_those_that_the_pages_would_give(before: str | None, after: str | None, between: str):
    assert order_between(before, after) == between


@given(st.lists(st.integers(0, 1_000), max_size=120))
def test_there_is_always_room_for_one_more(wishes: list[int]):
    keys: list[str] = []
    for wish in wishes:
        at = wish % (len(keys) + 1)
        before, after = keys[at - 1] if at else None, keys[at] if at < len(keys) else None
        key = order_between(before, after)
        assert is_order(key)
        keys.insert(at, key)
    assert keys == sorted(set(keys))


@given(st.text(DIGITS, max_size=6))
def test_a_text_is_a_place_or_says_that_it_is_none(key: str):
    if is_order(key):
        assert order_between(None, key) < key < order_between(key, None)
    else:
        with pytest.raises(ValueError, match="is not a fractional index"):
            order_between(key, None)


def test_neighbours_come_in_their_order():
    with pytest.raises(ValueError, match="a1 does not come before a0"):
        order_between("a1", "a0")


def test_many_places_at_once_are_short_and_in_order():
    keys = orders(5_000)
    assert keys == sorted(set(keys))
    assert max(map(len, keys)) <= 4


def test_the_smallest_number_alone_is_no_place_because_nothing_fits_before_it():
    assert not is_order("A" + "0" * 26)
    assert order_between(None, "B" + "0" * 25) == "A" + "z" * 26

"""Rows are set in an order in which few links cross."""

from planning.layouts.crossings import crossings, untangled
from planning.layouts.rows import rows_of_lanes


def test_links_that_need_not_cross_do_not():
    rows = [["a", "b", "c"], ["x", "y", "z"]]
    links = [("x", "c"), ("y", "a"), ("z", "b")]

    assert crossings(rows, links) > 0
    assert crossings(untangled(rows, links), links) == 0


def test_links_over_several_rows_count_where_they_pass():
    rows = [["top", "other"], ["left", "right"], ["low", "lower"]]

    assert crossings(rows, [("low", "other"), ("left", "top")]) == 0
    assert crossings(rows, [("low", "other"), ("lower", "top")]) == 1


def test_nobody_is_lost_or_doubled_whatever_the_links():
    rows = [["a", "b"], ["c"], ["d", "e", "f"]]
    found = untangled(rows, [("a", "a"), ("a", "gone"), ("f", "a"), ("a", "f"), ("d", "b")])

    assert [sorted(row) for row in found] == rows


def test_the_order_is_the_same_every_time():
    rows, links = [["a", "b", "c"], ["d", "e", "f"]], [("d", "c"), ("e", "c"), ("f", "a"), ("d", "b")]

    assert untangled(rows, links) == untangled(rows, links)


def test_a_full_lane_puts_what_acts_on_something_below_it():
    ids = ["cause", "b", "c", "d", "effect"]
    rows, _ = rows_of_lanes([ids], [("cause", "effect")], abreast=3)
    row = {id: number for number, one in enumerate(rows) for id in one}

    assert row["effect"] < row["cause"]


def test_links_in_a_circle_still_have_an_order():
    rows, lane_of = rows_of_lanes([["a", "b", "c"], []], [("a", "b"), ("b", "c"), ("c", "a")], abreast=2)

    assert sorted(id for row in rows for id in row) == ["a", "b", "c"]
    assert set(lane_of) == {0}


def test_of_nothing_comes_nothing():
    assert untangled([], []) == []
    assert rows_of_lanes([], [], abreast=3) == ([], [])

"""Days along a line."""

import datetime as dt
from itertools import pairwise

import pytest

from planning.layouts.time_scale import TimeScale


@pytest.mark.parametrize("years", [0, 1, 3, 10, 40, 200])
def test_marks_never_stand_too_close_however_long_the_line_is(years: int):
    first = dt.date(1900, 5, 17)
    scale = TimeScale(first, dt.date(1900 + years, 12, 3), 300)
    places = [scale.place(day) for day in scale.marks(40)]

    assert all(right - left >= 38 for left, right in pairwise(places))
    assert all(0 <= place <= 300 for place in places)


def test_a_single_day_has_a_place():
    day = dt.date(2027, 3, 1)

    assert TimeScale(day, day, 300).place(day) == 0


def test_a_long_line_marks_the_beginning_of_years():
    scale = TimeScale(dt.date(2019, 4, 1), dt.date(2027, 4, 1), 300)

    assert {(day.month, day.day) for day in scale.marks(35)} == {(1, 1)}

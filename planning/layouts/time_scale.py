"""Days along a line: which months to name, and labels that do not lie on each other."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

STEPS = (1, 3, 6, 12, 24, 60, 120, 600)
"""Months between two marks."""


@dataclass(frozen=True)
class TimeScale:
    """Days from `first` to `last` as places from 0 to `length`."""

    first: dt.date
    last: dt.date
    length: float

    def place(self, day: dt.date) -> float:
        """Return where a day lies; before the first and after the last is beyond the line.

        >>> TimeScale(dt.date(2027, 1, 1), dt.date(2027, 1, 11), 100).place(dt.date(2027, 1, 6))
        50.0
        """
        return self.length * (day - self.first).days / max(1, (self.last - self.first).days)

    def marks(self, room: float) -> list[dt.date]:
        """Return first days of months, as close as `room` between two of them allows.

        >>> scale = TimeScale(dt.date(2027, 1, 20), dt.date(2028, 1, 20), 400)
        >>> [str(day) for day in scale.marks(90)]
        ['2027-04-01', '2027-07-01', '2027-10-01', '2028-01-01']
        """
        days = max(1, (self.last - self.first).days)
        months = next((n for n in STEPS if self.length * n * 30 / days >= room), STEPS[-1])
        return [day for day in _months(self.first, self.last, months) if day >= self.first]


def _months(first: dt.date, last: dt.date, step: int) -> list[dt.date]:
    number = first.year * 12 + first.month - 1
    found = []
    # Marks lie on January, so that quarters are quarters whenever the line begins.
    for month in range(number - number % step, last.year * 12 + last.month, step):
        found.append(dt.date(month // 12, month % 12 + 1, 1))
    return found


def tiers(spans: Sequence[tuple[float, float]], gap: float) -> list[int]:
    """Return for each span, from its beginning to its end, the first tier where it lies on no other.

    >>> tiers([(0, 50), (20, 60), (55, 90)], gap=4)
    [0, 1, 0]
    """
    ends: list[float] = []
    found = [0] * len(spans)
    for at in sorted(range(len(spans)), key=lambda one: spans[one]):
        begin, end = spans[at]
        tier = next((n for n, taken in enumerate(ends) if taken + gap <= begin), len(ends))
        ends[tier:] = [end, *ends[tier + 1 :]]
        found[at] = tier
    return found

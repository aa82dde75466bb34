"""Boxes in a row: how far apart they must stand, and how near they can be to where they belong."""

from collections.abc import Sequence
from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """A rectangle; `y` grows downwards."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Where it ends across."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Where it ends downwards."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """Its middle across."""
        return self.x + self.width / 2


def apart(wanted: Sequence[float], step: float, low: float, high: float) -> list[float]:
    """Return places from `low` to `high` at least `step` apart, in the same order, near to those wanted.

    The sum of the squared distances is least (isotonic regression; Barlow and Brunk 1972). Where there
    is no room for `step`, the places are even.

    >>> apart([10, 10, 50], 20, 0, 100)
    [0.0, 20.0, 50.0]
    >>> apart([5, 5], 20, 0, 10)
    [0.0, 10.0]
    """
    count = len(wanted)
    if count > 1 and step * (count - 1) > high - low:
        step = (high - low) / (count - 1)
    groups: list[tuple[float, int]] = []
    for at, place in enumerate(wanted):
        groups.append((place - at * step, 1))
        while len(groups) > 1 and groups[-2][0] >= groups[-1][0]:
            (mean, size), (more, others) = groups[-2:]
            groups[-2:] = [((mean * size + more * others) / (size + others), size + others)]
    shifts = [mean for mean, size in groups for _ in range(size)]
    last = max(low, high - max(0, count - 1) * step)
    return [min(max(float(shift), low), last) + at * step for at, shift in enumerate(shifts)]

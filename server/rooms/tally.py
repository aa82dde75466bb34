"""What rooms count as they work: plain numbers, which become metrics only when somebody asks.

Every edit passes here, so nothing is worked out: noting one costs about half a microsecond.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

LATENCIES = (0.002, 0.004, 0.006, 0.008, 0.01, 0.015, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)
"""Seconds; close together where an installation should be, around eight milliseconds."""

SIZES = (1, 2, 5, 10, 20, 50, 100, 200, 500)


class Spread:
    """How often a figure lay where: below each bound, and above the last.

    >>> spread = Spread((1, 10))
    >>> for figure in (1, 3, 50):
    ...     spread.note(figure)
    >>> spread.counts, spread.total
    ([1, 1, 1], 54)
    """

    __slots__ = ("bounds", "counts", "total")

    def __init__(self, bounds: Sequence[float]) -> None:
        self.bounds, self.counts = bounds, [0] * (len(bounds) + 1)
        self.total: float = 0

    def note(self, figure: float) -> None:
        """Count one figure."""
        self.counts[bisect_left(self.bounds, figure)] += 1
        self.total += figure


class Tally:
    """What happened in all rooms of this process since it started."""

    def __init__(self) -> None:
        self.batches = Spread(SIZES)
        """Edits that were written down together."""

        self.durable, self.seen = Spread(LATENCIES), Spread(LATENCIES)
        """Seconds from an edit's arrival until it was on the disk, and until it was sent to everybody."""

        self.rejected: Counter[str] = Counter()
        """Edits that were not accepted, by the code of why."""

    def note_durable(self, arrivals: Sequence[float], now: float) -> None:
        """Count a batch that is on the disk, by the moments at which its edits came."""
        self.batches.note(len(arrivals))
        _note_all(self.durable, arrivals, now)

    def note_seen(self, arrivals: Iterable[float], now: float) -> None:
        """Count edits that were sent to everybody."""
        _note_all(self.seen, arrivals, now)

    def note_rejected(self, code: str) -> None:
        """Count an edit that was not accepted."""
        self.rejected[code] += 1


def _note_all(spread: Spread, arrivals: Iterable[float], now: float) -> None:
    for at in arrivals:
        spread.note(now - at)

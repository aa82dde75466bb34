"""When a busy plan is flushed (W3): how long its edits wait for each other.

What a flush costs is nearly all the writes to everybody, whether it carries one edit or ten. So the
window is a multiple of that cost, which bounds the share of the time that goes into flushes.
"""

from collections.abc import Iterator
from math import inf
from time import monotonic

from server.rooms.attendance import Clock

LEAST, MOST = 0.004, 0.036
"""Seconds that the first edit of a batch waits: at least, and at most as long as there is time for
anything else."""

ALONE = 2
"""Windows after the last flush began, from which on an edit waits for nobody."""

LATE = 0.0005
"""Seconds by which the event loop wakes up late on average: it waits in whole milliseconds."""

FACTOR, LEAST_FACTOR = 2.6, 1.5
"""How many times what a flush costs, and what that may fall to where the window would be too long."""

LATEST = 0.1
"""What the latest flush counts in the cost that is expected of the next one. Many edits fall into a long
window and few into a short one, so windows of changing length make more people wait long."""

EARLY = 0.25
"""Share of the window that is left when most of its edits are gated."""


class Window:
    """The time between the first edit of a batch and the flush that takes them all.

    It begins with an edit and not with the flush before: as many flushes then keep nobody waiting as
    long. The time on the disk is time in which others can join the next batch.
    """

    def __init__(self, clock: Clock = monotonic) -> None:
        self._clock = clock
        self._began_at = -inf
        self._cost = 0.0

    @property
    def length(self) -> float:
        """Seconds that the first edit of a batch waits for others.

        >>> window = Window()
        >>> window.note_cost(0.005)
        >>> round(window.length, 4)
        0.013
        """
        return max(LEAST, min(FACTOR * self._cost, MOST), LEAST_FACTOR * self._cost)

    def begin(self) -> None:
        """Note that a flush begins."""
        self._began_at = self._clock()

    def note_cost(self, seconds: float) -> None:
        """Note what a flush cost: the time that it took from everybody else."""
        self._cost += (LATEST if self._cost else 1.0) * (seconds - self._cost)

    def pauses(self, first_at: float) -> Iterator[float]:
        """Yield how long to wait until the next flush, in parts; after each of them edits can be gated.

        `first_at` is when the first edit came that it will take.
        """
        length = self.length
        if first_at - self._began_at > ALONE * length:
            return
        ends_at = first_at + length - LATE
        early = ends_at - EARLY * length - self._clock()
        # A short window is not worth another switch between greenlets.
        if length > 2 * LEAST and early > 0:
            yield early
        left = ends_at - self._clock()
        if left > 0:
            yield left

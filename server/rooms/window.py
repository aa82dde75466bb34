"""When a busy plan is flushed (W3): how long its edits wait for each other.

What a flush costs is nearly all the writes to everybody, whether it carries one edit or ten. So the
window is a multiple of that cost, which bounds the share of the time that goes into flushes.
"""

from collections.abc import Iterator
from time import monotonic

from server.rooms.attendance import Clock

LEAST, MOST = 0.004, 0.050
"""Seconds from one flush of a busy plan to the next: at least, and at most as long as there is time
for anything else."""

FACTOR, LEAST_FACTOR = 2.75, 1.5
"""How many times what a flush costs, and what that may fall to where the window would be too long."""

LARGE = 0.005
"""Seconds that a flush costs in a crowd so large that it waits a little longer, or the frames to so
many people would be all that the server does."""

LATEST = 0.1
"""What the latest flush counts in the cost that is expected of the next one. Many edits fall into a long
window and few into a short one, so windows of changing length make more people wait long."""

EARLY = 0.25
"""Share of the window that is left when most of its edits are gated."""


class Window:
    """The time between two flushes of one plan, from beginning to beginning.

    So the time on the disk is time in which others can join the next batch.
    """

    def __init__(self, clock: Clock = monotonic) -> None:
        self._clock = clock
        self._began_at = self._cost = 0.0

    @property
    def length(self) -> float:
        """Seconds from the beginning of the last flush to that of the next one.

        >>> window = Window()
        >>> window.note_cost(0.004)
        >>> window.length
        0.011
        """
        cost = self._cost
        return max(LEAST, min(FACTOR * cost + max(0.0, cost - LARGE), MOST), LEAST_FACTOR * cost)

    def begin(self) -> None:
        """Note that a flush begins."""
        self._began_at = self._clock()

    def note_cost(self, seconds: float) -> None:
        """Note what a flush cost: the time that it took from everybody else."""
        self._cost += (LATEST if self._cost else 1.0) * (seconds - self._cost)

    def pauses(self) -> Iterator[float]:
        """Yield how long to wait until the next flush, in parts; after each of them edits can be gated."""
        length = self.length
        ends_at = self._began_at + length
        early = ends_at - EARLY * length - self._clock()
        # A short window is not worth another switch between greenlets.
        if length > 2 * LEAST and early > 0:
            yield early
        left = ends_at - self._clock()
        if left > 0:
            yield left

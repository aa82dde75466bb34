"""When a plan's next report is due. Pure: the time, in seconds of a clock that only goes on, is told."""

import math

SHORTEST = 1.0
"""Seconds from the end of a report to the next of the same plan, while people type."""

SHARE_OF_CHILD = 4
"""How many times as long as a report took its plan rests: one plan keeps a fifth of a core busy."""

SHARE_OF_SERVER = 50
"""The same for the time in which the server told it to everybody and did nothing else."""


OCTETS = 200_000
"""The most that reports of a plan may send to each person in a second, while people type."""


class Pace:
    """The rhythm of one plan: at once when it was quiet, else paced, and always once after the last edit.

    >>> pace = Pace()
    >>> pace.wake(10.0)
    >>> pace.due_at
    10.0
    >>> pace.finish(10.0, 10.5)
    >>> pace.wake(10.6)
    >>> pace.due_at  # four times the half second it took
    12.5
    """

    def __init__(self) -> None:
        self.due_at = math.inf
        """When to make a report; never, when nothing has changed."""

        self._rests_until = -math.inf
        self._finished_at = -math.inf

    def wake(self, now: float) -> None:
        """Note that something changed."""
        self.due_at = min(self.due_at, max(now, self._rests_until))

    def finish(self, began: float, now: float, octets: int = 0) -> None:
        """Note that a report was made of everything that had changed, and how much of it is told."""
        self.due_at = math.inf
        self._finished_at = now
        self._rests_until = now + max(SHORTEST, SHARE_OF_CHILD * (now - began), octets / OCTETS)

    def note_telling(self, seconds: float) -> None:
        """Note for how long the last report kept everybody waiting while it was told."""
        self._rests_until = max(self._rests_until, self._finished_at + SHARE_OF_SERVER * seconds)
        if self.due_at < self._rests_until:
            self.due_at = self._rests_until

"""Somebody at a plan through one connection, and what they may use of the server."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from server.access import Seat
from server.rooms.messages import Link

Clock = Callable[[], float]


@dataclass(frozen=True)
class Limits:
    """What one connection may use; told to clients in the answer to `open`."""

    update_bytes: int = 512 * 1024
    edits_per_second: int = 50
    presence_bytes: int = 4_096
    presences_per_second: int = 30
    text_length: int = 20_000
    opens_per_second: int = 1
    rejections_per_minute: int = 5


class Allowance:
    """So many a second, saved up for some seconds (a token bucket).

    >>> ticks = iter([0.0, 0.0, 0.0, 1.0])
    >>> allowance = Allowance(2, seconds=1, clock=lambda: next(ticks))
    >>> [allowance.take(), allowance.take(), allowance.take()]
    [True, True, True]
    """

    def __init__(self, rate: float, *, seconds: float, clock: Clock = time.monotonic) -> None:
        self._rate, self._most, self._clock = rate, rate * seconds, clock
        self._left, self._at = self._most, clock()

    def take(self) -> bool:
        """Return whether one more is allowed now."""
        now = self._clock()
        self._left = min(self._most, self._left + (now - self._at) * self._rate)
        self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True


@dataclass(eq=False)
class Attendance:
    """One connection to one plan. `key` names it on the wire and is never used again."""

    key: str
    seat: Seat
    link: Link
    limits: Limits
    round: int = 0
    """How often it has opened the plan: what was sent before a rejection is dropped (W6)."""

    rejected_round: int = -1
    gone: bool = False
    client: int | None = None
    """The client identifier shown in presence."""

    opens: Allowance = field(init=False)
    edits: Allowance = field(init=False)
    presences: Allowance = field(init=False)

    def __post_init__(self) -> None:
        self.opens = Allowance(self.limits.opens_per_second, seconds=10)
        # Ten seconds saved up: who was offline sends what they did meanwhile in one go.
        self.edits = Allowance(self.limits.edits_per_second, seconds=10)
        self.presences = Allowance(self.limits.presences_per_second, seconds=2)

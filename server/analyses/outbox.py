"""What waits to be said to the process that makes reports: in order, and no more than so much."""

import datetime as dt
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from gevent.event import Event

from server.analyses import framing
from server.analyses.framing import pack

Period = tuple[dt.date, dt.date]
"""The first and the last day of a plan."""

PeriodOf = Callable[[str], Period | None]
"""From a plan to its period; None when there is no such plan. May wait."""

StateOf = Callable[[str], tuple[int, bytes] | None]
"""From a plan to the number of its last edit and all of it as one update; None when it is not live."""


@dataclass(frozen=True)
class Opening:
    """A plan to be opened, with what it was when it came; `updates` None stands for what it is by then."""

    plan_id: str
    seq: int = 0
    updates: Sequence[bytes] | None = None


class Edit(NamedTuple):
    """What entered a plan. A frame is made of it when many are written: a room has no time for that."""

    plan_id: str
    seq: int
    update: bytes


class Outbox:
    """A queue that never makes the one who puts wait.

    Parameters
    ----------
    most
        Bytes that may wait.
    """

    def __init__(self, period_of: PeriodOf, state_of: StateOf, most: int) -> None:
        self._period_of, self._state_of, self._most = period_of, state_of, most
        self._waiting: deque[bytes | Edit | Opening] = deque()
        self._octets = 0
        self._some = Event()
        self.plans: set[str] = set()
        """The plans that the child knows once it has read what waits."""

    @property
    def is_over(self) -> bool:
        """Whether more waits than may."""
        return self._octets > self._most

    def put(self, frame: bytes) -> None:
        """Add a frame."""
        self._add(frame, len(frame))

    def edit(self, plan_id: str, seq: int, update: bytes) -> None:
        """Add what entered a plan."""
        self._add(Edit(plan_id, seq, update), len(update))

    def open(self, plan_id: str, seq: int, updates: Sequence[bytes]) -> None:
        """Add a plan as it is now; it counts as known from now on."""
        self.plans.add(plan_id)
        self._add(Opening(plan_id, seq, updates), sum(map(len, updates)))

    def open_later(self, plan_id: str) -> None:
        """Add a plan as it will be when its turn comes; what enters it before need not be told."""
        self._add(Opening(plan_id), 0)

    def take(self) -> bytes:
        """Return what is to be written next; wait while there is nothing."""
        self._some.wait()
        first = self._waiting.popleft()
        if isinstance(first, Opening):
            self._octets -= sum(map(len, first.updates or ()))
            content = self._open(first)
        else:
            content = b"".join([self._frame_of(first), *self._frames_in_front()])
        if not self._waiting:
            self._some.clear()
        return content

    def _add(self, one: bytes | Edit | Opening, octets: int) -> None:
        self._waiting.append(one)
        self._octets += octets
        self._some.set()

    def _frames_in_front(self) -> Iterator[bytes]:
        while self._waiting and not isinstance(one := self._waiting[0], Opening):
            self._waiting.popleft()
            yield self._frame_of(one)

    def _frame_of(self, one: bytes | Edit) -> bytes:
        if isinstance(one, bytes):
            self._octets -= len(one)
            return one
        self._octets -= len(one.update)
        return pack(framing.EDITED, [one.update], plan=one.plan_id, seq=one.seq)

    def _open(self, opening: Opening) -> bytes:
        period = self._period_of(opening.plan_id)
        seq, updates = opening.seq, opening.updates
        if updates is None:
            # Nothing may wait between reading the plan and knowing it, or an edit is missed.
            state = self._state_of(opening.plan_id)
            if state is None:
                return b""
            seq, updates = state[0], [state[1]]
            self.plans.add(opening.plan_id)
        return pack(framing.OPENED, updates, plan=opening.plan_id, seq=seq, period=days_of(period))


def days_of(period: Period | None) -> list[str] | None:
    """Return a period as it travels."""
    return None if period is None else [day.isoformat() for day in period]

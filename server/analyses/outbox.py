"""What waits to be said to the process that makes reports: in order, and no more than so much."""

import datetime as dt
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from gevent.event import Event

from server.analyses import framing
from server.analyses.framing import pack
from server.history.log import History, Written

Period = tuple[dt.date, dt.date]
"""The first and the last day of a plan."""

PeriodOf = Callable[[str], Period | None]
"""From a plan to its period; None when there is no such plan. May wait."""

HistoryOf = Callable[[str], History | None]
"""From a plan to all that is written of it; None when it is not live. May wait."""


@dataclass(frozen=True)
class Opening:
    """A plan to be opened, with what it was when it came; `history` None stands for what it is by then."""

    plan_id: str
    history: History | None = None

    @property
    def octets(self) -> int:
        """How much there is to tell of it, as far as it is known."""
        return _octets(self.history.rows) if self.history else 0


class Edit(NamedTuple):
    """What entered a plan. A frame is made of it when many are written: a room has no time for that."""

    plan_id: str
    rows: Sequence[Written]


class Outbox:
    """A queue that never makes the one who puts wait.

    Parameters
    ----------
    most
        Bytes that may wait.
    """

    def __init__(self, period_of: PeriodOf, history_of: HistoryOf, most: int) -> None:
        self._period_of, self._history_of, self._most = period_of, history_of, most
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

    def edit(self, plan_id: str, rows: Sequence[Written]) -> None:
        """Add what entered a plan."""
        self._add(Edit(plan_id, rows), _octets(rows))

    def open(self, plan_id: str, history: History) -> None:
        """Add a plan as it is now; it counts as known from now on."""
        self.plans.add(plan_id)
        opening = Opening(plan_id, history)
        self._add(opening, opening.octets)

    def open_later(self, plan_id: str) -> None:
        """Add a plan as it will be when its turn comes; what enters it before need not be told."""
        self._add(Opening(plan_id), 0)

    def take(self) -> bytes:
        """Return what is to be written next; wait while there is nothing."""
        self._some.wait()
        first = self._waiting.popleft()
        if isinstance(first, Opening):
            self._octets -= first.octets
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
        self._octets -= _octets(one.rows)
        updates = [row.update for row in one.rows]
        return pack(framing.EDITED, updates, plan=one.plan_id, rows=_heads(one.rows))

    def _open(self, opening: Opening) -> bytes:
        # Known from now on: what enters while the database answers is told as well, and counts once.
        self.plans.add(opening.plan_id)
        period = self._period_of(opening.plan_id)
        history = opening.history or self._history_of(opening.plan_id)
        if history is None:
            self.plans.discard(opening.plan_id)
            return b""
        authored = [] if history.authorship is None else [history.authorship]
        return pack(
            framing.OPENED,
            [*authored, *(row.update for row in history.rows)],
            plan=opening.plan_id,
            rows=_heads(history.rows),
            period=days_of(period),
            is_authored=bool(authored),
        )


def _octets(rows: Sequence[Written]) -> int:
    return sum(len(row.update) for row in rows)


def _heads(rows: Sequence[Written]) -> list[tuple[int, str, str]]:
    return [(row.seq, row.author, row.at.isoformat()) for row in rows]


def days_of(period: Period | None) -> list[str] | None:
    """Return a period as it travels."""
    return None if period is None else [day.isoformat() for day in period]

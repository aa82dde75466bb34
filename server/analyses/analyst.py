"""Follows every live plan and tells everybody at it what it works out by itself.

The work is done by a child process (`child`): here bytes are passed on. Nothing that a room calls
waits or raises; when the child is slow, hangs or dies, the reports come later, and that is all.
"""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Sequence
from itertools import count
from time import monotonic
from typing import Any

import structlog
from gevent import Greenlet, Timeout, sleep, spawn
from gevent.event import AsyncResult, Event

from server.analyses import framing
from server.analyses.bounds import Bounds
from server.analyses.conversation import Conversation, LiveRooms
from server.analyses.framing import pack
from server.analyses.outbox import Outbox, Period, PeriodOf, days_of
from server.history.days import Day, KeepDay
from server.history.log import History, Written
from server.rooms.folding import Folded

log = structlog.get_logger("server")

SHORTEST_PAUSE, LONGEST_PAUSE = 0.1, 30.0
"""Seconds before a child is replaced; twice as long after each one that did not last."""

LASTED = 60.0

MOST_ASKED = 20
"""Questions that may wait for an answer: who asks all day keeps nobody's report back."""


class NotAnswered(Exception):
    """There was no answer in time."""


class Analyst:
    """A `Witness` of the rooms that `follow` gives it. The first live plan starts its child.

    Parameters
    ----------
    clock
        The time, UTC without zone; it says which day it is.
    period_of
        Asked when a plan becomes live.
    keep_day
        Given a plan as it was at the end of a day, once somebody has changed it on a later one; the
        same day may come twice.
    """

    def __init__(
        self,
        clock: Callable[[], dt.datetime],
        period_of: PeriodOf,
        bounds: Bounds | None = None,
        *,
        keep_day: KeepDay = lambda plan_id, day: None,
    ) -> None:
        self._clock, self._period_of, self._bounds = clock, period_of, bounds or Bounds()
        self._keep_day = keep_day
        self._rooms: LiveRooms
        self._talk: Conversation | None = None
        self._wanted = Event()
        self._greenlet: Greenlet[..., None] | None = None
        self._strikes: dict[str, int] = {}
        self._numbers = count(1)
        self._asked: dict[int, tuple[bytes, AsyncResult[Any]]] = {}

    def follow(self, rooms: LiveRooms) -> None:
        """Tell the people of these rooms, from now on."""
        self._rooms = rooms
        self._greenlet = spawn(self._run)

    def warm(self) -> None:
        """Start the child, so that the first report does not wait for it."""
        self._wanted.set()

    def stop(self) -> None:
        """End the child; nobody is told anything any more."""
        if self._greenlet is not None:
            self._greenlet.kill()

    @property
    def child(self) -> int | None:
        """The number of the child process, None while there is none that listens."""
        return self._talk.pid if self._talk is not None and self._talk.is_heard else None

    def opened(self, plan_id: str, history: History) -> None:
        """Follow a plan."""
        self._wanted.set()
        # While no child listens nothing is kept: the next one is told of every plan that is live then.
        if (talk := self._listening()) is not None and not self._is_left_out(plan_id):
            talk.open(plan_id, history)

    def edited(self, plan_id: str, rows: Sequence[Written]) -> None:
        """Take in what entered a plan."""
        if (talk := self._listening()) is not None:
            talk.edit(plan_id, rows)

    def closed(self, plan_id: str) -> None:
        """Follow a plan no longer; what it did wrong is forgotten."""
        self._strikes.pop(plan_id, None)
        self._tell_of(plan_id, framing.CLOSED)
        if self._talk is not None:
            self._talk.outbox.plans.discard(plan_id)

    def redate(self, plan_id: str, period: Period) -> None:
        """Take in that a plan runs from one day to another now."""
        self._tell_of(plan_id, framing.PERIOD, period=days_of(period))

    def ways(self, plan_id: str, stakeholder: str) -> list[dict[str, Any]] | None:
        """Return the best ways to a stakeholder, the best one first; None when there is no such person.

        Raises
        ------
        NotAnswered
            When there was no answer in time, or too many others wait for theirs.
        """
        (answer,) = self.ask(plan_id, "ways", stakeholder=stakeholder)
        ways: list[dict[str, Any]] | None = json.loads(answer)
        return ways

    def ask(self, plan_id: str, question: str, pieces: Sequence[bytes] = (), **arguments: Any) -> list[bytes]:
        """Return what the child answers (see `questions`).

        Raises
        ------
        NotAnswered
            When there was no answer in time, or too many others wait for theirs.
        """
        # A plan that nobody has open is followed for a while, as if somebody had.
        self._rooms.wake(plan_id)
        self._wanted.set()
        if self._is_left_out(plan_id):
            raise NotAnswered(plan_id)
        return self._ask(plan_id, question, pieces, arguments)

    def fold(self, plan_id: str, seq: int, updates: Sequence[bytes]) -> Folded | None:
        """Return the log of a plan as one update, None when the child cannot say now who wrote what."""
        talk = self._listening()
        if talk is None or plan_id not in talk.outbox.plans:
            return None
        try:
            pieces = self._ask(plan_id, "fold", updates, {"seq": seq})
        except NotAnswered:
            return None
        return Folded(*pieces) if pieces else None

    def greet(self) -> Iterable[str]:
        """Return the plans that a child begins with, and ask it what was asked meanwhile."""
        yield from (plan_id for plan_id in self._rooms.live() if not self._is_left_out(plan_id))
        for frame, _answer in self._asked.values():
            self._tell(frame)

    def hear_answer(self, ask: int, answer: list[bytes] | None) -> None:
        """Hand an answer to whoever waits for it."""
        if ask in self._asked:
            self._asked[ask][1].set(answer)

    def hear_day(self, plan_id: str, day: Day) -> None:
        """Keep a plan as it was at the end of a day."""
        try:
            self._keep_day(plan_id, day)
        except Exception:
            # The plan comes again with the days that its log holds.
            log.exception("A day of a plan could not be kept", plan=plan_id)

    def _ask(
        self, plan_id: str, question: str, pieces: Sequence[bytes], arguments: dict[str, Any]
    ) -> list[bytes]:
        if len(self._asked) >= MOST_ASKED:
            raise NotAnswered(plan_id)
        number, answer = next(self._numbers), AsyncResult()
        frame = pack(framing.ASKED, pieces, plan=plan_id, ask=number, question=question, **arguments)
        self._asked[number] = (frame, answer)
        self._tell(frame)
        try:
            content = answer.get(timeout=self._bounds.answer_patience)
        except Timeout:
            content = None
        finally:
            del self._asked[number]
        if content is None:
            raise NotAnswered(plan_id)
        pieces_of_answer: list[bytes] = content
        return pieces_of_answer

    def _listening(self) -> Conversation | None:
        return self._talk if self._talk is not None and self._talk.is_heard else None

    def _tell(self, frame: bytes) -> None:
        if (talk := self._listening()) is not None:
            talk.tell(frame)

    def _tell_of(self, plan_id: str, kind: bytes, **head: Any) -> None:
        talk = self._listening()
        if talk is not None and plan_id in talk.outbox.plans:
            talk.tell(pack(kind, plan=plan_id, **head))

    def _is_left_out(self, plan_id: str) -> bool:
        return self._strikes.get(plan_id, 0) >= self._bounds.strikes

    def _run(self) -> None:
        self._wanted.wait()
        pause = SHORTEST_PAUSE
        while True:
            began = monotonic()
            self._employ()
            pause = SHORTEST_PAUSE if monotonic() - began > LASTED else min(2 * pause, LONGEST_PAUSE)
            sleep(pause)

    def _employ(self) -> None:
        """Work with one child until it has gone."""
        outbox = Outbox(self._period_of, self._rooms.history_of, self._bounds.most_waiting)
        try:
            self._talk = Conversation(self._rooms, outbox, self, self._today, self._bounds)
            status = self._talk.hold()
            log.warning("The process that makes reports ended; another one is started", status=status)
            self._blame(self._talk.plan)
        except Exception:
            log.exception("The process that makes reports cannot be employed; another one is started")
        finally:
            self._talk = None
            for _frame, answer in self._asked.values():
                answer.set(None)

    def _blame(self, plan_id: str) -> None:
        if plan_id:
            self._strikes[plan_id] = self._strikes.get(plan_id, 0) + 1
            if self._is_left_out(plan_id):
                log.error("A plan ends the process that makes reports; it gets none", plan=plan_id)

    def _today(self) -> dt.date:
        return self._clock().date()

"""One child from its start to its end: what it is told, and what it says."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from time import monotonic, thread_time
from typing import Any, Protocol

import structlog
from gevent import sleep
from gevent.pool import Group

from server.analyses import framing
from server.analyses.bounds import Bounds
from server.analyses.framing import Frame, pack
from server.analyses.outbox import Outbox
from server.analyses.process import Process
from server.history.days import Day
from server.history.log import History, Written

log = structlog.get_logger("server")

GATHER = 0.1
"""Seconds between two writes."""


class LiveRooms(Protocol):
    """The plans that are live; `server.rooms.rooms.Rooms` are some."""

    def live(self) -> Sequence[str]:
        """Return the plans that are live now."""

    def history_of(self, plan_id: str) -> History | None:
        """Return all that is written of a plan, None when it is not live. May wait."""

    def wake(self, plan_id: str) -> None:
        """Make a plan live."""

    def report(self, plan_id: str, seq: int, parts: Mapping[str, str]) -> None:
        """Tell everybody at a plan the parts of its report that changed."""


class Listener(Protocol):
    """Who keeps the conversation."""

    def greet(self) -> Iterable[str]:
        """Return the plans to begin with, now that the child listens."""

    def hear_answer(self, ask: int, answer: list[bytes] | None) -> None:
        """Take an answer, None when it failed."""

    def hear_day(self, plan_id: str, day: Day) -> None:
        """Take a plan as it was at the end of a day."""


class Conversation:
    """What goes back and forth.

    Parameters
    ----------
    today
        Says which day it is.
    """

    def __init__(
        self,
        rooms: LiveRooms,
        outbox: Outbox,
        listener: Listener,
        today: Callable[[], dt.date],
        bounds: Bounds,
    ) -> None:
        self.outbox = outbox
        self.is_heard = False
        """Whether the child takes what it is told."""

        self.plan = ""
        """The plan it is at: should it die now, that plan has done it."""

        self._rooms, self._listener, self._today, self._bounds = rooms, listener, today, bounds
        self._process = Process(memory=bounds.memory, seconds=bounds.seconds)
        self._heard_at = monotonic()
        self._helpers = Group()

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def hold(self) -> int:
        """Talk until the child has gone, and return how it ended."""
        self._helpers.spawn(self._watch)
        try:
            for frame in self._process.frames():
                self._heard_at = monotonic()
                self._take(frame)
        finally:
            self.is_heard = False
            self._helpers.kill()
            status = self._process.end()
        return status

    def tell(self, frame: bytes) -> None:
        """Queue a frame; a child that has not taken too much by now is ended."""
        self.outbox.put(frame)
        self._end_if_over()

    def edit(self, plan_id: str, rows: Sequence[Written]) -> None:
        """Queue what entered a plan; one that the child does not know comes to it with all of it."""
        if plan_id in self.outbox.plans:
            self.outbox.edit(plan_id, rows)
            self._end_if_over()

    def open(self, plan_id: str, history: History) -> None:
        """Queue a plan that has become live."""
        self.outbox.open(plan_id, history)
        self._end_if_over()

    def _end_if_over(self) -> None:
        if self.outbox.is_over and self.is_heard:
            log.warning("The process that makes reports takes nothing any more")
            self.is_heard = False
            self._process.kill()

    def _watch(self) -> None:
        while self._is_patient():
            sleep(self._bounds.tick)
            if self.is_heard:
                self._tell_day()
        log.warning("The process that makes reports is silent")
        self._process.kill()

    def _is_patient(self) -> bool:
        patience = self._bounds.patience if self.is_heard else self._bounds.starting
        return monotonic() - self._heard_at < patience

    def _write(self) -> None:
        try:
            while True:
                self._process.write(self.outbox.take())
                # While people type a report can wait, and one write for many edits costs the server least.
                sleep(GATHER)
        except OSError:
            # It has gone, which whoever reads sees as well.
            return
        except Exception:
            log.exception("The process that makes reports cannot be told of the plans")
            self._process.kill()

    def _tell_day(self) -> None:
        self.tell(pack(framing.TODAY, today=self._today().isoformat()))

    def _take(self, frame: Frame) -> None:
        head = frame.head
        if frame.kind == framing.READY:
            self._begin()
        elif frame.kind == framing.BEGUN:
            self.plan = head["plan"]
        elif frame.kind == framing.PARTS:
            self.plan = ""
            self._pass_on(head["plan"], head["seq"], dict(zip(head["names"], frame.pieces, strict=True)))
        elif frame.kind == framing.ANSWER:
            self.plan = ""
            self._listener.hear_answer(head["ask"], frame.pieces)
        elif frame.kind == framing.DAY:
            self._listener.hear_day(head["plan"], Day(head["seq"], head["at"], *frame.pieces))
        elif frame.kind == framing.FAILED:
            self._note_failure(head)

    def _begin(self) -> None:
        self.is_heard = True
        self._tell_day()
        for plan_id in self._listener.greet():
            self.outbox.open_later(plan_id)
        self._helpers.spawn(self._write)

    def _pass_on(self, plan_id: str, seq: int, parts: Mapping[str, bytes]) -> None:
        if not parts or plan_id not in self.outbox.plans:
            return
        began = thread_time()
        self._rooms.report(plan_id, seq, {name: part.decode() for name, part in parts.items()})
        self.tell(pack(framing.TOLD, plan=plan_id, seconds=thread_time() - began))

    def _note_failure(self, head: Mapping[str, Any]) -> None:
        log.error("A report could not be made", plan=head.get("plan"), error=head["error"], at=head["at"])
        if "ask" in head:
            self.plan = ""
            self._listener.hear_answer(head["ask"], None)

"""The process that makes reports; started with `python -m server.analyses.child`, kept warm.

It holds a copy of every live plan, which the server keeps up to date over a socket (see `framing`),
and works out of it what a plan tells of itself. Graphs of a large plan keep a processor busy for a
good part of a second: here that neither slows nor harms the server. It has no secret, no database
and no network.
"""

import datetime as dt
import math
import os
import resource
import socket
import sys
import traceback
from collections.abc import Mapping
from select import select
from time import monotonic
from typing import Any

from planning.analyses.schedule import Period
from server.analyses import framing
from server.analyses.framing import Frame, Frames, pack
from server.analyses.questions import answer
from server.analyses.replica import Replica, Row

NICE = 10
"""How much less urgent this process is than the server, should both want the same processor."""

READ_AT_ONCE = 1 << 20


class Child:
    """The plans that are live, and whose turn it is."""

    def __init__(self, server: socket.socket, seconds: int) -> None:
        self._server, self._seconds = server, seconds
        self._replicas: dict[str, Replica] = {}
        self._today = dt.date.min
        self._frames = Frames()

    def serve(self) -> None:
        """Work until the server has gone."""
        self._tell(framing.READY)
        while self._hear():
            self._report_next()

    def _hear(self) -> bool:
        """Take in what the server says, waiting for it until a report is due."""
        due = min((one.pace.due_at for one in self._replicas.values()), default=math.inf)
        patience = None if due == math.inf else max(0.0, due - monotonic())
        if select([self._server], [], [], patience)[0]:
            received = self._server.recv(READ_AT_ONCE)
            for frame in self._frames.take(received):
                self._take(frame)
            return bool(received)
        return True

    def _take(self, frame: Frame) -> None:
        head = frame.head
        if frame.kind == framing.TODAY:
            self._note_day(dt.date.fromisoformat(head["today"]))
            return
        plan_id = head["plan"]
        if frame.kind == framing.OPENED:
            self._open(plan_id, frame)
        elif frame.kind == framing.CLOSED:
            self._close(plan_id)
        elif frame.kind == framing.ASKED:
            self._answer(plan_id, frame)
        elif (replica := self._replicas.get(plan_id)) is not None:
            _change(replica, frame)
            self._tell_days(plan_id, replica)

    def _open(self, plan_id: str, frame: Frame) -> None:
        self._begin(plan_id)
        self._close(plan_id)
        start = 1 if frame.head["is_authored"] else 0
        authorship = frame.pieces[0] if start else None
        rows = _rows_of(frame.head["rows"], frame.pieces[start:])
        replica = self._replicas[plan_id] = Replica(rows, authorship, _period_of(frame.head["period"]))
        self._tell_days(plan_id, replica)

    def _close(self, plan_id: str) -> None:
        if (replica := self._replicas.pop(plan_id, None)) is not None:
            replica.close()

    def _tell_days(self, plan_id: str, replica: Replica) -> None:
        for day in replica.days:
            self._tell(framing.DAY, [day.content, day.authorship], plan=plan_id, seq=day.seq, at=day.at)
        replica.days.clear()

    def _note_day(self, today: dt.date) -> None:
        _allow_more_cpu(self._seconds)
        if today != self._today:
            self._today = today
            for replica in self._replicas.values():
                replica.pace.wake(monotonic())
        self._tell(framing.HERE)

    def _report_next(self) -> None:
        now = monotonic()
        due = [item for item in self._replicas.items() if item[1].pace.due_at <= now]
        if due:
            # One only: the others may have changed again by the time it is done.
            self._report(*min(due, key=lambda item: item[1].pace.due_at))

    def _report(self, plan_id: str, replica: Replica) -> None:
        began = monotonic()
        self._begin(plan_id)
        parts: Mapping[str, bytes] = {}
        try:
            parts = replica.changed_parts(self._today)
        except MemoryError:
            # What the libraries hold after a failed allocation is anybody's guess.
            raise
        except Exception as error:
            self._fail(error, plan=plan_id)
        replica.pace.finish(began, monotonic(), sum(map(len, parts.values())))
        self._tell(framing.PARTS, list(parts.values()), plan=plan_id, seq=replica.seq, names=list(parts))

    def _answer(self, plan_id: str, frame: Frame) -> None:
        self._begin(plan_id)
        ask, question = frame.head["ask"], frame.head["question"]
        try:
            pieces = answer(self._replicas[plan_id], question, frame.head, frame.pieces)
        except MemoryError:
            raise
        except Exception as error:
            self._fail(error, plan=plan_id, ask=ask)
        else:
            self._tell(framing.ANSWER, pieces, plan=plan_id, ask=ask)

    def _begin(self, plan_id: str) -> None:
        _allow_more_cpu(self._seconds)
        self._tell(framing.BEGUN, plan=plan_id)

    def _fail(self, error: Exception, **about: Any) -> None:
        self._tell(framing.FAILED, error=type(error).__name__, at=_place_of(error), **about)

    def _tell(self, kind: bytes, pieces: Any = (), **head: Any) -> None:
        self._server.sendall(pack(kind, pieces, **head))


def main() -> None:
    """Serve the socket that is standard input; arguments are the limits: bytes of memory, seconds of CPU."""
    memory, seconds = int(sys.argv[1]), int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    os.nice(NICE)
    with socket.socket(fileno=os.dup(0)) as server:
        # The server made it, and its own sockets never block.
        server.setblocking(True)
        try:
            Child(server, seconds).serve()
        except OSError:
            # The server has gone.
            return
        except BaseException as error:
            server.sendall(pack(framing.FAILED, error=type(error).__name__, at=_place_of(error)))
            sys.exit(1)


def _change(replica: Replica, frame: Frame) -> None:
    if frame.kind == framing.EDITED:
        replica.edit(_rows_of(frame.head["rows"], frame.pieces))
    elif frame.kind == framing.PERIOD:
        replica.period = _period_of(frame.head["period"])
        replica.pace.wake(monotonic())
    elif frame.kind == framing.TOLD:
        replica.pace.note_telling(frame.head["seconds"])


def _rows_of(heads: list[tuple[int, str, str]], updates: list[bytes]) -> list[Row]:
    return [Row(*head, update) for head, update in zip(heads, updates, strict=True)]


def _period_of(days: list[str] | None) -> Period | None:
    return None if days is None else Period(*days)


def _place_of(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames[-4:]))


def _allow_more_cpu(seconds: int) -> None:
    # The limit counts from the start of the process, so each report moves it on.
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = math.ceil(used.ru_utime + used.ru_stime) + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.RLIM_INFINITY))


if __name__ == "__main__":
    main()

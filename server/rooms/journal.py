"""The journal: one writer for all plans of the process, who commits many edits at once.

The writer works in a thread of gevent's, on a connection of its own, so that a slow disk delays
receipts and nothing else. What waits while a commit is under way goes into the next one.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from gevent import Greenlet
from gevent.event import AsyncResult, Event
from gevent.threadpool import ThreadPool
from sqlalchemy import Connection, Engine

from server.store import journal as rows
from server.store.journal import Stored

Answer = TypeVar("Answer")


class NotDurable(Exception):
    """The disk did not take something, or give it back; nobody may be told that it is saved."""


@dataclass(frozen=True)
class Entry:
    """One accepted edit."""

    seq: int
    author: str
    client: str
    n: int
    update: bytes


@dataclass
class Batch:
    """What one plan writes down in one go."""

    plan_id: str
    entries: Sequence[Entry]
    claims: Mapping[int, str]
    at: dt.datetime
    touches: bool
    """Whether the plan's own row should say that it changed."""

    done: AsyncResult = field(default_factory=AsyncResult)


class Journal:
    """Loads plans, records their edits and folds their logs into snapshots.

    Parameters
    ----------
    open_engine
        Opens the database; called once, in the writer's thread.
    """

    def __init__(self, open_engine: Callable[[], Engine]) -> None:
        self._open_engine = open_engine
        # One thread only: SQLite has one writer, and a connection stays with its thread.
        self._thread = ThreadPool(1)
        self._engine: Engine | None = None
        self._connection: Connection | None = None
        self._waiting: list[Batch] = []
        self._wake = Event()
        self._closing = False
        self._writer: Greenlet[..., None] = Greenlet.spawn(self._write)

    def load(self, plan_id: str) -> Stored | None:
        """Return what is stored of a plan, or None when there is no such plan.

        Raises
        ------
        NotDurable
            When the disk cannot be read.
        """
        try:
            return self._in_thread(lambda connection: rows.load_plan(connection, plan_id))
        except Exception as problem:
            raise NotDurable(str(problem)) from problem

    def append(self, batch: Batch) -> None:
        """Return when every entry of a batch is on the disk.

        Raises
        ------
        NotDurable
            When the batch could not be written; then nothing of it is there.
        """
        self._waiting.append(batch)
        self._wake.set()
        problem = batch.done.get()
        if problem is not None:
            raise NotDurable(str(problem)) from problem

    def fold(self, plan_id: str, seq: int, state: bytes, at: dt.datetime) -> None:
        """Put a snapshot in the place of a plan's log up to `seq`, in one transaction.

        Raises
        ------
        NotDurable
            When it could not be written; then the log stays as it was.
        """
        try:
            self._in_thread(lambda connection: rows.replace_log(connection, plan_id, seq, state, at))
        except Exception as problem:
            raise NotDurable(str(problem)) from problem

    def close(self) -> None:
        """Write what waits, then close the connection."""
        self._closing = True
        self._wake.set()
        self._writer.join()
        self._thread.apply(self._disconnect)
        self._thread.kill()

    def _write(self) -> None:
        while not (self._closing and not self._waiting):
            self._wake.wait()
            self._wake.clear()
            batches, self._waiting = self._waiting, []
            if batches:
                for batch, problem in zip(batches, self._thread.apply(self._commit, (batches,)), strict=True):
                    batch.done.set(problem)

    def _commit(self, batches: list[Batch]) -> list[Exception | None]:
        """Commit all batches in one transaction or, when that fails, each in its own."""
        problem = self._attempt(batches)
        if problem is None or len(batches) == 1:
            return [problem] * len(batches)
        return [self._attempt([batch]) for batch in batches]

    def _attempt(self, batches: list[Batch]) -> Exception | None:
        try:
            self._transact(lambda connection: _record(connection, batches))
        except Exception as problem:
            return problem
        return None

    def _in_thread(self, work: Callable[[Connection], Answer]) -> Answer:
        answer: Answer = self._thread.apply(self._transact, (work,))
        return answer

    def _transact(self, work: Callable[[Connection], Answer]) -> Answer:
        connection = self._connection or self._connect()
        try:
            with connection.begin():
                return work(connection)
        except BaseException:
            # After a failure (a full disk, a lost server) nothing is known of the connection.
            self._disconnect()
            raise

    def _connect(self) -> Connection:
        if self._engine is None:
            self._engine = self._open_engine()
        self._connection = self._engine.connect()
        return self._connection

    def _disconnect(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.invalidate()
            connection.close()
        if self._engine is not None:
            self._engine.dispose()


def _record(connection: Connection, batches: Sequence[Batch]) -> None:
    for batch in batches:
        rows.record_updates(connection, [_row(batch, entry) for entry in batch.entries])
        if batch.claims:
            rows.record_clients(connection, batch.plan_id, batch.claims)
        if batch.touches:
            rows.record_change(connection, batch.plan_id, batch.at)


def _row(batch: Batch, entry: Entry) -> dict[str, Any]:
    return {
        "plan_id": batch.plan_id,
        "seq": entry.seq,
        "author": entry.author,
        "client": entry.client,
        "n": entry.n,
        "update": entry.update,
        "at": batch.at,
    }

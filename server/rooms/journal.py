"""The journal: one thread that writes for all plans of the process, and commits many edits at once.

The thread has a connection of its own, so that a slow disk delays receipts and nothing else. What
comes while a commit is under way goes into the next one, which the event loop starts as soon as
the thread is free: no greenlet holds the pen, so none can be ended while it does.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple, TypeVar

from gevent.event import AsyncResult, Event
from sqlalchemy import Connection, Engine

from server.rooms.scribe import Scribe
from server.store import journal as rows
from server.store.journal import Stored

Answer = TypeVar("Answer")


class NotDurable(Exception):
    """The disk did not take something, or give it back; nobody may be told that it is saved."""


class Entry(NamedTuple):
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
        self._scribe = Scribe()
        self._engine: Engine | None = None
        self._recorder: rows.Recorder | None = None
        self._waiting: list[Batch] = []
        self._is_free = Event()
        self._is_free.set()
        self._is_closed = False

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
        if self._is_closed:
            raise NotDurable("The journal is closed.")
        self._waiting.append(batch)
        if self._is_free.is_set():
            self._write()
        problem = batch.done.get()
        if problem is not None:
            raise NotDurable(str(problem)) from problem

    def fold(self, plan_id: str, seq: int, state: bytes, at: dt.datetime, authorship: bytes = b"") -> None:
        """Put a snapshot, and who wrote what of it, in the place of a plan's log up to `seq`, all or none.

        Raises
        ------
        NotDurable
            When it could not be written; then the log stays as it was.
        """
        try:
            self._in_thread(
                lambda connection: rows.replace_log(connection, plan_id, seq, state, at, authorship)
            )
        except Exception as problem:
            raise NotDurable(str(problem)) from problem

    def close(self) -> None:
        """Return when everything that waits is written, and the connection is closed."""
        self._is_closed = True
        self._is_free.wait()
        self._scribe.do(self._close)
        self._scribe.end()

    def _write(self) -> None:
        """Have the thread commit all that waits; called in the event loop too, so nothing here waits."""
        batches, self._waiting = self._waiting, []
        self._is_free.clear()
        self._scribe.ask(partial(self._commit, batches), partial(self._written, batches))

    def _written(
        self, batches: Sequence[Batch], problems: list[Exception | None], failure: BaseException | None
    ) -> None:
        if self._waiting:
            # Before anybody hears of the last one: the disk and the event loop then work side by side.
            self._write()
        else:
            self._is_free.set()
        outcomes: Sequence[BaseException | None] = problems or [failure] * len(batches)
        for batch, outcome in zip(batches, outcomes, strict=True):
            batch.done.set(outcome)

    def _commit(self, batches: list[Batch]) -> list[Exception | None]:
        """Commit all batches in one transaction or, when that fails, each in its own."""
        problem = self._attempt(batches)
        if problem is None or len(batches) == 1:
            return [problem] * len(batches)
        return [self._attempt([batch]) for batch in batches]

    def _attempt(self, batches: list[Batch]) -> Exception | None:
        try:
            recorder = self._recorder = self._recorder or rows.Recorder(self._database())
            for batch in batches:
                _record(recorder, batch)
            recorder.commit()
        except Exception as problem:
            # After a failure (a full disk, a lost server) nothing is known of the connection.
            self._disconnect()
            return problem
        return None

    def _in_thread(self, work: Callable[[Connection], Answer]) -> Answer:
        def transact() -> Answer:
            with self._database().begin() as connection:
                return work(connection)

        return self._scribe.do(transact)

    def _database(self) -> Engine:
        if self._engine is None:
            self._engine = self._open_engine()
        return self._engine

    def _disconnect(self) -> None:
        recorder, self._recorder = self._recorder, None
        if recorder is not None:
            recorder.close()

    def _close(self) -> None:
        self._disconnect()
        if self._engine is not None:
            self._engine.dispose()


def _record(recorder: rows.Recorder, batch: Batch) -> None:
    recorder.updates([_row(batch, entry) for entry in batch.entries])
    if batch.claims:
        recorder.clients(batch.plan_id, batch.claims)
    if batch.touches:
        recorder.change(batch.plan_id, batch.at)


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

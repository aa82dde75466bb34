"""The journal: one thread that writes for all plans of the process, and commits many edits at once.

The thread has a connection of its own, so that a slow disk delays receipts and nothing else. What
comes while a commit is under way goes into the next one, which the event loop starts as soon as
the thread is free: no greenlet holds the pen, so none can be ended while it does.
"""

import datetime as dt
import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple, TypeVar

from gevent import sleep
from gevent.event import AsyncResult, Event
from sqlalchemy import Connection, Engine

from server.rooms.holds import Elsewhere, Holds, Lost
from server.rooms.scribe import Scribe
from server.store import journal as rows
from server.store.failures import code_of_failure
from server.store.journal import Hold, Snapshot, Stored
from server.store.scrubbing import scrubbing

Answer = TypeVar("Answer")


log = logging.getLogger(__name__)

BREATH = 0.01
"""Seconds between two steps of scrubbing, in which others find no lock."""


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
    """Opens plans, records their edits and folds their logs into snapshots.

    Parameters
    ----------
    open_engine
        Opens the database; called once, in the writer's thread.
    lease_seconds
        For how long a plan is held without word from this process; 0 where no other shares the
        database, so that whoever comes after a crash need not wait.
    """

    def __init__(self, open_engine: Callable[[], Engine], lease_seconds: float = 0.0) -> None:
        self.holds = Holds(lease_seconds)
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
        """Return what is stored of a plan, or None when there is no such plan; raise NotDurable."""
        return self._in_thread(lambda connection: rows.load_plan(connection, plan_id))

    def open(self, plan_id: str) -> Stored | None:
        """Take hold of a plan and return what is stored of it, or None when there is no such plan.

        Raises
        ------
        Elsewhere
            When another process holds it; that one hears of it, and gives it up.
        NotDurable
            When the disk cannot be read or written.
        """

        def take(connection: Connection) -> tuple[bool, Stored | None]:
            if not rows.plan_exists(connection, plan_id):
                return True, None
            # First the lease: what its former holder committed last is then read too.
            is_here = self.holds.take(connection, plan_id)
            return is_here, rows.load_plan(connection, plan_id) if is_here else None

        try:
            is_here, stored = self._in_thread(take)
        except NotDurable as problem:
            if self.holds.seconds and code_of_failure(problem.__cause__) == "storage_busy":
                # Its holder is in the middle of a commit, or stands still there.
                raise Elsewhere(plan_id) from problem
            raise
        if not is_here:
            raise Elsewhere(plan_id)
        return stored

    def renew(self, people: Mapping[str, int]) -> Lost:
        """Prolong the hold on every plan, and return what is lost or wanted; raise NotDurable.

        `people` is how many are at each plan, for the lists of other processes.
        """
        return self._in_thread(lambda connection: self.holds.renew(connection, people))

    def release(self, plan_id: str) -> None:
        """Let go of a plan, so that another process may have it at once; nobody waits for that."""

        def let_go() -> None:
            with self._database().begin() as connection:
                self.holds.release(connection, [plan_id])

        self._scribe.ask(let_go, _note_failure)

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

    def fold(self, plan_id: str, snapshot: Snapshot) -> None:
        """Put a snapshot in the place of the log up to it; raise NotDurable, and the log is as it was."""
        self._in_thread(
            lambda connection: rows.replace_log(connection, plan_id, snapshot, self.holds.hold_of(plan_id))
        )

    def scrub(self) -> None:
        """Overwrite on the disk what was deleted: in steps, each in its turn, between which edits go first.

        Raises
        ------
        NotDurable
        """
        engine = self._scribe.do(self._database)
        # In PostgreSQL it keeps nobody from writing, and edits need not wait for their turn.
        scribe = self._scribe if engine.dialect.name == "sqlite" else Scribe()
        steps = scrubbing(engine)
        try:
            while scribe.do(lambda: next(steps, steps)) is not steps:
                sleep(BREATH)
        except Exception as problem:
            raise NotDurable(str(problem)) from problem
        finally:
            scribe.do(steps.close)
            if scribe is not self._scribe:
                scribe.end()

    def close(self) -> None:
        """Return when everything that waits is written, and the connection is closed."""
        if self._is_closed:
            return
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
                _record(recorder, batch, self.holds.hold_of(batch.plan_id))
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

        try:
            return self._scribe.do(transact)
        except Exception as problem:
            raise NotDurable(str(problem)) from problem

    def _database(self) -> Engine:
        if self._engine is None:
            self._engine = self._open_engine()
            rows.prepare_engine(self._engine)
        return self._engine

    def _disconnect(self) -> None:
        recorder, self._recorder = self._recorder, None
        if recorder is not None:
            recorder.close()

    def _close(self) -> None:
        self._disconnect()
        if self._engine is not None:
            with suppress(Exception), self._engine.begin() as connection:
                self.holds.release(connection)
            self._engine.dispose()


def _note_failure(_answer: Any, problem: BaseException | None) -> None:
    if problem is not None:
        log.warning("A plan could not be let go of; another process may have it in a while.")


def _record(recorder: rows.Recorder, batch: Batch, hold: Hold) -> None:
    recorder.updates([_row(batch, entry) for entry in batch.entries], hold)
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

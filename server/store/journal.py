"""The journal's tables: what was accepted, snapshots, and whose a client identifier is.

The statements are SQLAlchemy Core, the same for SQLite and PostgreSQL. Those that write are only
for `server.rooms.journal`, on connections that belong to its thread.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple, cast

from sqlalchemy import (
    Connection,
    DateTime,
    Dialect,
    Engine,
    Executable,
    bindparam,
    delete,
    event,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import TypeEngine

from server.history.log import MANY, History, Written
from server.store import database
from server.store.models import Plan, PlanAuthorship, PlanClient, PlanLease, PlanSnapshot, PlanUpdate

Row = dict[str, Any]
"""A row of `plan_update`."""


@dataclass(frozen=True)
class Stored:
    """A plan as the disk has it: a snapshot, and what was accepted after it, in order."""

    lineage: str
    seq: int
    history: History
    logged: int
    """How many of its rows are in the log: all but the snapshot, when there is one."""

    owners: Mapping[int, str]

    @property
    def updates(self) -> list[bytes]:
        """The updates that make the plan, in order."""
        return [row.update for row in self.history.rows]


class Overtaken(Exception):
    """Somebody else holds the plan, or wrote to it, since it was loaded."""


class Hold(NamedTuple):
    """By what right somebody writes to a plan: which process took its lease, and when."""

    holder: str
    epoch: int


def plan_exists(connection: Connection, plan_id: str) -> bool:
    """Return whether there is such a plan."""
    return connection.scalar(select(Plan.id).where(Plan.id == plan_id)) is not None


def load_plan(connection: Connection, plan_id: str) -> Stored | None:
    """Return what is stored of a plan, or None when there is no such plan."""
    lineage = connection.scalar(select(Plan.lineage).where(Plan.id == plan_id))
    if lineage is None:
        return None
    snapshot = connection.execute(
        select(PlanSnapshot.seq, PlanSnapshot.at, PlanSnapshot.state).where(PlanSnapshot.plan_id == plan_id)
    ).first()
    seq = snapshot.seq if snapshot else 0
    log = connection.execute(
        select(PlanUpdate.seq, PlanUpdate.author, PlanUpdate.at, PlanUpdate.update)
        .where(PlanUpdate.plan_id == plan_id, PlanUpdate.seq > seq)
        .order_by(PlanUpdate.seq)
    ).all()
    owners = connection.execute(
        select(PlanClient.client_id, PlanClient.participant).where(PlanClient.plan_id == plan_id)
    ).all()
    return Stored(
        lineage=lineage,
        seq=log[-1].seq if log else seq,
        history=History(
            rows=[
                *([Written(snapshot.seq, MANY, snapshot.at, snapshot.state)] if snapshot else []),
                *(Written(*row) for row in log),
            ],
            authorship=connection.scalar(
                select(PlanAuthorship.content).where(PlanAuthorship.plan_id == plan_id)
            ),
        ),
        logged=len(log),
        owners={row.client_id: row.participant for row in owners},
    )


_HELD = (PlanLease.holder == bindparam("holder"), PlanLease.epoch == bindparam("epoch"))
_SNAPSHOT_SEQ = (
    select(PlanSnapshot.seq)
    .select_from(PlanLease)
    .outerjoin(PlanSnapshot, PlanSnapshot.plan_id == PlanLease.plan_id)
    .where(PlanLease.plan_id == bindparam("plan_id"), *_HELD)
    # Whoever takes the lease waits until this commit is over, one way or the other.
    .with_for_update(read=True, of=PlanLease)
)
"""One row while the lease is held, and none afterwards."""

_TOUCH = update(Plan).where(Plan.id == bindparam("plan")).values(changed_at=bindparam("changed_at"))


PAUSE_SECONDS = 5
"""How long PostgreSQL lets a transaction of the journal wait for its next statement."""


def prepare_engine(engine: Engine) -> None:
    """Set up the connections of the journal, which never waits for anything but the database.

    PostgreSQL ends the transactions of a process that stands still, and with them its locks: the next
    holder of its plans would wait for them as long as it stands.
    """
    is_sqlite = engine.dialect.name == "sqlite"
    event.listen(engine, "connect", _wait_in_thread if is_sqlite else _bound_pauses)


def _wait_in_thread(connection: Any, record: object) -> None:
    # Here the library may wait: in a thread of its own it keeps nobody else.
    connection.execute(f"PRAGMA busy_timeout={database.LOCK_SECONDS * 1000:.0f}")


def _bound_pauses(connection: Any, record: object) -> None:
    connection.execute(f"SET idle_in_transaction_session_timeout = '{PAUSE_SECONDS}s'")
    connection.commit()


class Recorder:
    """Writes accepted edits on a connection of the driver's own.

    This runs a hundred times a second, and SQLAlchemy would do more work for each than the
    database; so it compiles the statements once, in the dialect, and the driver does the rest.
    """

    def __init__(self, engine: Engine) -> None:
        dialect = engine.dialect
        self._connection = engine.raw_connection()
        self._conflict: type[Exception] = dialect.loaded_dbapi.IntegrityError
        self._folded = _Statement(_SNAPSHOT_SEQ, dialect)
        self._update = _Statement(insert(PlanUpdate), dialect)
        self._client = _Statement(insert(PlanClient), dialect)
        self._touch = _Statement(_TOUCH, dialect)
        self._ends_pauses = dialect.name == "postgresql"

    def updates(self, rows: Sequence[Row], hold: Hold) -> None:
        """Add accepted updates to the log of one plan.

        Raises
        ------
        Overtaken
            When the plan is not held any more, or one of their numbers is taken or in a snapshot already.
        """
        plan_id, cursor = rows[0]["plan_id"], self._connection.cursor()
        wanted = {"plan_id": plan_id, "holder": hold.holder, "epoch": hold.epoch}
        cursor.execute(self._folded.text, self._folded.parameters(wanted))
        held = cursor.fetchone()
        if held is None or (held[0] is not None and held[0] >= rows[0]["seq"]):
            raise Overtaken(plan_id)
        try:
            self._add(self._update, rows)
        except self._conflict as conflict:
            raise Overtaken(plan_id) from conflict

    def clients(self, plan_id: str, owners: Mapping[int, str]) -> None:
        """Note whose new client identifiers are (W10)."""
        rows = [{"plan_id": plan_id, "client_id": c, "participant": p} for c, p in owners.items()]
        self._add(self._client, rows)

    def _add(self, statement: "_Statement", rows: Sequence[Row]) -> None:
        cursor = self._connection.cursor()
        cursor.executemany(statement.text, [statement.parameters(row) for row in rows])
        if self._ends_pauses:
            # Many rows go in a pipeline, at whose end PostgreSQL forgets to watch for a pause.
            cursor.execute("SELECT 1")

    def change(self, plan_id: str, at: dt.datetime) -> None:
        """Note when a plan was last changed, for lists of plans."""
        row = {"changed_at": at, "plan": plan_id}
        self._connection.cursor().execute(self._touch.text, self._touch.parameters(row))

    def commit(self) -> None:
        """Return when everything written since the last commit is on the disk."""
        self._connection.commit()

    def close(self) -> None:
        """Take back what is not committed, and end the connection."""
        # Said aloud, because an error that is still being looked at keeps the connection, and its locks.
        with suppress(Exception):
            self._connection.rollback()
        self._connection.invalidate()
        self._connection.close()


class _Statement:
    """One statement as the driver takes it: its text, and the form and order of its values."""

    def __init__(self, statement: Executable, dialect: Dialect) -> None:
        compiled = cast(SQLCompiler, statement.compile(dialect=dialect))  # type: ignore[attr-defined]
        self.text = str(compiled)
        names = (compiled.positiontup if compiled.positional else list(compiled.binds)) or []
        self._is_positional = compiled.positional
        kinds = {name: bind.type.dialect_impl(dialect) for name, bind in compiled.binds.items()}
        self._values = [(name, _processor_of(kinds[name], dialect)) for name in names]

    def parameters(self, row: Row) -> Any:
        """Return values by name as the driver takes them."""
        values = [process(row[name]) if process else row[name] for name, process in self._values]
        if self._is_positional:
            return tuple(values)
        return {name: value for (name, _process), value in zip(self._values, values, strict=True)}


def _processor_of(kind: TypeEngine[Any], dialect: Dialect) -> Callable[[Any], Any] | None:
    process = kind.bind_processor(dialect)
    # All rows of a batch have the same moment, and to write it costs more than all the rest of a row.
    return lru_cache(1)(process) if process and isinstance(kind, DateTime) else process


@dataclass(frozen=True)
class Snapshot:
    """A whole plan up to an edit, and who wrote what of it unless that is empty."""

    seq: int
    state: bytes
    at: dt.datetime
    authorship: bytes = b""


def replace_log(connection: Connection, plan_id: str, snapshot: Snapshot, hold: Hold) -> None:
    """Put a snapshot in the place of the log up to it.

    Raises
    ------
    Overtaken
        When the plan is not held any more, or the log is not what the snapshot was made from.
    """
    held = {"plan_id": plan_id, "holder": hold.holder, "epoch": hold.epoch}
    if connection.execute(_SNAPSHOT_SEQ, held).first() is None:
        raise Overtaken(plan_id)
    seq = snapshot.seq
    last = connection.scalar(select(func.max(PlanUpdate.seq)).where(PlanUpdate.plan_id == plan_id))
    if last is not None and last < seq:
        raise Overtaken(plan_id)
    connection.execute(delete(PlanSnapshot).where(PlanSnapshot.plan_id == plan_id))
    row = {"plan_id": plan_id, "seq": seq, "state": snapshot.state, "at": snapshot.at}
    connection.execute(insert(PlanSnapshot), row)
    if snapshot.authorship:
        content = {"plan_id": plan_id, "seq": seq, "content": snapshot.authorship}
        connection.execute(delete(PlanAuthorship).where(PlanAuthorship.plan_id == plan_id))
        connection.execute(insert(PlanAuthorship), content)
    connection.execute(delete(PlanUpdate).where(PlanUpdate.plan_id == plan_id, PlanUpdate.seq <= seq))

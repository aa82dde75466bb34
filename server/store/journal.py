"""The journal's tables: what was accepted, snapshots, and whose a client identifier is.

The statements are SQLAlchemy Core, the same for SQLite and PostgreSQL. Those that write are only
for `server.rooms.journal`, on connections that belong to its thread.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import (
    Connection,
    Dialect,
    Engine,
    Executable,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.sql.compiler import SQLCompiler

from server.history.log import MANY, History, Written
from server.store.models import Plan, PlanAuthorship, PlanClient, PlanSnapshot, PlanUpdate

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
    """Somebody else wrote to the plan since it was loaded."""


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


_SNAPSHOT_SEQ = select(PlanSnapshot.seq).where(PlanSnapshot.plan_id == bindparam("plan_id"))
_TOUCH = update(Plan).where(Plan.id == bindparam("plan")).values(changed_at=bindparam("changed_at"))


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

    def updates(self, rows: Sequence[Row]) -> None:
        """Add accepted updates to the log of one plan.

        Raises
        ------
        Overtaken
            When one of their numbers is taken, or is in a snapshot already.
        """
        plan_id, cursor = rows[0]["plan_id"], self._connection.cursor()
        cursor.execute(self._folded.text, self._folded.parameters({"plan_id": plan_id}))
        folded = cursor.fetchone()
        if folded is not None and folded[0] >= rows[0]["seq"]:
            raise Overtaken(plan_id)
        try:
            cursor.executemany(self._update.text, [self._update.parameters(row) for row in rows])
        except self._conflict as conflict:
            raise Overtaken(plan_id) from conflict

    def clients(self, plan_id: str, owners: Mapping[int, str]) -> None:
        """Note whose new client identifiers are (W10)."""
        rows = [{"plan_id": plan_id, "client_id": c, "participant": p} for c, p in owners.items()]
        self._connection.cursor().executemany(self._client.text, [self._client.parameters(r) for r in rows])

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
        self._names = compiled.positiontup if compiled.positional else list(compiled.binds)
        self._is_positional = compiled.positional
        bound = {name: bind.type.dialect_impl(dialect) for name, bind in compiled.binds.items()}
        processors = {name: kind.bind_processor(dialect) for name, kind in bound.items()}
        self._processors = {name: processor for name, processor in processors.items() if processor}

    def parameters(self, row: Row) -> Any:
        """Return values by name as the driver takes them."""
        values = {name: row[name] for name in self._names or ()}
        for name, process in self._processors.items():
            values[name] = process(values[name])
        return tuple(values.values()) if self._is_positional else values


def replace_log(
    connection: Connection, plan_id: str, seq: int, state: bytes, at: dt.datetime, authorship: bytes
) -> None:
    """Put a snapshot, and who wrote what of it unless that is empty, in the place of the log up to `seq`.

    Raises
    ------
    Overtaken
        When the log is not what the snapshot was made from.
    """
    last = connection.scalar(select(func.max(PlanUpdate.seq)).where(PlanUpdate.plan_id == plan_id))
    if last is not None and last < seq:
        raise Overtaken(plan_id)
    connection.execute(delete(PlanSnapshot).where(PlanSnapshot.plan_id == plan_id))
    connection.execute(insert(PlanSnapshot), {"plan_id": plan_id, "seq": seq, "state": state, "at": at})
    if authorship:
        connection.execute(delete(PlanAuthorship).where(PlanAuthorship.plan_id == plan_id))
        connection.execute(insert(PlanAuthorship), {"plan_id": plan_id, "seq": seq, "content": authorship})
    connection.execute(delete(PlanUpdate).where(PlanUpdate.plan_id == plan_id, PlanUpdate.seq <= seq))

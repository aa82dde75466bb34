"""The journal's tables: what was accepted, snapshots, and whose a client identifier is.

The statements are plain SQL of SQLAlchemy Core, the same for SQLite and PostgreSQL. Only
`server.rooms.journal` calls them, on a connection that belongs to its thread.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from server.store.models import Plan, PlanClient, PlanSnapshot, PlanUpdate

Row = dict[str, Any]
"""A row of `plan_update`."""


@dataclass(frozen=True)
class Stored:
    """A plan as the disk has it: a snapshot, and what was accepted after it, in order."""

    lineage: str
    seq: int
    updates: Sequence[bytes]
    """The snapshot first, when there is one."""

    logged: int
    """How many of them are rows of the log."""

    owners: Mapping[int, str]


class Overtaken(Exception):
    """Somebody else wrote to the plan since it was loaded."""


def load_plan(connection: Connection, plan_id: str) -> Stored | None:
    """Return what is stored of a plan, or None when there is no such plan."""
    lineage = connection.scalar(select(Plan.lineage).where(Plan.id == plan_id))
    if lineage is None:
        return None
    snapshot = connection.execute(
        select(PlanSnapshot.seq, PlanSnapshot.state).where(PlanSnapshot.plan_id == plan_id)
    ).first()
    seq = snapshot.seq if snapshot else 0
    log = connection.execute(
        select(PlanUpdate.seq, PlanUpdate.update)
        .where(PlanUpdate.plan_id == plan_id, PlanUpdate.seq > seq)
        .order_by(PlanUpdate.seq)
    ).all()
    owners = connection.execute(
        select(PlanClient.client_id, PlanClient.participant).where(PlanClient.plan_id == plan_id)
    ).all()
    return Stored(
        lineage=lineage,
        seq=log[-1].seq if log else seq,
        updates=[*([snapshot.state] if snapshot else []), *(row.update for row in log)],
        logged=len(log),
        owners={row.client_id: row.participant for row in owners},
    )


_INSERT_UPDATE = insert(PlanUpdate)
_INSERT_CLIENT = insert(PlanClient)
_SNAPSHOT_SEQ = select(PlanSnapshot.seq).where(PlanSnapshot.plan_id == bindparam("plan_id"))
_TOUCH = update(Plan).where(Plan.id == bindparam("plan")).values(changed_at=bindparam("moment"))


def record_updates(connection: Connection, rows: Sequence[Row]) -> None:
    """Add accepted updates to the log of one plan.

    Raises
    ------
    Overtaken
        When one of their numbers is taken, or is in a snapshot already.
    """
    first = rows[0]
    folded = connection.scalar(_SNAPSHOT_SEQ, {"plan_id": first["plan_id"]})
    if folded is not None and folded >= first["seq"]:
        raise Overtaken(first["plan_id"])
    try:
        connection.execute(_INSERT_UPDATE, rows)
    except IntegrityError as conflict:
        raise Overtaken(first["plan_id"]) from conflict


def record_clients(connection: Connection, plan_id: str, owners: Mapping[int, str]) -> None:
    """Note whose new client identifiers are (W10)."""
    connection.execute(
        _INSERT_CLIENT,
        [{"plan_id": plan_id, "client_id": c, "participant": p} for c, p in owners.items()],
    )


def record_change(connection: Connection, plan_id: str, at: dt.datetime) -> None:
    """Note when a plan was last changed, for lists of plans."""
    connection.execute(_TOUCH, {"plan": plan_id, "moment": at})


def replace_log(connection: Connection, plan_id: str, seq: int, state: bytes, at: dt.datetime) -> None:
    """Put a snapshot in the place of the log up to `seq`.

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
    connection.execute(delete(PlanUpdate).where(PlanUpdate.plan_id == plan_id, PlanUpdate.seq <= seq))

"""Which process may write to a plan: its lease, one row a plan.

A lease is given for some seconds and renewed long before they are over, by the clock of the
database, which all processes share. Each time a plan changes hands its epoch counts up, and every
commit to the plan asks for the epoch it was loaded with (`server.store.journal`), so a process that
slept through the end of its lease cannot write, whatever it believes (Gray and Cheriton 1989).
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Double, bindparam, cast, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from server.store.models import PlanLease

UNIX_EPOCH_IN_DAYS = 2_440_587.5
"""The first moment of 1970 as a Julian day, which is what SQLite counts in."""


LOCK_MILLISECONDS = 25
"""How long taking a lease may wait for a commit of its former holder; whoever asks tries again.

The edits of other plans wait meanwhile.
"""


class Lease(NamedTuple):
    """A lease that a process holds."""

    epoch: int
    is_wanted: bool
    """Whether another process was asked for the plan meanwhile."""


def take_lease(connection: Connection, plan_id: str, holder: str, seconds: float) -> int | None:
    """Return the epoch of a lease that is taken now, or None when another process has it.

    It waits a moment for a commit of the former holder that is under way. A lease of no length changes hands
    never, so nothing is written for one that is there: such a plan can be opened when the disk is full.
    """
    if not seconds and (held := _epoch_of(connection, plan_id, holder)) is not None:
        return held
    if connection.dialect.name == "postgresql":
        # A holder that stands still in the middle of a commit must not keep other plans waiting here.
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{LOCK_MILLISECONDS}ms'")
    now = _now(connection)
    given = {"holder": holder, "expires_at": now + seconds, "wanted_by": None, "people": 0}
    insert = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    statement = (
        insert(PlanLease)
        .values(plan_id=plan_id, epoch=1, **given)
        .on_conflict_do_update(
            index_elements=[PlanLease.plan_id],
            set_={"epoch": PlanLease.epoch + 1, **given},
            where=or_(PlanLease.expires_at <= now, PlanLease.holder == holder),
        )
        .returning(PlanLease.epoch)
    )
    epoch: int | None = connection.scalar(statement)
    return epoch


def want_lease(connection: Connection, plan_id: str, wanted_by: str) -> None:
    """Ask whoever holds a plan to give it up."""
    others = (PlanLease.plan_id == plan_id, PlanLease.holder != wanted_by)
    connection.execute(update(PlanLease).where(*others).values(wanted_by=wanted_by))


def renew_leases(connection: Connection, holder: str, seconds: float) -> Mapping[str, Lease]:
    """Prolong all leases of a process, and return them by their plan."""
    rows = connection.execute(
        update(PlanLease)
        .where(PlanLease.holder == holder, PlanLease.expires_at > 0)
        .values(expires_at=_now(connection) + seconds)
        .returning(PlanLease.plan_id, PlanLease.epoch, PlanLease.wanted_by)
    )
    return {row.plan_id: Lease(row.epoch, row.wanted_by is not None) for row in rows}


def note_people(connection: Connection, holder: str, people: Mapping[str, int]) -> None:
    """Tell other processes how many are at plans that this one holds."""
    if not people:
        return
    theirs = PlanLease.plan_id == bindparam("plan"), PlanLease.holder == holder
    rows = [{"plan": plan_id, "count": count} for plan_id, count in people.items()]
    connection.execute(update(PlanLease).where(*theirs).values(people=bindparam("count")), rows)


def people_at(session: Session, plans: Iterable[str]) -> dict[str, int]:
    """Return how many the holders of plans have told of; a lease that is over says nothing."""
    told = select(PlanLease.plan_id, PlanLease.people).where(
        PlanLease.plan_id.in_(list(plans)), PlanLease.expires_at > _now(session.connection())
    )
    return {row.plan_id: row.people for row in session.execute(told)}


def release_leases(connection: Connection, holder: str, plans: Iterable[str]) -> None:
    """End leases of a process; their rows stay, so that no epoch comes twice."""
    theirs = (PlanLease.holder == holder, PlanLease.plan_id.in_(list(plans)))
    connection.execute(update(PlanLease).where(*theirs).values(expires_at=0))


def _epoch_of(connection: Connection, plan_id: str, holder: str) -> int | None:
    theirs = (PlanLease.plan_id == plan_id, PlanLease.holder == holder)
    epoch: int | None = connection.scalar(select(PlanLease.epoch).where(*theirs))
    return epoch


def _now(connection: Connection) -> ColumnElement[float]:
    """Return the database's clock, as seconds since 1970."""
    if connection.dialect.name == "sqlite":
        return (func.julianday("now") - UNIX_EPOCH_IN_DAYS) * 86_400.0
    # Not `now()`, which stands still in a transaction that had to wait.
    return cast(func.extract("epoch", func.clock_timestamp()), Double)

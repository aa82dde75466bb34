"""Queries about versions of plans, and about whoever wrote them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import delete, exists, func, select
from sqlalchemy.orm import Session, undefer

from server.store.models import Guest, Member, Plan, PlanClient, PlanVersion


class Person(NamedTuple):
    """Somebody who is or was at a plan: a member, or a guest of one plan."""

    participant: str
    name: str
    department: str


def versions_of(session: Session, plan_id: str) -> Sequence[PlanVersion]:
    """Return the versions of a plan without what they hold, the newest first."""
    return session.scalars(
        select(PlanVersion)
        .where(PlanVersion.plan_id == plan_id)
        .order_by(PlanVersion.made_at.desc(), PlanVersion.seq.desc(), PlanVersion.id)
    ).all()


def version_of(session: Session, plan_id: str, version_id: str) -> PlanVersion | None:
    """Return one version of a plan with all it holds, or None when that plan has no such version."""
    return session.scalar(
        select(PlanVersion)
        .where(PlanVersion.plan_id == plan_id, PlanVersion.id == version_id)
        .options(undefer(PlanVersion.content), undefer(PlanVersion.authorship))
    )


def has_version_at(session: Session, plan_id: str, kind: str, seq: int) -> bool:
    """Return whether a plan has a version of a kind after this edit."""
    found = exists().where(PlanVersion.plan_id == plan_id, PlanVersion.kind == kind, PlanVersion.seq == seq)
    return bool(session.scalar(select(found)))


def count_versions(session: Session, plan_id: str, kind: str) -> int:
    """Return how many versions of a kind a plan has."""
    counted = select(func.count()).where(PlanVersion.plan_id == plan_id, PlanVersion.kind == kind)
    return session.scalar(counted) or 0


def remove_versions(session: Session, ids: Iterable[str]) -> None:
    """Remove versions, with what they hold."""
    session.execute(delete(PlanVersion).where(PlanVersion.id.in_(list(ids))))


def people_called(session: Session, participants: Iterable[str]) -> dict[str, Person]:
    """Return participant to person, the deactivated and removed ones too; who is erased is missing."""
    wanted = list(participants)
    people = [
        Person(*row)
        for kind in (Guest, Member)
        for row in session.execute(
            select(kind.id, kind.name, kind.department).where(kind.id.in_(wanted), kind.name != "")
        )
    ]
    return {person.participant: person for person in people}


def writers_of(session: Session, plan_id: str) -> set[str]:
    """Return everybody who ever wrote to a plan, by participant."""
    writers = session.scalars(select(PlanClient.participant).where(PlanClient.plan_id == plan_id))
    creator = session.scalar(select(Plan.created_by).where(Plan.id == plan_id))
    return {*writers, *filter(None, [creator])}

"""Queries about the audit log."""

import datetime as dt
from collections.abc import Iterator, Sequence

from sqlalchemy import ColumnElement, delete, or_, select
from sqlalchemy.orm import Session

from server.store.models import Account, AuditEntry, Plan


def entries_before(
    session: Session, before: int | None, most: int, *, deed: str | None, person: str | None
) -> Sequence[AuditEntry]:
    """Return entries, the newest first: at most so many, older than `before`, with a deed, of a person."""
    wanted = [*_filters(deed, person), *([AuditEntry.id < before] if before is not None else [])]
    return session.scalars(select(AuditEntry).where(*wanted).order_by(AuditEntry.id.desc()).limit(most)).all()


def every_entry(
    session: Session, most: int, *, deed: str | None, person: str | None
) -> Iterator[Sequence[AuditEntry]]:
    """Yield entries in parts of `most`, the newest first."""
    before: int | None = None
    while part := entries_before(session, before, most, deed=deed, person=person):
        before = part[-1].id
        yield part


def drop_entries(session: Session, deed: str, before: dt.datetime, most: int) -> None:
    """Remove the oldest entries of a deed, at most so many; the database allows it of old failed sign-ins."""
    old = select(AuditEntry.id).where(AuditEntry.deed == deed, AuditEntry.at < before)
    session.execute(
        delete(AuditEntry).where(AuditEntry.id.in_(old.order_by(AuditEntry.at).limit(most))),
        execution_options={"synchronize_session": False},
    )


def _filters(deed: str | None, person: str | None) -> list[ColumnElement[bool]]:
    of_deed = [AuditEntry.deed == deed] if deed else []
    return of_deed + ([or_(AuditEntry.by == person, AuditEntry.about == person)] if person else [])


def names_of_places(session: Session, accounts: set[str], plans: set[str]) -> dict[str, str]:
    """Return identifier to name of accounts and plans, in the bin or not."""
    named = session.execute(select(Account.id, Account.name).where(Account.id.in_(accounts)))
    titled = session.execute(select(Plan.id, Plan.title).where(Plan.id.in_(plans)))
    return dict(tuple(row) for row in [*named, *titled])

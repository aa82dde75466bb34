"""Queries about plans."""

import datetime as dt
from collections.abc import Iterable, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from server.store.models import Account, Plan


def plans_of(session: Session, account_ids: Iterable[str]) -> Sequence[Plan]:
    """Return the plans of accounts that are not in the bin, the latest changed first."""
    return session.scalars(
        select(Plan)
        .where(Plan.account_id.in_(list(account_ids)), Plan.removed_at.is_(None))
        .order_by(Plan.changed_at.desc(), Plan.id)
    ).all()


def removed_plans_of(session: Session, account_id: str) -> Sequence[Plan]:
    """Return the plans of an account that are in the bin, the latest removed first."""
    return session.scalars(
        select(Plan)
        .where(Plan.account_id == account_id, Plan.removed_at.is_not(None))
        .order_by(Plan.removed_at.desc(), Plan.id)
    ).all()


def plan_by_code(session: Session, code: str, now: dt.datetime) -> tuple[Plan, Account] | None:
    """Return the plan a code admits to now, and its account."""
    found = session.execute(
        select(Plan, Account)
        .join(Account, Account.id == Plan.account_id)
        .where(
            Plan.join_code == code,
            Plan.join_code_expires_at > now,
            Plan.removed_at.is_(None),
            Account.removed_at.is_(None),
        )
    ).first()
    return (found[0], found[1]) if found else None


def live_plans_called(session: Session, wanted: str) -> list[tuple[Plan, Account]]:
    """Return the plans of this identifier, title or account that are not in the bin, with their accounts."""
    found = session.execute(
        select(Plan, Account)
        .join(Account, Account.id == Plan.account_id)
        .where(Plan.removed_at.is_(None), Account.removed_at.is_(None))
        .order_by(func.lower(Account.name), func.lower(Plan.title), Plan.id)
    )
    # Compared here, because SQLite's lower() knows no letter beyond English.
    name = wanted.casefold()
    return [
        (row[0], row[1])
        for row in found
        if wanted == row[0].id or name in (row[0].title.casefold(), row[1].name.casefold())
    ]

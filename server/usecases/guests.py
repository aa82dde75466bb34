"""The guests of all plans: people without an account, whose data somebody must be able to find."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy.orm import Session

from server.store.seats import guests_without_account

A_PAGE = 50
"""Guests that are listed at once."""


@dataclass(frozen=True)
class GuestView:
    """A guest at one plan: whoever joined two is there twice."""

    id: str
    name: str
    department: str
    plan: str
    account: str
    joined_at: dt.datetime
    removed: bool


@dataclass(frozen=True)
class GuestPage:
    """Some guests by name, and how many stand before the next ones; None at the end."""

    guests: list[GuestView]
    next: int | None


def list_guests(session: Session, search: str = "", skip: int = 0) -> GuestPage:
    """Return guests of any plan, also of one in the bin, from one on in the order of their names."""
    found = guests_without_account(session, search.strip(), skip, A_PAGE + 1)
    guests = [
        GuestView(
            guest.id,
            guest.name,
            guest.department,
            plan,
            account,
            guest.joined_at,
            guest.removed_at is not None,
        )
        for guest, plan, account in found[:A_PAGE]
    ]
    return GuestPage(guests, skip + A_PAGE if len(found) > A_PAGE else None)

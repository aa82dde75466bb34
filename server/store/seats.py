"""The rows that decide who sits where: few columns, many at once, since sockets ask every second."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import bindparam, select, tuple_
from sqlalchemy.orm import Session

from server.store.models import Account, AccountMember, Guest, Member, Plan, SignIn


class Person(NamedTuple):
    """A live session and whose it is: a member's (then with name and department) or a guest's."""

    sign_in: str
    member: str | None
    guest: str | None
    name: str | None
    department: str | None
    is_owner: bool | None


# Made once: to make a statement anew costs as much as its answer.
_PEOPLE = (
    select(SignIn.id, SignIn.member_id, SignIn.guest_id, Member.name, Member.department, Member.is_owner)
    .outerjoin(Member, Member.id == SignIn.member_id)
    .where(
        SignIn.id.in_(bindparam("sign_ins", expanding=True)),
        SignIn.revoked_at.is_(None),
        SignIn.expires_at > bindparam("now"),
        Member.deactivated_at.is_(None),
    )
)
_ACCOUNTS = (
    select(Plan.id, Plan.account_id)
    .join(Account, Account.id == Plan.account_id)
    .where(
        Plan.id.in_(bindparam("plans", expanding=True)),
        Plan.removed_at.is_(None),
        Account.removed_at.is_(None),
    )
)
_ROLES = select(AccountMember.account_id, AccountMember.member_id, AccountMember.role).where(
    AccountMember.member_id.in_(bindparam("members", expanding=True))
)


def people_of(session: Session, sign_ins: Iterable[str], now: dt.datetime) -> list[Person]:
    """Return the live sessions among `sign_ins`, without those of deactivated members."""
    rows = session.execute(_PEOPLE, {"sign_ins": list(sign_ins), "now": now})
    return [Person(*row) for row in rows]


def account_of_plan(session: Session, plans: Iterable[str]) -> dict[str, str]:
    """Return plan to account, without the plans that are in a bin."""
    rows = session.execute(_ACCOUNTS, {"plans": list(plans)})
    return {row.id: row.account_id for row in rows}


def account_roles(session: Session, members: Iterable[str]) -> dict[tuple[str, str], str]:
    """Return (account, member) to role."""
    rows = session.execute(_ROLES, {"members": list(members)})
    return {(account, member): role for account, member, role in rows}


def guests_by_id(session: Session, guests: Iterable[str]) -> dict[str, Guest]:
    """Return identifier to guest, without those who were removed."""
    rows = session.scalars(select(Guest).where(Guest.id.in_(list(guests)), Guest.removed_at.is_(None)))
    return {guest.id: guest for guest in rows}


def visits_of(session: Session, wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Guest]:
    """Return (plan, member) to the seat a member took with a code, unless it was removed."""
    rows = session.scalars(
        select(Guest).where(
            tuple_(Guest.plan_id, Guest.member_id).in_(list(wanted)), Guest.removed_at.is_(None)
        )
    )
    return {(guest.plan_id, guest.member_id or ""): guest for guest in rows}


def guests_of_plan(session: Session, plan_id: str) -> Sequence[Guest]:
    """Return everybody who ever joined a plan by its code, in that order."""
    return session.scalars(
        select(Guest).where(Guest.plan_id == plan_id, Guest.name != "").order_by(Guest.joined_at, Guest.id)
    ).all()

"""The rows that decide who sits where: few columns, many at once, since sockets ask every second."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import bindparam, func, or_, select, tuple_
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


# Of tables and not of their classes, which costs a third more, and made once: to make a statement anew
# costs as much as its answer.
_sign_in, _member, _role = SignIn.__table__, Member.__table__, AccountMember.__table__
_PEOPLE = (
    select(
        _sign_in.c.id,
        _sign_in.c.member_id,
        _sign_in.c.guest_id,
        _member.c.name,
        _member.c.department,
        _member.c.is_owner,
    )
    .outerjoin_from(_sign_in, _member, _member.c.id == _sign_in.c.member_id)
    .where(
        _sign_in.c.id.in_(bindparam("sign_ins", expanding=True)),
        _sign_in.c.revoked_at.is_(None),
        _sign_in.c.expires_at > bindparam("now"),
        _member.c.deactivated_at.is_(None),
    )
)
_plan, _account = Plan.__table__, Account.__table__
_ACCOUNTS = (
    select(_plan.c.id, _plan.c.account_id)
    .join_from(_plan, _account, _account.c.id == _plan.c.account_id)
    .where(
        _plan.c.id.in_(bindparam("plans", expanding=True)),
        _plan.c.removed_at.is_(None),
        _account.c.removed_at.is_(None),
    )
)
_ROLES = select(_role.c.account_id, _role.c.member_id, _role.c.role).where(
    _role.c.member_id.in_(bindparam("members", expanding=True))
)


def people_of(session: Session, sign_ins: Iterable[str], now: dt.datetime) -> list[Person]:
    """Return the live sessions among `sign_ins`, without those of deactivated members."""
    rows = session.execute(_PEOPLE, {"sign_ins": list(sign_ins), "now": now})
    return [Person._make(row) for row in rows]


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


def seats_of_same(session: Session, guest: Guest) -> Sequence[Guest]:
    """Return the seats at a plan that are the same person's: a member who pressed twice at once has two."""
    if guest.member_id is None:
        return [guest]
    theirs = Guest.plan_id == guest.plan_id, Guest.member_id == guest.member_id, Guest.removed_at.is_(None)
    return session.scalars(select(Guest).where(*theirs)).all()


def guests_of_plan(session: Session, plan_id: str) -> Sequence[Guest]:
    """Return everybody who ever joined a plan by its code, in that order."""
    return session.scalars(
        select(Guest).where(Guest.plan_id == plan_id, Guest.name != "").order_by(Guest.joined_at, Guest.id)
    ).all()


def guests_without_account(
    session: Session, search: str, skip: int, most: int
) -> Sequence[tuple[Guest, str, str]]:
    """Return guests who are no members, by name, each with plan and customer; who was erased is left out.

    With a `search`, those in whose name, department, plan or customer it occurs.
    """
    wanted = (
        select(Guest, Plan.title, Account.name)
        .join(Plan, Plan.id == Guest.plan_id)
        .join(Account, Account.id == Plan.account_id)
        .where(Guest.member_id.is_(None), Guest.name != "")
        .order_by(func.lower(Guest.name), Guest.joined_at, Guest.id)
    )
    if search:
        places = (Guest.name, Guest.department, Plan.title, Account.name)
        wanted = wanted.where(or_(*(place.icontains(search, autoescape=True) for place in places)))
    return [
        (guest, plan, account) for guest, plan, account in session.execute(wanted.offset(skip).limit(most))
    ]

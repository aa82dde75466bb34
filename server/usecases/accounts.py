"""Accounts: the customers that plans are made for."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from server.access import Right, Role, rights_of
from server.errors import Refused
from server.store import accounts as rows
from server.store.models import Account, AccountMember, Plan
from server.store.plans import plans_of, removed_plans_of
from server.usecases.audit import Deed, record_deed
from server.usecases.callers import Caller
from server.usecases.live import LivePlans, count_people
from server.usecases.logos import tidy_logo
from server.usecases.secrets import new_id


@dataclass(frozen=True)
class PlanLine:
    """A plan, as a line of its account."""

    id: str
    title: str
    starts_on: dt.date
    ends_on: dt.date
    changed_at: dt.datetime
    people_now: int
    removed_at: dt.datetime | None = None


@dataclass(frozen=True)
class AccountView:
    """An account with its plans, to somebody who is `role` in it."""

    id: str
    name: str
    has_logo: bool
    role: Role
    plans: Sequence[PlanLine]
    removed_plans: Sequence[PlanLine]
    """What is in the bin, to those who may restore it."""


def role_in_account(session: Session, caller: Caller, account_id: str) -> Role | None:
    """Return what a caller is in an account, or None; guests are nothing in any."""
    if not caller.is_member:
        return None
    role = Role.OWNER if caller.is_owner else rows.account_role(session, account_id, caller.participant)
    return Role(role) if role else None


def require_account(session: Session, account_id: str, *, removed: bool = False) -> Account:
    """Return an account; raise `unknown_account` unless it is there, or in the bin when `removed`."""
    account = session.get(Account, account_id)
    if account is None or (account.removed_at is not None) != removed:
        raise Refused("unknown_account")
    return account


def list_accounts(
    session: Session, live: LivePlans, caller: Caller, *, removed: bool = False
) -> list[AccountView]:
    """Return the accounts a member sees; with `removed` those in the bin that they may restore."""
    roles = rows.roles_of_member(session, caller.participant)
    seen = [
        (account, Role.OWNER if caller.is_owner else Role(roles[account.id]))
        for account in rows.every_account(session, removed=removed)
        if caller.is_owner or account.id in roles
    ]
    if removed:
        seen = [(account, role) for account, role in seen if Right.ADMINISTER in rights_of(role)]
    plans = plans_of(session, [account.id for account, _ in seen])
    people = count_people(session, live, [plan.id for plan in plans])
    lines: dict[str, list[PlanLine]] = {account.id: [] for account, _ in seen}
    for plan in plans:
        lines[plan.account_id].append(_line(plan, people[plan.id]))
    with_logo = rows.accounts_with_logo(session, lines)
    return [_view(account, role, account.id in with_logo, lines[account.id]) for account, role in seen]


def view_account(session: Session, live: LivePlans, account_id: str, role: Role) -> AccountView:
    """Return one account with its plans, and with its bin to those who may restore."""
    account = require_account(session, account_id)
    present = plans_of(session, [account_id])
    people = count_people(session, live, [plan.id for plan in present])
    plans = [_line(plan, people[plan.id]) for plan in present]
    may_restore = Right.REMOVE in rights_of(role)
    removed = [_line(plan) for plan in removed_plans_of(session, account_id)] if may_restore else []
    has_logo = bool(rows.accounts_with_logo(session, [account_id]))
    return _view(account, role, has_logo, plans, removed)


def _view(
    account: Account,
    role: Role,
    has_logo: bool,
    plans: Sequence[PlanLine],
    removed: Sequence[PlanLine] = (),
) -> AccountView:
    return AccountView(account.id, account.name, has_logo, role, plans, removed)


def _line(plan: Plan, people_now: int = 0) -> PlanLine:
    return PlanLine(
        plan.id, plan.title, plan.starts_on, plan.ends_on, plan.changed_at, people_now, plan.removed_at
    )


def create_account(
    session: Session, live: LivePlans, caller: Caller, name: str, now: dt.datetime
) -> AccountView:
    """Make an account that the caller owns; raise `name_taken` when there is one of this name."""
    _require_free(session, name)
    account = Account(id=new_id(), name=name, created_at=now)
    session.add(account)
    session.flush()
    session.add(AccountMember(account_id=account.id, member_id=caller.participant, role=Role.OWNER))
    record_deed(session, Deed.ACCOUNT_CREATED, account=account.id)
    session.commit()
    return view_account(session, live, account.id, Role.OWNER)


def rename_account(session: Session, live: LivePlans, account_id: str, role: Role, name: str) -> AccountView:
    """Give an account another name; raise `name_taken` when another has it."""
    account = require_account(session, account_id)
    _require_free(session, name, but=account.id)
    account.name = name
    session.commit()
    return view_account(session, live, account_id, role)


def _require_free(session: Session, name: str, but: str | None = None) -> None:
    taken = rows.account_by_name(session, name)
    if taken is not None and taken.id != but:
        raise Refused("name_taken")


def remove_account(session: Session, live: LivePlans, account_id: str, now: dt.datetime) -> None:
    """Put an account and thereby its plans in the bin; who works on them is told."""
    require_account(session, account_id).removed_at = now
    record_deed(session, Deed.ACCOUNT_REMOVED, account=account_id)
    session.commit()
    live.recheck()


def restore_account(session: Session, live: LivePlans, account_id: str, role: Role) -> AccountView:
    """Take an account out of the bin; raise `name_taken` when its name was given away meanwhile."""
    account = require_account(session, account_id, removed=True)
    _require_free(session, account.name)
    account.removed_at = None
    record_deed(session, Deed.ACCOUNT_RESTORED, account=account_id)
    session.commit()
    return view_account(session, live, account_id, role)


def account_logo(session: Session, account_id: str) -> bytes | None:
    """Return the account's logo as PNG."""
    return require_account(session, account_id).logo


def set_account_logo(session: Session, account_id: str, image: str, *, most: int) -> None:
    """Give an account a logo: `image` is base64, of at most `most` bytes."""
    logo = tidy_logo(image, most=most)
    require_account(session, account_id).logo = logo
    session.commit()


def remove_account_logo(session: Session, account_id: str) -> None:
    """Take an account's logo away."""
    require_account(session, account_id).logo = None
    session.commit()

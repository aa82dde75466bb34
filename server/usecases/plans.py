"""Plans: made, named, dated, put in the bin and taken out of it."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy.orm import Session

from planning.plan import Plan as Content
from planning.tools import SCHEMA
from server.access import Role, Seat, rights_of
from server.errors import Refused
from server.rooms.document import document_bytes
from server.store.accounts import accounts_with_logo
from server.store.models import Account, Plan, PlanUpdate
from server.usecases.audit import INSTALLATION, Deed, record_deed, sign
from server.usecases.live import LivePlans
from server.usecases.secrets import new_id

LONGEST = dt.timedelta(days=3 * 366)
NOBODY = INSTALLATION
"""The author of a plan that no member made, such as the demo's."""


@dataclass(frozen=True)
class AccountName:
    """An account, as far as somebody at one of its plans sees it."""

    id: str
    name: str
    has_logo: bool


@dataclass(frozen=True)
class PlanView:
    """A plan, to somebody who is `role` in it and `can` do these things."""

    id: str
    title: str
    starts_on: dt.date
    ends_on: dt.date
    account: AccountName
    role: Role
    can: list[str]
    lineage: str
    changed_at: dt.datetime


def view_plan(session: Session, plan_id: str, role: Role) -> PlanView:
    """Return what somebody at a plan may know of it."""
    plan = session.get_one(Plan, plan_id)
    account = session.get_one(Account, plan.account_id)
    return PlanView(
        id=plan.id,
        title=plan.title,
        starts_on=plan.starts_on,
        ends_on=plan.ends_on,
        account=AccountName(account.id, account.name, bool(accounts_with_logo(session, [account.id]))),
        role=role,
        can=sorted(rights_of(role)),
        lineage=plan.lineage,
        changed_at=plan.changed_at,
    )


def create_plan(
    session: Session,
    account_id: str,
    author: str | None,
    now: dt.datetime,
    *,
    title: str,
    starts_on: dt.date,
    ends_on: dt.date,
    content: Content | None = None,
    deed: Deed = Deed.PLAN_CREATED,
) -> str:
    """Make a plan with its content in one transaction (D2), and return its identifier.

    `author` is the member who makes it, None for the installation itself; without `content` the
    plan is empty. Raises `wrong_dates`.
    """
    require_dates(starts_on, ends_on)
    document = document_bytes(SCHEMA, content)
    plan = Plan(
        id=new_id(),
        account_id=account_id,
        title=title,
        starts_on=starts_on,
        ends_on=ends_on,
        lineage=new_id(),
        created_at=now,
        created_by=author,
        changed_at=now,
    )
    session.add(plan)
    session.flush()
    session.add(_first_update(plan, document))
    sign(session, author or NOBODY, now)
    record_deed(session, deed, account=account_id, plan=plan.id)
    session.commit()
    return plan.id


def _first_update(plan: Plan, document: bytes) -> PlanUpdate:
    author = plan.created_by or NOBODY
    return PlanUpdate(
        plan_id=plan.id, seq=1, author=author, client="server", n=0, update=document, at=plan.created_at
    )


def require_dates(starts_on: dt.date, ends_on: dt.date) -> None:
    """Raise `wrong_dates` unless a plan may run from one day to the other."""
    if not dt.timedelta(0) < ends_on - starts_on <= LONGEST:
        raise Refused("wrong_dates")


def change_plan(
    session: Session,
    seat: Seat,
    now: dt.datetime,
    *,
    title: str | None = None,
    starts_on: dt.date | None = None,
    ends_on: dt.date | None = None,
) -> PlanView:
    """Rename a plan or move its dates; None leaves a thing as it is."""
    plan = session.get_one(Plan, seat.plan)
    require_dates(starts_on or plan.starts_on, ends_on or plan.ends_on)
    plan.title = title if title is not None else plan.title
    plan.starts_on, plan.ends_on = starts_on or plan.starts_on, ends_on or plan.ends_on
    plan.changed_at = now
    session.commit()
    return view_plan(session, plan.id, seat.role)


def remove_plan(session: Session, live: LivePlans, plan_id: str, now: dt.datetime) -> None:
    """Put a plan in the bin; who works on it is told. Its join code ends."""
    plan = session.get_one(Plan, plan_id)
    plan.removed_at, plan.join_code, plan.join_code_expires_at = now, None, None
    record_deed(session, Deed.PLAN_REMOVED, account=plan.account_id, plan=plan_id)
    session.commit()
    live.forget(plan_id)


def restore_plan(session: Session, plan_id: str, role: Role) -> PlanView:
    """Take a plan out of the bin; raise `unknown_plan` when it is not in it."""
    plan = session.get_one(Plan, plan_id)
    plan.removed_at = None
    record_deed(session, Deed.PLAN_RESTORED, account=plan.account_id, plan=plan_id)
    session.commit()
    return view_plan(session, plan_id, role)


def account_of_removed(session: Session, plan_id: str) -> str:
    """Return the account of a plan that is in the bin; raise `unknown_plan` when it is not."""
    plan = session.get(Plan, plan_id)
    if plan is None or plan.removed_at is None or session.get_one(Account, plan.account_id).removed_at:
        raise Refused("unknown_plan")
    return plan.account_id


def duplicate_plan(session: Session, live: LivePlans, seat: Seat, title: str, now: dt.datetime) -> PlanView:
    """Make a plan of the same account with what stands in this one now, and another title."""
    content, _ = live.read(seat.plan)
    plan = session.get_one(Plan, seat.plan)
    copy = create_plan(
        session,
        plan.account_id,
        seat.participant,
        now,
        title=title,
        starts_on=plan.starts_on,
        ends_on=plan.ends_on,
        content=content,
        deed=Deed.PLAN_DUPLICATED,
    )
    return view_plan(session, copy, seat.role)

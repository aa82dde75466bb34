"""Signing in and out, and what a page may know of its reader."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy.orm import Session

from server.errors import Refused
from server.store.installations import is_set_up, the_installation
from server.store.members import member_by_email, read_again
from server.store.models import Member, Plan
from server.store.sign_ins import active_member
from server.usecases.attempts import Attempts
from server.usecases.audit import Deed, record_deed, sign
from server.usecases.callers import Caller, Opened, end_session, open_session
from server.usecases.failed_sign_ins import FailedSignIns
from server.usecases.live import LivePlans
from server.usecases.passwords import Passwords


@dataclass(frozen=True)
class PlanName:
    """A plan, as far as its guest must know it to open it."""

    id: str
    title: str


@dataclass(frozen=True)
class SessionView:
    """Who reads a page: `member`, `guest`, `nobody`, or `setup` while nobody owns the installation."""

    kind: str
    company: str
    participant: str | None = None
    name: str | None = None
    department: str | None = None
    email: str | None = None
    is_owner: bool | None = None
    plan: PlanName | None = None


def view_session(session: Session, caller: Caller | None) -> SessionView:
    """Return what a page may know of its reader."""
    company = the_installation(session).company
    if caller is None:
        return SessionView("nobody" if is_set_up(session) else "setup", company)
    plan = session.get_one(Plan, caller.guest_of) if caller.guest_of else None
    return SessionView(
        kind="member" if caller.is_member else "guest",
        company=company,
        participant=caller.participant,
        name=caller.name,
        department=caller.department,
        email=caller.email,
        is_owner=caller.is_owner if caller.is_member else None,
        plan=PlanName(plan.id, plan.title) if plan else None,
    )


def sign_in(
    session: Session,
    passwords: Passwords,
    attempts: Attempts,
    failures: FailedSignIns,
    now: dt.datetime,
    life: dt.timedelta,
    *,
    email: str,
    password: str,
    instead_of: str | None = None,
) -> Opened:
    """Open a session for a member, and end the browser's present one, `instead_of`.

    An address nobody has is answered like a wrong password, and as slowly. The attempt counts
    before the password is looked at, or a thousand at once would all be looked at.

    Raises
    ------
    Refused
        `wrong_credentials` or `too_many_attempts`.
    """
    address = email.lower()
    attempts.require_left(address, now)
    attempts.record_failure(address, now)
    member = member_by_email(session, address)
    about = member.id if member else None
    opened = _open(session, passwords, active_member(session, about), password, now, life, instead_of)
    if opened is None:
        session.rollback()
        # Of an address nobody has too: an answer that comes sooner would tell which are known.
        failures.record(session, about, now)
        session.commit()
        raise Refused("wrong_credentials")
    attempts.forget(address)
    sign(session, opened.caller.participant, now)
    record_deed(session, Deed.SIGNED_IN)
    session.commit()
    return opened


def _open(
    session: Session,
    passwords: Passwords,
    member: Member | None,
    password: str,
    now: dt.datetime,
    life: dt.timedelta,
    instead_of: str | None,
) -> Opened | None:
    """Return a new session when the password is the member's, also after the while it took to check."""
    known = member.password_hash if member else None
    if not passwords.matches(known, password) or member is None:
        return None
    opened = open_session(session, member, now, life, instead_of=instead_of)
    read_again(session, member)
    is_as_known = member.deactivated_at is None and member.password_hash == known
    return opened if is_as_known else None


def sign_out(session: Session, live: LivePlans, caller: Caller | None, now: dt.datetime) -> None:
    """End the session, on open sockets too."""
    if caller is None:
        return
    end_session(session, caller.sign_in, now)
    sign(session, caller.participant, now)
    record_deed(session, Deed.SIGNED_OUT)
    session.commit()
    live.sign_out(caller.sign_in)

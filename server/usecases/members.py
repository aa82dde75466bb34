"""The members of the company: who they are, who owns the installation, who may still sign in."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from server.errors import Refused
from server.store.installations import hold_installation
from server.store.members import active_owners, every_member, read_again
from server.store.models import Member
from server.store.sign_ins import revoke_of_member
from server.usecases.attempts import Attempts
from server.usecases.audit import Deed, record_deed
from server.usecases.callers import Caller, Opened, open_session
from server.usecases.live import LivePlans
from server.usecases.passwords import Passwords
from server.usecases.secrets import new_id


@dataclass(frozen=True)
class MemberView:
    """A member, as the others see them."""

    id: str
    name: str
    department: str
    email: str
    is_owner: bool
    deactivated: bool


def view_member(member: Member) -> MemberView:
    """Return a member, as the others see them."""
    return MemberView(
        member.id,
        member.name,
        member.department,
        member.email,
        member.is_owner,
        member.deactivated_at is not None,
    )


def add_member(
    session: Session,
    now: dt.datetime,
    *,
    email: str,
    name: str,
    department: str,
    password_hash: str,
    is_owner: bool = False,
) -> Member:
    """Add a member; the use case that asks for it commits. Raises Refused: `already_member`."""
    member = Member(
        id=new_id(),
        email=email,
        name=name,
        department=department,
        password_hash=password_hash,
        is_owner=is_owner,
        created_at=now,
    )
    session.add(member)
    try:
        session.flush()
    except IntegrityError as taken:
        # Somebody was let in under this address while the password was hashed.
        session.rollback()
        raise Refused("already_member") from taken
    return member


def list_members(session: Session) -> list[MemberView]:
    """Return every member by name."""
    return [view_member(member) for member in every_member(session)]


def change_member(
    session: Session,
    live: LivePlans,
    member_id: str,
    now: dt.datetime,
    *,
    name: str | None = None,
    department: str | None = None,
    is_owner: bool | None = None,
    deactivated: bool | None = None,
) -> MemberView:
    """Change a member; None leaves a thing as it is. Who is deactivated is signed out everywhere.

    Raises
    ------
    Refused
        `unknown_member`, or `last_owner` when nobody would be left to own the installation.
    """
    member = session.get(Member, member_id)
    if member is None or not member.name:
        # Without a name it is what is left of somebody who was erased.
        raise Refused("unknown_member")
    before = member.is_owner, member.deactivated_at is None
    member.name = name if name is not None else member.name
    member.department = department if department is not None else member.department
    member.is_owner = is_owner if is_owner is not None else member.is_owner
    if deactivated is not None:
        member.deactivated_at = (member.deactivated_at or now) if deactivated else None
    require_owner_left(session)
    if member.deactivated_at is not None:
        revoke_of_member(session, member.id, now)
    _record_change(session, member, *before)
    session.commit()
    live.recheck()
    return view_member(member)


def require_owner_left(session: Session) -> None:
    """Raise `last_owner` when nobody would own the installation after what this session has changed."""
    session.flush()
    # One after the other: of two who go at once each would see the other one stay.
    hold_installation(session)
    if not active_owners(session):
        raise Refused("last_owner")


def _record_change(session: Session, member: Member, was_owner: bool, was_active: bool) -> None:
    if member.is_owner != was_owner:
        record_deed(session, Deed.OWNER_MADE if member.is_owner else Deed.OWNER_UNMADE, about=member.id)
    is_active = member.deactivated_at is None
    if is_active != was_active:
        record_deed(session, Deed.REACTIVATED if is_active else Deed.DEACTIVATED, about=member.id)


def change_self(
    session: Session,
    passwords: Passwords,
    attempts: Attempts,
    live: LivePlans,
    caller: Caller,
    now: dt.datetime,
    life: dt.timedelta,
    *,
    name: str,
    department: str,
    password: str | None = None,
    new_password: str | None = None,
) -> Opened | None:
    """Change one's own name and department, and the password when `new_password` is given.

    A new password ends every session of the person, and opens one for this browser.

    Raises Refused: `wrong_password`, `too_many_attempts`, `weak_password`, or `sign_in_needed` when
    their access ended meanwhile.
    """
    member = session.get_one(Member, caller.participant)
    known, hashed, opened = member.password_hash, None, None
    if new_password is not None:
        _require_password(passwords, attempts, member, password or "", now)
        hashed = passwords.hash(new_password)
        # Before anything is read again: in SQLite what is written keeps others off.
        record_deed(session, Deed.PASSWORD_CHANGED)
    _require_as_known(session, member, known if hashed else None)
    member.name, member.department = name, department
    if hashed is not None:
        member.password_hash = hashed
        revoke_of_member(session, member.id, now)
        opened = open_session(session, member, now, life)
    session.commit()
    live.recheck()
    return opened


def _require_password(
    passwords: Passwords, attempts: Attempts, member: Member, password: str, now: dt.datetime
) -> None:
    # Counted as at the door: whoever finds a browser open could guess here for ever.
    attempts.require_left(member.email, now)
    attempts.record_failure(member.email, now)
    if not passwords.matches(member.password_hash, password):
        raise Refused("wrong_password")
    attempts.forget(member.email)


def _require_as_known(session: Session, member: Member, known: str | None) -> None:
    """Raise Refused when something happened to a member while a password was checked and hashed."""
    read_again(session, member)
    if member.deactivated_at is not None:
        raise Refused("sign_in_needed")
    if known is not None and member.password_hash != known:
        raise Refused("wrong_password")

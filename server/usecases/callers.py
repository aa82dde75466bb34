"""Whose request this is."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy.orm import Session

from server.access import Right, rights_in_company
from server.store.models import Guest, Member, SignIn
from server.store.sign_ins import active_member, present_guest, sign_in_by_token
from server.usecases.secrets import hash_of, new_id, new_token

SEEN_EVERY = dt.timedelta(hours=1)
"""How exactly it is known when a session was last used; every request would mean a write each."""


@dataclass(frozen=True)
class Caller:
    """Somebody who is signed in: a member, or a guest of one plan."""

    sign_in: str
    participant: str
    name: str
    department: str
    email: str | None = None
    is_member: bool = False
    is_owner: bool = False
    guest_of: str | None = None

    @property
    def rights(self) -> frozenset[Right]:
        """Return what they may do outside of any account."""
        return rights_in_company(is_member=self.is_member, is_owner=self.is_owner)


def who_calls(session: Session, token: str, now: dt.datetime, life: dt.timedelta) -> Caller | None:
    """Return whose token this is, or None; a session in use lives `life` longer from now."""
    sign_in = sign_in_by_token(session, hash_of(token), now) if token else None
    if sign_in is None:
        return None
    caller = _caller_of(session, sign_in)
    if caller is not None and now - sign_in.seen_at > SEEN_EVERY:
        sign_in.seen_at, sign_in.expires_at = now, now + life
        session.commit()
    return caller


def _caller_of(session: Session, sign_in: SignIn) -> Caller | None:
    if (member := active_member(session, sign_in.member_id)) is not None:
        return caller_of_member(sign_in.id, member)
    guest = present_guest(session, sign_in.guest_id)
    return caller_of_guest(sign_in.id, guest) if guest is not None else None


def caller_of_member(sign_in: str, member: Member) -> Caller:
    """Return a member as the caller of a session."""
    return Caller(
        sign_in=sign_in,
        participant=member.id,
        name=member.name,
        department=member.department,
        email=member.email,
        is_member=True,
        is_owner=member.is_owner,
    )


def caller_of_guest(sign_in: str, guest: Guest) -> Caller:
    """Return a guest as the caller of a session."""
    return Caller(
        sign_in=sign_in,
        participant=guest.id,
        name=guest.name,
        department=guest.department,
        guest_of=guest.plan_id,
    )


@dataclass(frozen=True)
class Opened:
    """A session that was just opened, and the token that the browser keeps; nobody else ever does."""

    caller: Caller
    token: str


def open_session(
    session: Session,
    person: Member | Guest,
    now: dt.datetime,
    life: dt.timedelta,
    *,
    instead_of: str | None = None,
) -> Opened:
    """Add a session for a member or guest, and end the browser's present one.

    A new token at every sign-in: one that somebody planted in the browser before is worth nothing.
    """
    end_session(session, instead_of, now)
    token, is_member = new_token(), isinstance(person, Member)
    sign_in = SignIn(
        id=new_id(),
        token_hash=hash_of(token),
        member_id=person.id if is_member else None,
        guest_id=None if is_member else person.id,
        created_at=now,
        seen_at=now,
        expires_at=now + life,
    )
    session.add(sign_in)
    of = (
        caller_of_member(sign_in.id, person)
        if isinstance(person, Member)
        else caller_of_guest(sign_in.id, person)
    )
    return Opened(of, token)


def end_session(session: Session, sign_in: str | None, now: dt.datetime) -> None:
    """End one session, if there is one."""
    found = session.get(SignIn, sign_in) if sign_in else None
    if found is not None and found.revoked_at is None:
        found.revoked_at = now

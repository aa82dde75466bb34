"""Queries about sessions."""

import datetime as dt

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from server.store.models import Guest, Member, SignIn


def sign_in_by_token(session: Session, token_hash: bytes, now: dt.datetime) -> SignIn | None:
    """Return the live session of a token."""
    return session.scalar(
        select(SignIn).where(
            SignIn.token_hash == token_hash, SignIn.revoked_at.is_(None), SignIn.expires_at > now
        )
    )


def active_member(session: Session, member_id: str | None) -> Member | None:
    """Return a member unless they are deactivated."""
    member = session.get(Member, member_id) if member_id else None
    return member if member and member.deactivated_at is None else None


def present_guest(session: Session, guest_id: str | None) -> Guest | None:
    """Return a guest unless they were removed from their plan."""
    guest = session.get(Guest, guest_id) if guest_id else None
    return guest if guest and guest.removed_at is None else None


def revoke_of_member(session: Session, member_id: str, now: dt.datetime, *, but: str | None = None) -> None:
    """End every session of a member, except the one called `but`."""
    live = update(SignIn).where(SignIn.member_id == member_id, SignIn.revoked_at.is_(None))
    session.execute((live.where(SignIn.id != but) if but else live).values(revoked_at=now))


def revoke_of_guest(session: Session, guest_id: str, now: dt.datetime) -> None:
    """End every session of a guest."""
    live = update(SignIn).where(SignIn.guest_id == guest_id, SignIn.revoked_at.is_(None))
    session.execute(live.values(revoked_at=now))

"""Queries about members and invitations."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from server.store.models import Invitation, Member


def member_by_email(session: Session, email: str) -> Member | None:
    """Return the member of an address, which is stored in lower case."""
    return session.scalar(select(Member).where(Member.email == email))


def read_again(session: Session, member: Member) -> None:
    """Read a member as they are now; nobody else changes them before this transaction is over.

    In SQLite it is what the transaction has written that keeps the others off.
    """
    session.flush()
    session.refresh(member, with_for_update={"key_share": True})


def every_member(session: Session) -> Sequence[Member]:
    """Return the members by name, the deactivated ones too; who was erased has none and is left out."""
    return session.scalars(
        select(Member).where(Member.name != "").order_by(func.lower(Member.name), Member.id)
    ).all()


def active_owners(session: Session) -> Sequence[Member]:
    """Return the members who own the installation and can sign in."""
    return session.scalars(select(Member).where(Member.is_owner, Member.deactivated_at.is_(None))).all()


def open_invitations(session: Session, now: dt.datetime) -> Sequence[Invitation]:
    """Return the invitations that can still be accepted, the newest first."""
    return session.scalars(
        select(Invitation)
        .where(Invitation.used_at.is_(None), Invitation.expires_at > now)
        .order_by(Invitation.created_at.desc(), Invitation.id)
    ).all()


def open_invitation(session: Session, token_hash: bytes, now: dt.datetime) -> Invitation | None:
    """Return the invitation of a token if it can still be accepted."""
    return session.scalar(
        select(Invitation).where(
            Invitation.token_hash == token_hash, Invitation.used_at.is_(None), Invitation.expires_at > now
        )
    )


def take_invitation(session: Session, invitation_id: str, now: dt.datetime) -> bool:
    """Use up an invitation; False when somebody was faster."""
    taken = session.execute(
        update(Invitation)
        .where(Invitation.id == invitation_id, Invitation.used_at.is_(None))
        .values(used_at=now)
        .returning(Invitation.id)
    )
    return taken.scalar() is not None

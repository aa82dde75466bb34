"""Queries about the installation itself."""

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from server.store.models import Installation, Member

THE_ONLY = 1
"""The identifier of the one row; a database holds one installation."""


def the_installation(session: Session) -> Installation:
    """Return the one row; it is made when the server first starts."""
    return session.scalars(select(Installation)).one()


def find_installation(session: Session) -> Installation | None:
    """Return the one row, or None in an empty database."""
    return session.scalars(select(Installation)).one_or_none()


def has_logo(session: Session) -> bool:
    """Return whether the company has a logo, without reading it."""
    return session.scalar(select(Installation.id).where(Installation.logo.is_not(None))) is not None


def hold_installation(session: Session) -> None:
    """Wait until nobody else has changed what must be whole, and keep others off until the transaction ends.

    Called after the first write: in SQLite, which knows no other lock, that keeps them off, and in
    PostgreSQL every transaction locks this row last.
    """
    session.execute(select(Installation.id).with_for_update())


def is_set_up(session: Session) -> bool:
    """Return whether somebody owns the installation."""
    return session.scalar(select(Member.id).where(Member.is_owner).limit(1)) is not None


def take_setup_token(session: Session, token_hash: bytes) -> bool:
    """Use up the set-up token; False when it is another one, or when somebody was faster."""
    taken = session.execute(
        update(Installation)
        .where(Installation.setup_token_hash == token_hash)
        .values(setup_token_hash=None)
        .returning(Installation.id)
    )
    return taken.scalar() is not None

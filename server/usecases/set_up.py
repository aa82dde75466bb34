"""The first start: the installation's row, the one-time link, and its first owner."""

import datetime as dt

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from server.errors import Refused
from server.store.installations import (
    THE_ONLY,
    find_installation,
    is_set_up,
    take_setup_token,
    the_installation,
)
from server.store.models import Installation
from server.usecases.audit import Deed, record_deed, sign
from server.usecases.callers import Opened, open_session
from server.usecases.members import add_member
from server.usecases.passwords import Passwords
from server.usecases.secrets import hash_of, new_token


def begin(session: Session, now: dt.datetime, company: str = "") -> bool:
    """Make the installation's row; return whether this is the first start."""
    if find_installation(session) is not None:
        return False
    # With an identifier of its own, a process that starts at the same time could make a second row.
    session.add(Installation(id=THE_ONLY, company=company, created_at=now))
    try:
        session.commit()
    except IntegrityError:
        session.rollback()
        return False
    return True


def new_setup_token(session: Session) -> str | None:
    """Return a new token for the set-up link, or None when somebody has set up already.

    Only its hash is kept, so every start makes a new one, and the one before ends.
    """
    if is_set_up(session):
        return None
    token = new_token()
    the_installation(session).setup_token_hash = hash_of(token)
    session.commit()
    return token


def set_up(
    session: Session,
    passwords: Passwords,
    now: dt.datetime,
    life: dt.timedelta,
    *,
    token: str,
    company: str,
    name: str,
    email: str,
    password: str,
    department: str,
) -> Opened:
    """Make the first owner, name the company, and sign the owner in.

    Raises
    ------
    Refused
        `already_set_up`, `unknown_setup_token` or `weak_password`.
    """
    if is_set_up(session):
        raise Refused("already_set_up")
    if the_installation(session).setup_token_hash != hash_of(token):
        raise Refused("unknown_setup_token")
    hashed = passwords.hash(password)
    if not take_setup_token(session, hash_of(token)):
        raise Refused("unknown_setup_token")
    the_installation(session).company = company
    email = email.lower()
    owner = add_member(
        session, now, email=email, name=name, department=department, password_hash=hashed, is_owner=True
    )
    opened = open_session(session, owner, now, life)
    sign(session, owner.id, now)
    record_deed(session, Deed.SET_UP)
    session.commit()
    return opened

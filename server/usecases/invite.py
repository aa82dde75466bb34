"""Inviting somebody to become a member, and accepting."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy.orm import Session

from server.access import Role
from server.errors import Refused
from server.store.installations import the_installation
from server.store.members import member_by_email, open_invitation, open_invitations, take_invitation
from server.store.models import Account, AccountMember, Invitation
from server.usecases.audit import Deed, record_deed, sign
from server.usecases.callers import Caller, Opened, open_session
from server.usecases.members import add_member
from server.usecases.passwords import Passwords
from server.usecases.secrets import hash_of, new_id, new_token


@dataclass(frozen=True)
class InvitationView:
    """An invitation that can still be accepted."""

    id: str
    email: str
    name: str
    department: str
    account_id: str | None
    role: Role
    expires_at: dt.datetime


@dataclass(frozen=True)
class InvitationGreeting:
    """What somebody with an invitation's link sees before they accept."""

    email: str
    name: str
    department: str
    company: str


@dataclass(frozen=True)
class Invited:
    """A new invitation and the link to send; the link is shown once, only its hash is kept."""

    id: str
    link: str


def invite(
    session: Session,
    caller: Caller,
    now: dt.datetime,
    life: dt.timedelta,
    *,
    address: str,
    email: str,
    name: str = "",
    department: str = "",
    account_id: str | None = None,
    role: Role = Role.PARTICIPANT,
) -> Invited:
    """Make a link for one person, `address` being where this installation is.

    Raises
    ------
    Refused
        `already_member` or `unknown_account`.
    """
    _require_invitable(session, email, account_id)
    token = new_token()
    invitation = Invitation(
        id=new_id(),
        token_hash=hash_of(token),
        email=email.lower(),
        name=name,
        department=department,
        account_id=account_id,
        role=role,
        invited_by=caller.participant,
        created_at=now,
        expires_at=now + life,
    )
    session.add(invitation)
    record_deed(session, Deed.INVITED, about=invitation.id, account=account_id, detail=role)
    session.commit()
    return Invited(invitation.id, f"{address}/invitation#{token}")


def _require_invitable(session: Session, email: str, account_id: str | None) -> None:
    if member_by_email(session, email.lower()) is not None:
        raise Refused("already_member")
    account = session.get(Account, account_id) if account_id else None
    if account_id and (account is None or account.removed_at is not None):
        raise Refused("unknown_account")


def list_invitations(session: Session, now: dt.datetime) -> list[InvitationView]:
    """Return the invitations that can still be accepted."""
    return [
        InvitationView(i.id, i.email, i.name, i.department, i.account_id, Role(i.role), i.expires_at)
        for i in open_invitations(session, now)
    ]


def withdraw_invitation(session: Session, invitation_id: str, now: dt.datetime) -> None:
    """Make an invitation's link worthless; raise `unknown_invitation` when it is already."""
    if not take_invitation(session, invitation_id, now):
        raise Refused("unknown_invitation")
    record_deed(session, Deed.INVITATION_WITHDRAWN, about=invitation_id)
    session.commit()


def look_at_invitation(session: Session, token: str, now: dt.datetime) -> InvitationGreeting:
    """Return who is invited; raise `unknown_invitation` when the link is not valid any more."""
    invitation = _require_open(session, token, now)
    company = the_installation(session).company
    return InvitationGreeting(invitation.email, invitation.name, invitation.department, company)


def accept(
    session: Session,
    passwords: Passwords,
    now: dt.datetime,
    life: dt.timedelta,
    *,
    token: str,
    name: str,
    department: str,
    password: str,
    instead_of: str | None = None,
) -> Opened:
    """Become a member, with access to the account the invitation names, and be signed in.

    Raises
    ------
    Refused
        `unknown_invitation`, `already_member` or `weak_password`.
    """
    invitation = _require_open(session, token, now)
    if member_by_email(session, invitation.email) is not None:
        raise Refused("already_member")
    hashed = passwords.hash(password)
    if not take_invitation(session, invitation.id, now):
        raise Refused("unknown_invitation")
    email = invitation.email
    member = add_member(session, now, email=email, name=name, department=department, password_hash=hashed)
    if invitation.account_id is not None:
        session.add(
            AccountMember(account_id=invitation.account_id, member_id=member.id, role=invitation.role)
        )
    opened = open_session(session, member, now, life, instead_of=instead_of)
    sign(session, member.id, now)
    record_deed(session, Deed.INVITATION_ACCEPTED, about=invitation.id, account=invitation.account_id)
    session.commit()
    return opened


def _require_open(session: Session, token: str, now: dt.datetime) -> Invitation:
    invitation = open_invitation(session, hash_of(token), now)
    if invitation is None:
        raise Refused("unknown_invitation")
    return invitation

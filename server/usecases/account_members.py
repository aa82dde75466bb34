"""Who may do what in an account."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from server.access import Role
from server.errors import Refused
from server.store.accounts import members_of_account
from server.store.models import AccountMember, Member
from server.usecases.audit import Deed, record_deed
from server.usecases.live import LivePlans


@dataclass(frozen=True)
class AccountMemberView:
    """A member with a role in an account."""

    id: str
    name: str
    department: str
    email: str
    role: Role


def list_account_members(session: Session, account_id: str) -> list[AccountMemberView]:
    """Return who has a role in an account, by name."""
    return [
        AccountMemberView(member.id, member.name, member.department, member.email, Role(role))
        for member, role in members_of_account(session, account_id)
    ]


def give_role(
    session: Session, live: LivePlans, account_id: str, member_id: str, role: Role
) -> list[AccountMemberView]:
    """Let a member into an account as `role`, or change what they are there."""
    member = session.get(Member, member_id)
    if member is None or member.deactivated_at is not None:
        raise Refused("unknown_member")
    session.merge(AccountMember(account_id=account_id, member_id=member_id, role=role))
    record_deed(session, Deed.ACCOUNT_ROLE_GIVEN, about=member_id, account=account_id, detail=role)
    session.commit()
    live.recheck()
    return list_account_members(session, account_id)


def take_role(session: Session, live: LivePlans, account_id: str, member_id: str) -> None:
    """Close an account to a member; raise `unknown_member` when it was not open to them."""
    given = session.get(AccountMember, (account_id, member_id))
    if given is None:
        raise Refused("unknown_member")
    session.delete(given)
    record_deed(session, Deed.ACCOUNT_ROLE_TAKEN, about=member_id, account=account_id)
    session.commit()
    live.recheck()

"""Queries about accounts and who has access to them."""

from collections.abc import Iterable, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from server.store.models import Account, AccountMember, Member


def account_role(session: Session, account_id: str, member_id: str) -> str | None:
    """Return what a member was made in an account."""
    given = session.get(AccountMember, (account_id, member_id))
    return given.role if given else None


def every_account(session: Session, *, removed: bool) -> Sequence[Account]:
    """Return all accounts by name: those in the bin, or the others."""
    in_bin = Account.removed_at.is_not(None) if removed else Account.removed_at.is_(None)
    return session.scalars(select(Account).where(in_bin).order_by(func.lower(Account.name), Account.id)).all()


def accounts_with_logo(session: Session, accounts: Iterable[str]) -> set[str]:
    """Return those accounts that have a logo, without reading any: it can be a megabyte."""
    there = Account.id.in_(list(accounts)), Account.logo.is_not(None)
    return set(session.scalars(select(Account.id).where(*there)))


def roles_of_member(session: Session, member_id: str) -> dict[str, str]:
    """Return account to role, for every account a member was given."""
    given = select(AccountMember).where(AccountMember.member_id == member_id)
    return {one.account_id: one.role for one in session.scalars(given)}


def account_by_name(session: Session, name: str) -> Account | None:
    """Return the account of this name, in any capitals, unless it is in the bin."""
    # Compared here, because SQLite's lower() knows no letter beyond English.
    there = every_account(session, removed=False)
    return next((account for account in there if account.name.casefold() == name.casefold()), None)


def members_of_account(session: Session, account_id: str) -> list[tuple[Member, str]]:
    """Return who has a role in an account, by name, with the role; nobody deactivated."""
    given = session.execute(
        select(Member, AccountMember.role)
        .join(AccountMember, AccountMember.member_id == Member.id)
        .where(AccountMember.account_id == account_id, Member.deactivated_at.is_(None))
        .order_by(func.lower(Member.name), Member.id)
    )
    return [(row[0], row[1]) for row in given]

"""Everything that is kept about one person, for them to have."""

from typing import Any, Protocol

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from planning.plan import Plan as Content
from server.history.erasing import stamps_of
from server.store.models import (
    Account,
    AccountMember,
    AuditEntry,
    Guest,
    Invitation,
    Member,
    Plan,
    PlanUpdate,
    PlanVersion,
    SignIn,
)
from server.usecases.audit import Deed, record_deed
from server.usecases.erase import require_person


class Plans(Protocol):
    """Reads plans."""

    def read(self, plan_id: str) -> tuple[Content, int]:
        """Return a plan as it is this moment."""


def export_person(session: Session, plans: Plans, participant: str) -> dict[str, Any]:
    """Return what is kept about a member or a guest, without secrets; raise `unknown_member`."""
    person = require_person(session, participant)
    email = person.email if isinstance(person, Member) else None
    is_member = isinstance(person, Member)
    seats = select(Guest).where(or_(Guest.id == participant, Guest.member_id == participant))
    sign_ins = select(SignIn).where(or_(SignIn.member_id == participant, SignIn.guest_id == participant))
    deeds = select(AuditEntry).where(or_(AuditEntry.by == participant, AuditEntry.about == participant))
    found = {
        "person": _said(person, "id", "name", "department")
        | ({"email": email, "member_since": _plain(person.created_at)} if isinstance(person, Member) else {}),
        "accounts": _roles(session, participant),
        "seats": [
            _said(s, "plan_id", "name", "department", "role", "joined_at") for s in session.scalars(seats)
        ],
        "invitations": [
            _said(one, "email", "name", "department", "role", "created_at")
            for one in session.scalars(select(Invitation).where(Invitation.email == email))
        ]
        if is_member
        else [],
        "sessions": [_said(s, "created_at", "seen_at", "expires_at") for s in session.scalars(sign_ins)],
        "versions": [
            _said(one, "plan_id", "name", "made_at")
            for one in session.scalars(select(PlanVersion).where(PlanVersion.made_by == participant))
        ],
        "audit": [
            _said(one, "at", "deed", "by", "about", "account_id", "plan_id", "detail")
            for one in session.scalars(deeds.order_by(AuditEntry.id))
        ],
        "plans": _plans(session, plans, participant),
    }
    record_deed(session, Deed.PERSON_EXPORTED, about=participant)
    session.commit()
    return found


def _roles(session: Session, participant: str) -> list[dict[str, Any]]:
    given = (
        select(Account.name, AccountMember.role)
        .join(Account, Account.id == AccountMember.account_id)
        .where(AccountMember.member_id == participant)
    )
    return [{"account": name, "role": role} for name, role in session.execute(given)]


def _plans(session: Session, plans: Plans, participant: str) -> list[dict[str, Any]]:
    """Return what they signed in each plan, and how many of the edits that are not folded yet are theirs."""
    found = []
    for plan in session.scalars(select(Plan)).all():
        content, _seq = plans.read(plan.id)
        signed = [
            {"section": section, "record": id, "field": field, "stamp": dict(stamp)}
            | ({"text": content.collections[section][id or ""].get("text")} if section == "comments" else {})
            for section, id, field, stamp in stamps_of(content, participant)
        ]
        of_person = PlanUpdate.plan_id == plan.id, PlanUpdate.author == participant
        edits = session.scalar(select(func.count()).select_from(PlanUpdate).where(*of_person)) or 0
        if signed or edits:
            found.append({"plan": plan.title, "signed": signed, "recent_edits": edits})
    return found


def _said(row: object, *names: str) -> dict[str, Any]:
    return {name: _plain(getattr(row, name)) for name in names}


def _plain(value: Any) -> Any:
    return f"{value.isoformat()}Z" if hasattr(value, "isoformat") else value

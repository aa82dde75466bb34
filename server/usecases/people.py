"""Who may sit at a plan: the members of its account, and the guests it has had."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy.orm import Session

from server.access import GUEST_ROLES, Role, Seat, may_give
from server.errors import Refused
from server.store.accounts import members_of_account
from server.store.members import active_owners
from server.store.models import Guest, Plan
from server.store.seats import guests_of_plan, seats_of_same
from server.store.sign_ins import revoke_of_guest
from server.usecases.audit import Deed, record_deed
from server.usecases.live import LivePlans


@dataclass(frozen=True)
class SeatedMember:
    """A member with access to a plan."""

    participant: str
    name: str
    department: str
    role: Role


@dataclass(frozen=True)
class SeatedGuest:
    """Somebody who joined by the code; `removed` when a facilitator has shown them out."""

    id: str
    participant: str
    name: str
    department: str
    role: Role
    joined_at: dt.datetime
    removed: bool


@dataclass(frozen=True)
class People:
    """Everybody who may sit, or has sat, at a plan."""

    members: list[SeatedMember]
    guests: list[SeatedGuest]


def people_of_plan(session: Session, plan_id: str) -> People:
    """Return the members with access to a plan, and everybody who joined it by its code."""
    account_id = session.get_one(Plan, plan_id).account_id
    given = {member.id: (member, Role(role)) for member, role in members_of_account(session, account_id)}
    given |= {member.id: (member, Role.OWNER) for member in active_owners(session)}
    members = [SeatedMember(m.id, m.name, m.department, role) for m, role in given.values()]
    guests = [_view(guest) for guest in guests_of_plan(session, plan_id)]
    return People(sorted(members, key=lambda one: (one.name.lower(), one.participant)), guests)


def _view(guest: Guest) -> SeatedGuest:
    return SeatedGuest(
        id=guest.id,
        participant=guest.member_id or guest.id,
        name=guest.name,
        department=guest.department,
        role=Role(guest.role),
        joined_at=guest.joined_at,
        removed=guest.removed_at is not None,
    )


def change_guest(session: Session, live: LivePlans, seat: Seat, guest_id: str, role: Role) -> SeatedGuest:
    """Give a guest another role, at once and on open sockets too (W7).

    Raises
    ------
    Refused
        `unknown_guest`, or `not_allowed` when the giver has less, or a guest would own a plan.
    """
    guest = _require_guest(session, seat.plan, guest_id)
    if role not in GUEST_ROLES or not may_give(seat.role, role):
        raise Refused("not_allowed")
    for one in seats_of_same(session, guest):
        one.role = role
    record_deed(
        session, Deed.GUEST_ROLE_GIVEN, about=guest.member_id or guest.id, plan=seat.plan, detail=role
    )
    session.commit()
    live.recheck()
    return _view(guest)


def remove_guest(session: Session, live: LivePlans, plan_id: str, guest_id: str, now: dt.datetime) -> None:
    """Show a guest out; what they wrote stays."""
    guest = _require_guest(session, plan_id, guest_id)
    for one in seats_of_same(session, guest):
        one.removed_at = now
    record_deed(session, Deed.GUEST_REMOVED, about=guest.member_id or guest.id, plan=plan_id)
    revoke_of_guest(session, guest.id, now)
    session.commit()
    live.recheck()


def _require_guest(session: Session, plan_id: str, guest_id: str) -> Guest:
    guest = session.get(Guest, guest_id)
    if guest is None or guest.plan_id != plan_id or guest.removed_at is not None:
        raise Refused("unknown_guest")
    return guest

"""Who sits at which plan, as what; sockets ask at connect and every second after (W7)."""

import datetime as dt
from collections.abc import Iterable

from sqlalchemy.orm import Session

from server.access import Role, Seat
from server.store import seats as rows
from server.store.models import Guest
from server.store.sign_ins import sign_in_by_token
from server.usecases.secrets import hash_of

Key = tuple[str, str]
"""A session and a plan, by their identifiers."""


def seat_at(session: Session, token: str, plan_id: str, now: dt.datetime) -> Seat | None:
    """Return the seat the holder of a token has at a plan, or None."""
    sign_in = sign_in_by_token(session, hash_of(token), now)
    return seat_of(session, sign_in.id, plan_id, now) if sign_in else None


def seat_of(session: Session, sign_in: str, plan_id: str, now: dt.datetime) -> Seat | None:
    """Return the seat a session has at a plan, or None."""
    return seats_now(session, {(sign_in, plan_id)}, now).get((sign_in, plan_id))


def seats_now(session: Session, wanted: Iterable[Key], now: dt.datetime) -> dict[Key, Seat]:
    """Return the seats that sessions have at plans now; who lost access is missing.

    A fixed number of queries, however many seats are asked for.
    """
    keys = set(wanted)
    people = {p.sign_in: p for p in rows.people_of(session, {s for s, _ in keys}, now)}
    accounts = rows.account_of_plan(session, {p for _, p in keys})
    present = [(people[s], plan) for s, plan in keys if s in people and plan in accounts]
    seats = _seats_of_members(session, [(p, plan) for p, plan in present if p.member], accounts)
    return seats | _seats_of_guests(session, [(p, plan) for p, plan in present if p.guest])


def _seats_of_members(
    session: Session, present: list[tuple[rows.Person, str]], accounts: dict[str, str]
) -> dict[Key, Seat]:
    roles = rows.account_roles(session, {p.member for p, _ in present if p.member and not p.is_owner})
    seats: dict[Key, Seat] = {}
    for person, plan in present:
        role = Role.OWNER if person.is_owner else roles.get((accounts[plan], person.member or ""))
        if role is not None:
            seats[person.sign_in, plan] = _member(person, plan, role)
    return seats | _seats_by_code(
        session, [(p, plan) for p, plan in present if (p.sign_in, plan) not in seats]
    )


def _seats_by_code(session: Session, present: list[tuple[rows.Person, str]]) -> dict[Key, Seat]:
    visits = rows.visits_of(session, {(plan, p.member or "") for p, plan in present}) if present else {}
    return {
        (p.sign_in, plan): _member(p, plan, visit.role, is_guest=True)
        for p, plan in present
        if (visit := visits.get((plan, p.member or ""))) is not None
    }


def _seats_of_guests(session: Session, present: list[tuple[rows.Person, str]]) -> dict[Key, Seat]:
    if not present:
        return {}
    guests = rows.guests_by_id(session, {p.guest for p, _ in present if p.guest})
    return {
        (p.sign_in, plan): _guest(p.sign_in, guest)
        for p, plan in present
        if (guest := guests.get(p.guest or "")) is not None and guest.plan_id == plan
    }


def _member(person: rows.Person, plan: str, role: str, *, is_guest: bool = False) -> Seat:
    name, department = person.name or "", person.department or ""
    return Seat(person.sign_in, person.member or "", name, department, Role(role), plan, is_guest)


def _guest(sign_in: str, guest: Guest) -> Seat:
    return Seat(
        sign_in, guest.id, guest.name, guest.department, Role(guest.role), guest.plan_id, is_guest=True
    )

"""Joining a plan by its code, and the code itself."""

import datetime as dt
import io
from dataclasses import dataclass

import segno
from sqlalchemy.orm import Session

from server.errors import Fault, Refused
from server.store.installations import the_installation
from server.store.models import Account, Guest, Plan
from server.store.plans import plan_by_code
from server.texts import gettext as _
from server.usecases.attempts import Attempts
from server.usecases.audit import Deed, record_deed, sign
from server.usecases.callers import Caller, Opened, open_session
from server.usecases.seats import seat_of
from server.usecases.secrets import new_code, new_id, tidy_code

EVERYWHERE = "everywhere"


@dataclass(frozen=True)
class JoinCode:
    """A plan's code with its link and the link as a QR code; all None when it admits nobody."""

    code: str | None = None
    link: str | None = None
    qr_svg: str | None = None
    expires_at: dt.datetime | None = None


@dataclass(frozen=True)
class JoinGreeting:
    """What somebody with a code sees before they join."""

    plan_title: str
    account_name: str
    company: str


@dataclass(frozen=True)
class Joined:
    """The plan somebody may open now; `opened` when the browser gets a new session for it."""

    plan: str
    opened: Opened | None = None


@dataclass(frozen=True)
class Door:
    """Who stands at the door, and how often they may be wrong.

    `browser` names a session or a browser. Never an address of the network: a room full of people
    shares one.
    """

    browser: str
    of_browser: Attempts
    of_everybody: Attempts

    def require_open(self, now: dt.datetime) -> None:
        """Raise `too_many_attempts` when this browser, or everybody together, guessed too often."""
        self.of_browser.require_left(self.browser, now)
        self.of_everybody.require_left(EVERYWHERE, now)

    def record_failure(self, now: dt.datetime) -> None:
        """Remember a wrong code."""
        self.of_browser.record_failure(self.browser, now)
        self.of_everybody.record_failure(EVERYWHERE, now)


def join_code_of(session: Session, plan_id: str, address: str, now: dt.datetime) -> JoinCode:
    """Return a plan's code while it admits people; `address` is where this installation is."""
    plan = session.get_one(Plan, plan_id)
    expires_at = plan.join_code_expires_at
    if plan.join_code is None or expires_at is None or expires_at <= now:
        return JoinCode()
    link = f"{address}/join/{plan.join_code}"
    return JoinCode(plan.join_code, link, qr_svg_of(link), expires_at)


def qr_svg_of(link: str) -> str:
    """Return a link as a QR code: an SVG element that takes the size of its place.

    Black on white in the dark too, since many phones do not read it the other way round.
    """
    out = io.BytesIO()
    code = segno.make(link, error="m", micro=False)
    code.save(out, kind="svg", xmldecl=False, omitsize=True, dark="#000", light="#fff", border=4)
    return out.getvalue().decode()


def rotate_join_code(
    session: Session, plan_id: str, address: str, now: dt.datetime, life: dt.timedelta
) -> JoinCode:
    """Give a plan a new code; the one before admits nobody any more, who is in stays in."""
    plan = session.get_one(Plan, plan_id)
    plan.join_code, plan.join_code_expires_at = new_code(), now + life
    record_deed(session, Deed.CODE_ROTATED, account=plan.account_id, plan=plan_id)
    session.commit()
    return join_code_of(session, plan_id, address, now)


def close_join_code(session: Session, plan_id: str) -> None:
    """Let nobody in by code any more."""
    plan = session.get_one(Plan, plan_id)
    plan.join_code, plan.join_code_expires_at = None, None
    record_deed(session, Deed.CODE_CLOSED, account=plan.account_id, plan=plan_id)
    session.commit()


def look_at_code(session: Session, door: Door, code: str, now: dt.datetime) -> JoinGreeting:
    """Return what a code admits to; raise `unknown_code` or `too_many_attempts`."""
    plan, account = _require_code(session, door, code, now)
    return JoinGreeting(plan.title, account.name, the_installation(session).company)


def join(
    session: Session,
    door: Door,
    caller: Caller | None,
    now: dt.datetime,
    life: dt.timedelta,
    *,
    code: str,
    name: str = "",
    department: str = "",
) -> Joined:
    """Let somebody in by code.

    A member who has access just gets the plan; one without gets a seat in this plan only. A guest
    who joins again from the same browser stays the same participant, and may mend their name.

    Raises
    ------
    Refused
        `unknown_code`, `too_many_attempts`, or `invalid` when a guest does not say who they are.
    """
    plan, _account = _require_code(session, door, code, now)
    if caller is not None and seat_of(session, caller.sign_in, plan.id, now) is not None:
        if not caller.is_member and name and department:
            _rename(session, caller, name, department)
        return Joined(plan.id)
    if caller is not None and caller.is_member:
        session.add(_guest(plan, now, caller.name, caller.department, member_id=caller.participant))
        _record_joined(session, plan, caller.participant, now)
        session.commit()
        return Joined(plan.id)
    _require_named(name, department)
    guest = _guest(plan, now, name, department)
    session.add(guest)
    session.flush()
    opened = open_session(session, guest, now, life, instead_of=caller.sign_in if caller else None)
    _record_joined(session, plan, guest.id, now)
    session.commit()
    return Joined(plan.id, opened)


def _record_joined(session: Session, plan: Plan, participant: str, now: dt.datetime) -> None:
    sign(session, participant, now)
    record_deed(session, Deed.GUEST_JOINED, account=plan.account_id, plan=plan.id)


def _guest(
    plan: Plan, now: dt.datetime, name: str, department: str, *, member_id: str | None = None
) -> Guest:
    return Guest(
        id=new_id(), plan_id=plan.id, member_id=member_id, name=name, department=department, joined_at=now
    )


def _rename(session: Session, caller: Caller, name: str, department: str) -> None:
    guest = session.get_one(Guest, caller.participant)
    guest.name, guest.department = name, department
    session.commit()


def _require_named(name: str, department: str) -> None:
    said = {"name": name, "department": department}
    faults = [Fault(where, _("Say who you are.")) for where, value in said.items() if not value]
    if faults:
        raise Refused("invalid", faults=faults)


def _require_code(session: Session, door: Door, code: str, now: dt.datetime) -> tuple[Plan, Account]:
    door.require_open(now)
    found = plan_by_code(session, tidy_code(code), now)
    if found is None:
        door.record_failure(now)
        raise Refused("unknown_code")
    return found

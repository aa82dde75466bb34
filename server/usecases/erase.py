"""Erasing one person: their name and address are nowhere afterwards, what they worked on stays.

What is personal here are the data of a *user* of Tavolo: name, department, e-mail, password, sessions,
invitations, seats, and the name in stamps (comments, removed records), in every version and in the
journal's bytes. They go. An identifier of 21 random characters stays where somebody must be told apart
from others: in the journal, in who wrote what, in mentions and in the audit log. It leads to nobody.

What is written *about* people in a plan, such as the people of the team or the words of a comment, is
the company's account of its customer. It stays; whoever may edit the plan can change it. Backups made
before hold what they held, and so do copies of a plan that somebody has taken out.
"""

import datetime as dt
from collections.abc import Sequence
from time import sleep
from typing import Protocol

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session, undefer

from planning.plan import Plan as Content
from server.access import Role, Seat
from server.errors import Refused
from server.history.erasing import rename_in_content, renaming, stamps_of
from server.history.log import History
from server.rooms.document import document_from
from server.store.models import (
    AccountMember,
    Guest,
    Invitation,
    Member,
    Plan,
    PlanClient,
    PlanVersion,
    SignIn,
)
from server.usecases.audit import Deed, record_deed
from server.usecases.find_ways import RETRY_AFTER
from server.usecases.members import require_owner_left

ERASED = "Somebody who has left"
"""The name in stamps; in the language of the plan's vocabulary, since it stands in the plan."""

BREATH = 0.001
"""Seconds between two versions; without any the event loop would not look at what has come."""


class Rooms(Protocol):
    """The plans, live or made live for this; `server.rooms.rooms.Rooms` is it."""

    def wake(self, plan_id: str) -> None:
        """Load a plan."""

    def read(self, plan_id: str) -> tuple[Content, int]:
        """Return a plan as it is this moment."""

    def history_of(self, plan_id: str) -> History | None:
        """Return all that is written of a live plan."""

    def enter(self, plan_id: str, seat: Seat, updates: Sequence[bytes]) -> int:
        """Take edits in as any other."""

    def forget_person(self, plan_id: str, participant: str) -> bool:
        """Fold a plan; return whether the log is empty."""

    def recheck(self) -> None:
        """Ask at once who may still be where."""

    def scrub(self) -> None:
        """Overwrite on the disk what was deleted."""


class Files(Protocol):
    """Finished documents that are kept; `server.export.exports.Exports` keeps some."""

    def clear(self) -> None:
        """Remove all of them: some may show a name."""


def erase_person(session: Session, rooms: Rooms, files: Files, participant: str, now: dt.datetime) -> None:
    """Erase a member or a guest for good. When it stops half-way, asking again ends it.

    Raises
    ------
    Refused
        `unknown_member`, `last_owner`, or `analysis_late` while a plan cannot be folded.
    """
    if not _is_erased(session, participant):
        _erase_everywhere(session, rooms, require_person(session, participant), now)
    files.clear()
    rooms.scrub()


def _is_erased(session: Session, participant: str) -> bool:
    """Return whether no row says a name any more; what was deleted may not be overwritten yet."""
    person = session.get(Member, participant) or session.get(Guest, participant)
    return person is not None and not person.name and not (isinstance(person, Guest) and person.member_id)


def _erase_everywhere(session: Session, rooms: Rooms, person: Member | Guest, now: dt.datetime) -> None:
    participant = person.id
    _show_out(session, person, now)
    rooms.recheck()
    for plan_id in session.scalars(select(Plan.id)).all():
        # What is waited for is not the database.
        has_written = _has_written(session, plan_id, participant)
        session.rollback()
        _rename_in_plan(rooms, plan_id, participant, has_written)
    _rename_in_versions(session, participant)
    _empty_rows(session, person, now)
    record_deed(session, Deed.PERSON_ERASED, about=participant)
    session.commit()


def require_person(session: Session, participant: str) -> Member | Guest:
    """Return a member, or a guest without an account; raise `unknown_member` when there is none."""
    person = session.get(Member, participant) or session.get(Guest, participant)
    if person is None or not person.name or (isinstance(person, Guest) and person.member_id):
        raise Refused("unknown_member")
    return person


def _show_out(session: Session, person: Member | Guest, now: dt.datetime) -> None:
    """Take every right, so that nothing is signed with the name any more."""
    if isinstance(person, Guest):
        person.removed_at = person.removed_at or now
    else:
        person.deactivated_at, person.is_owner = person.deactivated_at or now, False
        require_owner_left(session)
    of_person = SignIn.guest_id if isinstance(person, Guest) else SignIn.member_id
    session.execute(delete(SignIn).where(of_person == person.id))
    session.commit()


def _has_written(session: Session, plan_id: str, participant: str) -> bool:
    wanted = select(PlanClient).where(PlanClient.plan_id == plan_id, PlanClient.participant == participant)
    return session.scalars(wanted).first() is not None


def _rename_in_plan(rooms: Rooms, plan_id: str, participant: str, has_written: bool) -> None:
    rooms.wake(plan_id)
    plan, _seq = rooms.read(plan_id)
    if any(stamp["name"] != ERASED for *_, stamp in stamps_of(plan, participant)):
        history = rooms.history_of(plan_id)
        document = document_from(*(row.update for row in history.rows)) if history else document_from()
        seat = Seat("erasure", participant, ERASED, "", Role.PARTICIPANT, plan_id)
        rooms.enter(plan_id, seat, renaming(document, plan, participant, ERASED))
    elif not has_written:
        return
    if not rooms.forget_person(plan_id, participant):
        raise Refused("analysis_late", retry_after=RETRY_AFTER)


def _rename_in_versions(session: Session, participant: str) -> None:
    for id in session.scalars(select(PlanVersion.id)).all():
        version = session.get_one(PlanVersion, id, options=[undefer(PlanVersion.content)])
        if (content := rename_in_content(version.content, participant, ERASED)) is not None:
            version.content = content
        # One by one, and not without a break: each is looked through in the thread that serves everybody.
        session.commit()
        session.expunge(version)
        sleep(BREATH)


def _empty_rows(session: Session, person: Member | Guest, now: dt.datetime) -> None:
    if isinstance(person, Member):
        # The row stays: others were invited, and plans made, by it.
        session.execute(delete(Invitation).where(Invitation.email == person.email))
        session.execute(delete(AccountMember).where(AccountMember.member_id == person.id))
        seats = update(Guest).where(Guest.member_id == person.id)
        session.execute(seats.values(name="", department="", removed_at=now))
        person.email, person.password_hash = f"{person.id}@erased.invalid", ""
    person.name, person.department = "", ""

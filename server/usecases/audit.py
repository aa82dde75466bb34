"""The audit log: who did what, when, and about whom or what.

An entry is added in the transaction of the deed itself, so that neither is ever there without the
other. It names people, accounts and plans by identifier only: names are looked up when somebody
reads, so that erasing a person needs no change to a log that nobody, the database included, lets
change.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy.orm import Session

from server.store import audit as rows
from server.store.models import AuditEntry
from server.store.versions import people_called

PAGE = 50
PART = 500
"""Entries read at once for a file."""

SIGNATURE = "signature"
INSTALLATION = "tavolo"
"""Stands for the installation itself, and for whoever gives it commands on its machine."""


class Deed(StrEnum):
    """What somebody did."""

    SET_UP = "set_up"
    SIGNED_IN = "signed_in"
    SIGN_IN_FAILED = "sign_in_failed"
    SIGNED_OUT = "signed_out"
    PASSWORD_CHANGED = "password_changed"
    INVITED = "invited"
    INVITATION_WITHDRAWN = "invitation_withdrawn"
    INVITATION_ACCEPTED = "invitation_accepted"
    OWNER_MADE = "owner_made"
    OWNER_UNMADE = "owner_unmade"
    DEACTIVATED = "deactivated"
    REACTIVATED = "reactivated"
    ACCOUNT_CREATED = "account_created"
    ACCOUNT_REMOVED = "account_removed"
    ACCOUNT_RESTORED = "account_restored"
    ACCOUNT_ROLE_GIVEN = "account_role_given"
    ACCOUNT_ROLE_TAKEN = "account_role_taken"
    PLAN_CREATED = "plan_created"
    PLAN_IMPORTED = "plan_imported"
    PLAN_DUPLICATED = "plan_duplicated"
    PLAN_REMOVED = "plan_removed"
    PLAN_RESTORED = "plan_restored"
    CODE_ROTATED = "code_rotated"
    CODE_CLOSED = "code_closed"
    GUEST_JOINED = "guest_joined"
    GUEST_ROLE_GIVEN = "guest_role_given"
    GUEST_REMOVED = "guest_removed"
    EXPORTED = "exported"
    VERSION_RESTORED = "version_restored"
    VERSION_REMOVED = "version_removed"
    PERSON_EXPORTED = "person_exported"
    PERSON_ERASED = "person_erased"


@dataclass(frozen=True)
class Signature:
    """On whose behalf a session works, and when."""

    by: str | None
    at: dt.datetime


def sign(session: Session, by: str | None, at: dt.datetime) -> None:
    """Say on whose behalf a session works from now on: None for somebody who is not known."""
    session.info[SIGNATURE] = Signature(by, at)


def record_deed(
    session: Session,
    deed: Deed,
    *,
    about: str | None = None,
    account: str | None = None,
    plan: str | None = None,
    detail: str = "",
) -> None:
    """Add an entry for what the signer of a session does; the use case commits it with the deed.

    `about` is whom it was done to, `detail` a word of ours such as a role, never what somebody typed.
    """
    signature: Signature = session.info[SIGNATURE]
    session.add(
        AuditEntry(
            at=signature.at,
            deed=deed,
            by=signature.by,
            about=about,
            account_id=account,
            plan_id=plan,
            detail=detail,
        )
    )


@dataclass(frozen=True)
class Named:
    """Somebody or something by identifier, and by name unless it is gone."""

    id: str
    name: str | None


@dataclass(frozen=True)
class EntryView:
    """An entry with the names of today; `by` is None when nobody knows who it was."""

    id: int
    at: dt.datetime
    deed: str
    by: Named | None
    about: Named | None
    account: Named | None
    plan: Named | None
    detail: str


@dataclass(frozen=True)
class AuditPage:
    """Some entries, the newest first; `next` asks for older ones, None when there are none."""

    entries: list[EntryView]
    next: int | None


def view_audit(
    session: Session, *, before: int | None = None, deed: Deed | None = None, person: str | None = None
) -> AuditPage:
    """Return a page of the log: entries older than `before`, with a deed, by or about a person."""
    found = rows.entries_before(session, before, PAGE + 1, deed=deed, person=person)
    shown = found[:PAGE]
    return AuditPage(_named(session, shown), shown[-1].id if len(found) > PAGE else None)


def every_entry(
    session: Session, *, deed: Deed | None = None, person: str | None = None
) -> Iterator[EntryView]:
    """Yield the whole log, the newest entry first."""
    for part in rows.every_entry(session, PART, deed=deed, person=person):
        yield from _named(session, part)


def _named(session: Session, entries: Sequence[AuditEntry]) -> list[EntryView]:
    people = people_called(session, {id for one in entries for id in (one.by, one.about) if id})
    names = {id: person.name for id, person in people.items()} | {INSTALLATION: "Tavolo"}
    names |= rows.names_of_places(
        session,
        {one.account_id for one in entries if one.account_id},
        {one.plan_id for one in entries if one.plan_id},
    )

    def named(id: str | None) -> Named | None:
        return Named(id, names.get(id)) if id else None

    return [
        EntryView(
            one.id,
            one.at,
            one.deed,
            named(one.by),
            named(one.about),
            named(one.account_id),
            named(one.plan_id),
            one.detail,
        )
        for one in entries
    ]

"""Versions of a plan: kept by somebody, by themselves at the end of a day, named, removed."""

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy.orm import Session

from server.access import Seat
from server.analyses.analyst import NotAnswered
from server.errors import Refused
from server.history.days import Day
from server.history.retention import MOST_NAMED, Kept, Kind, superfluous
from server.store import versions as rows
from server.store.models import PlanVersion
from server.store.versions import Person
from server.texts import gettext as _
from server.usecases.audit import Deed, record_deed
from server.usecases.find_ways import RETRY_AFTER
from server.usecases.plans import NOBODY
from server.usecases.secrets import new_id


class Asked(Protocol):
    """Knows live plans; `server.analyses.analyst.Analyst` does."""

    def ask(self, plan_id: str, question: str, pieces: Sequence[bytes] = (), **arguments: Any) -> list[bytes]:
        """Return the answer to a question (see `server.analyses.questions`); may raise NotAnswered."""


@dataclass(frozen=True)
class VersionView:
    """A version, without what it holds; `made_by` is None when nobody in particular made it."""

    id: str
    kind: Kind
    name: str
    made_by: Person | None
    made_at: dt.datetime
    seq: int


def view_versions(session: Session, plan_id: str) -> list[VersionView]:
    """Return the versions of a plan, the newest first."""
    versions = rows.versions_of(session, plan_id)
    people = named_people(session, {one.made_by for one in versions if one.made_by})
    return [_view(one, people) for one in versions]


def view_version(session: Session, version: PlanVersion) -> VersionView:
    """Return a version, without what it holds."""
    return _view(version, named_people(session, [version.made_by] if version.made_by else []))


def keep_version(session: Session, asked: Asked, seat: Seat, name: str, now: dt.datetime) -> VersionView:
    """Keep a plan as it is now under a name; raise `too_many_versions` or `analysis_late`."""
    _require_room(session, seat.plan)
    seq, content, authorship = ask(session, asked, seat.plan, "keep")
    day = Day(json.loads(seq), now.isoformat(), content, authorship)
    version = add_version(session, seat.plan, Kind.NAMED, day, name=name, made_by=seat.participant)
    session.commit()
    return view_version(session, version)


def name_version(session: Session, seat: Seat, version_id: str, name: str) -> VersionView:
    """Give a version another name; one that kept itself is then whoever's who named it, and stays."""
    version = require_version(session, seat.plan, version_id)
    if version.kind != Kind.NAMED:
        _require_room(session, seat.plan)
        version.kind, version.made_by = Kind.NAMED, seat.participant
    version.name = name
    session.commit()
    return view_version(session, version)


def remove_version(session: Session, plan_id: str, version_id: str) -> None:
    """Remove a version for good; the plan stays as it is."""
    rows.remove_versions(session, [require_version(session, plan_id, version_id).id])
    record_deed(session, Deed.VERSION_REMOVED, plan=plan_id)
    session.commit()


def keep_day(session: Session, plan_id: str, day: Day, now: dt.datetime) -> None:
    """Keep a plan as it was at the end of a day, once, and let older days go that are too many."""
    if rows.has_version_at(session, plan_id, Kind.DAILY, day.seq):
        return
    add_version(session, plan_id, Kind.DAILY, day)
    thin(session, plan_id, now)
    session.commit()


def add_version(
    session: Session, plan_id: str, kind: Kind, day: Day, *, name: str = "", made_by: str | None = None
) -> PlanVersion:
    """Add a version to a plan; the caller commits."""
    version = PlanVersion(
        id=new_id(),
        plan_id=plan_id,
        seq=day.seq,
        kind=kind,
        name=name,
        made_by=made_by,
        made_at=dt.datetime.fromisoformat(day.at),
        content=day.content,
        authorship=day.authorship,
    )
    session.add(version)
    session.flush()
    return version


def thin(session: Session, plan_id: str, now: dt.datetime) -> None:
    """Let the versions go that kept themselves and are too many; the caller commits."""
    kept = [Kept(one.id, one.kind, one.made_at) for one in rows.versions_of(session, plan_id)]
    rows.remove_versions(session, superfluous(kept, now))


def require_version(session: Session, plan_id: str, version_id: str) -> PlanVersion:
    """Return a version with all it holds; raise `unknown_version` when the plan has none such."""
    version = rows.version_of(session, plan_id, version_id)
    if version is None:
        raise Refused("unknown_version")
    return version


def ask(
    session: Session,
    asked: Asked,
    plan_id: str,
    question: str,
    pieces: Sequence[bytes] = (),
    **arguments: Any,
) -> list[bytes]:
    """Return the answer to a question; raise `analysis_late`. What the session holds must be committed."""
    # What is waited for is not the database: others may have the connection meanwhile.
    session.rollback()
    try:
        return asked.ask(plan_id, question, pieces, **arguments)
    except NotAnswered:
        raise Refused("analysis_late", retry_after=RETRY_AFTER) from None


def named_people(session: Session, participants: Iterable[str]) -> dict[str, Person]:
    """Return participant to person, whoever it is; who was deleted gets a name in their place."""
    wanted = set(participants)
    nobody = Person(NOBODY, "Tavolo", "")
    known = rows.people_called(session, wanted) | {NOBODY: nobody}
    return {one: known.get(one) or Person(one, placeholder(), "") for one in wanted}


def placeholder() -> str:
    """Return what somebody is called whose name is not known any more."""
    return _("Somebody who has left")


def _require_room(session: Session, plan_id: str) -> None:
    if rows.count_versions(session, plan_id, Kind.NAMED) >= MOST_NAMED:
        raise Refused("too_many_versions")


def _view(version: PlanVersion, people: dict[str, Person]) -> VersionView:
    made_by = people[version.made_by] if version.made_by else None
    return VersionView(version.id, Kind(version.kind), version.name, made_by, version.made_at, version.seq)

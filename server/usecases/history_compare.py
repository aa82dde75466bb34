"""What changed between two versions of a plan, and who wrote a record."""

import datetime as dt
import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from server.errors import Refused
from server.store.versions import writers_of
from server.usecases.history import (
    Asked,
    VersionView,
    ask,
    named_people,
    placeholder,
    require_version,
    view_version,
)

NOW = "now"
"""Stands for the plan as it is, where a version may be named."""


@dataclass(frozen=True)
class Comparison:
    """Two states of a plan, the later one None when it is the plan as it is now, and what changed.

    `found` is a JSON object (see `server.history.comparing`). It is never parsed here, since it may
    be long.
    """

    start: VersionView
    end: VersionView | None
    found: bytes


def compare_versions(session: Session, asked: Asked, plan_id: str, start: str, end: str) -> Comparison:
    """Return what changed from one version to another, or to `NOW`; raise `unknown_version`."""
    earlier = require_version(session, plan_id, start)
    later = require_version(session, plan_id, end) if end != NOW else None
    views = view_version(session, earlier), view_version(session, later) if later else None
    pieces = [earlier.content, *([later.content, later.authorship] if later else [])]
    people = named_people(session, writers_of(session, plan_id))
    (found,) = ask(
        session,
        asked,
        plan_id,
        "compare",
        pieces,
        seq=earlier.seq,
        people={participant: one._asdict() for participant, one in people.items()},
        placeholder=placeholder(),
    )
    return Comparison(*views, found)


def view_authorship(session: Session, asked: Asked, plan_id: str, section: str, id: str) -> dict[str, Any]:
    """Return who made a record and who wrote each of its fields, and when.

    Raises
    ------
    Refused
        `unknown_record`, or `analysis_late`.
    """
    (answer,) = ask(session, asked, plan_id, "authors", section=section, id=id)
    found = json.loads(answer)
    if found is None:
        raise Refused("unknown_record")
    touches = [*found["fields"].values(), *filter(None, [found["created"]])]
    people = named_people(session, {touch["by"] for touch in touches})

    def signed(touch: dict[str, str]) -> dict[str, Any]:
        return {**people[touch["by"]]._asdict(), "at": dt.datetime.fromisoformat(touch["at"])}

    return {
        "created": signed(found["created"]) if found["created"] else None,
        "fields": {name: signed(touch) for name, touch in found["fields"].items()},
    }

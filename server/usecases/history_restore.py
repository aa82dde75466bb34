"""A version, or a part of it, takes the place of what a plan says: as edits of whoever asks (D5)."""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Protocol

from sqlalchemy.orm import Session

from server.access import Seat
from server.errors import Refused
from server.history.days import Day
from server.history.restoring import Part
from server.history.retention import Kind
from server.rooms.attendance import Limits
from server.rooms.refusals import Rejection
from server.rooms.rooms import Stopping
from server.usecases.audit import Deed, record_deed
from server.usecases.find_ways import RETRY_AFTER
from server.usecases.history import Asked, add_version, ask, require_version, thin

AT_ONCE = Limits().update_bytes // 2
"""Bytes of one update: what is larger comes in parts."""


class Table(Protocol):
    """Takes edits in; `server.rooms.rooms.Rooms` does."""

    def enter(self, plan_id: str, seat: Seat, updates: Sequence[bytes]) -> int:
        """Return the number of the last edit once these are on the disk; may raise Rejection."""


def restore_version(
    session: Session, asked: Asked, table: Table, seat: Seat, version_id: str, part: Part, now: dt.datetime
) -> int:
    """Bring a part of a plan back to a version, and return the number of the last edit.

    The plan as it was before is kept as a version. When nothing differs, nothing is done.

    Raises
    ------
    Refused
        `unknown_version`, `unknown_record` when it was not there then, `analysis_late` or
        `restore_refused`.
    """
    version = require_version(session, seat.plan, version_id)
    stamp = {
        "key": seat.participant,
        "name": seat.name,
        "department": seat.department,
        "at": f"{now.isoformat(timespec='seconds')}Z",
    }
    arguments = asdict(part) | {"stamp": stamp, "size": AT_ONCE}
    answer = ask(session, asked, seat.plan, "restore", [version.content], **arguments)
    if not answer:
        raise Refused("unknown_record")
    seq, content, authorship, *updates = answer
    if not updates:
        return int(json.loads(seq))
    before = Day(json.loads(seq), now.isoformat(), content, authorship)
    add_version(session, seat.plan, Kind.BEFORE_RESTORE, before, made_by=seat.participant)
    thin(session, seat.plan, now)
    record_deed(session, Deed.VERSION_RESTORED, plan=seat.plan)
    session.commit()
    return _enter(table, seat, updates)


def _enter(table: Table, seat: Seat, updates: Sequence[bytes]) -> int:
    try:
        return table.enter(seat.plan, seat, updates)
    except Rejection as rejection:
        raise Refused("restore_refused", rejection.message) from rejection
    except Stopping:
        raise Refused("analysis_late", retry_after=RETRY_AFTER) from None

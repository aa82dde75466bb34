"""Plans with a past: written row by row, by whom and when a test says."""

from collections.abc import Callable
from typing import Any

from planning.plan import Plan
from planning.tools import SCHEMA
from server.access import Role, Seat
from server.analyses.replica import Replica, Row
from server.history.content import Past, pack_content, read_content
from server.history.restoring import Part, restoration
from server.rooms.document import document_bytes, read_plan
from server.rooms.updates import Caps
from tests.builders import an_id
from tests.server.rooms.builders import Copy, Door, a_seat, a_stamp

MONDAY = "2027-01-11T09:00:00"
TUESDAY = "2027-01-12T09:00:00"


class Written:
    """A plan as its log says, with a copy on which people write."""

    def __init__(self, plan: Plan | None = None, author: str = "tavolo", at: str = MONDAY) -> None:
        first = document_bytes(SCHEMA, plan)
        self.copy = Copy(first)
        self.rows = [Row(1, author, at, first)]

    def write(self, name: str, change: Callable[[Copy], Any], at: str = MONDAY) -> None:
        """Let somebody change something."""
        update = self.copy.change(lambda: change(self.copy))
        self.rows.append(Row(len(self.rows) + 1, an_id(name), at, update))

    def replica(self) -> Replica:
        """Return what the process that follows it knows."""
        return Replica(self.rows, None, None)


def sets(section: str, id: str | None, **values: Any) -> Callable[[Copy], None]:
    """Return a change of fields of a record."""

    def change(copy: Copy) -> None:
        record = copy.section(section) if id is None else copy.section(section)[an_id(id)]
        record.update(values)

    return change


def past_of(plan: Plan) -> Past:
    """Return a plan as a version gives it back."""
    return read_content(pack_content(plan), SCHEMA)


def restore(door: Door, past: Past, part: Part | None = None, seat: Seat | None = None, **caps: int) -> int:
    """Restore a part of a plan through its gate, and return how many updates that took."""
    who = seat or a_seat("ruth", Role.PARTICIPANT)
    now = read_plan(door.document, SCHEMA)
    updates = restoration(door.document, now, past, part or Part(), a_stamp(who), Caps(**caps))
    for update in updates:
        assert door.admit(update, who) is not None
    return len(updates)

"""Edits on their way through a room: as they came, and as the gate let them in."""

from dataclasses import dataclass, field
from typing import NamedTuple

from server.rooms.attendance import Attendance
from server.rooms.gate import Admitted


class Edit(NamedTuple):
    """One edit in the queue."""

    attendance: Attendance
    round: int
    n: int
    update: bytes
    at: float
    """When it came, by the monotonic clock."""


@dataclass
class Gated:
    """Edits of one batch after the gate."""

    admitted: list[tuple[Edit, Admitted]] = field(default_factory=list)
    last: dict[str, Edit] = field(default_factory=dict)
    """The last edit of each author whose edits are all in the batch or in the plan, by key."""

    count: int = 0
    """Edits taken from the queue."""

    cost: float = 0.0
    """Seconds that the gate took."""

    @property
    def saved(self) -> dict[str, int]:
        """The last n of each author, by key, for whom it still means the same.

        Who opened the plan again meanwhile counts from 1 again: an old receipt would be taken for
        that of an edit which is nowhere yet.
        """
        return {key: edit.n for key, edit in self.last.items() if edit.round == edit.attendance.round}

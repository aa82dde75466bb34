"""Who did something and when: nobody stamps in another's name (D6)."""

from collections import OrderedDict
from typing import Any

from planning.plan_field import PlanField
from server.access import Seat
from server.rooms.refusals import Rejection
from server.texts import gettext as _

Place = tuple[str, str | None, str]
"""Section, record and field."""

MOST_REMEMBERED = 2_000


class Stamps:
    """The stamps that may be written: one's own, and, to undo, one that stood at the same place."""

    def __init__(self) -> None:
        self._replaced: list[tuple[Place, Any]] = []
        self._remembered: OrderedDict[tuple[Place, tuple[Any, ...]], None] = OrderedDict()
        self._names: set[tuple[str, str, str]] = set()

    def begin(self) -> None:
        """Forget what the last update replaced unless it was accepted."""
        self._replaced.clear()

    def accept(self) -> None:
        """Remember the stamps that the update replaced."""
        for place, stamp in self._replaced:
            self._remembered[place, tuple(sorted(stamp.items()))] = None
        while len(self._remembered) > MOST_REMEMBERED:
            self._remembered.popitem(last=False)
        self._replaced.clear()

    def keep_name(self, seat: Seat) -> None:
        """Let a participant go on signing with the name and department of a seat."""
        self._names.add((seat.participant, seat.name, seat.department))

    def forget(self, participant: str) -> None:
        """Let nobody bring back a stamp or a name of somebody who is erased."""
        self._remembered = OrderedDict(
            (known, None) for known in self._remembered if ("key", participant) not in known[1]
        )
        self._names = {name for name in self._names if name[0] != participant}

    def replaced(self, field: PlanField, place: Place, stamp: Any) -> None:
        """Note that an update replaced the stamp at a place."""
        if field.kind == "stamp" and isinstance(stamp, dict):
            self._replaced.append((place, stamp))

    def require_own(self, field: PlanField, place: Place, stamp: Any, seat: Seat) -> None:
        """Require that a valid stamp is the author's own, or the one that stood there before.

        Raises
        ------
        Rejection
            `not_yours`.
        """
        if field.kind != "stamp" or stamp is None:
            return
        signed = (stamp["key"], stamp["name"], stamp["department"])
        if signed == (seat.participant, seat.name, seat.department):
            return
        is_former = signed in self._names and stamp["key"] == seat.participant
        if not is_former and (place, tuple(sorted(stamp.items()))) not in self._remembered:
            raise Rejection("not_yours", _("You can only sign as yourself."), "/".join(filter(None, place)))

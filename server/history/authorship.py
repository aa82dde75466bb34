"""Who touched what of a plan last.

A place is a section, a record (empty in a section of one record) and a field. A record remembers
who made it, in the place of the empty field; a field remembers somebody only when it was touched
afterwards, so that a plan that was typed in once costs one note a record.
"""

import json
import zlib
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from planning.findings import target_of

MADE, REMOVED = "", "removed"
"""The places of a record where it says who made it, and who put it in the bin or took it out."""


class Touch(NamedTuple):
    """One edit: the participant whose it is, when (UTC without zone, ISO 8601), and its number."""

    by: str
    at: str
    seq: int


Touches = Mapping[str, Touch]
"""Field of a record to its last touch."""


class Authorship:
    """The last touch of every place of one plan.

    >>> authorship = Authorship()
    >>> authorship.note("risks", "r", MADE, Touch("anna", "2027-01-11T12:00:00", 2))
    >>> authorship.note("risks", "r", "title", Touch("ben", "2027-01-11T12:05:00", 3))
    >>> Authorship.unpack(authorship.pack()).of("risks", "r")["title"].by
    'ben'
    """

    def __init__(self) -> None:
        self.last_at = ""
        """When the last of them was, empty when there is none."""

        self._sections: dict[str, dict[str, dict[str, Touch]]] = {}

    def note(self, section: str, id: str, field: str, touch: Touch) -> None:
        """Remember the touch of a place."""
        self._sections.setdefault(section, {}).setdefault(id, {})[field] = touch
        self.last_at = max(self.last_at, touch.at)

    def of(self, section: str, id: str) -> Touches:
        """Return what a record remembers."""
        return self._sections.get(section, {}).get(id, {})

    def since(self, seq: int) -> dict[str, Touch]:
        """Return the touches after an edit, by target; a record says who made, removed or restored it."""
        found: dict[str, Touch] = {}
        for section, id, field, touch in self._places():
            if touch.seq <= seq:
                continue
            target = target_of(section, id, None if field == REMOVED else field)
            if target not in found or found[target].seq < touch.seq:
                found[target] = touch
        return found

    def pack(self) -> bytes:
        """Return it as bytes: JSON, compressed; every touch is written once."""
        numbers: dict[Touch, int] = {}
        places = {
            section: {
                id: {field: numbers.setdefault(touch, len(numbers)) for field, touch in touches.items()}
                for id, touches in records.items()
            }
            for section, records in self._sections.items()
        }
        return zlib.compress(json.dumps({"touches": list(numbers), "places": places}).encode())

    @classmethod
    def unpack(cls, packed: bytes) -> "Authorship":
        """Return what was packed."""
        content = json.loads(zlib.decompress(packed))
        touches = [Touch(*touch) for touch in content["touches"]]
        authorship = cls()
        for section, records in content["places"].items():
            for id, fields in records.items():
                for field, number in fields.items():
                    authorship.note(section, id, field, touches[number])
        return authorship

    def _places(self) -> Iterator[tuple[str, str, str, Touch]]:
        for section, records in self._sections.items():
            for id, touches in records.items():
                for field, touch in touches.items():
                    yield section, id, field, touch

"""Where people are typing: what goes on there needs no trial.

Nearly all edits are a few letters more, right behind those that their author has typed before. Once one
edit has been tried, all that a trial could say of the next is known: it stands in the same text,
between the same neighbours, and says too much only when that text becomes too long.
"""

from typing import NamedTuple

from planning.rich_text import UNPRINTABLE
from server.rooms.updates import STRING, Id, Structure, Update

Place = tuple[str, str | None, str]
"""A shared text: section, record and field."""

MOST = 1_000
"""Runs that are known at a time."""


class Spot(NamedTuple):
    """A shared text in which an update has changed something, and how much more it may surely hold."""

    place: Place
    left: int


class Run(NamedTuple):
    """Somebody's words, where they have just typed: their last letter, what follows it, and where it is."""

    participant: str
    last: Id
    right: Id | None
    place: Place


class Runs:
    """The runs of one plan, by the client identifier of who types."""

    def __init__(self) -> None:
        self._runs: dict[int, Run] = {}
        self._left: dict[Place, int] = {}

    def goes_on(self, update: Update, participant: str) -> bool:
        """Return whether an update only goes on with a run, and if so take it as admitted."""
        structures = update.structures
        run = self._runs.get(structures[0].client) if structures else None
        if run is None or run.participant != participant or update.deletions:
            return False
        last, letters = run.last, 0
        for structure in structures:
            if not _follows(structure, last, run.right):
                return False
            last = (structure.client, structure.clock + structure.length - 1)
            letters += len(structure.content)
        if letters > self._left[run.place]:
            return False
        self._left[run.place] -= letters
        self._runs[last[0]] = run._replace(last=last)
        return True

    def note(self, update: Update, participant: str, spots: list[Spot]) -> None:
        """Note what an update has changed that was tried and admitted."""
        self._left.update(spots)
        for client in {structure.client for structure in update.structures}:
            self._runs.pop(client, None)
        if update.deletions or len(update.structures) != 1 or len(spots) != 1:
            return
        (structure,), (spot,) = update.structures, spots
        if structure.kind == STRING:
            if len(self._runs) >= MOST:
                self._runs.clear()
            last = (structure.client, structure.clock + structure.length - 1)
            self._runs[structure.client] = Run(participant, last, structure.right, spot.place)


def _follows(structure: Structure, last: Id, right: Id | None) -> bool:
    client, clock = last
    return (
        structure.kind == STRING
        and structure.client == client
        and structure.clock == clock + 1
        and structure.origin == last
        and structure.right == right
        # Characters of two code units may be cut in two, so they are looked at closely.
        and structure.length == len(structure.content)
        and not UNPRINTABLE.search(structure.content)
    )

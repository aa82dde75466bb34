"""What a document holds, by identifier: enough to tell whether an update fits it (W4, W10).

The library takes an update whose parts do not fit and either forgets it silently or keeps
content that nobody sees. This index answers what the library cannot be asked: which clocks are
known, which structures are shared types, and which are children of a list or values of a map.
"""

from bisect import bisect_right
from dataclasses import dataclass, field

from planning.rich_text import BLOCKS, MARKS, UNPRINTABLE, problem_of_mark
from server.rooms.refusals import Rejection
from server.rooms.updates import (
    COLLECTED,
    DELETED,
    FORMAT,
    MAP,
    STRING,
    TEXT,
    TYPE,
    VALUE,
    WITHOUT_PAUSE,
    XML_ELEMENT,
    XML_FRAGMENT,
    XML_TEXT,
    Id,
    Pause,
    Structure,
    Update,
    decode_update,
    never_mind,
)
from server.texts import gettext as _

GONE, CHILD, ENTRY = 0, 1, 2
"""A structure is deleted or collected, a child of a list or text, or the value of a key."""

LONGEST_KEY = 64

CHILDREN_OF: dict[int, frozenset[tuple[int, int]]] = {
    MAP: frozenset(),
    TEXT: frozenset({(STRING, 0)}),
    XML_FRAGMENT: frozenset({(TYPE, XML_ELEMENT), (TYPE, XML_TEXT)}),
    XML_ELEMENT: frozenset({(TYPE, XML_ELEMENT), (TYPE, XML_TEXT)}),
    XML_TEXT: frozenset({(STRING, 0), (FORMAT, 0)}),
}
"""What may stand without a key in a shared type: kind of structure and of the type it makes."""

ENTRIES_OF: dict[int, frozenset[tuple[int, int]]] = {
    MAP: frozenset({(VALUE, 0), (TYPE, MAP), (TYPE, TEXT), (TYPE, XML_FRAGMENT)}),
    TEXT: frozenset(),
    XML_FRAGMENT: frozenset(),
    XML_ELEMENT: frozenset({(VALUE, 0)}),
    XML_TEXT: frozenset(),
}
"""What may stand under a key in a shared type."""


@dataclass
class Growth:
    """What an update adds; learned only when the update is accepted."""

    clocks: dict[int, int] = field(default_factory=dict)
    """The clients with new structures, and their next clocks after the update."""

    structures: list[Structure] = field(default_factory=list)
    repeats: bool = False
    """Whether some of the update was known already."""


class Structures:
    """The index of one document. `clocks` maps each client identifier to its next clock."""

    def __init__(self) -> None:
        self.clocks: dict[int, int] = {}
        self._types: dict[Id, int] = {}
        self._starts: dict[int, list[int]] = {}
        self._places: dict[int, list[int]] = {}
        # The clocks of second halves: a cut before one would leave half a character on each side,
        # which JavaScript replaces and the library rounds, and the replicas would differ.
        self._halves: set[Id] = set()

    @classmethod
    def of(cls, state: bytes, pause: Pause = never_mind) -> "Structures":
        """Return the index of a whole document, made in small pieces of work with pauses between them."""
        structures, index = decode_update(state, pause=pause).structures, cls()
        for start in range(0, len(structures), WITHOUT_PAUSE):
            index.learn(Growth(structures=structures[start : start + WITHOUT_PAUSE]))
            pause()
        return index

    def fit(self, update: Update) -> Growth:
        """Return what an update adds.

        Raises
        ------
        Rejection
            `gap` when something is missing that it builds on, `malformed`, `invalid`,
            `unknown_field` or `not_allowed` when it puts content where none may be.
        """
        growth = Growth()
        for structure in update.structures:
            self._take_in(structure, growth)
        news = NOTHING
        if len(growth.structures) > 1 or any(map(_has_pairs, growth.structures)):
            news = Structures()
            news.learn(growth)
        for structure in growth.structures:
            self._require_place(structure, growth, news)
            _require_content(structure)
        self._require_deletable(update, growth, news)
        return growth

    def learn(self, growth: Growth) -> None:
        """Take what an accepted update added into the index."""
        for structure in growth.structures:
            client, clock, length, kind = structure[:4]
            content = structure.content
            known = self.clocks.get(client, 0)
            self.clocks[client] = clock + length
            place = _place_of(structure)
            places = self._places.setdefault(client, [])
            if not places or places[-1] != place:
                places.append(place)
                self._starts.setdefault(client, []).append(max(clock, known))
            if kind == TYPE:
                self._types[client, clock] = content[0]
            elif _has_pairs(structure):
                self._halves.update((client, clock + n) for n in _second_halves(content))

    def go_on(self, update: Update) -> None:
        """Take in an update whose author only goes on typing where they are (`server.rooms.runs`)."""
        last = update.structures[-1]
        # Nothing more is known of what it adds than of what stands before it.
        self.clocks[last.client] = last.clock + last.length

    def _take_in(self, structure: Structure, growth: Growth) -> None:
        client, clock = structure.client, structure.clock
        known = growth.clocks.get(client, self.clocks.get(client, 0))
        end = clock + structure.length
        if clock > known:
            raise _gap()
        if end > known:
            growth.structures.append(structure)
            growth.clocks[client] = end
        if clock < known:
            growth.repeats = True
            if end > known:
                self._require_continuation(structure, known)

    def _require_continuation(self, structure: Structure, known: int) -> None:
        """The known part of a structure is cut off; what remains must be more of the same."""
        client, clock = structure.client, structure.clock
        if _place_of(structure) not in (GONE, self._place_at((client, known - 1), self)):
            raise _misplaced()
        if structure.kind == STRING and known - clock in _second_halves(structure.content):
            raise _split()

    def _require_place(self, structure: Structure, growth: Growth, news: "Structures") -> None:
        place = _place_of(structure)
        for neighbour, cut in ((structure.origin, 1), (structure.right, 0)):
            if neighbour is not None:
                self._require_earlier(structure, neighbour, growth)
                self._require_neighbour(neighbour, cut, place, news)
        if structure.right is not None and place == ENTRY:
            raise _misplaced()
        parent = structure.parent
        if isinstance(parent, str):
            raise Rejection("unknown_field", _("Only the server lays out a plan; reload the page."), parent)
        if parent is not None:
            self._require_earlier(structure, parent, growth)
            self._require_parent(structure, parent, news)

    def _require_neighbour(self, neighbour: Id, cut: int, place: int, news: "Structures") -> None:
        client, clock = neighbour
        beside = self._place_at(neighbour, news)
        if place != beside and GONE not in (place, beside):
            raise _misplaced()
        self._require_whole((client, clock + cut), news)

    def _require_earlier(self, structure: Structure, other: Id, growth: Growth) -> None:
        client, clock = other
        known = self.clocks.get(client, 0)
        if client == structure.client:
            # Within one client a structure builds on earlier ones; the library would wait for ever.
            known = structure.clock
        elif client in growth.clocks:
            known = growth.clocks[client]
        if clock >= known:
            raise _gap()

    def _require_parent(self, structure: Structure, parent: Id, news: "Structures") -> None:
        type_ = self._types.get(parent) or news._types.get(parent)
        if type_ is None:
            if self._place_at(parent, news) != GONE:
                raise _misplaced()
            return
        if structure.kind in (DELETED, COLLECTED):
            return
        made = structure.content[0] if structure.kind == TYPE else 0
        allowed = CHILDREN_OF if structure.sub is None else ENTRIES_OF
        if (structure.kind, made) not in allowed[type_]:
            raise _misplaced()
        if structure.sub is not None and len(structure.sub) > LONGEST_KEY:
            raise _misplaced()

    def _place_at(self, id: Id, news: "Structures") -> int:
        client, clock = id
        index = self if clock < self.clocks.get(client, 0) else news
        starts = index._starts[client]
        return index._places[client][max(0, bisect_right(starts, clock) - 1)]

    def _require_whole(self, cut: Id, news: "Structures") -> None:
        if cut in self._halves or cut in news._halves:
            raise _split()

    def _require_deletable(self, update: Update, growth: Growth, news: "Structures") -> None:
        for client, clock, length in update.deletions:
            end = clock + length
            if end > growth.clocks.get(client, self.clocks.get(client, 0)):
                raise _gap()
            self._require_whole((client, clock), news)
            self._require_whole((client, end), news)


NOTHING = Structures()
"""The index of nothing: one new structure has only older ones beside it."""


def _place_of(structure: Structure) -> int:
    kind = structure.kind
    if kind in (STRING, FORMAT):
        return CHILD
    if kind == TYPE:
        return CHILD if structure.content[0] in (XML_ELEMENT, XML_TEXT) else ENTRY
    return ENTRY if kind == VALUE else GONE


def _has_pairs(structure: Structure) -> bool:
    return structure.kind == STRING and structure.length != len(structure.content)


def _require_content(structure: Structure) -> None:
    kind, content = structure.kind, structure.content
    if kind == STRING:
        if UNPRINTABLE.search(content):
            raise Rejection("invalid", _("Contains control characters; type it again without them."))
    elif kind == FORMAT:
        mark, value = content
        problem = problem_of_mark({"type": mark, "attrs": value}) if value is not None else None
        if mark not in MARKS or problem is not None:
            raise Rejection("not_allowed", problem or _("This formatting is not allowed."))
    elif kind == TYPE and content[0] == XML_ELEMENT and content[1] not in BLOCKS:
        raise Rejection("not_allowed", _("{node} is not allowed in formatted text.", node=content[1][:40]))


def _second_halves(text: str) -> list[int]:
    halves, at = [], 0
    for character in text:
        if character > "\uffff":
            halves.append(at + 1)
            at += 1
        at += 1
    return halves


def _gap() -> Rejection:
    return Rejection("gap", _("The edit builds on something the server does not have; reload the page."))


def _split() -> Rejection:
    return Rejection("malformed", _("The edit splits a character in two; reload the page."))


def _misplaced() -> Rejection:
    return Rejection("malformed", _("The edit puts something where it cannot be; reload the page."))

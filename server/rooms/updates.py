"""Gate 1 (W4): an update as bytes, taken apart before the library sees it.

The format is version 1 of the Yjs update encoding: for each client a run of structures with
consecutive clocks, then the set of what is deleted. This module knows the syntax alone;
whether an update fits a document is the business of `server.rooms.structures`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from struct import error as StructError
from typing import Any, NamedTuple

from server.rooms.lib0 import (
    Malformed,
    read_json,
    read_text,
    read_uint,
    read_value,
)

Id = tuple[int, int]
"""Client identifier and clock of a structure."""

COLLECTED, DELETED, STRING, FORMAT, TYPE, VALUE = 0, 1, 4, 6, 7, 8
"""The allowed kinds of structure. Not allowed: JSON, binary, embeds, subdocuments, moves, skips."""

MAP, TEXT, XML_ELEMENT, XML_FRAGMENT, XML_TEXT = 1, 2, 3, 4, 6
"""The allowed kinds of shared type."""

ALLOWED_TYPES = frozenset({MAP, TEXT, XML_ELEMENT, XML_FRAGMENT, XML_TEXT})

HAS_ORIGIN, HAS_RIGHT, HAS_SUB = 0x80, 0x40, 0x20

Pause = Callable[[], None]

WITHOUT_PAUSE = 250
"""Structures that are read in one go: about two milliseconds of work."""

MOST_CLOCK = 2**31
"""The library computes with clocks of 32 bits, with sign."""


@dataclass(frozen=True)
class Caps:
    """The most an update may hold."""

    size: int = 512 * 1024
    clients: int = 500
    structures: int = 20_000
    deletions: int = 50_000


STORED = Caps(size=2**30, clients=2**30, structures=2**30, deletions=2**30)
"""For what the journal gives back: it was checked when it came in."""


class Structure(NamedTuple):
    """One structure of an update; `content` depends on its kind.

    A text for STRING, `(mark, value)` for FORMAT, `(type, name)` for TYPE, a plain value for VALUE.
    `parent` is None when it is that of the neighbours, a text when it is a root of the document.
    """

    client: int
    clock: int
    length: int
    kind: int
    origin: Id | None
    right: Id | None
    parent: Id | str | None
    sub: str | None
    content: Any


class Deletion(NamedTuple):
    """A range of clocks of one client that is deleted."""

    client: int
    clock: int
    length: int


class Update(NamedTuple):
    """An update taken apart, in the order of its bytes."""

    structures: list[Structure]
    deletions: list[Deletion]
    deletions_at: int
    """Where in the bytes the deletions begin."""


def never_mind() -> None:
    """Go on at once."""


def decode_update(source: bytes, caps: Caps = STORED, pause: Pause = never_mind) -> Update:
    """Take an update apart.

    Parameters
    ----------
    pause
        Called every few milliseconds, so that others get their turn while a whole plan is taken apart.

    Raises
    ------
    Malformed
        When the bytes are not an update of allowed structures within `caps`.
    """
    if len(source) > caps.size:
        raise Malformed("The update is too large.")
    try:
        structures, deletions_at = _read_structures(source, caps, pause)
        deletions, at = _read_deletions(source, deletions_at, caps)
    except (IndexError, UnicodeDecodeError, StructError):
        raise Malformed("The bytes end too early or are no text.") from None
    if at != len(source):
        raise Malformed("There are bytes after the end.")
    return Update(structures, deletions, deletions_at)


def _read_structures(source: bytes, caps: Caps, pause: Pause) -> tuple[list[Structure], int]:
    structures: list[Structure] = []
    clients: set[int] = set()
    count, at = read_uint(source, 0)
    if count > caps.clients:
        raise Malformed("Too many clients.")
    for _ in range(count):
        length, at = read_uint(source, at)
        client, at = read_uint(source, at)
        clock, at = read_uint(source, at)
        if client in clients or not length or len(structures) + length > caps.structures:
            raise Malformed("A client appears twice, or with too many structures or none.")
        clients.add(client)
        for _ in range(length):
            structure, at = _read_structure(source, at, client, clock)
            structures.append(structure)
            clock += structure.length
            if not len(structures) % WITHOUT_PAUSE:
                pause()
        if clock >= MOST_CLOCK:
            raise Malformed("A clock is too large.")
    return structures, at


def _read_structure(source: bytes, at: int, client: int, clock: int) -> tuple[Structure, int]:
    header = source[at]
    kind = header & 0x1F
    at += 1
    if header == COLLECTED:
        length, at = _read_length(source, at)
        return Structure(client, clock, length, COLLECTED, None, None, None, None, None), at
    origin = right = parent = sub = None
    if header & HAS_ORIGIN:
        origin, at = _read_id(source, at)
    if header & HAS_RIGHT:
        right, at = _read_id(source, at)
    if origin is None and right is None:
        parent, sub, at = _read_parent(source, at, bool(header & HAS_SUB))
    length, content, at = _read_content(source, at, kind)
    return Structure(client, clock, length, kind, origin, right, parent, sub, content), at


def _read_id(source: bytes, at: int) -> tuple[Id, int]:
    client, at = read_uint(source, at)
    clock, at = read_uint(source, at)
    return (client, clock), at


def _read_parent(source: bytes, at: int, has_sub: bool) -> tuple[Id | str, str | None, int]:
    is_root, at = read_uint(source, at)
    parent: Id | str
    if is_root == 1:
        parent, at = read_text(source, at)
    elif is_root == 0:
        parent, at = _read_id(source, at)
    else:
        raise Malformed("A parent is neither a root nor a structure.")
    sub = None
    if has_sub:
        sub, at = read_text(source, at)
    return parent, sub, at


def _read_content(source: bytes, at: int, kind: int) -> tuple[int, Any, int]:
    if kind == STRING:
        text, at = read_text(source, at)
        if not text:
            raise Malformed("A text is empty.")
        # Clocks count UTF-16 code units, as JavaScript does: two for a character beyond U+FFFF.
        return (len(text) if text.isascii() else utf16_length(text)), text, at
    if kind == VALUE:
        count, at = read_uint(source, at)
        if count != 1:
            raise Malformed("A structure holds several values.")
        value, at = read_value(source, at)
        return 1, value, at
    if kind == TYPE:
        return _read_type(source, at)
    if kind == FORMAT:
        mark, at = read_text(source, at)
        value, at = read_json(source, at)
        return 1, (mark, value), at
    if kind == DELETED:
        length, at = _read_length(source, at)
        return length, None, at
    raise Malformed(f"Structures of kind {kind} are not allowed.")


def _read_type(source: bytes, at: int) -> tuple[int, tuple[int, str], int]:
    type_, at = read_uint(source, at)
    if type_ not in ALLOWED_TYPES:
        raise Malformed(f"Shared types of kind {type_} are not allowed.")
    name = ""
    if type_ == XML_ELEMENT:
        name, at = read_text(source, at)
    return 1, (type_, name), at


def _read_length(source: bytes, at: int) -> tuple[int, int]:
    length, at = read_uint(source, at)
    if not 0 < length < MOST_CLOCK:
        raise Malformed("A structure has no length, or too much.")
    return length, at


def _read_deletions(source: bytes, at: int, caps: Caps) -> tuple[list[Deletion], int]:
    deletions: list[Deletion] = []
    clients, at = read_uint(source, at)
    for _ in range(clients):
        client, at = read_uint(source, at)
        count, at = read_uint(source, at)
        if len(deletions) + count > caps.deletions:
            raise Malformed("Too many deletions.")
        for _ in range(count):
            clock, at = read_uint(source, at)
            length, at = _read_length(source, at)
            deletions.append(Deletion(client, clock, length))
    return deletions, at


def utf16_length(text: str) -> int:
    """Return how many UTF-16 code units a text has.

    >>> utf16_length("a😀")
    3
    """
    return len(text) + sum(character > "\uffff" for character in text)

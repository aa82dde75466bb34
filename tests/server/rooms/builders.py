"""People, their copies of a plan, and updates written byte by byte."""

import random
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from pycrdt import Doc, Map, Text, XmlElement, XmlFragment, XmlText

from planning.tools import SCHEMA
from server.access import Role, Seat
from server.rooms.document import Document, new_document
from server.rooms.gate import Gate
from server.rooms.lib0 import write_bytes, write_uint
from server.rooms.messages import Message
from server.rooms.refusals import Rejection
from tests.builders import an_id

PLAN = an_id("plan")
NOON = "2027-01-11T12:00:00Z"


def a_seat(name: str = "anna", role: Role = Role.PARTICIPANT) -> Seat:
    """Return a seat of somebody at the plan."""
    return Seat(f"session of {name}", an_id(name), name.capitalize(), "Sales", role, PLAN)


def a_stamp(seat: Seat, at: str = NOON) -> dict[str, str]:
    """Return a stamp of the person in a seat."""
    return {"key": seat.participant, "name": seat.name, "department": seat.department, "at": at}


def a_record(section: str, **values: Any) -> Map[Any]:
    """Return a new record with all its fields, as a client makes it."""
    shared = {"text": Text, "xml": XmlFragment}
    fields = SCHEMA.sections[section].fields.items()
    return Map({k: shared[f.shared_type]() if f.shared_type else None for k, f in fields} | values)


def a_paragraph(words: str, kind: str = "paragraph", **attributes: Any) -> XmlElement:
    """Return a node of formatted text with some words."""
    return XmlElement(kind, attributes, [XmlText(words)])


class Copy:
    """Somebody's copy of a plan."""

    def __init__(self, source: Document | bytes, client: int | None = None) -> None:
        self.document: Doc[Any] = Doc(client_id=client or random.randrange(2**32))
        self.document.apply_update(source if isinstance(source, bytes) else source.get_update())

    def section(self, key: str) -> Any:
        """Return the map of a section."""
        return self.document.get(SCHEMA.tool_of[key].key, type=Map)[key]

    def change(self, change: Callable[[], Any]) -> bytes:
        """Change the copy, and return the update that says so."""
        before = self.document.get_state()
        with self.document.transaction():
            change()
        return self.document.get_update(before)


class Door:
    """A plan behind its gate, and one copy of it."""

    def __init__(self, document: Document | None = None, **options: Any) -> None:
        self.document = document or new_document(SCHEMA)
        self.gate = Gate(SCHEMA, self.document, {}, **options)
        self.copy = Copy(self.document)
        self.seat = a_seat()

    def section(self, key: str) -> Any:
        """Return the map of a section of the copy."""
        return self.copy.section(key)

    def admit(self, change: Callable[[], Any] | bytes, seat: Seat | None = None) -> Any:
        """Let a change through the gate and into the document."""
        update = change if isinstance(change, bytes) else self.copy.change(change)
        admitted = self.gate.admit(update, seat or self.seat)
        if admitted is not None:
            self.document.apply_update(admitted.update)
            self.gate.settle()
        return admitted

    def code_of(self, change: Callable[[], Any] | bytes, seat: Seat | None = None) -> str:
        """Return the code with which a change is refused, and forget the copy that it was made on."""
        return self.rejection_of(change, seat).code

    def rejection_of(self, change: Callable[[], Any] | bytes, seat: Seat | None = None) -> Rejection:
        """Return why a change is refused, having seen that nothing of it entered."""
        before = self.document.get_update()
        with pytest.raises(Rejection) as refusal:
            self.admit(change, seat)
        assert self.document.get_update() == before
        self.copy = Copy(self.document)
        return refusal.value


class Inbox:
    """A link that keeps what a room says to one person."""

    def __init__(self) -> None:
        self.messages: list[Message] = []
        self.is_closed = False

    def close(self) -> None:
        """End the connection."""
        self.is_closed = True

    def of(self, kind: type[Any]) -> list[Any]:
        """Return the messages of one kind."""
        return [message for message in self.messages if isinstance(message, kind)]


def deliver(links: Iterable[Any], *messages: Message) -> None:
    """Put messages into inboxes."""
    for link in links:
        link.messages += messages


def text(value: str) -> bytes:
    """Write a text as lib0 does."""
    return write_bytes(value.encode())


def an_update(*structures: bytes, client: int = 9, clock: int = 0, deletions: bytes = b"\x00") -> bytes:
    """Write an update of structures of one client."""
    if not structures:
        return b"\x00" + deletions
    head = b"\x01" + write_uint(len(structures)) + write_uint(client) + write_uint(clock)
    return head + b"".join(structures) + deletions


def deletions_of(client: int, *ranges: tuple[int, int]) -> bytes:
    """Write a set of deletions of one client."""
    pairs = b"".join(write_uint(clock) + write_uint(length) for clock, length in ranges)
    return b"\x01" + write_uint(client) + write_uint(len(ranges)) + pairs


def a_structure(
    kind: int,
    content: bytes,
    *,
    origin: tuple[int, int] | None = None,
    right: tuple[int, int] | None = None,
    parent: tuple[int, int] | str = "actions",
    sub: str | None = None,
) -> bytes:
    """Write one structure."""
    header, parts = kind, b""
    for neighbour, bit in ((origin, 0x80), (right, 0x40)):
        if neighbour is not None:
            header |= bit
            parts += write_uint(neighbour[0]) + write_uint(neighbour[1])
    if origin is None and right is None:
        if isinstance(parent, str):
            parts += b"\x01" + text(parent)
        else:
            parts += b"\x00" + write_uint(parent[0]) + write_uint(parent[1])
        if sub is not None:
            header |= 0x20
            parts += text(sub)
    return bytes([header]) + parts + content


ACTION, COMMENT = an_id("action"), an_id("comment")
ANNA, BEN = a_seat("anna"), a_seat("ben")


def a_used_door() -> Door:
    """Return a plan with one action and one comment of Anna's, behind its gate."""
    door = Door()
    door.admit(lambda: door.section("actions").update({ACTION: a_record("actions", title="Call")}), ANNA)
    comment = a_record("comments", written=a_stamp(ANNA), about=f"actions/{ACTION}")
    door.admit(lambda: door.section("comments").update({COMMENT: comment}), ANNA)
    return door


def of(door: Door, section: str, id: str | None = None) -> Any:
    """Return a record of the copy."""
    return door.section(section) if id is None else door.section(section)[id]

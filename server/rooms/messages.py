"""What a room says to the people at it; `server.sockets.protocol` writes it on the wire."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from server.access import Role


@dataclass(frozen=True)
class Edits:
    """Edits that are on the disk and in the plan; `saved` maps an author's key to their last n (W1)."""

    seq: int
    update: bytes
    saved: Mapping[str, int]


@dataclass(frozen=True)
class Rejected:
    """An edit that did not enter the plan (W5, W6)."""

    n: int
    code: str
    where: str
    message: str


@dataclass(frozen=True)
class Present:
    """Who is where: an awareness update."""

    update: bytes


@dataclass(frozen=True)
class You:
    """The reader's role or name is another now (W7)."""

    role: Role
    name: str
    department: str


@dataclass(frozen=True)
class Report:
    """What the plan works out by itself as of edit `seq`: the parts that changed, as JSON text by name."""

    seq: int
    parts: Mapping[str, str]


@dataclass(frozen=True)
class Refused:
    """The connection ends after this."""

    code: str
    message: str


Message = Edits | Rejected | Present | You | Report | Refused


class Link(Protocol):
    """A connection to one person, as a room sees it."""

    def close(self) -> None:
        """End the connection after what was sent is written."""


class Deliver(Protocol):
    """Send messages over many links, serialised once and in one go; never waits."""

    def __call__(self, links: Iterable[Link], *messages: Message) -> None: ...

"""Every message of the wire (Socket.IO, namespace `/plan`).

A client connects to `/socket.io/?plan=ID`, with the session cookie or `auth: {"token": …}`. Who
may not is answered with a connect error whose data are an `ErrorData`. Yjs bytes travel as base64
text. The events, with their arguments in order:

| event      | from   | arguments                                                     |
|------------|--------|---------------------------------------------------------------|
| `open`     | client | `OpenRequest`; acknowledged with `OpenAnswer` or `ErrorAnswer` |
| `edit`     | client | `n: int, update: str`; n counts up from 1 since the last `open` |
| `edits`    | server | `seq: int, update: str, saved: dict[str, int]`                |
| `rejected` | server | `RejectedData`                                                |
| `presence` | both   | `update: str`, an awareness update of y-protocols             |
| `you`      | server | `YouData`                                                     |
| `report`   | server | `seq: int, parts: object`                                     |
| `refused`  | server | `ErrorData`; then the connection closes                       |

`edits` holds what entered the plan up to `seq`, merged into one update, which is empty when it only
acknowledges. `saved` maps the key of an author (`you.key`) to their last `n` that is on the disk,
and all before it: the only receipt there is (W1). After `rejected` nothing more is taken from the
connection until it sends `open` again (W6).

`report` holds what the plan works out by itself as of edit `seq`, in named parts; a client keeps each
part until another of that name comes. After `open` it gets all that there are.

In `presence` the server keeps only `at` and `cursor` of a client's state and adds `user`: a
`PresentUser` (D6). A client may show exactly one state, that of its own document's client identifier.
"""

import json
from base64 import b64encode
from typing import Any, Literal, NotRequired, TypedDict

from server.rooms.messages import Edits, Message, Present, Refused, Rejected, Report, You

NAMESPACE = "/plan"

_json = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False).encode

RejectionCode = Literal[
    "read_only",
    "malformed",
    "too_large",
    "too_many",
    "gap",
    "not_yours",
    "unknown_field",
    "invalid",
    "raw_deletion",
    "shared_text_replaced",
    "not_allowed",
]
"""Why an edit did not enter the plan."""

RefusalCode = Literal[
    "signed_out", "removed", "in_bin", "slow", "flood", "storage", "reread", "moved", "stopping"
]
"""Why a connection ends. After `signed_out`, `removed` and `in_bin` the local copy must go; after the
others the client reconnects by itself, and sends again what was not saved."""

ConnectErrorCode = Literal["sign_in_needed", "unknown_plan"]

OpenErrorCode = Literal["malformed", "unknown_plan", "stopping", "storage"]


class OpenRequest(TypedDict):
    """What the client has: nothing, or a copy of a lineage and its Yjs state vector."""

    lineage: NotRequired[str]
    state_vector: NotRequired[str]


class YouAnswer(TypedDict):
    """Who the client is: `key` names the connection, `participant` the person."""

    key: str
    participant: str
    name: str
    role: Literal["owner", "facilitator", "participant", "viewer"]
    department: str


class LimitsAnswer(TypedDict):
    """What a connection may use; beyond it edits are rejected or the connection is refused."""

    update_bytes: int
    edits_per_second: int
    presence_bytes: int
    text_length: int


class OpenAnswer(TypedDict):
    """What the client lacks. With `reset`, its copy is of another lineage: throw it away (D2).

    After it the client sends what the server lacks by `state_vector`, if anything: in one edit, or in
    several of which each can be applied by itself.
    """

    lineage: str
    reset: bool
    update: str
    state_vector: str
    seq: int
    you: YouAnswer
    limits: LimitsAnswer
    workshop: None


class ErrorData(TypedDict):
    """A stable code, and a sentence for people."""

    code: str
    message: str


class ErrorAnswer(TypedDict):
    """The answer to an `open` that cannot be served."""

    error: ErrorData


class RejectedData(TypedDict):
    """Edit `n` did not enter. `where` is `section/id/field`, or less of it, or empty."""

    n: int
    code: RejectionCode
    where: str
    message: str


class YouData(TypedDict):
    """The client's role or name is another now (W7)."""

    role: Literal["owner", "facilitator", "participant", "viewer"]
    name: str
    department: str


class PresentUser(TypedDict):
    """Who a presence state is of, from the server's session."""

    key: str
    participant: str
    name: str
    department: str
    color: str


def packet_of(message: Message) -> str:
    """Return a message as a Socket.IO packet, with its Engine.IO type in front.

    >>> packet_of(Edits(7, b"", {"a": 3}))
    '42/plan,["edits",7,"",{"a":3}]'
    """
    return f"42{NAMESPACE},{_event(message)}"


def _event(message: Message) -> str:
    # Of what is long nothing has to be looked through: it is base64, or JSON already.
    if isinstance(message, Edits):
        return f'["edits",{message.seq},"{text_of(message.update)}",{_json(message.saved)}]'
    if isinstance(message, Present):
        return f'["presence","{text_of(message.update)}"]'
    if isinstance(message, Report):
        parts = ",".join(f"{_json(name)}:{part}" for name, part in message.parts.items())
        return f'["report",{message.seq},{{{parts}}}]'
    return _json(_arguments(message))


def _arguments(message: Rejected | You | Refused) -> list[Any]:
    if isinstance(message, Rejected):
        return ["rejected", vars(message)]
    if isinstance(message, You):
        return ["you", YouData(role=message.role.value, name=message.name, department=message.department)]
    return ["refused", ErrorData(code=message.code, message=message.message)]


def text_of(content: bytes) -> str:
    """Return bytes as they travel."""
    return b64encode(content).decode()

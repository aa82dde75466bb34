"""How the server and the process that makes reports talk over a socket.

A frame is one byte of kind, four bytes of length (big-endian) and the payload. The payload is a
JSON object on one line, the head, and after it the pieces whose sizes in bytes the head lists as
`sizes`. Every frame about a plan names it in its head as `plan`.

To the child
  OPENED `rows`, `period`, `is_authored`: a plan is live; pieces are all of it, as updates in order, and
    before them, when `is_authored`, who wrote what of the first one
  EDITED `rows`: the pieces entered a plan
  CLOSED: a plan is not live any more
  PERIOD `period`: a plan runs from one day to another now; two dates, or null
  TODAY `today`: which day it is; answered with HERE
  ASKED `ask`, `question`, and what belongs to it, some of it as pieces: asks something (see `questions`)
  TOLD `seconds`: how long telling the last parts kept everybody waiting

`rows` are the number, author and moment (UTC, ISO 8601) of each edit; a snapshot has no author.

From the child
  READY: it has started
  BEGUN: what follows, or the end of the process, is this plan's doing
  PARTS `seq`, `names`: the pieces are the parts of a report that changed, as JSON; may be none
  ANSWER `ask`: the pieces answer it
  DAY `seq`, `at`: the pieces are a version of a plan as it was before the first edit of another day, and
    who wrote what of it; its last edit had this number and was at this moment
  FAILED `error`, `at`, sometimes `ask`: something raised, and where, without its words: they may
    quote the plan
  HERE: it lives
"""

import json
import struct
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

OPENED, EDITED, CLOSED, PERIOD, TODAY, ASKED, TOLD = b"O", b"E", b"C", b"D", b"T", b"Q", b"S"
READY, BEGUN, PARTS, ANSWER, DAY, FAILED, HERE = b"R", b"B", b"P", b"A", b"V", b"F", b"H"

HEADER = struct.Struct("!cI")


class Frame(NamedTuple):
    """One message, read."""

    kind: bytes
    head: dict[str, Any]
    pieces: list[bytes]


def pack(kind: bytes, pieces: Sequence[bytes] = (), **head: Any) -> bytes:
    """Return a frame as bytes.

    >>> unpack = Frames()
    >>> list(unpack.take(pack(EDITED, [b"update"], plan="p", seq=7)))
    [Frame(kind=b'E', head={'plan': 'p', 'seq': 7}, pieces=[b'update'])]
    """
    sizes = {"sizes": [len(piece) for piece in pieces]} if pieces else {}
    payload = b"\n".join([json.dumps(head | sizes).encode(), b"".join(pieces)])
    return HEADER.pack(kind, len(payload)) + payload


class Frames:
    """Puts together what a socket gives in parts."""

    def __init__(self) -> None:
        self._rest = bytearray()

    def take(self, received: bytes) -> Iterator[Frame]:
        """Yield every frame that is whole with these bytes."""
        self._rest += received
        while len(self._rest) >= HEADER.size:
            kind, length = HEADER.unpack_from(self._rest)
            end = HEADER.size + length
            if len(self._rest) < end:
                return
            payload = bytes(self._rest[HEADER.size : end])
            del self._rest[:end]
            yield _unpack(kind, payload)


def _unpack(kind: bytes, payload: bytes) -> Frame:
    line, _, body = payload.partition(b"\n")
    head = json.loads(line)
    pieces, start = [], 0
    for size in head.pop("sizes", ()):
        pieces.append(body[start : start + size])
        start += size
    return Frame(kind, head, pieces)

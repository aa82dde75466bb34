"""How the server and its renderer talk over a pair of pipes.

A frame is one byte of kind, four bytes of length (big-endian) and the payload. To the
renderer: PLAN (a manuscript) or PAGE (a whole HTML page). From it: READY once it has
started, PROGRESS (a JSON number from 0 to 1) any number of times, then DOCUMENT (the PDF)
or FAILURE (JSON `{"code", "message", "remedy"}`).
"""

import struct
from typing import BinaryIO

PLAN, PAGE = b"L", b"H"
READY, PROGRESS, DOCUMENT, FAILURE = b"R", b"P", b"D", b"F"

HEADER = struct.Struct("!cI")
MOST = 256 * 1024 * 1024
"""Bytes of the longest frame; a document never comes near it, a torn stream would."""


def write_frame(pipe: BinaryIO, kind: bytes, payload: bytes = b"") -> None:
    """Write one frame whole."""
    pipe.write(HEADER.pack(kind, len(payload)) + payload)
    pipe.flush()


def read_frame(pipe: BinaryIO) -> tuple[bytes, bytes] | None:
    """Return kind and payload of the next frame, or None when the other side has gone."""
    header = _read_exactly(pipe, HEADER.size)
    if header is None:
        return None
    kind, length = HEADER.unpack(header)
    if length > MOST:
        return None
    payload = _read_exactly(pipe, length)
    return None if payload is None else (kind, payload)


def _read_exactly(pipe: BinaryIO, length: int) -> bytes | None:
    # A pipe gives what it has, and under gevent that may be less than was asked for.
    parts: list[bytes] = []
    while length:
        part = pipe.read(length)
        if not part:
            return None
        parts.append(part)
        length -= len(part)
    return b"".join(parts)

"""The byte encoding that Yjs uses (lib0): variable-length integers, texts and plain values.

Read strictly, because the library that applies an update trusts its bytes: it takes invalid
UTF-8 as it is, and recurses as deep as the bytes say. Every reader takes the bytes and a
position, and returns what it read and the position after it.
"""

import json
import math
from struct import unpack_from
from typing import Any

DEEPEST = 32
"""How deep a plain value may nest (W4)."""

GREATEST = 2**53
"""Integers stay below it: a JavaScript number holds no more."""


class Malformed(ValueError):
    """Bytes that no client of this protocol writes."""


def read_uint(source: bytes, at: int) -> tuple[int, int]:
    """Read an integer of seven bits a byte, the lowest first.

    >>> read_uint(bytes([0xAC, 0x02]), 0)
    (300, 2)
    """
    byte = source[at]
    if byte < 128:
        return byte, at + 1
    number, shift = byte & 127, 7
    while True:
        at += 1
        byte = source[at]
        number |= (byte & 127) << shift
        if byte < 128:
            break
        shift += 7
        if shift > 49:
            raise Malformed("An integer has too many bytes.")
    if number >= GREATEST:
        raise Malformed("An integer is too large.")
    return number, at + 1


def read_bytes(source: bytes, at: int) -> tuple[bytes, int]:
    """Read a length and as many bytes."""
    length, at = read_uint(source, at)
    end = at + length
    if end > len(source):
        raise Malformed("The bytes end too early.")
    return source[at:end], end


def read_text(source: bytes, at: int) -> tuple[str, int]:
    """Read a length in bytes and a text in valid UTF-8."""
    written, at = read_bytes(source, at)
    return written.decode(), at


def read_json(source: bytes, at: int) -> tuple[Any, int]:
    """Read a plain value written as JSON text."""
    text, at = read_text(source, at)
    return parse_json(text), at


def parse_json(text: str) -> Any:
    """Return the value of a JSON text, strictly: no deep nesting, no number that is not finite.

    Raises
    ------
    Malformed
        When it is anything else.
    """
    try:
        value = json.loads(text, parse_constant=_refuse_constant, parse_float=_parse_float)
    except (ValueError, RecursionError):
        raise Malformed("A value is no JSON, or nested too deep.") from None
    if isinstance(value, dict | list):
        _require_shallow(value, DEEPEST)
    return value


def _refuse_constant(name: str) -> None:
    raise Malformed(f"{name} is no JSON.")


def _parse_float(digits: str) -> float:
    return _finite(float(digits))


def _require_shallow(value: Any, left: int) -> None:
    if left == 0:
        raise Malformed("A value is nested too deep.")
    for part in value.values() if isinstance(value, dict) else value:
        if isinstance(part, dict | list):
            _require_shallow(part, left - 1)


def read_value(source: bytes, at: int, left: int = DEEPEST) -> tuple[Any, int]:
    """Read a plain value: text, number, yes or no, null, or a list or mapping of these.

    What JSON cannot say (undefined, bytes, big integers, not-a-number) is malformed.
    """
    tag = source[at]
    at += 1
    if tag == 119:
        return read_text(source, at)
    if tag == 125:
        return _read_int(source, at)
    if tag == 124:
        return _finite(unpack_from(">f", source, at)[0]), at + 4
    if tag == 123:
        return _finite(unpack_from(">d", source, at)[0]), at + 8
    if tag in _CONSTANTS:
        return _CONSTANTS[tag], at
    if tag == 117:
        return _read_list(source, at, left - 1)
    if tag == 118:
        return _read_mapping(source, at, left - 1)
    raise Malformed(f"Values of kind {tag} are not allowed.")


_CONSTANTS = {120: True, 121: False, 126: None}


def _finite(number: float) -> float:
    if not math.isfinite(number):
        raise Malformed("A number is not finite.")
    return number


def _read_int(source: bytes, at: int) -> tuple[int, int]:
    first = source[at]
    number, shift, byte = first & 63, 6, first
    while byte > 127:
        at += 1
        byte = source[at]
        number |= (byte & 127) << shift
        shift += 7
        if number >= GREATEST or shift > 62:
            raise Malformed("An integer is too large.")
    return (-number if first & 64 else number), at + 1


def _read_list(source: bytes, at: int, left: int) -> tuple[list[Any], int]:
    count, at = _read_count(source, at, left)
    values = []
    for _ in range(count):
        value, at = read_value(source, at, left)
        values.append(value)
    return values, at


def _read_mapping(source: bytes, at: int, left: int) -> tuple[dict[str, Any], int]:
    count, at = _read_count(source, at, left)
    values = {}
    for _ in range(count):
        key, at = read_text(source, at)
        values[key], at = read_value(source, at, left)
    return values, at


def _read_count(source: bytes, at: int, left: int) -> tuple[int, int]:
    if left < 0:
        raise Malformed("A value is nested too deep.")
    count, at = read_uint(source, at)
    if count > len(source) - at:
        raise Malformed("More values are announced than there are bytes.")
    return count, at


def write_uint(number: int) -> bytes:
    """Write an integer as `read_uint` reads it."""
    written = bytearray()
    while number > 127:
        written.append(number & 127 | 128)
        number >>= 7
    written.append(number)
    return bytes(written)


def write_bytes(content: bytes) -> bytes:
    """Write bytes as `read_bytes` reads them."""
    return write_uint(len(content)) + content


def write_state_vector(clocks: dict[int, int]) -> bytes:
    """Write client identifiers and their next clocks as Yjs writes a state vector."""
    pairs = (write_uint(client) + write_uint(clock) for client, clock in clocks.items())
    return write_uint(len(clocks)) + b"".join(pairs)


def read_state_vector(source: bytes) -> dict[int, int]:
    """Read what `write_state_vector` writes.

    Raises
    ------
    Malformed
        When the bytes are anything else.
    """
    clocks = {}
    try:
        count, at = read_uint(source, 0)
        for _ in range(count):
            client, at = read_uint(source, at)
            clocks[client], at = read_uint(source, at)
    except IndexError:
        raise Malformed("The bytes end too early.") from None
    if at != len(source):
        raise Malformed("There are bytes after the end.")
    return clocks

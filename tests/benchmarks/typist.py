"""The edits of somebody who types, written byte by byte: the crowd must cost less than the server.

Each edit adds the moment it was made to the end of one shared text, so that whoever sees it knows
how long it took.
"""

import re

from pycrdt import Doc, Map, Text

from planning.tools import SCHEMA
from server.rooms.lib0 import write_bytes, write_uint
from server.rooms.updates import decode_update

MARK = re.compile(rb"\[(\d+)\.(\d+)\.(\d+)\]")
"""Person, number of the edit, and the moment in microseconds."""

LONGEST = 4_000
"""Characters after which the older half of the text goes."""

FIRST_CLIENT = 1_000


class Typist:
    """Somebody with a record of their own, in whose notes they type."""

    def __init__(self, number: int) -> None:
        self.number, self.client = number, FIRST_CLIENT + number
        self._text = self._clock = self._start = 0
        self._has_typed = False

    def first_update(self, base: bytes) -> bytes:
        """Return the update that makes the record in a plan that holds `base`."""
        document: Doc[Map] = Doc(client_id=self.client)
        document.apply_update(base)
        before = document.get_state()
        fields = SCHEMA.sections["actions"].fields.items()
        record = {name: Text() if field.shared_type == "text" else None for name, field in fields}
        document.get("actions", type=Map)["actions"][f"person{self.number:04d}".ljust(21, "_")] = Map(record)
        update = document.get_update(before)
        structures = decode_update(update).structures
        self._text = next(one.clock for one in structures if one.sub == "notes")
        self._clock = self._start = structures[-1].clock + 1
        return update

    def type(self, n: int, moment: float) -> bytes:
        """Return the update that adds a mark to the notes."""
        mark = b"[%d.%d.%d]" % (self.number, n, int(moment * 1e6))
        client = write_uint(self.client)
        if self._has_typed:
            head = b"\x84" + client + write_uint(self._clock - 1)
        else:
            head = b"\x04\x00" + client + write_uint(self._text)
        update = b"\x01\x01" + client + write_uint(self._clock) + head + write_bytes(mark) + self._erase()
        self._clock += len(mark)
        self._has_typed = True
        return update

    def _erase(self) -> bytes:
        length = self._clock - self._start
        if length <= LONGEST:
            return b"\x00"
        start, half = self._start, length // 2
        self._start += half
        return b"\x01" + write_uint(self.client) + b"\x01" + write_uint(start) + write_uint(half)

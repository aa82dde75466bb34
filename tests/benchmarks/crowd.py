"""Many people at one plan, in one process: raw WebSocket clients as cheap as they can be.

Every edit carries the moment it was made in its text, so that whoever sees it knows how long it
took. Only a few people read what they get; the others answer pings and count.
"""

import json
import os
import re
import struct
from base64 import b64decode, b64encode
from itertools import islice
from time import monotonic
from typing import Any

import gevent
from gevent import socket
from gevent.event import Event
from pycrdt import Doc, Map, Text

MARK = re.compile(rb"\[(\d+)\.(\d+)\.(\d+)\]")
"""Person, number of the edit, and the moment in microseconds."""

RECEIPT = re.compile(rb'"([\w-]{16})":(\d+)')
LONGEST = 4_000


def person_id(number: int) -> str:
    """Return the identifier of the record a person types in."""
    return f"person{number:04d}".ljust(21, "_")


class Person:
    """One connection. `reads` says whether it looks for marks and receipts."""

    def __init__(self, number: int, host: str, port: int, plan: str, *, reads: bool) -> None:
        self.number, self.reads, self.plan = number, reads, plan
        self.frames = self.octets = self.n = 0
        self.key = b""
        self.seen: list[float] = []
        self.marks: set[tuple[int, int]] = set()
        self.sent_at: dict[int, float] = {}
        self.durable: list[float] = []
        self.is_gone = False
        self._opened = Event()
        self._rest = b""
        self._socket = socket.create_connection((host, port))
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._shake_hands(f"{host}:{port}")
        self._text: Text
        self._document: Doc[Any] = Doc(client_id=1_000 + number)
        gevent.spawn(self._read)

    def open(self) -> None:
        """Open the plan and wait for the answer."""
        self._send("40/plan,")
        self._send('42/plan,1["open",{}]')
        assert self._opened.wait(30)

    def sit_down(self, fields: dict[str, str]) -> None:
        """Make the record this person types in; `fields` are the shared types of its fields."""
        actions = self._document.get("actions", type=Map)["actions"]
        record = {name: Text() if kind == "text" else None for name, kind in fields.items()}
        before = self._document.get_state()
        actions[person_id(self.number)] = Map(record)
        self._text = actions[person_id(self.number)]["notes"]
        self._edit(before)

    def type(self) -> None:
        """Type the present moment."""
        moment = monotonic()
        mark = f"[{self.number}.{self.n + 1}.{int(moment * 1e6)}]"
        before = self._document.get_state()
        with self._document.transaction():
            if len(self._text) > LONGEST:
                del self._text[: LONGEST // 2]
            self._text.insert(len(self._text), mark)
        self._edit(before)
        self.sent_at[self.n] = moment

    def leave(self) -> None:
        """End the connection."""
        self.is_gone = True
        self._socket.close()

    def _edit(self, before: bytes) -> None:
        self.n += 1
        update = b64encode(self._document.get_update(before)).decode()
        self._send(f'42/plan,["edit",{self.n},"{update}"]')

    def _shake_hands(self, host: str) -> None:
        self._socket.sendall(
            f"GET /socket.io/?EIO=4&transport=websocket&plan={self.plan} HTTP/1.1\r\nHost: {host}\r\n"
            "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            f"Sec-WebSocket-Key: {b64encode(os.urandom(16)).decode()}\r\n"
            f"Cookie: tavolo=person{self.number}\r\n\r\n".encode()
        )
        answer = b""
        while b"\r\n\r\n" not in answer:
            answer += self._socket.recv(4096)
        assert b" 101 " in answer, answer
        self._rest = answer.split(b"\r\n\r\n", 1)[1]

    def _send(self, text: str) -> None:
        content = text.encode()
        # A mask of zeros changes nothing, and is allowed.
        length = len(content)
        head = (
            struct.pack("!BB", 0x81, 0x80 | length)
            if length < 126
            else struct.pack("!BBH", 0x81, 0xFE, length)
        )
        self._socket.sendall(head + b"\0\0\0\0" + content)

    def _read(self) -> None:
        rest = self._rest
        while True:
            try:
                received = self._socket.recv(65536)
            except OSError:
                received = b""
            if not received:
                self.is_gone = True
                return
            now = monotonic()
            rest = self._take(rest + received if rest else received, now)

    def _take(self, buffer: bytes, now: float) -> bytes:
        at, size = 0, len(buffer)
        while size - at >= 2:
            length, start = buffer[at + 1], at + 2
            if length == 126:
                length, start = int.from_bytes(buffer[at + 2 : at + 4], "big"), at + 4
            elif length == 127:
                length, start = int.from_bytes(buffer[at + 2 : at + 10], "big"), at + 10
            if start + length > size:
                break
            self.frames += 1
            self.octets += length
            if self.reads or length < 2 or not self._opened.is_set():
                self._take_frame(buffer[start : start + length], now)
            at = start + length
        return buffer[at:]

    def _take_frame(self, frame: bytes, now: float) -> None:
        if frame == b"2":
            self._send("3")
        elif frame.startswith(b"43/plan,1"):
            answer = json.loads(frame[9:])[0]
            self.key = answer["you"]["key"].encode()
            self._document.apply_update(b64decode(answer["update"]))
            self._opened.set()
        elif self.reads and frame.startswith(b'42/plan,["edits"'):
            self._take_edits(frame, now)

    def _take_edits(self, frame: bytes, now: float) -> None:
        update = frame.split(b'"', 4)[3]
        for person, n, moment in MARK.findall(b64decode(update)):
            self.marks.add((int(person), int(n)))
            self.seen.append(now - int(moment) / 1e6)
        if self.key in frame:
            for key, n in RECEIPT.findall(frame):
                if key == self.key:
                    self._take_receipt(int(n), now)

    def _take_receipt(self, n: int, now: float) -> None:
        # Numbers ascend, so everything up to n comes first.
        for number in list(islice((k for k in self.sent_at if k <= n), None)):
            self.durable.append(now - self.sent_at.pop(number))

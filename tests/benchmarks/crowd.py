"""Many people at some plans, in one process: raw WebSocket clients as cheap as they can be.

Only a few people read what they get; the others answer pings and count. No greenlets and no
library stand between a socket and its person, so that little of a latency is the crowd's own.
"""

import heapq
import os
import select
import socket
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass, field
from time import monotonic

from tests.benchmarks.typist import MARK, Typist
from tests.benchmarks.wires import Wire, awareness, frame

CHUNK = 256 * 1024
PATIENCE = 60.0

SHOW_EVERY = 20.0
"""Seconds after which a page shows again that somebody is there."""


@dataclass(eq=False)
class Person:
    """One connection. `reads` says whether it looks for marks and receipts."""

    number: int
    plan: str
    wire: Wire
    socket: socket.socket
    typist: Typist
    reads: bool = False
    n: int = 0
    shown: int = 0
    is_open: bool = False
    is_gone: bool = False
    frames: int = 0
    octets: int = 0
    rest: bytes = b""
    seen: list[float] = field(default_factory=list)
    marks: set[tuple[int, int]] = field(default_factory=set)
    sent_at: dict[int, float] = field(default_factory=dict)
    durable: list[float] = field(default_factory=list)

    def take(self, now: float) -> None:
        """Take in what has come."""
        try:
            received = self.socket.recv(CHUNK)
        except BlockingIOError:
            return
        except OSError:
            received = b""
        if not received:
            self.is_gone = True
            return
        self.octets += len(received)
        self._split(self.rest + received if self.rest else received, now)

    def say(self, content: bytes) -> None:
        """Write frames; they are small, so the system takes them whole."""
        if not self.is_gone:
            try:
                self.socket.sendall(content)
            except OSError:
                self.is_gone = True

    def type(self, base: bytes = b"") -> None:
        """Type the present moment, or make the record to type in when `base` is given."""
        self.n += 1
        moment = monotonic()
        update = self.typist.first_update(base) if base else self.typist.type(self.n, moment)
        self.sent_at[self.n] = moment
        self.say(self.wire.edit(self.n, update))

    def show(self) -> None:
        """Show that one is there."""
        self.shown += 1
        self.say(self.wire.show(awareness(self.typist.client, self.shown)))

    def _split(self, buffer: bytes, now: float) -> None:
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
            if self.reads or length < 2 or not self.is_open:
                self._take_frame(buffer[at] & 15, buffer[start : start + length], now)
            at = start + length
        self.rest = buffer[at:]

    def _take_frame(self, opcode: int, content: bytes, now: float) -> None:
        if opcode == 9:
            self.say(frame(content, 0x8A))
        elif content == b"2" and opcode == 1:
            self.say(frame(b"3"))
        elif not self.is_open:
            self.is_open = self.wire.is_welcome(content)
        elif self.reads:
            for person, n, moment in MARK.findall(self.wire.seen(content)):
                self.marks.add((int(person), int(n)))
                self.seen.append(now - int(moment) / 1e6)
            self._take_receipt(self.wire.receipt(content), now)

    def _take_receipt(self, upto: int, now: float) -> None:
        # Numbers ascend, so everything up to it comes first.
        while self.sent_at and (first := next(iter(self.sent_at))) <= upto:
            self.durable.append(now - self.sent_at.pop(first))


class Crowd:
    """Everybody, and the loop in which they live."""

    def __init__(self, port: int) -> None:
        self._port = port
        self.people: list[Person] = []
        self._by_file: dict[int, Person] = {}
        self._poll = select.epoll()

    def join(self, wire: Wire, plan: str) -> Person:
        """Let one more person in, who is welcome before this returns."""
        connection = socket.create_connection(("127.0.0.1", self._port), timeout=PATIENCE)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        number = len(self.people)
        person = Person(number, plan, wire, connection, Typist(number))
        person.rest = _shake_hands(connection, wire, f"127.0.0.1:{self._port}")
        connection.setblocking(False)
        self.people.append(person)
        self._by_file[connection.fileno()] = person
        self._poll.register(connection.fileno(), select.EPOLLIN)
        person.say(wire.greet())
        until = monotonic() + PATIENCE
        while not person.is_open:
            assert not person.is_gone, f"person {number} is sent away"
            assert monotonic() < until, f"person {number} is not let in"
            self.turn(until)
        person.show()
        return person

    def turn(self, until: float) -> None:
        """Take in what comes before a moment, at most once."""
        events = self._poll.poll(max(0.0, until - monotonic()))
        now = monotonic()
        people = [self._by_file[file] for file, _ in events]
        # Who measures comes first: else the others' frames would be a part of every latency.
        for reads in (True, False):
            for person in people:
                if person.reads is reads:
                    person.take(now if not reads else monotonic())
                    if person.is_gone:
                        self._poll.unregister(person.socket.fileno())
                        del self._by_file[person.socket.fileno()]

    def rest(self, seconds: float) -> None:
        """Take in what comes for some seconds."""
        until = monotonic() + seconds
        while monotonic() < until:
            self.turn(until)

    def type(self, typists: Sequence[Person], rate: float, rounds: int) -> None:
        """Let some people type `rounds` edits each, `rate` a second, evenly spread."""
        start = monotonic() + 0.1
        due = [(start + n / len(typists) / rate, n, 0) for n in range(len(typists))]
        shows = [(start + SHOW_EVERY * (1 + n / len(self.people)), n, -1) for n in range(len(self.people))]
        heapq.heapify(due)
        left = len(due)
        while left:
            at, number, round = due[0]
            if shows[0][0] < at:
                at, number, round = shows[0]
            if at > monotonic():
                self.turn(at)
            elif round < 0:
                self.people[number].show()
                heapq.heapreplace(shows, (at + SHOW_EVERY, number, -1))
            else:
                typists[number].type()
                if round + 1 < rounds:
                    heapq.heapreplace(due, (at + 1 / rate, number, round + 1))
                else:
                    heapq.heappop(due)
                    left -= 1

    def leave(self) -> None:
        """End every connection."""
        for person in self.people:
            person.socket.close()
        self._poll.close()


def _shake_hands(connection: socket.socket, wire: Wire, host: str) -> bytes:
    """Upgrade a connection, and return what came behind the answer."""
    cookie = f"Cookie: {wire.cookie}\r\n" if wire.cookie else ""
    connection.sendall(
        f"GET {wire.path} HTTP/1.1\r\nHost: {host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        f"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {b64encode(os.urandom(16)).decode()}\r\n"
        f"{cookie}\r\n".encode()
    )
    answer = b""
    while b"\r\n\r\n" not in answer:
        received = connection.recv(4096)
        assert received, answer
        answer += received
    assert b" 101 " in answer, answer
    return answer.split(b"\r\n\r\n", 1)[1]

"""Replicas that lose, repeat, reorder and miss messages end up equal."""

import os
import random
from typing import Any

import gevent
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pycrdt import XmlText

from planning.tools import SCHEMA
from server.access import Role
from server.rooms.document import document_from, new_document, read_plan
from server.rooms.folding import contents_of, same_content
from server.rooms.gate import Gate
from server.rooms.refusals import Rejection
from tests.builders import an_id
from tests.server.rooms.builders import Copy, a_paragraph, a_record, a_seat, a_stamp
from tests.server.rooms.yjs import replay

SCHEDULES = 10_000 if os.environ.get("TAVOLO_SOAK") else 200
NAMES = ("anna", "ben", "carla", "dario")
WORDS = ("a", "Bé", "😀", "longer words ", "\n")
STATUSES = ("to_do", "doing", "done")


class Client:
    """One person whose messages to and from the server may be late, twice or lost."""

    def __init__(self, server: "Server", number: int) -> None:
        self.server, self.seat = server, a_seat(NAMES[number], Role.PARTICIPANT)
        self.taken = [server.document.get_update()]
        self.copy = Copy(self.taken[0], client=100 + number)
        self.outbox: list[bytes] = []
        self.inbox: list[bytes] = []

    def act(self, chance: random.Random) -> None:
        """Do something to the plan."""
        before = self.copy.document.get_state()
        with self.copy.document.transaction():
            chance.choice([self._type, self._erase, self._set, self._add, self._bin, self._format])(chance)
        update = self.copy.document.get_update(before)
        self.taken.append(update)
        self.outbox.append(update)

    def receive(self, update: bytes) -> None:
        """Take what the server says."""
        self.taken.append(update)
        self.copy.document.apply_update(update)

    def _type(self, chance: random.Random) -> None:
        text = self.copy.section("profile")["vision"]
        places = [n for n in range(len(text) + 1) if is_whole(str(text), n)]
        text.insert(chance.choice(places), chance.choice(WORDS))

    def _erase(self, chance: random.Random) -> None:
        text = self.copy.section("profile")["vision"]
        places = [n for n in range(len(text) + 1) if is_whole(str(text), n)]
        start, end = sorted(chance.choices(places, k=2))
        del text[start:end]

    def _set(self, chance: random.Random) -> None:
        self.copy.section("profile")["employees"] = chance.randrange(100)

    def _add(self, chance: random.Random) -> None:
        id = an_id(f"{self.seat.name}{chance.randrange(10**6)}")
        self.copy.section("actions")[id] = a_record("actions", status=chance.choice(STATUSES), order="a0")

    def _bin(self, chance: random.Random) -> None:
        records = self.copy.section("actions")
        # What came out of order is not whole yet, and a page does not show it either.
        whole = [id for id in sorted(records.keys()) if {"removed", "notes"} <= set(records[id].keys())]
        if whole:
            record = records[chance.choice(whole)]
            record["removed"] = None if record["removed"] else a_stamp(self.seat)
            record["notes"].insert(0, chance.choice(WORDS))

    def _format(self, chance: random.Random) -> None:
        nodes = self.copy.section("profile")["priorities"].children
        count = len(nodes)
        if count and chance.random() < 0.3:
            del nodes[chance.randrange(count)]
        elif count and chance.random() < 0.7:
            for child in nodes[chance.randrange(count)].children:
                if isinstance(child, XmlText):
                    words = chance.choice(WORDS)
                    child.insert(0, words)
                    child.format(0, len(words.encode()), {"bold": {} if chance.random() < 0.7 else None})
        else:
            nodes.insert(chance.randrange(count + 1), a_paragraph(chance.choice(WORDS)))

    def reconnect(self) -> None:
        """Start again by state vectors, as after any loss."""
        self.inbox.clear()
        lacks = self.copy.document.get_update(self.server.document.get_state())
        self.receive(self.server.document.get_update(self.copy.document.get_state()))
        self.outbox = [lacks]


class Server:
    """The document behind its gate, and whoever is connected."""

    def __init__(self) -> None:
        self.document = new_document(SCHEMA)
        self.gate = Gate(SCHEMA, self.document, {})
        self.log = [self.document.get_update()]
        self.clients = [Client(self, number) for number in range(len(NAMES))]

    def take(self, client: Client, update: bytes) -> None:
        """Take an edit, and tell everybody."""
        admitted = self.gate.admit(update, client.seat)
        if admitted is not None:
            self.document.apply_update(admitted.update)
            self.gate.settle()
            self.log.append(admitted.update)
            for other in self.clients:
                other.inbox.append(admitted.update)


def is_whole(text: str, at: int) -> bool:
    """Return whether no character is cut in two there: the library counts in bytes, and no editor does it."""
    try:
        text.encode()[:at].decode()
    except UnicodeDecodeError:
        return False
    return True


def run(seed: int, steps: int) -> Server:
    """Let four people work over a bad network, then bring everybody together."""
    chance, server = random.Random(seed), Server()
    for _ in range(steps):
        client = chance.choice(server.clients)
        _step(client, server, chance)
    for client in server.clients:
        client.reconnect()
        for update in client.outbox:
            server.take(client, update)
    for client in server.clients:
        client.reconnect()
    return server


def _step(client: Client, server: Server, chance: random.Random) -> None:
    match chance.choices(["act", "send", "twice", "receive", "reorder", "lose"], [6, 5, 1, 5, 1, 1])[0]:
        case "act":
            client.act(chance)
        case "send" if client.outbox:
            server.take(client, client.outbox.pop(0))
        case "twice" if client.outbox:
            server.take(client, client.outbox[0])
        case "receive" if client.inbox:
            client.receive(client.inbox.pop(0))
        case "reorder":
            chance.shuffle(client.inbox)
        case "lose":
            client.reconnect()


def assert_equal(server: Server) -> None:
    """Require that everybody, and whoever replays the log, has the same plan."""
    plan, contents = read_plan(server.document, SCHEMA), contents_of(server.document)
    for client in server.clients:
        document = client.copy.document
        if contents_of(document) != contents:
            # The server's library loses deletions when messages overtake each other. The gate refuses those,
            # so only these copies meet it; people hold copies of the pages' library, which has to be right.
            page = replay(client.taken)
            assert page.contents == contents
            document = document_from(page.state)
        assert read_plan(document, SCHEMA).collections == plan.collections
    replayed = document_from(*server.log)
    assert same_content(replayed, server.document)
    assert read_plan(replayed, SCHEMA).facts == plan.facts
    assert Gate(SCHEMA, replayed, {}).may_use(1, "anybody")


@settings(max_examples=SCHEDULES)
@given(st.integers(0, 2**32))
def test_four_people_over_a_bad_network_end_up_with_the_same_plan(seed: int):
    assert_equal(run(seed, 60))


@pytest.mark.parametrize("seed", range(5))
def test_a_long_day_over_a_bad_network_ends_with_the_same_plan(seed: int):
    assert_equal(run(seed, 600))


def test_what_overtakes_its_predecessor_is_refused_and_comes_again():
    server = Server()
    client = server.clients[0]
    chance = random.Random(1)
    client._type(chance)
    first = client.copy.document.get_update(server.document.get_state())
    server_state = client.copy.document.get_state()
    client._type(chance)
    second = client.copy.document.get_update(server_state)
    with pytest.raises(Rejection, match="gap"):
        server.take(client, second)
    server.take(client, first)
    server.take(client, second)
    assert same_content(client.copy.document, server.document)


def test_greenlets_do_not_get_between_a_change_and_its_check(monkeypatch: pytest.MonkeyPatch):
    # Never yield inside a document transaction (W2): the gate must not let another greenlet run.
    server, switches = Server(), []
    gevent.spawn(switches.append, "another greenlet ran")
    client: Any = server.clients[0]
    client._set(random.Random(1))
    server.take(client, client.copy.document.get_update(server.document.get_state()))
    assert not switches
    gevent.sleep(0)

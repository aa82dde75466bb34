"""Restorations while others work over a bad network: everybody still ends up with the same plan."""

import os
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.tools import SCHEMA
from server.history.content import Past, pack_content, read_content
from server.history.restoring import Part, restoration
from server.rooms.document import read_plan
from server.rooms.folding import contents_of
from server.rooms.updates import Caps
from tests.server.rooms.builders import a_stamp
from tests.server.rooms.test_convergence import Server, _step, assert_equal
from tests.server.rooms.yjs import replay

SCHEDULES = 10_000 if os.environ.get("TAVOLO_SOAK") else 40
PARTS = (Part(), Part(section="actions"), Part(tool="customer_profile"))


class Restorer:
    """Keeps versions, and brings some of them back, as of what it knew a while ago."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.versions: list[Past] = []
        self.prepared: list[tuple[int, list[bytes]]] = []

    def act(self, chance: random.Random) -> None:
        """Keep the plan as it is, work out a restoration, or let one in that was worked out before."""
        chance.choice([self._keep, self._prepare, self._enter])(chance)

    def finish(self) -> None:
        """Let in what was worked out."""
        for number, updates in self.prepared:
            for update in updates:
                self.server.take(self.server.clients[number], update)
        self.prepared.clear()

    def _keep(self, chance: random.Random) -> None:
        packed = pack_content(read_plan(self.server.document, SCHEMA))
        self.versions.append(read_content(packed, SCHEMA))

    def _prepare(self, chance: random.Random) -> None:
        if self.versions:
            number, document = chance.randrange(len(self.server.clients)), self.server.document
            stamp = a_stamp(self.server.clients[number].seat)
            past, now = chance.choice(self.versions), read_plan(document, SCHEMA)
            caps = Caps(size=chance.choice([200, 100_000]))
            updates = restoration(document, now, past, chance.choice(PARTS), stamp, caps)
            self.prepared.append((number, updates))

    def _enter(self, chance: random.Random) -> None:
        if self.prepared:
            number, updates = self.prepared.pop(0)
            for update in updates:
                self.server.take(self.server.clients[number], update)


def run(seed: int, steps: int) -> Server:
    """Let four people work and restore over a bad network, then bring everybody together."""
    chance, server = random.Random(seed), Server()
    restorer = Restorer(server)
    for _ in range(steps):
        _step(chance.choice(server.clients), server, chance)
        if chance.random() < 0.3:
            restorer.act(chance)
    restorer.finish()
    for client in server.clients:
        client.reconnect()
        for update in client.outbox:
            server.take(client, update)
    for client in server.clients:
        client.reconnect()
    return server


@settings(max_examples=SCHEDULES)
@given(st.integers(0, 2**32))
def test_four_people_who_restore_versions_end_up_with_the_same_plan(seed: int):
    assert_equal(run(seed, 60))


@pytest.mark.parametrize("seed", range(3))
def test_a_long_day_with_many_restorations_ends_with_the_same_plan(seed: int):
    assert_equal(run(seed, 300))


def test_a_page_whose_messages_overtook_each_other_knows_every_deletion():
    # Seed of a soak: the server's library, which Ben's copy is of here, lost deletions of what Anna wrote.
    server = run(0x0C121A, 60)
    assert_equal(server)
    ben = server.clients[1]
    assert replay(ben.taken).contents == contents_of(server.document)

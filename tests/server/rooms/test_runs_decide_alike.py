"""A gate that lets people type on without a trial decides as one that tries everything (W5)."""

import random
from typing import Any

import pytest

from planning.tools import SCHEMA
from server.rooms.document import document_from, new_document, read_plan
from server.rooms.gate import Gate
from server.rooms.refusals import Rejection
from server.rooms.runs import Runs
from tests.server.rooms.builders import Copy, a_paragraph, a_seat
from tests.server.rooms.test_convergence import is_whole
from tests.server.rooms.test_runs import Trials


class Tried(Runs):
    """Runs with which nothing goes on, so that everything is tried."""

    def goes_on(self, *arguments: Any) -> bool:
        return False


class Pair:
    """The same plan twice: behind a gate as it is, and behind one that tries everything."""

    def __init__(self) -> None:
        self.documents = [new_document(SCHEMA)]
        self.documents.append(document_from(self.documents[0].get_update()))
        self.gates = [Trials(SCHEMA, document, {}) for document in self.documents]
        self.gates[1]._runs = Tried()

    def admit(self, update: bytes, name: str) -> bool:
        """Let both decide, require that they decide alike, and return whether the update was refused."""
        one, other = (
            self.outcome(gate, document, update, name)
            for gate, document in zip(self.gates, self.documents, strict=True)
        )
        assert one == other
        assert read_plan(self.documents[0], SCHEMA) == read_plan(self.documents[1], SCHEMA)
        return isinstance(one, str)

    def outcome(self, gate: Gate, document: Any, update: bytes, name: str) -> Any:
        """Return what is admitted, or the code of the refusal."""
        try:
            admitted = gate.admit(update, a_seat(name))
        except Rejection as rejection:
            return rejection.code
        if admitted is not None:
            document.apply_update(admitted.update)
            gate.settle()
        return admitted


class Writer:
    """Somebody who mostly types on where they are."""

    def __init__(self, name: str, pair: Pair) -> None:
        self.name, self.pair = name, pair
        self.begin()

    def begin(self) -> None:
        """Begin with a new copy, as another client."""
        self.copy = Copy(self.pair.documents[0])
        self.words, self.at = self.copy.section("profile")["vision"], 0

    def act(self, chance: random.Random) -> None:
        """Do something, and go on with a new copy when it was refused (W6)."""
        updates: list[bytes] = []
        # As a page does: what this very change deletes, and not all that was ever deleted.
        subscription = self.copy.document.observe(lambda event: updates.append(event.update))
        with self.copy.document.transaction():
            self._change(chance)
        self.copy.document.unobserve(subscription)
        if any(self.pair.admit(update, self.name) for update in updates):
            self.begin()

    def hear(self) -> None:
        """Take in what the others have done."""
        document = self.copy.document
        document.apply_update(self.pair.documents[0].get_update(document.get_state()))

    def _change(self, chance: random.Random) -> None:
        profile = self.copy.section("profile")
        what = chance.random()
        if what < 0.7:
            written = str(self.words).encode()
            if not is_whole(str(self.words), self.at) or self.at > len(written):
                # Others have written before it.
                self.at = len(written)
            letters = chance.choice(("a", "b ", "é", "x" * 900, "cd", "😀" if chance.random() < 0.2 else "e"))
            self.words.insert(self.at, letters)
            self.at += len(letters.encode())
        elif what < 0.75:
            self.words.insert(0, "\x01")
        elif what < 0.8:
            del self.words[: len(self.words)]
        elif what < 0.85:
            profile["employees"] = chance.choice((1, 2, "many"))
        elif what < 0.9:
            profile["priorities"].children.append(a_paragraph("Care"))
        else:
            nodes = profile["priorities"].children
            texts = [profile["vision"], *(one for node in nodes for one in node.children)]
            self.words = chance.choice(texts)
            self.at = chance.choice((0, len(self.words)))


@pytest.mark.parametrize("seed", range(30))
def test_w5_a_gate_that_tries_everything_decides_alike(seed: int):
    chance, pair = random.Random(seed), Pair()
    writers = [Writer(name, pair) for name in ("anna", "ben")]
    for _ in range(120):
        chance.choice(writers).act(chance)
        for writer in writers:
            if chance.random() < 0.2:
                writer.hear()
    tried, all_tried = (gate.count for gate in pair.gates)
    assert tried < all_tried - 10

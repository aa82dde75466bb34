"""Mutated updates: no crash, nothing enters that may not, and others are unharmed (W4, W5)."""

import os
import random

import pytest

from planning.tools import SCHEMA
from planning.validation import problems_of_record
from server.rooms.document import document_bytes, document_from, read_plan
from server.rooms.folding import same_content
from server.rooms.gate import Gate
from server.rooms.refusals import Rejection
from tests.builders import an_id, every_field_filled
from tests.server.rooms.builders import Copy, a_paragraph, a_record, a_seat
from tests.server.rooms.test_updates import MALFORMED

MUTATIONS = 100_000 if os.environ.get("TAVOLO_SOAK") else 5_000


BASE = document_bytes(SCHEMA, every_field_filled())


def edits() -> list[bytes]:
    """Return good edits of every kind, each of which builds on the ones before it."""
    copy = Copy(BASE, client=77)
    profile, actions = copy.section("profile"), copy.section("actions")
    words = a_paragraph("Care", "heading", level=2)
    return [
        copy.change(lambda: profile.update({"industry": "Hospitals", "employees": 12})),
        copy.change(lambda: profile["vision"].insert(0, "Grow 😀")),
        copy.change(lambda: profile["vision"].insert(2, "on")),
        copy.change(lambda: profile["vision"].insert(4, " and")),
        copy.change(lambda: profile["vision"].__delitem__(slice(0, 3))),
        copy.change(lambda: profile["priorities"].children.append(words)),
        copy.change(lambda: next(iter(words.children)).format(0, 2, {"bold": {}})),
        copy.change(lambda: words.attributes.__setitem__("level", 3)),
        copy.change(lambda: actions.update({an_id("new"): a_record("actions", title="Call")})),
        copy.change(lambda: actions[an_id("new")].update({"title": "Write", "progress": 30})),
        copy.document.get_update(),
    ]


def mutate(update: bytes, chance: random.Random, others: list[bytes]) -> bytes:
    """Spoil an update somehow."""
    spoilt = bytearray(update)
    for _ in range(chance.choice((1, 1, 1, 2, 5))):
        at = chance.randrange(len(spoilt) + 1)
        match chance.randrange(6):
            case 0:
                spoilt[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del spoilt[at : at + chance.randrange(1, 9)]
            case 2:
                spoilt[at:at] = chance.randbytes(chance.randrange(1, 9))
            case 3:
                spoilt[at:at] = spoilt[max(0, at - chance.randrange(1, 30)) : at]
            case 4:
                other = chance.choice(others)
                start = chance.randrange(len(other) + 1)
                spoilt[at : at + chance.randrange(20)] = other[start : start + chance.randrange(40)]
            case _:
                spoilt[at : at + 1] = bytes([chance.choice((0, 1, 127, 128, 255))])
    return bytes(spoilt)


class Victim:
    """A plan that has had some good edits, under fire."""

    def __init__(self, good: list[bytes]) -> None:
        self.document = document_from(BASE)
        self.gate = Gate(SCHEMA, self.document, {})
        self.admitted = 0
        for update in good:
            self.try_on(update)

    def try_on(self, update: bytes) -> None:
        """Send an update; whatever enters must leave a plan that holds all hard rules."""
        before = self.document.get_update()
        try:
            admitted = self.gate.admit(update, a_seat("mallory"))
        except Rejection:
            assert self.document.get_update() == before
            return
        if admitted is not None:
            self.document.apply_update(admitted.update)
            self.gate.settle()
            self.admitted += 1
            self.require_valid()

    def require_valid(self) -> None:
        """Require that the plan holds all hard rules, and that another replica agrees."""
        plan = read_plan(self.document, SCHEMA)
        for key, section in SCHEMA.sections.items():
            for id, record in [(None, plan.facts.get(key, {})), *plan.collections.get(key, {}).items()]:
                assert problems_of_record(section, record, id) == []
        assert set(self.document.keys()) == {tool.key for tool in SCHEMA.tools}
        assert same_content(Copy(self.document).document, self.document)


@pytest.mark.parametrize("seed", range(5))
def test_spoilt_updates_do_no_harm(seed: int):
    chance, good, admitted = random.Random(seed), edits(), 0
    everything = [*good, *MALFORMED.values()]
    for _ in range(MUTATIONS // 5 // 25):
        had = chance.randrange(len(good))
        victim = Victim(good[:had])
        before = victim.admitted
        for _ in range(25):
            source = good[had] if chance.random() < 0.7 else chance.choice(everything)
            victim.try_on(mutate(source, chance, everything))
        admitted += victim.admitted - before
    # Some mutations hit a letter or a number and make another good edit.
    assert admitted > MUTATIONS // 1_000

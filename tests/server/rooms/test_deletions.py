"""What is deleted already is neither written down nor told again."""

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from planning.tools import SCHEMA
from server.rooms.deletions import FEW, KnownDeletions, write_deletions
from server.rooms.document import document_from, new_document, read_plan
from server.rooms.folding import same_content
from server.rooms.updates import Deletion, decode_update
from tests.server.rooms.builders import BEN, Copy, Door, of

LONG = 2 * FEW


def live_long(door: Door, changes: int = LONG) -> None:
    """Let a plan be changed by so many people, one after the other, each overwriting the last."""
    for number in range(changes):
        somebody = Copy(door.document)
        door.admit(
            somebody.change(lambda s=somebody, n=number: s.section("profile").update({"employees": n}))
        )


def test_a_copy_that_comes_back_says_only_what_is_new(door: Door):
    live_long(door)
    ben = Copy(door.document)
    update = ben.change(lambda: ben.section("profile").update({"employees": 12}))
    assert len(decode_update(update).deletions) >= LONG
    admitted = door.admit(update, BEN)
    assert len(decode_update(admitted.update).deletions) == 1
    assert same_content(ben.document, door.document)


def test_what_was_deleted_since_is_looked_up_when_it_is_much(door: Door):
    live_long(door)
    for _ in range(3):
        live_long(door, FEW)
        ben = Copy(door.document)
        admitted = door.admit(ben.change(lambda b=ben: b.section("profile").update({"employees": 12})), BEN)
        assert len(decode_update(admitted.update).deletions) <= FEW


def test_many_deletions_that_are_new_are_all_taken(door: Door):
    live_long(door)
    ben = Copy(door.document)
    vision = of(door, "profile")["vision"]
    door.admit(lambda: vision.insert(0, "ab" * LONG))
    ben = Copy(door.document)
    theirs = ben.section("profile")["vision"]
    update = ben.change(lambda: [theirs.__delitem__(at) for at in range(2 * LONG - 1, 0, -2)])
    admitted = door.admit(update, BEN)
    assert len(decode_update(admitted.update).deletions) >= LONG
    assert read_plan(door.document, SCHEMA).fact("profile")["vision"] == "a" * LONG
    assert same_content(ben.document, door.document)


def test_a_copy_that_has_nothing_new_is_told_nothing(door: Door):
    live_long(door)
    ben = Copy(door.document)
    assert door.admit(ben.document.get_update(ben.document.get_state()), BEN) is None


@cache
def two_texts() -> bytes:
    """Return a plan in which two people have written something long."""
    document = new_document(SCHEMA)
    for client in (1, 2):
        copy = Copy(document, client=client)
        words = copy.change(lambda copy=copy: copy.section("profile")["vision"].insert(0, "x" * 60))
        document.apply_update(words)
    return document.get_update()


def deleting(ranges: list[tuple[int, int, int]]) -> bytes:
    """Return an update that only deletes."""
    return b"\x00" + write_deletions([Deletion(*one) for one in ranges])


RANGES = st.lists(st.tuples(st.sampled_from([1, 2]), st.integers(0, 50), st.integers(1, 10)), max_size=12)


@given(RANGES, RANGES)
def test_an_update_without_what_is_known_does_the_same(
    known: list[tuple[int, int, int]], said: list[tuple[int, int, int]]
):
    document = document_from(two_texts(), deleting(known))
    # So many that they are looked up.
    source = deleting(said * (FEW + 1))
    shorter, update = KnownDeletions(document).without(source, decode_update(source))
    assert update.deletions == decode_update(shorter).deletions
    before = document.get_update()
    whole, less = document_from(before, source), document_from(before, shorter)
    assert same_content(whole, less)
    gone = {(c, clock + n) for c, clock, length in known for n in range(length)}
    assert not gone & {(c, clock + n) for c, clock, length in update.deletions for n in range(length)}

"""What goes on with words that were tried enters without a trial, and nothing else does (W5)."""

from typing import Any

import pytest

from planning.tools import SCHEMA
from server.rooms.document import read_plan
from server.rooms.gate import Gate
from server.rooms.lib0 import read_state_vector
from server.rooms.updates import STRING
from tests.server.rooms.builders import (
    ANNA,
    BEN,
    COMMENT,
    Copy,
    Door,
    a_paragraph,
    a_record,
    a_stamp,
    a_structure,
    an_update,
    deletions_of,
    of,
    text,
)

MOST = 5_000
"""Characters that a vision may have."""


class Trials(Gate):
    """A gate that counts what it tries."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.count = 0

    def _try(self, *arguments: Any) -> bool:
        self.count += 1
        return super()._try(*arguments)


def a_door() -> tuple[Door, Trials]:
    """Return a plan behind a gate that counts its trials."""
    door = Door()
    door.gate = gate = Trials(SCHEMA, door.document, {})
    return door, gate


def type_on(door: Door, words: str, *, into: Any, at: int = 0) -> None:
    """Type letter by letter, from a place that the library counts in bytes."""
    for letter in words:
        door.admit(lambda at=at, letter=letter: into.insert(at, letter))
        at += len(letter.encode())


def last_of(door: Door) -> tuple[int, int]:
    """Return the last thing that the copy has written."""
    client = door.copy.document.client_id
    return client, read_state_vector(door.copy.document.get_state())[client] - 1


def vision(door: Door) -> str:
    """Return a text of the plan."""
    return str(read_plan(door.document, SCHEMA).fact("profile")["vision"])


def test_w5_of_letters_typed_one_after_the_other_only_the_first_is_tried():
    door, gate = a_door()
    type_on(door, "Größer werden", into=of(door, "profile")["vision"])
    assert (vision(door), gate.count) == ("Größer werden", 1)


def test_w5_letters_typed_in_the_middle_of_a_text_go_on_as_well():
    door, gate = a_door()
    words = of(door, "profile")["vision"]
    door.admit(lambda: words.insert(0, "Grow us"))
    type_on(door, "with ", into=words, at=5)
    assert (vision(door), gate.count) == ("Grow with us", 2)


def test_w5_letters_in_formatted_text_go_on_as_well():
    door, gate = a_door()
    node = a_paragraph("Care")
    door.admit(lambda: of(door, "profile")["priorities"].children.append(node))
    type_on(door, " for all", into=next(iter(node.children)), at=4)
    plan = read_plan(door.document, SCHEMA)
    assert plan.fact("profile")["priorities"]["content"][0]["content"][0]["text"] == "Care for all"
    assert gate.count == 2


def test_w5_what_is_tried_later_is_tried_on_what_was_typed_before():
    door, gate = a_door()
    words = of(door, "profile")["vision"]
    type_on(door, "Grow", into=words)
    door.admit(lambda: words.__delitem__(slice(1, 4)))
    type_on(door, "o", into=words, at=1)
    assert (vision(door), gate.count) == ("Go", 3)


def test_w5_somebody_who_goes_on_typing_reaches_the_end_of_a_text_all_the_same():
    door, _gate = a_door()
    words = of(door, "profile")["vision"]
    door.admit(lambda: words.insert(0, "x" * (MOST - 3)))
    type_on(door, "yyy", into=words, at=MOST - 3)
    assert door.code_of(lambda: words.insert(MOST, "z")) == "invalid"
    assert len(vision(door)) == MOST


def test_w5_two_who_type_in_one_text_share_what_is_left_of_it():
    door, _gate = a_door()
    door.admit(lambda: of(door, "profile")["vision"].insert(0, "x" * (MOST - 4)))
    writers = [(Copy(door.document, client=8), ANNA), (Copy(door.document, client=9), BEN)]
    for at in (MOST - 4, MOST - 3):
        for copy, seat in writers:
            words = copy.section("profile")["vision"]
            door.admit(copy.change(lambda words=words, at=at: words.insert(at, "y")), seat)
    for copy, seat in writers:
        words = copy.section("profile")["vision"]
        update = copy.change(lambda words=words: words.insert(MOST - 2, "z"))
        assert door.code_of(update, seat) == "invalid"
    assert len(vision(door)) == MOST


def test_w5_letters_for_a_paragraph_that_another_has_taken_out_are_taken_and_not_seen():
    door, _gate = a_door()
    node = a_paragraph("Care")
    door.admit(lambda: of(door, "profile")["priorities"].children.append(node))
    type_on(door, " for", into=next(iter(node.children)), at=4)
    late = Copy(door.document, client=door.copy.document.client_id)
    paragraph = next(iter(late.section("profile")["priorities"].children))
    other = Copy(door.document)
    door.admit(other.change(lambda: other.section("profile")["priorities"].children.__delitem__(0)), BEN)
    again = late.change(lambda: next(iter(paragraph.children)).insert(8, "!"))
    assert door.admit(again) is not None
    assert read_plan(door.document, SCHEMA).fact("profile").get("priorities") is None


def test_w10_nobody_goes_on_with_the_words_of_somebody_else():
    door, _gate = a_door()
    words = of(door, "profile")["vision"]
    type_on(door, "Gr", into=words)
    assert door.code_of(lambda: words.insert(2, "o"), BEN) == "not_yours"


def test_w5_words_of_a_comment_are_always_tried_because_they_are_somebodys():
    door, gate = a_door()
    comment = a_record("comments", written=a_stamp(ANNA), about="profile")
    door.admit(lambda: door.section("comments").update({COMMENT: comment}), ANNA)
    type_on(door, "Why?", into=of(door, "comments", COMMENT)["text"])
    assert gate.count == 5


def test_w5_words_of_a_comment_are_tried_after_something_else_was_erased_with_them_too():
    door, gate = a_door()
    comment = a_record("comments", written=a_stamp(ANNA), about="profile")
    door.admit(lambda: door.section("comments").update({COMMENT: comment}), ANNA)
    type_on(door, "x", into=of(door, "profile")["vision"])
    words = of(door, "comments", COMMENT)["text"]
    door.admit(lambda: (words.insert(0, "W"), of(door, "profile")["vision"].__delitem__(0)))
    seen = gate.count
    update = an_update(
        a_structure(STRING, text("h"), origin=last_of(door)),
        client=last_of(door)[0],
        clock=last_of(door)[1] + 1,
    )
    assert door.admit(update) is not None
    assert gate.count == seen + 1


def test_w5_letters_in_another_text_than_the_last_ones_are_tried():
    door, gate = a_door()
    one, other = of(door, "profile")["vision"], of(door, "profile")["culture"]
    type_on(door, "Gr", into=one)
    type_on(door, "Ca", into=other)
    type_on(door, "ow", into=one, at=2)
    assert (vision(door), gate.count) == ("Grow", 3)


def test_w4_a_character_of_two_units_is_kept_whole_in_the_middle_of_typing():
    door, _gate = a_door()
    type_on(door, "Gr😀", into=of(door, "profile")["vision"])
    client, clock = last_of(door)
    half = an_update(client=client, deletions=deletions_of(client, (clock, 1)))
    assert door.code_of(half) == "malformed"


def test_w9_a_letter_that_comes_twice_is_taken_once():
    door, _gate = a_door()
    words = of(door, "profile")["vision"]
    type_on(door, "Gro", into=words)
    update = door.copy.change(lambda: words.insert(3, "w"))
    assert door.admit(update) is not None
    assert door.admit(update) is None
    assert vision(door) == "Grow"


@pytest.mark.parametrize(
    ("letter", "code"), [("\x00", "invalid"), ("\x7f", "invalid")], ids=["nothing", "delete"]
)
def test_w5_what_cannot_be_printed_is_refused_in_the_middle_of_typing(letter: str, code: str):
    door, _gate = a_door()
    words = of(door, "profile")["vision"]
    type_on(door, "Gr", into=words)
    assert door.code_of(lambda: words.insert(2, letter)) == code
    assert vision(door) == "Gr"


def test_w5_after_a_rejection_what_was_typed_is_still_there_for_the_next_trial():
    door, _gate = a_door()
    type_on(door, "Grow", into=of(door, "profile")["vision"])
    assert door.code_of(lambda: of(door, "profile").update({"employees": "many"})) == "invalid"
    door.copy = Copy(door.document)
    door.admit(lambda: of(door, "profile")["vision"].__delitem__(slice(0, 2)))
    assert vision(door) == "ow"


def test_w4_letters_behind_a_gap_are_refused_in_the_middle_of_typing():
    door, _gate = a_door()
    type_on(door, "Gr", into=of(door, "profile")["vision"])
    client, clock = last_of(door)
    gap = a_structure(STRING, text("!"), origin=(client, clock + 1))
    assert door.code_of(an_update(gap, client=client, clock=clock + 2)) == "gap"

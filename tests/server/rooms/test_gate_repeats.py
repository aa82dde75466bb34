"""Gate 2: what comes twice, or as if it did, is taken once (W9)."""

from pycrdt import Doc, Map, merge_updates

from planning.tools import SCHEMA
from server.rooms.document import document_bytes, document_from, read_plan
from server.rooms.updates import STRING
from tests.server.rooms.builders import (
    ANNA,
    BEN,
    Copy,
    Door,
    a_structure,
    of,
    text,
)


def test_w9_an_edit_sent_twice_is_taken_once(door: Door):
    update = door.copy.change(lambda: of(door, "profile")["vision"].insert(0, "Hello"))
    assert door.admit(update) is not None
    assert door.admit(update) is None
    assert read_plan(door.document, SCHEMA).fact("profile")["vision"] == "Hello"


def test_w9_a_deletion_sent_twice_is_taken_once(door: Door):
    door.admit(lambda: of(door, "profile")["vision"].insert(0, "Hello"))
    update = door.copy.change(lambda: of(door, "profile")["vision"].__delitem__(slice(0, 2)))
    assert door.admit(update) is not None
    assert door.admit(update) is None


def test_w9_of_a_whole_copy_sent_again_only_the_news_are_kept(door: Door):
    door.admit(lambda: of(door, "profile")["vision"].insert(0, "Hello"))
    of(door, "profile")["vision"].insert(5, " there")
    admitted = door.admit(door.copy.document.get_update())
    assert len(admitted.update) < 60
    assert read_plan(door.document, SCHEMA).fact("profile")["vision"] == "Hello there"


def test_w9_a_forged_repeat_of_somebody_elses_words_changes_nothing(door: Door):
    anna = Copy(door.document, client=77)
    door.admit(anna.change(lambda: anna.section("profile")["vision"].insert(0, "true words")), ANNA)
    forger = Copy(document_from(door.document.get_update()), client=78)
    forged = Doc(client_id=77)
    forged.apply_update(document_bytes(SCHEMA))
    before = forged.get_state()
    with forged.transaction():
        forged.get("customer_profile", type=Map)["profile"]["vision"].insert(0, "false lies")
    lie = forged.get_update(before)
    own = forger.change(lambda: forger.section("profile").update({"industry": "x"}))
    try:
        admitted = door.admit(merge_updates(lie, own), BEN)
    except Exception as refusal:
        assert "gap" in str(refusal)  # noqa: PT017
    else:
        assert b"lies" not in admitted.update
    assert read_plan(door.document, SCHEMA).fact("profile")["vision"] == "true words"


def test_structures_that_wait_for_each_other_for_ever_are_refused(door: Door):
    one = a_structure(STRING, text("a"), origin=(8, 0))
    other = a_structure(STRING, text("b"), origin=(9, 0))
    cycle = b"\x02\x01\x09\x00" + one + b"\x01\x08\x00" + other + b"\x00"
    assert door.code_of(cycle) == "gap"

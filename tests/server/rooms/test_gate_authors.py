"""Gate 2: whether its author may make an edit (W7, W10, D6)."""

import pytest
from pycrdt import Doc, Map

from planning.tools import SCHEMA
from server.access import Role
from server.rooms.gate import Gate
from server.rooms.updates import STRING
from tests.builders import an_id
from tests.server.rooms.builders import (
    ACTION,
    ANNA,
    BEN,
    COMMENT,
    Copy,
    Door,
    a_record,
    a_seat,
    a_stamp,
    a_structure,
    an_update,
    of,
    text,
)


def test_w7_a_viewer_changes_nothing(door: Door):
    viewer = a_seat("victor", Role.VIEWER)
    assert door.code_of(lambda: of(door, "profile").update({"industry": "x"}), viewer) == "read_only"


def test_w10_an_identifier_belongs_to_who_used_it_first(door: Door):
    door.admit(lambda: of(door, "profile").update({"industry": "Hospitals"}), ANNA)
    update = door.copy.change(lambda: of(door, "profile").update({"industry": "Spying"}))
    assert door.code_of(update, BEN) == "not_yours"


def test_w10_the_identifier_of_the_server_belongs_to_nobody(door: Door):
    server = door.document.client_id
    clock = 10_000
    update = an_update(a_structure(STRING, text("x"), origin=(server, 0)), client=server, clock=clock)
    assert door.code_of(update, ANNA) in ("gap", "malformed", "not_yours")
    known = Doc(client_id=server)
    known.apply_update(door.document.get_update())
    before = known.get_state()
    known.get("customer_profile", type=Map)["profile"]["industry"] = "x"
    assert door.code_of(known.get_update(before), ANNA) == "not_yours"


def test_w10_an_identifier_that_somebody_shows_in_presence_is_theirs():
    door = Door(present=lambda client: ANNA.participant)
    assert door.code_of(lambda: of(door, "profile").update({"industry": "x"}), BEN) == "not_yours"
    door = Door(present=lambda client: ANNA.participant)
    admitted = door.admit(lambda: of(door, "profile").update({"industry": "x"}), ANNA)
    assert admitted.claims == (door.copy.document.client_id,)


def test_w10_who_an_identifier_belongs_to_outlives_the_room(door: Door):
    admitted = door.admit(lambda: of(door, "profile").update({"industry": "x"}), ANNA)
    assert admitted.claims == ()
    client = door.copy.document.client_id
    gate = Gate(SCHEMA, door.document, {client: ANNA.participant})
    update = door.copy.change(lambda: of(door, "profile").update({"industry": "y"}))
    with pytest.raises(Exception, match="not_yours"):
        gate.admit(update, BEN)
    assert gate.admit(update, ANNA)


def test_d6_nobody_signs_as_somebody_else(door: Door):
    for stamp in (a_stamp(ANNA), a_stamp(BEN) | {"name": "Boss"}, a_stamp(BEN) | {"department": "Board"}):
        rejection = door.rejection_of(lambda s=stamp: of(door, "actions", ACTION).update({"removed": s}), BEN)
        assert rejection.code == "not_yours"


def test_d6_a_stamp_that_stood_there_may_be_put_back_to_undo(door: Door):
    door.admit(lambda: of(door, "actions", ACTION).update({"removed": a_stamp(ANNA)}), ANNA)
    ben = Copy(door.document)
    door.admit(ben.change(lambda: ben.section("actions")[ACTION].update({"removed": None})), BEN)
    door.admit(ben.change(lambda: ben.section("actions")[ACTION].update({"removed": a_stamp(ANNA)})), BEN)
    later = a_stamp(ANNA, "2027-01-12T12:00:00Z")
    other = ben.change(lambda: ben.section("actions")[ACTION].update({"removed": later}))
    assert door.code_of(other, BEN) == "not_yours"


def test_only_who_wrote_a_comment_changes_it(door: Door):
    ben = Copy(door.document)
    words = ben.change(lambda: ben.section("comments")[COMMENT]["text"].insert(0, "I said"))
    assert door.code_of(words, BEN) == "not_yours"
    ben = Copy(door.document)
    taken = ben.change(lambda: ben.section("comments")[COMMENT].update({"written": a_stamp(BEN)}))
    assert door.code_of(taken, BEN) == "not_yours"
    anna = Copy(door.document)
    door.admit(anna.change(lambda: anna.section("comments")[COMMENT]["text"].insert(0, "I said")), ANNA)


def test_anybody_who_edits_may_put_a_comment_into_the_bin(door: Door):
    ben = Copy(door.document)
    door.admit(ben.change(lambda: ben.section("comments")[COMMENT].update({"removed": a_stamp(BEN)})), BEN)


def test_a_comment_is_signed_by_its_author(door: Door):
    for written in (None, a_stamp(ANNA)):
        comment = a_record("comments", written=written)
        ben = Copy(door.document)
        update = ben.change(lambda b=ben, c=comment: b.section("comments").update({an_id("other"): c}))
        assert door.code_of(update, BEN) == "not_yours"

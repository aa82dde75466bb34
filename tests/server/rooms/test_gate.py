"""Gate 2: what an update means (W5, D3)."""

from typing import Any

import pytest
from pycrdt import Map, Text, XmlElement, XmlFragment, XmlText, merge_updates

from planning.tools import SCHEMA
from server.rooms.document import document_from, new_document, read_plan
from server.rooms.gate import Gate
from server.rooms.updates import Caps
from tests.builders import an_id
from tests.server.rooms.builders import (
    ACTION,
    ANNA,
    BEN,
    Copy,
    Door,
    a_paragraph,
    a_record,
    a_stamp,
    of,
)

# What people do all day.


def test_a_field_a_text_a_formatted_text_and_a_record_enter(door: Door):
    door.admit(lambda: of(door, "profile").update({"industry": "Hospitals", "employees": 1200}))
    door.admit(lambda: of(door, "profile")["vision"].insert(0, "Grow with 😀"))
    door.admit(
        lambda: of(door, "profile")["priorities"].children.append(a_paragraph("Care", "heading", level=2))
    )
    door.admit(lambda: of(door, "actions").update({an_id("next"): a_record("actions", title="Write")}))
    plan = read_plan(door.document, SCHEMA)
    assert plan.fact("profile")["employees"] == 1200
    assert plan.fact("profile")["vision"] == "Grow with 😀"
    assert plan.fact("profile")["priorities"]["content"][0]["attrs"] == {"level": 2}
    assert {r["title"] for r in plan.records("actions")} == {"Call", "Write"}


def test_a_record_that_its_author_takes_out_of_the_bin_at_once_enters(door: Door):
    # What a page sends when it adds a record that can be undone: two transactions in one update.
    record = a_record("actions", removed=a_stamp(ANNA))
    made = door.copy.change(lambda: of(door, "actions").update({an_id("new"): record}))
    shown = door.copy.change(lambda: of(door, "actions", an_id("new")).update({"removed": None}))
    door.admit(merge_updates(made, shown), ANNA)
    assert read_plan(door.document, SCHEMA).record("actions", an_id("new")) is not None


def test_two_people_who_write_the_same_field_at_once_are_both_taken(door: Door):
    # The library lets the greater identifier win; the other edit changes nothing that can be seen.
    one, other = Copy(door.document, client=9), Copy(door.document, client=8)
    updates = [c.change(lambda c=c: c.section("profile").update({"industry": "x"})) for c in (one, other)]
    assert all(door.admit(u, seat) for u, seat in zip(updates, (ANNA, BEN), strict=True))


def test_words_for_a_text_that_another_removes_at_once_are_taken(door: Door):
    door.admit(lambda: of(door, "profile")["priorities"].children.append(a_paragraph("Care")))
    late = Copy(door.document)
    words = next(iter(next(iter(late.section("profile")["priorities"].children)).children))
    update = late.change(lambda: words.insert(0, "More "))
    door.admit(lambda: of(door, "profile")["priorities"].children.__delitem__(0))
    # After a restart the removed paragraph is only a gap in the identifiers.
    again = Door(document_from(door.document.get_update()))
    assert again.admit(update, BEN) is not None


# Hard rules (W5).

RECORD = {
    "text for a number": ({"effort": "many"}, "invalid"),
    "a number out of range": ({"progress": 101}, "invalid"),
    "an unknown choice": ({"status": "maybe"}, "invalid"),
    "no day": ({"due": "soon"}, "invalid"),
    "a line that is too long": ({"title": "x" * 2_000}, "invalid"),
    "a reference to no record": ({"objective": "that one"}, "invalid"),
    "a mapping for a choice": ({"status": {"a": 1}}, "invalid"),
    "an unknown field": ({"colour": "red"}, "unknown_field"),
    "a text for a plain field": ({"title": Text("x")}, "invalid"),
    "a map for a plain field": ({"title": Map({})}, "invalid"),
    "another text in the place of a text": ({"notes": Text("x")}, "shared_text_replaced"),
    "words in the place of a text": ({"notes": "x"}, "shared_text_replaced"),
    "nothing in the place of a text": ({"notes": None}, "shared_text_replaced"),
    "an order that is no index": ({"order": "first!"}, "invalid"),
}


@pytest.mark.parametrize(("values", "code"), RECORD.values(), ids=list(RECORD))
def test_w5_a_value_that_breaks_a_hard_rule_is_refused(door: Door, values: dict[str, Any], code: str):
    rejection = door.rejection_of(lambda: of(door, "actions", ACTION).update(values))
    assert (rejection.code, rejection.where) == (code, f"actions/{ACTION}/{next(iter(values))}")


def test_w5_a_refused_edit_of_many_parts_leaves_no_part(door: Door):
    assert (
        door.code_of(lambda: of(door, "actions", ACTION).update({"title": "Good", "progress": 400}))
        == "invalid"
    )
    assert read_plan(door.document, SCHEMA).record("actions", ACTION)["title"] == "Call"


def test_w5_after_a_refusal_the_next_good_edit_enters(door: Door):
    door.code_of(lambda: of(door, "actions", ACTION).update({"progress": 400}))
    assert door.admit(lambda: of(door, "actions", ACTION).update({"progress": 40}))


def test_w5_a_refusal_keeps_the_edits_admitted_before_it_and_not_yet_written(door: Door):
    first = door.copy.change(lambda: of(door, "actions", ACTION).update({"progress": 10}))
    assert door.gate.admit(first, ANNA)
    other = Copy(door.document)
    with pytest.raises(Exception, match="invalid"):
        door.gate.admit(other.change(lambda: other.section("actions")[ACTION].update({"cost": -1})), BEN)
    builds_on_first = door.copy.change(lambda: of(door, "actions", ACTION).update({"progress": 20}))
    assert door.gate.admit(builds_on_first, ANNA)


NEW = {
    "an identifier that is too short": ("short", a_record("actions"), "invalid"),
    "no shared texts": (an_id("new"), Map({"title": "x"}), "invalid"),
    "no map at all": (an_id("new"), "x", "invalid"),
    "a text": (an_id("new"), Text("x"), "invalid"),
    "an unknown field": (an_id("new"), a_record("actions", colour="red"), "unknown_field"),
    "a wrong value": (an_id("new"), a_record("actions", progress=400), "invalid"),
    "a fragment for a text": (an_id("new"), a_record("actions", notes=XmlFragment()), "invalid"),
    "words for a text": (an_id("new"), a_record("actions", notes="x"), "invalid"),
    "a text that is too long": (an_id("new"), a_record("actions", notes=Text("x" * 6_000)), "invalid"),
    "an identifier that is taken": (ACTION, a_record("actions"), "shared_text_replaced"),
}


@pytest.mark.parametrize(("id", "record", "code"), NEW.values(), ids=list(NEW))
def test_w5_a_record_that_is_not_whole_is_refused(door: Door, id: str, record: Any, code: str):
    assert door.code_of(lambda: of(door, "actions").update({id: record})) == code


def test_w5_a_section_takes_no_more_records_than_its_limit(monkeypatch: pytest.MonkeyPatch):
    door = Door()
    monkeypatch.setitem(vars(SCHEMA.sections["actions"]), "limit", 2)
    for number in range(2):
        door.admit(lambda n=number: of(door, "actions").update({an_id(f"a{n}"): a_record("actions")}))
    rejection = door.rejection_of(lambda: of(door, "actions").update({an_id("more"): a_record("actions")}))
    assert (rejection.code, rejection.where) == ("too_many", "actions")


LAYOUT = {
    "a new root": lambda door: door.copy.document.get("else", type=Map).update({"a": 1}),
    "a new section": lambda door: door.copy.document.get("actions", type=Map).update({"else": Map()}),
    "another section in its place": lambda door: door.copy.document.get("actions", type=Map).update(
        {"actions": Map()}
    ),
    "a section taken out": lambda door: door.copy.document.get("actions", type=Map).pop("actions"),
}


@pytest.mark.parametrize("change", LAYOUT.values(), ids=list(LAYOUT))
def test_w5_only_the_server_lays_out_a_plan(door: Door, change: Any):
    assert door.code_of(lambda: change(door)) == "unknown_field"


def test_w5_a_text_takes_words_only(door: Door):
    door.admit(lambda: of(door, "profile")["vision"].insert(0, "Grow"))
    assert door.code_of(lambda: of(door, "profile")["vision"].insert(0, "a", {"bold": {}})) == "not_allowed"
    assert door.code_of(lambda: of(door, "profile")["vision"].insert_embed(0, {"a": 1})) == "malformed"
    assert door.code_of(lambda: of(door, "profile")["vision"].format(0, 2, {"bold": {}})) == "not_allowed"


def test_w5_a_text_takes_no_more_than_its_length_whoever_writes(door: Door):
    field = SCHEMA.sections["profile"].fields["vision"]
    door.admit(lambda: of(door, "profile")["vision"].insert(0, "é" * field.most))
    rejection = door.rejection_of(lambda: of(door, "profile")["vision"].insert(0, "x"))
    assert (rejection.code, rejection.where) == ("invalid", "profile/vision")
    assert door.admit(lambda: of(door, "profile")["vision"].__delitem__(slice(0, 2)))


FORMATTED = {
    "an unknown node": XmlElement("script"),
    "an unknown node within a known one": XmlElement("blockquote", {}, [XmlElement("iframe")]),
    "a node in the wrong place": XmlElement("listItem"),
    "an unknown attribute": XmlElement("paragraph", {"onclick": "alert(1)"}),
    "an attribute out of range": XmlElement("heading", {"level": 9}),
    "too many words": a_paragraph("x" * 30_000),
}


@pytest.mark.parametrize("node", FORMATTED.values(), ids=list(FORMATTED))
def test_w5_formatted_text_takes_only_what_is_on_the_list(door: Door, node: XmlElement):
    assert door.code_of(lambda: of(door, "profile")["priorities"].children.append(node)) == "not_allowed"


def test_w5_marks_are_on_a_list_too(door: Door):
    door.admit(lambda: of(door, "profile")["priorities"].children.append(a_paragraph("Care")))

    def words() -> XmlText:
        return next(iter(next(iter(of(door, "profile")["priorities"].children)).children))

    door.admit(lambda: words().format(0, 2, {"bold": {}, "link": {"href": "https://a.example"}}))
    door.admit(lambda: words().format(0, 2, {"bold": None}))
    assert (
        door.code_of(lambda: words().format(0, 2, {"link": {"href": "javascript:alert(1)"}})) == "not_allowed"
    )
    assert door.code_of(lambda: words().format(0, 2, {"comment": {}})) == "not_allowed"
    assert door.code_of(lambda: words().insert_embed(0, {"src": "x"})) == "malformed"


def test_w5_a_node_that_turns_up_among_words_is_refused(door: Door):
    door.admit(lambda: of(door, "profile")["priorities"].children.append(a_paragraph("Care")))
    words = next(iter(next(iter(of(door, "profile")["priorities"].children)).children))
    assert door.code_of(lambda: words.insert_embed(1, XmlElement("hardBreak"))) == "not_allowed"


def test_w5_an_edit_that_is_too_large_is_refused():
    door = Door(caps=Caps(size=200))
    rejection = door.rejection_of(lambda: of(door, "profile")["vision"].insert(0, "x" * 300))
    assert rejection.code == "too_large"


def test_w5_bytes_that_are_no_update_are_refused(door: Door):
    assert door.code_of(b"") == "malformed"
    assert door.code_of(b"\x75\x01" * 1000) == "malformed"


# Nothing is destroyed (D3).


def test_d3_a_record_is_never_destroyed(door: Door):
    assert door.code_of(lambda: of(door, "actions").pop(ACTION)) == "raw_deletion"


def test_d3_a_field_is_never_destroyed(door: Door):
    assert door.code_of(lambda: of(door, "actions", ACTION).pop("title")) == "raw_deletion"
    assert door.code_of(lambda: of(door, "actions", ACTION).pop("notes")) == "raw_deletion"
    assert door.code_of(lambda: of(door, "profile").pop("vision")) == "raw_deletion"


def test_d3_a_record_goes_to_the_bin_and_comes_back_with_what_others_wrote_meanwhile(door: Door):
    late = Copy(door.document)
    meanwhile = late.change(lambda: late.section("actions")[ACTION]["notes"].insert(0, "Still here"))
    ben = Copy(door.document)
    door.admit(ben.change(lambda: ben.section("actions")[ACTION].update({"removed": a_stamp(BEN)})), BEN)
    door.admit(meanwhile, ANNA)
    assert read_plan(door.document, SCHEMA).record("actions", ACTION) is None
    copy = Copy(door.document)
    door.admit(copy.change(lambda: copy.section("actions")[ACTION].update({"removed": None})), ANNA)
    assert read_plan(door.document, SCHEMA).record("actions", ACTION)["notes"] == "Still here"


def test_the_gate_never_changes_the_document():
    document = new_document(SCHEMA)
    before = document.get_update()
    gate, copy = Gate(SCHEMA, document, {}), Copy(document)
    gate.admit(copy.change(lambda: copy.section("profile").update({"industry": "x"})), ANNA)
    assert document.get_update() == before

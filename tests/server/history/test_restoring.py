"""A plan brought back to what it was, through the gates, as edits of whoever asks (D5)."""

from typing import Any

import pytest
from pycrdt import UndoManager

from planning.interchange import to_document
from planning.plan import Plan
from planning.rich_text import document_of
from planning.tools import SCHEMA
from server.history.content import Past, pack_content, read_content
from server.history.restoring import Part
from server.rooms.document import new_document, read_plan
from tests.builders import a_plan, an_id, every_field_filled
from tests.server.history.builders import past_of, restore
from tests.server.rooms.builders import Copy, Door, a_paragraph, a_record, a_seat, a_stamp

RISK, OTHER = an_id("risk"), an_id("other")
RUTH = a_seat("ruth")


def a_door(plan: Plan) -> Door:
    """Return a plan behind its gate."""
    return Door(new_document(SCHEMA, plan))


def read(door: Door) -> Plan:
    """Return the plan behind a gate."""
    return read_plan(door.document, SCHEMA)


def sections(plan: Plan) -> Any:
    """Return what a plan says."""
    return to_document(plan, title="", starts_on="", ends_on="", account="")["sections"]


def two_risks(**values: Any) -> Plan:
    """Return a plan with two risks, the first one with these values."""
    return a_plan(risks=[{"id": "risk", "title": "Fire", **values}, {"id": "other", "title": "Flood"}])


def test_every_kind_of_field_comes_back():
    was = every_field_filled()
    door = a_door(was)
    emptied = {
        key: {
            name: None
            for name, field in section.fields.items()
            if not field.shared_type and name != "removed"
        }
        for key, section in SCHEMA.sections.items()
        if key not in ("comments", "set_aside")
    }

    def empty() -> None:
        for key, nothing in emptied.items():
            section = SCHEMA.sections[key]
            records = door.section(key)
            for record in records.values() if section.many else [records]:
                stamps = [name for name, field in section.fields.items() if field.kind == "stamp"]
                record.update({name: None for name in nothing if name not in stamps})
                for name, field in section.fields.items():
                    if field.shared_type == "text":
                        record[name].clear()
                    elif field.shared_type == "xml":
                        del record[name].children[:]

    door.admit(empty)
    assert sections(read(door)) != sections(was)
    restore(door, past_of(was))
    assert sections(read(door)) == sections(was)


def test_what_is_as_it_was_costs_nothing():
    plan = every_field_filled()
    assert restore(a_door(plan), past_of(plan)) == 0


def test_only_what_differs_is_written():
    door = a_door(two_risks(impact=5))
    past = past_of(read(door))
    door.admit(lambda: door.section("risks")[RISK].update({"impact": 1}))
    ben = Copy(door.document)
    late = ben.change(lambda: ben.section("risks")[RISK].update({"likelihood": 2}))
    restore(door, past)
    door.admit(late, a_seat("ben"))
    risk = read(door).record("risks", RISK)
    assert risk is not None
    assert (risk["impact"], risk["likelihood"]) == (5, 2)


def test_what_came_since_goes_to_the_bin_with_the_stamp_of_whoever_restores():
    door = a_door(two_risks())
    past = past_of(read(door))
    door.admit(lambda: door.section("risks").update({an_id("new"): a_record("risks", title="Storm")}))
    restore(door, past, seat=RUTH)
    assert [one["title"] for one in read(door).records("risks")] == ["Fire", "Flood"]
    (removed,) = read(door).removed("risks")
    assert (removed["id"], removed["removed"]) == (an_id("new"), a_stamp(RUTH))


def test_what_went_to_the_bin_comes_back_and_what_was_in_it_goes_there_again():
    door = a_door(two_risks())
    door.admit(lambda: door.section("risks")[OTHER].update({"removed": a_stamp(door.seat)}))
    past = past_of(read(door))
    door.admit(lambda: door.section("risks")[OTHER].update({"removed": None}))
    door.admit(lambda: door.section("risks")[RISK].update({"removed": a_stamp(door.seat)}))
    restore(door, past, seat=RUTH)
    assert [one["id"] for one in read(door).records("risks")] == [RISK]
    assert read(door).removed("risks")[0]["removed"]["key"] == RUTH.participant


def test_of_a_long_text_no_more_is_touched_than_differs():
    words = "We grow in the north 🌲, with care, step by step."
    door = a_door(a_plan(profile={"vision": words}))
    past = past_of(read(door))
    vision = door.section("profile")["vision"]
    at = len(b"We grow in the ")
    door.admit(lambda: vision.__setitem__(slice(at, at + len("north 🌲".encode())), "south 🌊"))
    ben = Copy(door.document)
    late = ben.change(lambda: ben.section("profile")["vision"].insert(0, "Listen: "))
    restore(door, past)
    door.admit(late, a_seat("ben"))
    assert read(door).fact("profile")["vision"] == f"Listen: {words}"


def test_a_formatted_text_is_replaced_and_an_empty_one_empty_again():
    was = a_plan(profile={"introduction": document_of("We serve hospitals.")})
    door = a_door(was)
    past = past_of(read(door))
    profile = door.section("profile")
    door.admit(lambda: profile["introduction"].children.append(a_paragraph("And clinics.")))
    door.admit(lambda: profile["priorities"].children.append(a_paragraph("Speed")))
    restore(door, past)
    assert sections(read(door)) == sections(was)


@pytest.mark.parametrize(
    ("part", "restored"),
    [
        (Part(), {"risks", "actions", "profile"}),
        (Part(tool="risks"), {"risks"}),
        (Part(section="profile"), {"profile"}),
    ],
)
def test_a_part_is_restored_and_nothing_else(part: Part, restored: set[str]):
    door = a_door(a_plan(risks=[{"id": "r", "impact": 1}], actions=[{"id": "a", "effort": 1}], profile={}))
    past = past_of(read(door))

    def change() -> None:
        door.section("risks")[an_id("r")]["impact"] = 5
        door.section("actions")[an_id("a")]["effort"] = 5
        door.section("profile")["employees"] = 5

    door.admit(change)
    changed = sections(read(door))
    restore(door, past, part)
    now, was = sections(read(door)), sections(past.plan)
    assert {key for key in changed if now.get(key) != changed[key]} == restored
    assert {key for key in changed if now.get(key) == was.get(key)} == restored


def test_one_record_is_restored_alone():
    door = a_door(two_risks(impact=1))
    past = past_of(read(door))
    door.admit(lambda: [record.update({"impact": 5}) for record in door.section("risks").values()])
    door.admit(lambda: door.section("risks").update({an_id("new"): a_record("risks")}))
    restore(door, past, Part(section="risks", record=RISK))
    assert {one["id"]: one.get("impact") for one in read(door).records("risks")} == {
        RISK: 1,
        OTHER: 5,
        an_id("new"): None,
    }


def test_what_people_say_about_the_plan_stays():
    door = a_door(two_risks())
    past = past_of(read(door))
    comment = a_record("comments", written=a_stamp(door.seat))
    door.admit(lambda: door.section("comments").update({an_id("said"): comment}))
    restore(door, past)
    assert [one["id"] for one in read(door).records("comments")] == [an_id("said")]


def test_nobody_signs_for_others_by_restoring():
    door = a_door(a_plan(puzzle_pieces=[{"id": "piece", "text": "They merge."}]))
    anna = door.seat
    door.admit(lambda: door.section("puzzle_pieces")[an_id("piece")].update({"brought": a_stamp(anna)}))
    past = past_of(read(door))
    door.admit(lambda: door.section("puzzle_pieces")[an_id("piece")].update({"brought": None, "text": "No."}))
    restore(door, past, seat=RUTH)
    piece = read(door).record("puzzle_pieces", an_id("piece"))
    assert piece is not None
    assert (piece["text"], piece.get("brought")) == ("They merge.", None)


def test_what_is_restored_is_the_work_of_whoever_restores_and_of_a_client_of_their_own():
    door = a_door(two_risks(impact=1))
    past = past_of(read(door))
    door.admit(lambda: door.section("risks")[RISK].update({"impact": 5}))
    before = dict(door.gate._owners)
    restore(door, past, seat=RUTH)
    assert set(door.gate._owners.values()) - set(before.values()) == {RUTH.participant}


def test_who_wrote_something_can_undo_it_after_a_restoration_and_nothing_else():
    door = a_door(two_risks(impact=1))
    past = past_of(read(door))
    undo = UndoManager(scopes=[door.section("profile"), door.section("risks")])
    door.admit(lambda: door.section("profile")["vision"].insert(0, "Grow"))
    ben = Copy(door.document)
    door.admit(ben.change(lambda: ben.section("risks")[RISK].update({"impact": 5})), a_seat("ben"))
    restore(door, past, Part(section="risks"))
    door.copy.document.apply_update(door.document.get_update())
    before = door.copy.document.get_state()
    assert undo.undo()
    door.admit(door.copy.document.get_update(before))
    assert sections(read(door)) == sections(past.plan)


def test_much_comes_in_parts_and_each_is_small():
    plan = a_plan(
        actions=[{"id": f"a{n}", "title": "x" * 100, "notes": "y" * 400, "effort": 1} for n in range(200)]
    )
    door = a_door(plan)
    past = past_of(read(door))

    def change() -> None:
        for record in door.section("actions").values():
            record.update({"title": "z", "effort": 2})
            record["notes"].clear()

    door.admit(change)
    assert restore(door, past, size=20_000) > 4
    assert sections(read(door)) == sections(plan)


def test_a_field_or_a_section_that_came_later_is_left_alone():
    door = a_door(two_risks(impact=1))
    past = past_of(read(door))
    known = {key: names - {"impact"} for key, names in past.known.items() if key != "actions"}
    older = Past(past.plan, known)
    door.admit(lambda: door.section("risks")[RISK].update({"impact": 5, "title": "Smoke"}))
    door.admit(lambda: door.section("actions").update({an_id("a"): a_record("actions")}))
    restore(door, older)
    risk = read(door).record("risks", RISK)
    assert risk is not None
    assert (risk["impact"], risk["title"]) == (5, "Fire")
    assert len(read(door).records("actions")) == 1


def test_a_value_that_is_not_allowed_any_more_is_not_written():
    plan = Plan(SCHEMA, {}, {"risks": {RISK: {"title": "Fire", "impact": 9, "no_such_field": 1}}})
    past = read_content(pack_content(plan), SCHEMA)
    assert past.plan.collections["risks"][RISK] == {"title": "Fire"}

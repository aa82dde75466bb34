"""What changed between two states of a plan."""

from dataclasses import asdict
from json import dumps
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.analyses.content import content_tools, is_filled
from planning.analyses.drift import Drift, check_drift, drift, drift_sentences
from planning.plan import Plan
from planning.plan_field import PlanField
from planning.rich_text import document_of
from planning.tools import SCHEMA
from tests.builders import STAMP, a_plan, an_id
from tests.planning.strategies import plans

NO_PLAN = a_plan()


def a_risk(**said: Any) -> Plan:
    return a_plan(risks=[{"id": "fire", "title": "Fire", **said}])


def kinds(found: Drift) -> list[tuple[str, str]]:
    return [(change.kind, change.title) for change in found.changes]


def test_the_same_plan_has_not_drifted():
    assert drift(a_risk(impact=3), a_risk(impact=3)) == Drift((), 0, 0, 0, 0, ())


def test_a_record_is_added_removed_and_restored():
    here, binned = a_risk(), a_risk(removed=STAMP)
    assert kinds(drift(NO_PLAN, here)) == [("added", "Fire")]
    assert kinds(drift(here, binned)) == [("removed", "Fire")]
    assert kinds(drift(binned, here)) == [("restored", "Fire")]
    assert kinds(drift(here, NO_PLAN)) == [("removed", "Fire")]


def test_what_came_and_went_in_between_is_no_change():
    assert drift(NO_PLAN, a_risk(removed=STAMP)).changes == ()
    assert drift(a_risk(removed=STAMP), a_risk(removed=STAMP, impact=2)).changes == ()


def test_a_field_changed_from_one_value_to_another():
    (change,) = drift(a_risk(impact=3), a_risk(impact=5)).changes
    (field,) = change.fields
    assert (change.kind, change.section, change.id) == ("changed", "risks", an_id("fire"))
    assert (field.field, field.before, field.after) == ("impact", 3, 5)


def test_a_restored_record_also_says_what_changed_in_it():
    (change,) = drift(a_risk(impact=3, removed=STAMP), a_risk(impact=5)).changes
    assert [(field.before, field.after) for field in change.fields] == [(3, 5)]


def test_order_and_places_on_a_drawing_are_no_change():
    before, after = (
        a_plan(strategy_nodes=[{"id": "a", "order": one, "x": 1}, {"id": "b", "order": other}])
        for one, other in (("a0", "a1"), ("a1", "a0"))
    )
    assert drift(before, after).changes == ()
    assert drift(a_plan(strategy_nodes=[{"x": 1}]), a_plan(strategy_nodes=[{"x": 2}])).changes == ()


def test_saying_nothing_in_another_way_is_no_change():
    before, after = (
        a_plan(objectives=[{"title": title, "goals": goals, "shared": shared}])
        for title, goals, shared in ((None, [], None), ("", None, False))
    )
    assert drift(before, after).changes == ()


def test_zero_says_something():
    (change,) = drift(a_plan(actions=[{"progress": None}]), a_plan(actions=[{"progress": 0}])).changes
    assert (change.fields[0].before, change.fields[0].after) == (None, 0)


def test_form_alone_is_no_change_of_a_text():
    plain = document_of("Grow with us.")
    bold = document_of("Grow with us.")
    bold["content"][0]["content"][0]["marks"] = [{"type": "bold"}]
    assert drift(a_plan(profile={"ambition": plain}), a_plan(profile={"ambition": bold})).changes == ()
    assert drift(a_plan(profile={"culture": "a  b"}), a_plan(profile={"culture": "a b\n"})).changes == ()


def test_of_long_texts_the_piece_that_changed_is_told():
    before, after = (
        a_plan(profile={"priorities": document_of(f"We are many and grow in the {where} for all to see.")})
        for where in ("north", "far south")
    )
    (change,) = drift(before, after).changes
    (field,) = change.fields
    assert (field.before, field.after) == (
        "… grow in the north for all to …",
        "… grow in the far south for all to …",
    )
    assert (change.id, change.title) == (None, "Profile")


def test_what_people_say_about_the_plan_is_no_drift():
    assert drift(NO_PLAN, a_plan(comments=[{"text": "Really?"}], set_aside=[{"code": "x"}])).changes == ()


def test_changes_come_in_the_order_of_the_plan_removed_ones_after_what_is_there():
    before = a_plan(risks=[{"id": "old", "title": "Old"}, {"id": "kept", "title": "Kept"}])
    after = a_plan(
        risks=[{"id": "new", "title": "New"}, {"id": "kept", "title": "Kept", "impact": 1}],
        profile={"industry": "Steel"},
    )
    assert [title for _, title in kinds(drift(before, after))] == ["Profile", "New", "Kept", "Old"]


def test_authors_are_those_of_the_field_or_else_of_the_record():
    fire = f"risks/{an_id('fire')}"
    before, after = a_risk(impact=3, likelihood=3), a_risk(impact=5, likelihood=5)
    authors = {fire: ["Ben"], f"{fire}/impact": ["Ana", "Cho"]}
    (change,) = drift(before, after, authors).changes
    assert {field.field: field.by for field in change.fields} == {
        "impact": ("Ana", "Cho"),
        "likelihood": ("Ben",),
    }
    assert sorted(change.by) == ["Ana", "Ben", "Cho"]


def test_who_removed_a_record_is_known_from_its_stamp():
    authors = {f"risks/{an_id('fire')}": ["Ben"]}
    assert drift(a_risk(), a_risk(removed=STAMP), authors).changes[0].by == ("Ana Rossi",)
    assert drift(a_risk(), NO_PLAN, authors).changes[0].by == ("Ben",)
    assert drift(a_risk(), NO_PLAN).changes[0].by == ()


@pytest.mark.parametrize(
    "later",
    [
        [{"id": "call", "removed": STAMP, "objective": "grow"}],
        [{"id": "call", "status": "dropped", "objective": "grow"}],
        [{"id": "call", "objective": "other"}],
        [],
    ],
)
def test_an_objective_that_lost_all_actions_is_told(later: list[dict[str, Any]]):
    objectives = [{"id": "grow", "title": "Grow"}, {"id": "other", "title": "Other"}]
    before = a_plan(objectives=objectives, actions=[{"id": "call", "objective": "grow"}])
    after = a_plan(objectives=objectives, actions=later)
    found = drift(before, after)
    assert found.orphaned == (an_id("grow"),)
    (finding,) = check_drift(found, after)
    assert finding.message == '"Grow" had actions and has lost them all since the last checkpoint.'


def test_an_objective_that_never_had_actions_or_is_gone_has_lost_none():
    objectives = [{"id": "grow", "title": "Grow"}]
    with_action = a_plan(objectives=objectives, actions=[{"objective": "grow"}])
    assert drift(a_plan(objectives=objectives), a_plan(objectives=objectives)).orphaned == ()
    assert drift(with_action, a_plan(actions=[])).orphaned == ()
    done = a_plan(objectives=objectives, actions=[{"objective": "grow", "status": "done"}])
    assert drift(with_action, done).orphaned == ()


@settings(max_examples=20, deadline=None)
@given(plans(SCHEMA))
def test_a_plan_has_not_drifted_from_itself(plan: Plan):
    assert drift(plan, plan).changes == ()


def live(plan: Plan) -> set[tuple[str, str]]:
    sections = [section.key for tool in content_tools(SCHEMA) for section in tool.sections if section.many]
    return {(key, record["id"]) for key in sections for record in plan.records(key)}


def disturbed(plan: Plan, chance: Random) -> Plan:
    """Return the plan after records were removed, brought back, added, or given values of others."""
    collections = {}
    for key, records in plan.collections.items():
        values = list(records.values())
        collections[key] = {id: {**chance.choice(values)} for id in records if chance.random() < 0.8}
        for record in collections[key].values():
            if chance.random() < 0.3:
                record["removed"] = chance.choice([STAMP, None])
        if values and chance.random() < 0.3:
            collections[key][an_id("new")] = chance.choice(values)
    return Plan(plan.schema, {key: {} for key in plan.facts if chance.random() < 0.5}, collections)


@settings(max_examples=25, deadline=None)
@given(plans(SCHEMA), st.integers(0, 1_000))
def test_drift_is_what_comparing_two_plans_by_hand_finds(before: Plan, seed: int):
    after = disturbed(before, Random(seed))
    found = drift(before, after)
    came = {(c.section, c.id) for c in found.changes if c.kind in ("added", "restored")}
    went = {(c.section, c.id) for c in found.changes if c.kind == "removed"}
    assert came == live(after) - live(before)
    assert went == live(before) - live(after)
    told = {(c.section, c.id, field.field) for c in found.changes if c.id for field in c.fields}
    for section, id in live(before) & live(after):
        then, now = before.collections[section][id], after.collections[section][id]
        for key, field in SCHEMA.sections[section].fields.items():
            if not field.system and field.shared_type == "":
                values = {said(field, record.get(key)) for record in (then, now)}
                assert ((section, id, key) in told) == (len(values) == 2)


def said(field: PlanField, value: Any) -> str:
    return dumps(value if is_filled(field, value) and value is not False else None, sort_keys=True)


@settings(max_examples=25, deadline=None)
@given(plans(SCHEMA), st.integers(0, 1_000))
def test_every_drift_can_be_said_and_sent(before: Plan, seed: int):
    after = disturbed(before, Random(seed))
    found = drift(before, after)
    assert dumps(asdict(found))
    said = drift_sentences(found, before, after)
    assert all(sentence.text for sentence in said)
    assert dumps([(sentence.code, sentence.where, sentence.values) for sentence in said])

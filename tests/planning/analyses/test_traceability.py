"""Whether what we do follows from what the customer wants."""

from hypothesis import given
from hypothesis import strategies as st

from planning.analyses.serving import serving
from planning.analyses.traceability import check_traceability, traceability
from planning.plan import PlainRecord, Plan
from tests.builders import STAMP, a_plan, an_id

ANA = {"id": "ana", "name": "Ana"}


def a_goal(id: str, importance: int | None = 3, **more: object) -> PlainRecord:
    return {"id": id, "title": id, "kind": "goal", "importance": importance, **more}


def an_objective(id: str, *goals: str, **more: object) -> PlainRecord:
    whole = {"id": id, "title": id, "goals": list(goals), "owner": "ana", "due": "2027-12-31"}
    return whole | more


def an_action(id: str, objective: str | None, **more: object) -> PlainRecord:
    whole = {"id": id, "title": id, "objective": objective, "owner": "ana", "due": "2027-03-31"}
    return whole | more


def thread(**sections: list[PlainRecord]) -> Plan:
    """Return a plan in which an action serves a goal of importance 5, and another is left alone."""
    usual = {
        "team_members": [ANA],
        "strategy_nodes": [a_goal("served", 5), a_goal("alone", 3)],
        "objectives": [an_objective("objective", "served")],
        "actions": [an_action("action", "objective")],
    }
    return a_plan(**(usual | sections))


def found(plan: Plan) -> list[tuple[str, str]]:
    """Return the findings of a plan: the code, and the short name of the record."""
    return [(f.code, f.where.split("/")[1].rstrip("_")) for f in check_traceability(plan)]


def test_coverage_weighs_goals_by_their_importance():
    assert traceability(thread()).coverage == 5 / 8


def test_without_goals_there_is_no_coverage_to_speak_of():
    assert traceability(a_plan()).coverage is None
    assert check_traceability(a_plan()) == []


def test_a_goal_of_unknown_importance_counts_as_a_usual_one():
    plan = thread(strategy_nodes=[a_goal("served", None), a_goal("alone", 3)])
    assert traceability(plan).coverage == 1 / 2


def test_only_an_action_that_somebody_owns_by_a_day_counts():
    for missing in (
        {"owner": None},
        {"due": None},
        {"status": "dropped"},
        {"removed": STAMP},
        {"owner": "x"},
    ):
        plan = thread(actions=[an_action("action", "objective", **missing)])
        assert traceability(plan).coverage == 0, missing


def test_what_is_done_has_served_its_goal_even_when_only_the_day_of_doing_it_is_known():
    done = an_action("action", "objective", status="done", due=None, done_on="2027-02-01")
    assert traceability(thread(actions=[done])).coverage == 5 / 8


def test_an_owner_in_the_bin_owns_nothing():
    plan = thread(team_members=[ANA | {"removed": STAMP}])
    assert traceability(plan).coverage == 0
    assert ("action_without_owner", "action") in found(plan)


def test_the_whole_path_of_a_goal_can_be_followed():
    plan = thread(
        value_propositions=[{"id": "value", "statement": "It pays.", "goal": "served"}],
        actions=[an_action("one", "objective"), an_action("two", "objective"), an_action("other", None)],
    )
    figures = traceability(plan)
    path = figures.goals[0]
    assert (path.goal, path.served) == (an_id("served"), True)
    assert path.objectives == (an_id("objective"),)
    assert path.actions == figures.actions_of[an_id("objective")] == (an_id("one"), an_id("two"))
    assert path.propositions == (an_id("value"),)


def test_who_deals_with_a_challenge_serves_the_goal_it_hinders():
    plan = thread(
        strategy_nodes=[a_goal("served"), a_goal("far"), {"id": "wall", "kind": "challenge"}],
        strategy_links=[
            {"from_node": "wall", "to_node": "served", "kind": "hinders"},
            {"from_node": "served", "to_node": "far", "kind": "supports"},
        ],
        objectives=[an_objective("objective", "wall")],
    )
    assert serving(plan).goals_of[an_id("objective")] == (an_id("served"),)


def test_links_in_a_circle_lead_nowhere():
    plan = thread(
        strategy_nodes=[{"id": "a", "kind": "challenge"}, {"id": "b", "kind": "initiative"}],
        strategy_links=[{"from_node": "a", "to_node": "b"}, {"from_node": "b", "to_node": "a"}],
        objectives=[an_objective("objective", "a")],
    )
    assert serving(plan).goals_of[an_id("objective")] == ()


def test_a_goal_that_nobody_serves_says_whether_an_objective_or_an_action_is_missing():
    plan = thread(
        strategy_nodes=[a_goal("empty", 5), a_goal("idle", 3)],
        objectives=[an_objective("objective", "idle")],
        actions=[an_action("action", "objective", due=None)],
    )
    goals = check_traceability(plan)[:2]
    assert [(f.code, f.severity) for f in goals] == [
        ("goal_without_objective", "must"),
        ("goal_without_action", "should"),
    ]
    assert goals[1].message == (
        'Nothing moves their goal "idle" (importance 3): no live action of "objective" has an owner '
        "and a due date."
    )


def test_every_loose_end_is_named_once():
    plan = thread(
        strategy_nodes=[],
        objectives=[
            {"id": "bare", "title": "Bare"},
            an_objective("finished"),
            an_objective("dropped", status="dropped"),
        ],
        actions=[
            {"id": "nobody", "objective": "bare", "due": "2027-01-31"},
            an_action("lost", None),
            an_action("orphan", "dropped"),
            an_action("over", "finished", status="done"),
            {"id": "past", "status": "done"},
        ],
        value_propositions=[{"id": "promise", "statement": "It pays."}],
    )
    assert found(plan) == [
        ("objective_serves_nothing", "bare"),
        ("objective_without_owner", "bare"),
        ("objective_without_day", "bare"),
        ("objective_all_done", "finished"),
        ("objective_serves_nothing", "finished"),
        ("action_without_owner", "nobody"),
        ("action_serves_nothing", "lost"),
        ("action_for_dropped_objective", "orphan"),
        ("value_answers_nothing", "promise"),
    ]


def test_an_objective_that_is_reached_needs_nothing_more():
    reached = {"id": "objective", "title": "Reached", "goals": ["served"], "status": "reached"}
    plan = thread(objectives=[reached], actions=[], strategy_nodes=[a_goal("served")])
    assert found(plan) == [("goal_without_action", "served")]


GOALS, OBJECTIVES = ["g0", "g1", "g2"], ["o0", "o1", "o2"]


@st.composite
def threads(draw: st.DrawFn) -> dict[str, list[PlainRecord]]:
    """Draw goals, objectives and actions that may or may not serve each other."""
    return {
        "team_members": [ANA],
        "strategy_nodes": [a_goal(g, draw(st.integers(1, 5))) for g in GOALS],
        "objectives": [
            an_objective(o, *draw(st.lists(st.sampled_from(GOALS), unique=True)),
                         status=draw(st.sampled_from([None, "agreed", "dropped"])))
            for o in OBJECTIVES
        ],
        "actions": [
            an_action(
                f"a{number}",
                draw(st.sampled_from([None, *OBJECTIVES])),
                owner=draw(st.sampled_from([None, "ana"])),
                due=draw(st.sampled_from([None, "2027-03-31"])),
                status=draw(st.sampled_from([None, "doing", "done", "dropped"])),
            )
            for number in range(draw(st.integers(0, 4)))
        ],
    }  # fmt: skip


@given(threads())
def test_coverage_is_what_counting_by_hand_gives(sections: dict[str, list[PlainRecord]]):
    live = [a for a in sections["actions"] if a["status"] != "dropped" and a["owner"] and a["due"]]
    objectives = [
        o for o in sections["objectives"]
        if o["status"] != "dropped" and any(a["objective"] == o["id"] for a in live)
    ]  # fmt: skip
    goals = sections["strategy_nodes"]
    served = [g["importance"] for g in goals if any(g["id"] in o["goals"] for o in objectives)]
    assert traceability(a_plan(**sections)).coverage == sum(served) / sum(g["importance"] for g in goals)


@given(threads(), st.sampled_from(GOALS))
def test_one_more_action_for_a_goal_never_lowers_coverage(sections: dict[str, list[PlainRecord]], goal: str):
    more = sections | {
        "objectives": [*sections["objectives"], an_objective("new", goal)],
        "actions": [*sections["actions"], an_action("new", "new")],
    }
    before, after = traceability(a_plan(**sections)), traceability(a_plan(**more))
    assert after.coverage is not None
    assert before.coverage is not None
    assert after.coverage >= before.coverage
    assert next(g for g in after.goals if g.goal == an_id(goal)).served

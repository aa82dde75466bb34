"""Who can persuade whom, and how surely."""

import math
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.analyses.influence import influence, rank_brokers, ways_to
from planning.analyses.influence.lines import lines
from planning.plan import Plan
from tests.builders import STAMP, a_plan, an_id
from tests.planning.analyses.demo import hospitals, machine_works, named
from tests.planning.analyses.people import by_adviser, covers, executive, influences, people, someone


def ways(plan: Plan, to: str = "executive", count: int = 3) -> list[str]:
    return [way.words for way in ways_to(plan, an_id(to), count)]


def test_the_first_way_to_the_executive_of_the_hospitals_is_over_the_adviser():
    plan = hospitals()
    [first, *_] = ways_to(plan, named(plan, "stakeholders", "Executive vice president"))
    assert [step.name for step in first.steps] == [
        "Ana R.",
        "Partner, advisory firm",
        "Executive vice president",
    ]
    assert [step.by for step in first.steps] == [None, "coverage", "influence"]


def test_an_adviser_with_a_strong_line_is_the_first_way_to_a_neutral_executive():
    assert ways(by_adviser()) == ["account manager → adviser → executive"]


def test_each_step_says_by_which_record_it_came():
    plan = by_adviser()
    [way] = ways_to(plan, an_id("executive"))
    assert [step.line for step in way.steps] == [
        None,
        f"coverage/{an_id('coverage-0')}",
        f"influence_lines/{an_id('influence_lines-0')}",
    ]
    assert way.chance == pytest.approx(0.9 * 0.75)


def test_an_opponent_carries_nothing_of_ours_and_a_sceptic_half():
    assert ways(by_adviser(stance=-2)) == []
    assert ways_to(by_adviser(stance=-1), an_id("executive"))[0].chance == pytest.approx(0.9 * 0.75 / 2)


def test_an_opponent_can_still_be_reached():
    plan = people(executive(stance=-2), coverage=[covers("manager", "executive")])
    assert ways(plan) == ["account manager → executive"]


def test_a_conflict_carries_nothing():
    plan = people(
        executive(),
        someone("rival"),
        coverage=[covers("manager", "rival")],
        influence_lines=[influences("rival", "executive", kind="conflicts")],
    )
    assert ways(plan) == []


def test_a_case_goes_up_and_down_the_reporting_lines():
    plan = people(
        executive(),
        someone("report", reports_to="executive"),
        someone("sibling", reports_to="executive"),
        coverage=[covers("manager", "report")],
    )
    assert ways(plan, "sibling") == ["account manager → report → executive → sibling"]
    assert ways_to(plan, an_id("sibling"))[0].chance == pytest.approx(0.9 * 0.4 * 0.6)


def test_three_ways_come_the_surest_first():
    plan = people(
        executive(),
        someone("adviser"),
        someone("report", reports_to="executive"),
        coverage=[
            covers("engineer", "executive", 1), covers("manager", "adviser"), covers("manager", "report"),
            covers("engineer", "adviser", 2),
        ],
        influence_lines=[influences("adviser", "executive")],
    )  # fmt: skip
    assert ways(plan) == [
        "account manager → adviser → executive",
        "account manager → report → executive",
        "engineer → adviser → executive",
    ]


def test_a_key_contact_whom_no_coverage_mentions_is_a_way():
    plan = people(executive(key_contact="manager", relationship_now=3))
    [way] = ways_to(plan, an_id("executive"))
    assert (way.steps[1].by, way.chance) == ("key_contact", 0.65)


def test_coverage_that_says_not_at_all_is_none():
    plan = people(executive(key_contact="manager"), coverage=[covers("manager", "executive", 0)])
    assert ways(plan) == []


def test_of_two_lines_between_the_same_people_the_surer_one_is_taken():
    plan = people(
        executive(),
        someone("report", reports_to="executive"),
        coverage=[covers("manager", "report", 1), covers("manager", "report", 4)],
        influence_lines=[influences("report", "executive", 1), influences("report", "executive", 2)],
    )
    assert ways_to(plan, an_id("executive"))[0].chance == pytest.approx(0.9 * 0.5)


def test_what_is_in_the_bin_or_nowhere_is_no_way():
    for gone in ({"removed": STAMP}, {"id": "somebody else"}):
        plan = people(
            executive(),
            someone("adviser") | gone,
            coverage=[covers("manager", "adviser"), covers("nobody", "executive"), {"member": "manager"}],
            influence_lines=[influences("adviser", "executive"), {"to_whom": "executive"}],
        )
        assert ways(plan) == []
        assert influence(plan).chances[an_id("executive")] == 0


def test_there_is_no_way_to_somebody_who_is_not_in_the_plan():
    assert ways(by_adviser(), "nobody") == []
    assert ways(a_plan()) == []


def test_an_empty_plan_has_nobody_to_reach():
    figures = influence(a_plan())
    assert (figures.covered, figures.ways, figures.brokers) == (None, (), ())


def test_a_person_between_two_others_is_the_broker():
    plan = people(
        someone("a"),
        someone("b"),
        someone("c"),
        influence_lines=[influences("a", "b"), influences("b", "c")],
    )
    assert rank_brokers(plan) == {an_id("a"): 0, an_id("b"): 0.5, an_id("c"): 0}
    assert [broker.stakeholder for broker in influence(plan).brokers] == [an_id("b")]


def test_the_board_member_of_the_machine_works_is_the_first_broker():
    plan = machine_works()
    assert influence(plan).brokers[0].stakeholder == named(plan, "stakeholders", "Chief operating officer")


PEOPLE = [f"p{number}" for number in range(4)]


@st.composite
def small_worlds(draw: st.DrawFn) -> Plan:
    """Draw two of ours, four of theirs, and lines between them."""
    person, strength = st.sampled_from(PEOPLE), st.integers(1, 3)
    return people(
        *(
            someone(
                id,
                stance=draw(st.integers(-2, 2)),
                power=draw(st.integers(1, 5)),
                reports_to=draw(st.none() | person),
            )
            for id in PEOPLE
        ),
        coverage=draw(
            st.lists(st.builds(covers, st.sampled_from(["manager", "engineer"]), person, st.integers(0, 4)))
        ),
        influence_lines=draw(st.lists(st.builds(influences, person, person, strength), max_size=8)),
    )


def every_chance(plan: Plan, to: str) -> list[float]:
    """Return the chance of every simple way to a person, by trying all of them."""
    known = lines(plan)
    others = [("stakeholders", an_id(id)) for id in PEOPLE if an_id(id) != to]
    chances = []
    for member in plan.records("team_members"):
        for length in range(len(others) + 1):
            for between in permutations(others, length):
                path = [("team_members", member["id"]), *between, ("stakeholders", to)]
                steps = [known.get(start, {}).get(end) for start, end in pairwise(path)]
                if all(steps):
                    chances.append(math.prod(step.chance for step in steps if step))
    return sorted(chances, reverse=True)


@given(small_worlds(), st.sampled_from(PEOPLE))
def test_no_other_way_is_better_than_those_that_are_named(plan: Plan, person: str):
    found = ways_to(plan, an_id(person))
    tried = every_chance(plan, an_id(person))
    assert [way.chance for way in found] == pytest.approx(tried[:3])
    for way in found:
        assert way.chance == pytest.approx(math.prod(step.chance for step in way.steps))
        assert len({(step.section, step.id) for step in way.steps}) == len(way.steps)
    assert influence(plan).chances[an_id(person)] == pytest.approx(tried[0] if tried else 0)


@given(small_worlds())
def test_whoever_is_on_a_thread_is_on_every_way(plan: Plan):
    for thread in influence(plan).threads:
        on_all = [{step.id for step in way.steps} for way in ways_to(plan, thread.stakeholder, count=100)]
        assert set(thread.members) | set(thread.others) | {thread.stakeholder} == set.intersection(*on_all)

"""Whether departments and regions work together."""

from collections.abc import Sequence
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from planning.analyses.collaboration import (
    Contribution,
    Department,
    DepartmentPair,
    check_collaboration,
    collaboration,
)
from planning.findings import Finding
from planning.plan import PlainRecord, Plan
from tests.builders import a_plan, an_id
from tests.planning.analyses.demo import hospitals, machine_works, named

PEOPLE = {"ana": "Sales", "ben": "sales ", "cy": "Service", "dora": "Finance", "eve": None}
REGIONS = [
    {"id": "group", "name": "Group", "level": "group"},
    {"id": "north", "name": "North", "level": "region", "parent": "group"},
    {"id": "south", "name": "South", "level": "region", "parent": "group"},
    {"id": "plant", "name": "Plant", "level": "site", "parent": "south"},
]


def an_action(owner: str | None, *helpers: str, **more: object) -> PlainRecord:
    return {"owner": owner, "helpers": list(helpers)} | more


def work(*actions: PlainRecord, **sections: Sequence[PlainRecord]) -> Plan:
    team = [{"id": id, "name": id.title(), "department": department} for id, department in PEOPLE.items()]
    usual: dict[str, Sequence[PlainRecord]] = {"team_members": team, "actions": list(actions)}
    return a_plan(**(usual | sections))


def found(plan: Plan, *codes: str) -> list[Finding]:
    return [finding for finding in check_collaboration(plan) if finding.code in codes]


def test_an_action_is_shared_when_two_departments_work_on_it():
    plan = work(
        an_action("ana", "cy"),
        an_action("ana", "ben"),
        an_action("eve", "dora"),
        an_action(None),
        an_action("dora", "ana", status="dropped"),
    )
    figures = collaboration(plan)
    assert figures.shared == 1 / 3
    assert figures.departments == (
        Department("Sales", members=2, actions=2, shared=1),
        Department("Service", members=1, actions=1, shared=1),
        Department("Finance", members=1, actions=1, shared=0),
    )
    assert figures.pairs == (
        DepartmentPair("Sales", "Service", 1),
        DepartmentPair("Sales", "Finance", 0),
        DepartmentPair("Service", "Finance", 0),
    )


def test_an_empty_plan_has_nothing_to_say_about_working_together():
    assert collaboration(a_plan()).shared is None
    assert check_collaboration(a_plan()) == []
    assert check_collaboration(work()) == []


def test_what_each_person_does_for_a_goal_is_counted_as_owner_and_as_helper():
    plan = work(
        an_action("ana", "cy", objective="o"),
        an_action("cy", "ana", "cy", objective="o"),
        an_action("ana", objective="p"),
        objectives=[{"id": "o", "goals": ["g"]}, {"id": "p", "goals": []}],
        strategy_nodes=[{"id": "g", "kind": "goal"}],
    )
    assert collaboration(plan).contributions == (
        Contribution(an_id("ana"), an_id("g"), owns=1, helps=1),
        Contribution(an_id("cy"), an_id("g"), owns=1, helps=1),
    )


def test_little_sharing_is_said_once_for_the_whole_plan():
    plan = work(*[an_action("ana")] * 3, an_action("cy"), an_action("ana", "cy"))
    [finding] = found(plan, "little_shared")
    assert finding.message == ("People of two departments or more work together on only 20 % of 5 actions.")
    assert found(work(an_action("ana"), an_action("ana", "cy")), "little_shared") == []


def test_a_company_of_one_department_is_not_told_to_share():
    assert found(work(*[an_action("ana")] * 9), "little_shared", "department_alone") == []


def test_a_department_that_works_alone_is_named_at_its_people():
    plan = work(an_action("ana", "cy"), an_action("dora"), an_action("dora"))
    [finding] = found(plan, "department_alone")
    assert finding.message == (
        "Finance works alone: nobody of another department has a part in its 2 actions."
    )
    assert finding.where == f"team_members/{an_id('dora')}/department"


def test_pairs_of_busy_departments_that_share_nothing_are_named():
    plan = work(*[an_action("ana", "cy")] * 3, *[an_action("cy", "dora")] * 3)
    [finding] = found(plan, "departments_apart")
    assert finding.message == "1 pair of departments shares no action: Sales + Finance."


def test_an_objective_left_to_one_department_asks_who_else_meets_the_customer():
    plan = work(
        *[an_action("ana", "ben", objective="o")] * 3,
        an_action("cy"),
        objectives=[{"id": "o", "title": "Grow"}],
    )
    [finding] = found(plan, "objective_of_one_department")
    assert finding.message == '"Grow" is left to Sales alone, with 3 actions.'


def test_members_without_a_part_or_without_a_goal_are_named():
    plan = work(
        an_action("ana", objective="o"),
        an_action("cy"),
        objectives=[{"id": "o", "goals": ["g"]}],
        strategy_nodes=[{"id": "g", "kind": "goal"}],
        team_members=[
            {"id": "ana", "name": "Ana"},
            {"id": "cy", "name": "Cy"},
            {"id": "dora", "name": "Dora"},
            {"id": "sponsor", "name": "Sam", "executive_sponsor": True},
        ],
    )
    assert [f.message for f in found(plan, "member_without_action", "member_serves_no_goal")] == [
        "Cy works on 1 action, but on nothing that serves a goal of the customer.",
        "Dora has no part in any action.",
    ]


def in_regions(*more: PlainRecord, **sections: Sequence[PlainRecord]) -> Plan:
    """Return a plan with two actions in the north and two at a plant in the south."""
    places = ("north", "north", "south", "plant")
    ours = [an_action("ana", id=f"{place}{n}", division=place) for n, place in enumerate(places)]
    return work(*ours, *more, divisions=REGIONS, **sections)


def test_regions_whose_actions_share_nothing_do_not_line_up():
    [finding] = found(in_regions(), "areas_apart")
    assert finding.message.startswith("The actions in North and South do not line up")
    assert finding.where == "divisions"
    assert [area.division for area in collaboration(in_regions()).areas] == [an_id("north"), an_id("south")]


def test_a_dependency_an_objective_or_a_goal_lines_regions_up():
    def both(**more: object) -> list[PlainRecord]:
        return [an_action("ana", id=f"x{place}", division=place) | more for place in ("north", "plant")]

    waits = an_action("ana", division="plant", depends_on=["north0"])
    assert found(in_regions(waits), "areas_apart") == []
    same_objective = in_regions(*both(objective="o"), objectives=[{"id": "o"}])
    assert found(same_objective, "areas_apart") == []
    same_goal = in_regions(
        an_action("ana", division="north", objective="o"),
        an_action("ana", division="south", objective="p"),
        objectives=[{"id": "o", "goals": ["g"]}, {"id": "p", "goals": ["g"]}],
        strategy_nodes=[{"id": "g", "kind": "goal"}],
    )
    assert found(same_goal, "areas_apart") == []


def test_divisions_in_a_circle_do_no_harm():
    circle = [{"id": "a", "name": "A", "parent": "b"}, {"id": "b", "name": "B", "parent": "a"}]
    plan = work(an_action("ana", division="a"), an_action("ana", division="gone"), divisions=circle)
    assert len(collaboration(plan).areas) == 1


def test_the_findings_of_the_machine_works_show_that_nothing_lines_up():
    plan = machine_works()
    findings = check_collaboration(plan)
    by_code = {code: [f for f in findings if f.code == code] for code in {f.code for f in findings}}
    [regions] = by_code["areas_apart"]
    assert regions.values["areas"] == ["Region Europe", "Region Americas", "Region Asia-Pacific"]
    assert by_code["little_shared"][0].message.endswith("on only 0 % of 24 actions.")
    alone = [f.values["department"] for f in by_code["department_alone"]]
    assert alone == [
        "Sales Europe", "Sales Americas", "Sales Asia-Pacific", "Service Europe", "Engineering", "Finance",
        "Supply chain",
    ]  # fmt: skip
    assert by_code["departments_apart_among_them"][0].values["count"] == 10
    assert len(by_code["objective_of_one_department"]) == 3


def test_the_findings_of_the_hospitals_leave_well_working_people_alone():
    codes = {finding.code for finding in check_collaboration(hospitals())}
    assert codes == {"departments_apart"}


def test_the_contributions_of_the_machine_works_never_cross_a_region():
    plan = machine_works()
    network = named(plan, "strategy_nodes", "10 % lower cost of plant networks")
    members = {one.member for one in collaboration(plan).contributions if one.goal == network}
    assert members == {named(plan, "team_members", name) for name in ("Dana", "Luis")}


@given(st.lists(st.lists(st.sampled_from(list(PEOPLE)), max_size=4, unique=True), max_size=6))
def test_pairs_and_shares_are_what_counting_by_hand_gives(groups: list[list[str]]):
    figures = collaboration(work(*(an_action(None, *group) for group in groups)))
    spelled = {"ana": "Sales", "ben": "Sales", "cy": "Service", "dora": "Finance"}
    departments = [{spelled[one] for one in group if one in spelled} for group in groups]
    staffed = [found for found in departments if found]
    expected = sum(len(found) > 1 for found in staffed) / len(staffed) if staffed else None
    assert figures.shared == expected
    together = {frozenset((p.first, p.second)): p.actions for p in figures.pairs}
    busy = sorted(set().union(*departments))
    assert together == {
        frozenset(pair): sum(set(pair) <= found for found in departments) for pair in combinations(busy, 2)
    }

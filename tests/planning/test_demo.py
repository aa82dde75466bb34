"""The two demo plans: that they can be read, are rich, and tell the stories they are for."""

import json
from pathlib import Path

import networkx as nx
import pytest

from planning.interchange import ImportedPlan, read_document, to_document
from planning.plan import Plan
from planning.redaction import customer_view
from planning.tools import SCHEMA

DEMO = Path(__file__).parents[2] / "server" / "demo"
NAMES = ["northlake_hospitals", "verrano_machine_works"]


def demo(name: str) -> ImportedPlan:
    return read_document(json.loads((DEMO / f"{name}.json").read_text()), SCHEMA)


def named(plan: Plan, section: str, name: str) -> str:
    title = SCHEMA.sections[section].title
    return next(record["id"] for record in plan.records(section) if record[title].startswith(name))


@pytest.mark.parametrize("name", NAMES)
def test_a_demo_plan_is_read_without_a_finding_and_written_as_it_was(name: str):
    read = demo(name)
    head = {key: getattr(read, key) for key in ("title", "starts_on", "ends_on", "account")}
    text = json.dumps(to_document(read.plan, **head), ensure_ascii=False, indent=1) + "\n"
    assert read.findings == []
    assert text == (DEMO / f"{name}.json").read_text()


@pytest.mark.parametrize("name", NAMES)
def test_a_demo_plan_has_something_to_show_in_every_tool(name: str):
    plan = demo(name).plan
    few = [key for key, s in SCHEMA.sections.items() if s.many and len(plan.records(key)) < 3]
    assert few == []
    assert all(len(plan.fact(key)) >= 6 for key, s in SCHEMA.sections.items() if not s.many)
    assert len(plan.records("actions")) >= 25
    assert len(plan.records("stakeholders")) >= 12


@pytest.mark.parametrize("name", NAMES)
def test_the_customer_gets_a_plan_worth_reading_without_a_rival_in_it(name: str):
    plan = demo(name).plan
    copy = customer_view(plan)
    said = json.dumps([copy.facts, copy.collections], ensure_ascii=False)
    assert len(copy.records("actions")) >= 12
    assert len(copy.records("objectives")) >= 6
    assert len(copy.records("strategy_nodes")) >= 12
    assert [r["name"] for r in plan.records("competitors") if r["name"] in said] == []


def ways_to_persuade(plan: Plan) -> nx.DiGraph:
    """Return who can speak to whom: coverage, reporting upwards and influence lines."""
    ways = nx.DiGraph()
    ways.add_edges_from((c["member"], c["stakeholder"]) for c in plan.records("coverage"))
    ways.add_edges_from(
        (s["id"], s["reports_to"]) for s in plan.records("stakeholders") if s.get("reports_to")
    )
    ways.add_edges_from(
        (line["from_whom"], line["to_whom"])
        for line in plan.records("influence_lines")
        if line["kind"] == "influences"
    )
    return ways


def test_the_only_way_to_the_neutral_executive_is_over_the_adviser():
    plan = demo("northlake_hospitals").plan
    executive, adviser = (named(plan, "stakeholders", n) for n in ("Executive vice president", "Partner"))
    account_manager = named(plan, "team_members", "Ana")
    ways = ways_to_persuade(plan)
    paths = [
        path
        for member in plan.records("team_members")
        if member["id"] in ways
        for path in nx.all_simple_paths(ways, member["id"], executive)
    ]
    assert paths == [[account_manager, adviser, executive]]


def test_the_executive_is_powerful_neutral_and_known_to_nobody_of_ours():
    plan = demo("northlake_hospitals").plan
    executive = plan.record("stakeholders", named(plan, "stakeholders", "Executive vice president"))
    assert executive is not None
    assert (executive["power"], executive["stance"], executive["relationship_now"]) == (5, 0, 0)
    assert executive["id"] not in {c["stakeholder"] for c in plan.records("coverage")}


def test_in_the_other_plan_no_action_has_people_of_two_departments():
    plan = demo("verrano_machine_works").plan
    department = {member["id"]: member["department"] for member in plan.records("team_members")}
    people = [[a.get("owner"), *a.get("helpers", [])] for a in plan.records("actions")]
    shared = [{department[p] for p in group if p} for group in people]
    assert max(map(len, shared)) == 1
    assert len(set().union(*shared)) >= 6


def test_in_the_other_plan_the_greatest_goals_are_served_by_no_live_action():
    plan = demo("verrano_machine_works").plan
    live = [
        a for a in plan.records("actions") if a["status"] != "dropped" and a.get("owner") and a.get("due")
    ]
    active = {action.get("objective") for action in live}
    served = {g for o in plan.records("objectives") if o["id"] in active for g in o.get("goals", [])}
    goals = [n for n in plan.records("strategy_nodes") if n["kind"] == "goal" and n["importance"] >= 4]
    assert len([goal for goal in goals if goal["id"] not in served]) >= 5
    assert len([action for action in live if "objective" not in action]) >= 8

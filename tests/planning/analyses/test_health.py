"""The state of a plan: completeness as the pages show it, evidence, open findings."""

import datetime as dt
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from planning.analyses.content import ABOUT_THE_PLAN, content_tools
from planning.analyses.health import Evidence, Open, check_health, completeness, health
from planning.fields import flag, long_text, number, people, rich_text, stamp, text
from planning.findings import Finding
from planning.plan import Plan, Schema
from planning.records import Facts, Record, Section, Tool
from planning.rich_text import document_of
from planning.tools import SCHEMA
from tests.builders import a_plan, an_id, every_field_filled
from tests.planning.strategies import plans

TODAY = dt.date(2026, 11, 21)
CASES = json.loads((Path(__file__).parent / "completeness_cases.json").read_text())
DECLARED = {
    "text": text, "long_text": long_text, "rich_text": rich_text, "stamp": stamp, "number": number,
    "flag": flag, "people": people,
}  # fmt: skip


def section_of(case: dict[str, Any]) -> Section:
    fields = {
        key: DECLARED[said["kind"]](label=key, system=said.get("system", False))
        for key, said in case["fields"].items()
    }
    schema = type(case["key"], (Record if case["many"] else Facts,), fields)
    rest = {key: case[key] for key in ("key", "many", "owned_by")}
    return Section(**rest, schema=schema, label="", one="", columns=tuple(case["columns"]))


TOOL = Tool("profile", "information", "", "", tuple(map(section_of, CASES["sections"])))


def plan_of(values: dict[str, Any]) -> Plan:
    """Return the plan of a case, in which formatted text is given as words."""
    facts = {key: dict(content) for key, content in values.items() if isinstance(content, dict)}
    for record in facts.values():
        record |= {key: document_of(record[key]) for key in record if key == "promise"}
    collections = {
        key: {str(place): record for place, record in enumerate(content)}
        for key, content in values.items()
        if isinstance(content, list)
    }
    return Plan(Schema((TOOL,)), facts, collections)


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: case["name"])
def test_completeness_is_what_the_pages_show(case: dict[str, Any]):
    assert completeness(plan_of(case["values"])) == {"profile": case["share"]}


@settings(max_examples=25, deadline=None)
@given(plans(SCHEMA))
def test_completeness_is_a_share_of_every_tool(plan: Plan):
    found = completeness(plan)
    assert list(found) == [tool.key for tool in SCHEMA.tools]
    assert all(0 <= share <= 100 for share in found.values())


def test_a_plan_in_which_everything_is_said_is_complete():
    found = health(every_field_filled(), TODAY)
    assert found.completeness == 100
    assert {tool.completeness for tool in found.tools} == {100}


def test_what_people_say_about_the_plan_is_no_part_of_it():
    assert {tool.key for tool in SCHEMA.tools} >= ABOUT_THE_PLAN
    assert [tool.tool for tool in health(a_plan(), TODAY).tools] == [t.key for t in content_tools(SCHEMA)]


def test_evidence_is_counted_by_what_is_known_and_when_it_was_looked_at():
    nodes = [
        {"evidence": "assumed"},
        {"evidence": "confirmed", "evidence_on": "2026-11-01"},
        {"evidence": "confirmed", "evidence_on": "2026-01-01"},
        {"evidence": "confirmed"},
        {"title": "Nobody has said"},
        {"evidence": "assumed", "removed": {"key": "p"}},
    ]
    found = health(a_plan(strategy_nodes=nodes), TODAY)
    expected = Evidence(assumed=1, confirmed=3, unmarked=1, old=1, undated=2)
    assert found.evidence == expected
    assert {t.tool: t.evidence for t in found.tools}["strategy_map"] == expected


@pytest.mark.parametrize(("seen", "old"), [("2026-05-25", 0), ("2026-05-24", 1)])
def test_evidence_is_old_after_180_days(seen: str, old: int):
    plan = a_plan(risks=[{"evidence": "confirmed", "evidence_on": seen}])
    assert health(plan, TODAY).evidence.old == old


def test_open_findings_are_counted_by_tool_and_severity():
    findings = [
        Finding("a", f"actions/{an_id('x')}/due", {}, "must"),
        Finding("b", "actions", {}, "could"),
        Finding("c", f"coverage/{an_id('y')}", {}, "must"),
    ]
    found = health(a_plan(), TODAY, findings)
    by_tool = {tool.tool: tool.findings for tool in found.tools}
    assert found.findings == Open(must=2, should=0, could=1)
    assert (by_tool["actions"], by_tool["team"]) == (Open(1, 0, 1), Open(1, 0, 0))
    assert by_tool["kpis"] == Open(0, 0, 0)


def test_what_weighs_much_must_not_only_be_assumed():
    plan = a_plan(
        strategy_nodes=[{"title": "Grow", "importance": 5, "evidence": "assumed"}],
        stakeholders=[{"name": "Eva", "power": 3, "evidence": "assumed"}],
    )
    (finding,) = check_health(plan, TODAY)
    assert finding.message == '"Grow" weighs much in this plan and is only assumed.'
    assert finding.where.endswith("/evidence")


def test_what_weighs_much_is_asked_again_after_180_days():
    seen = {"evidence": "confirmed", "evidence_on": "2026-03-02"}
    plan = a_plan(stakeholders=[{"name": "Eva", "power": 4, **seen}], risks=[{"title": "Fire", **seen}])
    (finding,) = check_health(plan, TODAY)
    assert (finding.code, finding.severity) == ("evidence_old", "could")
    assert "2 March 2026" in finding.message


def test_evidence_from_the_future_is_told():
    (finding,) = check_health(a_plan(risks=[{"title": "Fire", "evidence_on": "2026-11-22"}]), TODAY)
    assert finding.code == "evidence_ahead"
    assert check_health(a_plan(risks=[{"evidence_on": "2026-11-21"}]), TODAY) == []


@settings(max_examples=25, deadline=None)
@given(plans(SCHEMA))
def test_every_plan_has_figures_that_are_ready_for_json(plan: Plan):
    findings = check_health(plan, TODAY)
    assert json.dumps(asdict(health(plan, TODAY, findings)))
    assert all(finding.message for finding in findings)

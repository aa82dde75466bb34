"""Everything that a plan works out by itself, in one report."""

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import asdict, replace
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings

from planning.analyses.report import Period, report_of
from planning.findings import SEVERITIES
from planning.kinds import TARGET_PATTERN
from planning.plan import Plan
from planning.tools import SCHEMA
from planning.validation import problem_of_field
from tests.builders import STAMP, a_plan, an_id, every_field_filled
from tests.planning.analyses.demo import hospitals, machine_works, named
from tests.planning.strategies import plans

TODAY = dt.date(2026, 11, 21)
PERIOD = Period("2027-01-01", "2029-12-31")
LATE = {"id": "late", "title": "Late", "owner": "ana", "due": "2026-11-01", "objective": "o"}


def late(**sections: list[dict[str, object]]) -> Plan:
    """Return a plan with one overdue action."""
    return a_plan(
        team_members=[{"id": "ana", "name": "Ana"}],
        objectives=[{"id": "o", "title": "O", "owner": "ana", "due": "2027-12-31", "goals": ["g"]}],
        strategy_nodes=[{"id": "g", "kind": "goal", "title": "G"}],
        actions=[LATE],
        **sections,
    )


def set_aside(**more: object) -> dict[str, object]:
    where = f"actions/{an_id('late')}/due"
    return {"id": "reason", "code": "overdue", "place": where, "reason": "Agreed.", "by": STAMP} | more


def test_an_empty_plan_has_a_report_without_a_must():
    report = report_of(a_plan(), TODAY, period=PERIOD)
    assert [finding for finding in report.findings if finding.severity == "must"] == []
    assert report.traceability.coverage is None


@pytest.mark.parametrize("plan", [hospitals(), machine_works()], ids=["hospitals", "machine works"])
def test_findings_come_by_severity_then_in_the_order_of_the_plan(plan: Plan):
    report = report_of(plan, TODAY, period=PERIOD)
    sections = list(SCHEMA.sections)
    ranks = [(SEVERITIES.index(f.severity), sections.index(f.where.split("/")[0])) for f in report.findings]
    assert ranks == sorted(ranks)
    assert len({(f.code, f.where) for f in report.findings}) == len(report.findings)


@pytest.mark.parametrize("plan", [hospitals(), machine_works()], ids=["hospitals", "machine works"])
def test_every_part_can_travel_as_json(plan: Plan):
    parts = asdict(report_of(plan, TODAY, period=PERIOD))
    assert list(parts) == [
        "traceability", "influence", "schedule", "collaboration", "competition", "white_space", "health",
        "findings",
    ]  # fmt: skip
    assert json.loads(json.dumps(parts, allow_nan=False)) is not None


def test_what_is_set_aside_is_marked_with_its_reason_and_no_longer_open():
    before, after = report_of(late(), TODAY), report_of(late(set_aside=[set_aside()]), TODAY)
    [marked] = [finding for finding in after.findings if finding.code == "overdue"]
    assert marked.aside == an_id("reason")
    assert after.health.findings.should == before.health.findings.should - 1


def test_a_reason_in_the_bin_or_for_another_place_sets_nothing_aside():
    for more in ({"removed": STAMP}, {"place": "actions"}, {"code": "other"}):
        report = report_of(late(set_aside=[set_aside(**more)]), TODAY)
        assert [f.aside for f in report.findings if f.code == "overdue"] == [None]


def test_nothing_is_said_about_records_in_the_bin():
    plan = a_plan(actions=[{"id": "a", "owner": "gone", "removed": STAMP}])
    assert [f for f in report_of(plan, TODAY).findings if f.where.startswith("actions")] == []


def test_a_reference_to_nothing_is_found_in_the_report_too():
    plan = a_plan(actions=[LATE | {"helpers": ["gone"]}])
    codes = {f.code for f in report_of(plan, TODAY).findings if f.where.endswith("/helpers")}
    assert codes == {"dangling_reference"}


def test_the_report_of_the_machine_works_names_the_goals_that_nobody_serves():
    plan = machine_works()
    report = report_of(plan, TODAY, period=PERIOD)
    unserved = {
        f.where for f in report.findings if f.code in ("goal_without_objective", "goal_without_action")
    }
    titles = [
        "Operating margin",
        "Every plant runs",
        "One figure",
        "15 % less",
        "Spare parts",
        "Plants that are",
    ]
    assert {f"strategy_nodes/{named(plan, 'strategy_nodes', title)}" for title in titles} <= unserved


def test_the_report_of_the_hospitals_says_how_to_win_the_executive():
    report = report_of(hospitals(), TODAY, period=PERIOD)
    [finding] = [f for f in report.findings if f.code == "decider_uncovered"]
    assert finding.values["way"] == "Ana R. → Partner, advisory firm → Executive vice president"


def test_what_a_demo_sets_aside_is_something_it_finds():
    for plan in (hospitals(), machine_works()):
        found = {f.aside for f in report_of(plan, TODAY, period=PERIOD).findings}
        assert {record["id"] for record in plan.records("set_aside")} <= found


def test_a_plan_in_which_every_field_says_something_has_a_report():
    assert report_of(every_field_filled(), TODAY, period=PERIOD).findings


@settings(suppress_health_check=list(HealthCheck), max_examples=40, deadline=None)
@given(plans(SCHEMA))
def test_whatever_people_leave_in_a_plan_the_report_has_words_and_mends_for_it(plan: Plan):
    for finding in report_of(plan, TODAY, period=PERIOD).findings:
        assert TARGET_PATTERN.fullmatch(finding.where)
        for change in finding.mend:
            section = SCHEMA.sections[change.section]
            assert change.value is None or problem_of_field(section, change.field, change.value) is None


@settings(suppress_health_check=list(HealthCheck), max_examples=10, deadline=None)
@given(plans(SCHEMA))
def test_a_report_can_be_made_twice_from_the_same_plan(plan: Plan):
    assert report_of(plan, TODAY) == report_of(plan, TODAY)


@pytest.mark.parametrize("demo", [hospitals, machine_works])
@pytest.mark.parametrize("seed", range(3))
def test_no_order_in_which_a_replica_may_hold_its_records_changes_the_report(
    demo: Callable[[], Plan], seed: int
):
    plan, chance = demo(), Random(seed)
    held = {
        key: dict(chance.sample(list(those.items()), len(those))) for key, those in plan.collections.items()
    }
    assert report_of(replace(plan, collections=held), TODAY, period=PERIOD) == report_of(
        plan, TODAY, period=PERIOD
    )

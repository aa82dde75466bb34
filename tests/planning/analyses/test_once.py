"""What analyses share is worked out once, and changes nothing in what each of them says."""

import pytest
from hypothesis import HealthCheck, given, settings

from planning.analyses.accountability import check_accountability
from planning.analyses.collaboration import check_collaboration, collaboration
from planning.analyses.competition import check_competition, competition
from planning.analyses.health import check_health
from planning.analyses.influence import check_influence, influence
from planning.analyses.once import once, read_once
from planning.analyses.report import in_order, report_of
from planning.analyses.schedule import check_schedule, check_workload, schedule
from planning.analyses.traceability import check_traceability, traceability
from planning.analyses.white_space import check_white_space, white_space
from planning.findings import Finding
from planning.plan import Plan
from planning.references import dangling_references
from planning.tools import SCHEMA
from tests.builders import STAMP, a_plan, an_id
from tests.planning.analyses.demo import hospitals, machine_works
from tests.planning.analyses.test_report import PERIOD, TODAY
from tests.planning.strategies import plans


def each_on_its_own(plan: Plan) -> list[Finding]:
    """Return every finding, each analysis reading a plan of which nothing is kept."""
    found = [
        *dangling_references(plan),
        *check_traceability(plan),
        *check_influence(plan, TODAY),
        *check_schedule(plan, TODAY, PERIOD),
        *check_workload(plan, TODAY),
        *check_collaboration(plan),
        *check_accountability(plan),
        *check_competition(plan),
        *check_white_space(plan, TODAY),
        *check_health(plan, TODAY),
    ]
    return [one for one in in_order(plan, found) if not is_in_the_bin(plan, one.where)]


def is_in_the_bin(plan: Plan, where: str) -> bool:
    section, _, rest = where.partition("/")
    return rest.partition("/")[0] in {record["id"] for record in plan.removed(section)}


def check_that_sharing_changes_nothing(plan: Plan) -> None:
    report = report_of(plan, TODAY, period=PERIOD)
    assert report.traceability == traceability(plan)
    assert report.influence == influence(plan)
    assert report.schedule == schedule(plan, PERIOD)
    assert report.collaboration == collaboration(plan)
    assert report.competition == competition(plan)
    assert report.white_space == white_space(plan)
    said = [Finding(one.code, one.where, one.values, one.severity, one.mend) for one in report.findings]
    assert said == each_on_its_own(plan)


@pytest.mark.parametrize("plan", [hospitals(), machine_works()], ids=["hospitals", "machine works"])
def test_the_report_of_a_demo_is_what_each_analysis_says_on_its_own(plan: Plan):
    check_that_sharing_changes_nothing(plan)


@settings(suppress_health_check=list(HealthCheck), max_examples=30, deadline=None)
@given(plans(SCHEMA))
def test_the_report_of_any_plan_is_what_each_analysis_says_on_its_own(plan: Plan):
    check_that_sharing_changes_nothing(plan)


def test_a_plan_read_once_says_what_the_plan_says():
    plan = a_plan(actions=[{"id": "a", "title": "A"}, {"id": "gone", "removed": STAMP}])
    read = read_once(plan)
    for id in (an_id("a"), an_id("gone"), "nowhere", None):
        assert read.record("actions", id) == plan.record("actions", id)
    assert read.records("actions") == plan.records("actions")
    assert read_once(read) is read


def test_what_is_worked_out_of_a_plan_read_once_is_kept_with_it_alone():
    count = once(lambda plan: plan.records("actions"))
    plan = a_plan(actions=[{"id": "a"}])
    assert count(plan) is not count(plan)
    read = read_once(plan)
    assert count(read) is count(read)
    assert count(read_once(plan)) is not count(read)

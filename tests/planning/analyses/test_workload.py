"""Who has promised more hours than they have."""

import datetime as dt

import pytest

from planning.analyses.schedule import check_workload, workload
from planning.plan import PlainRecord, Plan
from tests.builders import a_plan, an_id

TODAY = dt.date(2027, 3, 1)


def work(*actions: PlainRecord, hours: int | None = 20) -> Plan:
    return a_plan(
        team_members=[
            {"id": "ana", "name": "Ana", "hours_a_month": hours},
            {"id": "ben", "name": "Ben", "hours_a_month": 1_000},
        ],
        actions=list(actions),
    )


def an_action(**more: object) -> PlainRecord:
    return {"owner": "ana", "start": "2027-04-01", "due": "2027-04-30", "effort": 3} | more


def test_effort_is_spread_evenly_over_the_days():
    spread = workload(work(an_action(start="2027-03-17", due="2027-04-15", effort=3)))
    assert spread == {an_id("ana"): {"2027-03": pytest.approx(12), "2027-04": pytest.approx(12)}}


def test_the_owner_carries_twice_as_much_as_each_helper():
    spread = workload(work(an_action(helpers=["ben", "ana"])))
    assert spread[an_id("ana")]["2027-04"] == pytest.approx(16)
    assert spread[an_id("ben")]["2027-04"] == pytest.approx(8)


def test_who_is_to_work_more_than_they_have_is_told_in_which_month():
    [finding] = check_workload(work(an_action()), TODAY)
    assert finding.message == (
        "Ana is to work 24 hours on actions of this plan in April 2027, with 20 to give. "
        "This holds for 1 month."
    )
    assert finding.where == f"team_members/{an_id('ana')}/hours_a_month"


def test_a_tenth_more_is_no_reason_to_speak_up():
    assert check_workload(work(an_action(), hours=22), TODAY) == []


def test_months_that_are_over_weigh_nothing_any_more():
    assert check_workload(work(an_action()), dt.date(2027, 5, 1)) == []


@pytest.mark.parametrize(
    "gap",
    [
        {"status": "done"},
        {"status": "dropped"},
        {"effort": None},
        {"start": None},
        {"due": None},
        {"start": "2027-05-01"},
        {"owner": None},
        {"owner": "nobody"},
        {"due": "9999-12-31"},
    ],
)
def test_what_is_over_or_not_said_weighs_nothing(gap: PlainRecord):
    assert workload(work(an_action(**gap))) == {}


def test_who_has_not_said_how_many_hours_they_have_is_never_overloaded():
    assert check_workload(work(an_action(), hours=None), TODAY) == []


def test_the_last_month_of_the_calendar_does_no_harm():
    plan = work(an_action(start="9999-12-31", due="9999-12-31"))
    assert workload(plan) == {an_id("ana"): {"9999-12": pytest.approx(24)}}

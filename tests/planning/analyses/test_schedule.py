"""What holds up what, and the days that cannot be kept."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.analyses.schedule import Period, Schedule, Timing, check_schedule, duration, network, schedule
from planning.findings import Change, Finding
from planning.plan import PlainRecord, Plan
from tests.builders import STAMP, a_plan, an_id
from tests.planning.analyses.demo import hospitals, named

TODAY = dt.date(2027, 3, 1)
PERIOD = Period("2027-01-01", "2027-12-31")


def an_action(id: str, *waits_for: str, **more: object) -> PlainRecord:
    return {"id": id, "title": id, "depends_on": list(waits_for)} | more


def actions(*records: PlainRecord, **sections: list[PlainRecord]) -> Plan:
    return a_plan(actions=list(records), **sections)


def timing(plan: Plan, id: str, period: Period | None = None) -> Timing:
    return next(one for one in schedule(plan, period).timings if one.action == an_id(id))


def path(found: Schedule) -> list[str]:
    return [id.rstrip("_") for id in found.critical_path]


def found(plan: Plan, *codes: str, period: Period | None = None) -> list[Finding]:
    return [f for f in check_schedule(plan, TODAY, period) if f.code in codes or not codes]


def test_the_critical_path_is_the_chain_that_takes_longest():
    plan = actions(
        an_action("dig", effort=5),
        an_action("pour", "dig", effort=10),
        an_action("paint", "dig", effort=1),
        an_action("open", "pour", "paint", effort=1),
        an_action("alone", effort=500),
    )
    figures = schedule(plan)
    assert path(figures) == ["dig", "pour", "open"]
    assert figures.critical_days == 7 + 14 + 2


def test_the_critical_path_of_the_hospitals_leads_through_the_waves_of_the_move():
    plan = hospitals()
    titles = ["Inventory", "Design of the four waves", "Wave 1", "Wave 2"]
    assert schedule(plan).critical_path == tuple(named(plan, "actions", title) for title in titles)


def test_where_nothing_waits_there_is_no_critical_path():
    assert path(schedule(actions(an_action("a", effort=5)))) == []
    assert schedule(a_plan()) == Schedule((), 0, (), ())


def test_what_is_done_or_dropped_or_in_the_bin_holds_nobody_up():
    for over in ({"status": "done"}, {"status": "dropped"}, {"removed": STAMP}):
        plan = actions(an_action("a", effort=5) | over, an_action("b", "a"))
        assert path(schedule(plan)) == [], over


def test_an_action_can_start_when_all_it_waits_for_is_over():
    plan = actions(
        an_action("a", start="2027-03-01", effort=10),
        an_action("b", start="2027-04-01", effort=5),
        an_action("c", "a", "b", effort=5),
    )
    assert timing(plan, "c").earliest_start == "2027-04-08"
    assert timing(plan, "c").earliest_end == "2027-04-14"


def test_slack_is_how_far_a_due_day_can_slip_before_a_promise_must_move():
    plan = actions(
        an_action("a", start="2027-03-01", due="2027-03-31"),
        an_action("b", "a", start="2027-04-01", due="2027-04-30", effort=10),
    )
    assert timing(plan, "a").latest_end == "2027-04-16"
    assert timing(plan, "a").slack == 16
    assert timing(plan, "b").slack == 0


def test_slack_below_nothing_says_that_what_waits_has_too_little_time():
    plan = actions(an_action("a", due="2027-03-31"), an_action("b", "a", due="2027-04-05", effort=10))
    assert timing(plan, "a").slack == -9
    [finding] = found(plan, "too_little_time")
    assert finding.message == ('"b" takes 14 days, but only 5 are left once "a", which it waits for, is due.')


def test_the_last_of_a_chain_is_promised_by_its_objective_or_the_end_of_the_plan():
    objectives = [{"id": "o", "title": "o", "due": "2027-06-30"}]
    plan = actions(an_action("a", objective="o"), an_action("b"), objectives=objectives)
    assert timing(plan, "a", PERIOD).latest_end == "2027-06-30"
    assert timing(plan, "b", PERIOD).latest_end == "2027-12-31"
    assert timing(plan, "b").latest_end is None


def test_without_days_nothing_is_said_about_days():
    plan = actions(an_action("a"), an_action("b", "a"))
    assert timing(plan, "b") == Timing(an_id("b"), 1, None, None, None, None, None)
    assert check_schedule(plan, TODAY) == []


def test_actions_that_wait_for_each_other_are_reported_together():
    plan = actions(
        an_action("a", "c", due="2027-06-30"),
        an_action("b", "a", due="2027-05-31"),
        an_action("c", "b", due="2027-04-30"),
        an_action("d", "a", due="2027-07-31"),
    )
    [finding] = found(plan)
    assert finding.message == '"a", "b" and "c" wait for each other in a circle, so none of them can begin.'
    assert finding.where == f"actions/{an_id('a')}/depends_on"
    assert schedule(plan).circles == ((an_id("a"), an_id("b"), an_id("c")),)
    assert path(schedule(plan)) == ["a", "d"]


def test_an_action_that_waits_for_itself_can_be_mended_safely():
    [finding] = found(actions(an_action("a", "a", "b"), an_action("b")))
    assert finding.mend == (Change("actions", an_id("a"), "depends_on", [an_id("b")]),)


def test_due_before_what_it_waits_for_is_mended_by_moving_the_day():
    plan = actions(
        an_action("early", due="2027-05-03"),
        an_action("late", due="2027-05-10"),
        an_action("hasty", "early", "late", due="2027-05-07"),
    )
    [finding] = found(plan)
    assert finding.message == (
        '"hasty" is due 7 May 2027, before "late", which it waits for, on 10 May 2027.'
    )
    assert finding.mend == (Change("actions", an_id("hasty"), "due", "2027-05-10"),)


def test_waiting_for_something_dropped_is_mended_by_taking_it_out():
    [finding] = found(actions(an_action("gone", status="dropped"), an_action("a", "gone")))
    assert finding.code == "waits_for_dropped"
    assert finding.mend == (Change("actions", an_id("a"), "depends_on", []),)


def test_what_is_begun_before_what_it_waits_for_is_done_asks_why():
    plan = actions(an_action("first"), an_action("second", "first", status="doing"))
    [finding] = found(plan)
    assert finding.message == '"second" is being done, but "first", for which it waits, is not.'


def test_days_past_the_end_of_the_plan_and_of_the_objective_are_named():
    plan = actions(
        an_action("a", due="2028-02-01", objective="o"),
        objectives=[{"id": "o", "title": "o", "due": "2028-01-01"}],
    )
    assert [(f.code, f.where.split("/")[0]) for f in found(plan, period=PERIOD)] == [
        ("due_after_plan", "actions"),
        ("due_after_objective", "actions"),
        ("due_after_plan", "objectives"),
    ]
    assert [f.code for f in found(plan)] == ["due_after_objective"]


def test_what_is_late_says_by_how_many_days():
    plan = actions(an_action("a", due="2027-02-28"), objectives=[{"title": "o", "due": "2027-02-27"}])
    assert [finding.message for finding in found(plan)] == [
        '"a" was due 28 February 2027, 1 day ago.',
        '"o" was due 27 February 2027, 2 days ago.',
    ]
    assert found(actions(an_action("a", due="2027-03-01"))) == []


@pytest.mark.parametrize("over", [{"status": "done", "done_on": "2027-02-27"}, {"status": "dropped"}])
def test_what_is_over_is_never_late(over: PlainRecord):
    plan = actions(an_action("a", due="2027-01-31") | over)
    assert found(plan) == []


def test_two_days_the_wrong_way_round_are_named():
    [finding] = found(actions(an_action("a", start="2027-05-02", due="2027-05-01")))
    assert finding.message == '"a" starts 2 May 2027, after it is due on 1 May 2027.'


def test_what_is_blocked_says_by_what():
    assert len(found(actions(an_action("a", status="blocked", obstacle=" ")))) == 1
    assert found(actions(an_action("a", status="blocked", obstacle="Nobody signs."))) == []


def test_done_without_a_day_is_mended_by_the_day_it_was_due_but_never_by_one_to_come():
    done = an_action("a", status="done", progress=80)
    for due, day in (("2027-02-01", "2027-02-01"), ("2027-05-01", "2027-03-01")):
        [without_day, in_part] = found(actions(done | {"due": due}))
        assert without_day.mend == (Change("actions", an_id("a"), "done_on", day),)
        assert in_part.mend == (Change("actions", an_id("a"), "progress", 100),)
    assert found(actions(done), "done_without_day")[0].mend == ()


def test_days_at_the_end_of_the_calendar_do_no_harm():
    plan = actions(
        an_action("a", start="9999-12-01", due="9999-12-31", effort=100),
        an_action("b", "a", effort=10_000),
        an_action("c", start="0001-01-01", due="0001-01-02"),
        an_action("d", "b", due="0001-01-01"),
    )
    assert timing(plan, "b").earliest_end == "9999-12-31"
    assert timing(plan, "a").latest_start == "0001-01-01"


NAMES = ["a", "b", "c", "d", "e", "f"]


@st.composite
def networks(draw: st.DrawFn) -> list[PlainRecord]:
    """Draw actions that wait for some of those before them."""
    return [
        an_action(name, *draw(st.sets(st.sampled_from(NAMES[:place] or [name]))) - {name},
                  effort=draw(st.integers(0, 30)))
        for place, name in enumerate(NAMES)
    ]  # fmt: skip


def longest_chain_to(action: PlainRecord, by_name: dict[str, PlainRecord]) -> int:
    before = [longest_chain_to(by_name[name], by_name) for name in action["depends_on"]]
    return duration(action) + max(before, default=0)


@given(networks())
def test_the_critical_path_is_as_long_as_the_longest_path(records: list[PlainRecord]):
    by_name = {record["id"]: record for record in records}
    figures = schedule(actions(*records))
    waiting = [record for record in records if record["depends_on"]]
    assert figures.critical_days == max((longest_chain_to(r, by_name) for r in waiting), default=0)
    for before, after in zip(figures.critical_path, figures.critical_path[1:], strict=False):
        assert before in network(actions(*records)).waits_for[after]


@given(networks())
def test_whatever_waits_starts_after_what_it_waits_for_at_the_earliest_and_at_the_latest(
    records: list[PlainRecord],
):
    dated = [record | {"start": "2027-03-01"} for record in records]
    plan = actions(*dated)
    timings = {one.action: one for one in schedule(plan, PERIOD).timings}
    for id, before in network(plan).waits_for.items():
        for one in before:
            assert str(timings[one].earliest_end) < str(timings[id].earliest_start)
            assert str(timings[one].latest_end) < str(timings[id].latest_start)

"""What is said about our ways to people, and what would mend them."""

import datetime as dt

from planning.analyses.influence import check_influence, influence, ways_to
from planning.findings import Change, Finding
from planning.plan import Plan
from tests.builders import STAMP, a_plan, an_id
from tests.planning.analyses.demo import hospitals, named, without
from tests.planning.analyses.people import by_adviser, covers, executive, influences, people, someone

TODAY = dt.date(2026, 11, 21)


def found(plan: Plan, *codes: str) -> list[Finding]:
    return [finding for finding in check_influence(plan, TODAY) if finding.code in codes]


def test_an_empty_plan_has_nothing_to_say_about_people():
    assert check_influence(a_plan(), TODAY) == []


def test_without_the_line_of_the_adviser_nobody_reaches_the_executive_of_the_hospitals():
    plan = hospitals()
    adviser = named(plan, "stakeholders", "Partner")
    [line] = [k["id"] for k in plan.records("influence_lines") if k["from_whom"] == adviser]
    plan = without(plan, "influence_lines", line)
    [finding] = found(plan, "decider_unreached", "decider_unreached_but_near")
    assert ways_to(plan, named(plan, "stakeholders", "Executive vice president")) == []
    assert finding.message == (
        "Nobody of ours reaches Executive vice president (power 5), who is not on our side. Those who have "
        "their ear, Director of East Hospital, do not know us."
    )
    assert finding.remedy == (
        "Get in touch with one of them, or give Executive vice president an executive of ours as a pair."
    )
    assert finding.severity == "must"


def test_a_decider_whom_nobody_of_ours_knows_comes_with_the_way_to_them():
    [finding] = found(by_adviser(), "decider_uncovered")
    assert finding.message == (
        "Nobody of ours is in touch with executive (power 5), who is not on our side. The surest way is "
        "account manager → adviser → executive."
    )
    assert finding.remedy == "Ask adviser for an introduction, then say who of ours keeps up the contact."


def test_a_supporter_or_somebody_without_power_need_not_be_won():
    for person in (executive(stance=1), executive(power=3)):
        assert found(people(person), "decider_unreached", "decider_uncovered") == []


def test_a_decider_to_whom_no_line_leads_at_all_says_so():
    [finding] = found(people(executive()), "decider_unreached")
    assert finding.remedy.startswith("Find out whom they listen to")


def test_a_decider_who_hangs_on_one_thread_names_everybody_on_it():
    [finding] = found(by_adviser(), "single_thread")
    assert finding.message == "Every way of ours to executive passes by account manager and adviser."


def test_two_ways_that_share_nobody_are_no_thread():
    plan = people(
        executive(),
        someone("adviser"),
        coverage=[covers("manager", "adviser"), covers("engineer", "executive", 1)],
        influence_lines=[influences("adviser", "executive")],
    )
    assert found(plan, "single_thread") == []


def test_an_arrow_the_wrong_way_round_is_no_second_way():
    plan = people(
        executive(),
        someone("adviser"),
        someone("friend"),
        coverage=[covers("manager", "adviser"), covers("engineer", "friend")],
        influence_lines=[influences("adviser", "executive"), influences("executive", "friend")],
    )
    [thread] = influence(plan).threads
    assert (thread.members, thread.others) == ((an_id("manager"),), (an_id("adviser"),))


def test_one_who_holds_most_contacts_is_named_with_their_share():
    contacts = [covers("manager", f"p{n}") for n in range(4)] + [covers("engineer", "p0")]
    [finding] = found(
        people(*(someone(f"p{n}") for n in range(4)), coverage=contacts), "coverage_in_one_hand"
    )
    assert finding.message == "account manager holds 80 % of all our contacts (4 contacts)."


def test_a_contact_is_stale_by_the_rhythm_that_was_agreed():
    person = someone("person", last_contact_on="2026-09-21")
    for rhythm, is_stale in (("monthly", True), ("quarterly", False), (None, False)):
        plan = people(person, coverage=[covers("manager", "person", rhythm=rhythm)])
        assert bool(found(plan, "contact_stale")) == is_stale, rhythm


def test_a_planned_meeting_cures_a_stale_contact():
    person = someone("person", last_contact_on="2026-01-01")
    [finding] = found(people(person), "contact_stale")
    assert finding.message.startswith(
        "Nobody of ours has spoken with person since 1 January 2026, 324 days ago;"
    )
    assert found(people(person | {"next_contact_on": "2026-12-01"}), "contact_stale") == []


def test_every_executive_of_theirs_needs_one_of_ours():
    pair = {"id": "pair", "ours": "manager", "theirs": "executive"}
    assert len(found(people(executive()), "executive_pair_missing")) == 1
    assert found(people(executive(side="adviser")), "executive_pair_missing") == []
    met = people(executive(), executive_pairs=[pair | {"last_met_on": "2026-05-01"}])
    assert found(met, "executive_pair_missing", "executive_pair_idle") == []
    [idle] = found(people(executive(), executive_pairs=[pair]), "executive_pair_idle")
    assert idle.message == (
        "account manager and executive are a pair but have never met, and no meeting is planned."
    )


def test_people_who_report_to_each_other_are_named_together():
    circle = [
        someone("a", reports_to="b"),
        someone("b", reports_to="c"),
        someone("c", reports_to="a"),
        someone("d", reports_to="a"),
    ]
    [finding] = found(people(*circle), "reporting_circle")
    assert finding.message == "a, b and c report to each other in a circle."


def test_who_reports_to_themselves_can_be_mended_safely():
    [finding] = found(people(someone("a", reports_to="a")), "own_boss")
    assert finding.mend == (Change("stakeholders", an_id("a"), "reports_to", None),)


def test_a_boss_in_the_bin_is_missed_by_name():
    plan = people(someone("a", reports_to="boss"), someone("boss", removed=STAMP))
    [finding] = found(plan, "boss_gone")
    assert finding.message == "a reports to boss, who is in the bin."


def test_an_unknown_boss_is_missed_only_below_the_top_of_a_chart():
    chart = [
        executive(),
        someone("report", reports_to="executive"),
        someone("other", reports_to="executive"),
        someone("lost", side="customer"),
        someone("adviser"),
    ]
    assert [f.where for f in found(people(*chart[:4]), "boss_unknown")] == [
        f"stakeholders/{an_id('lost')}/reports_to"
    ]
    assert found(people(chart[0], chart[3]), "boss_unknown") == []

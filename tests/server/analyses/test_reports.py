"""What a live plan works out by itself, made by a real child process and told to everybody."""

import datetime as dt

from planning.analyses.report import Report as Figures
from server.access import Role
from server.rooms.messages import Report
from tests.builders import an_id
from tests.server.analyses.conftest import REAL, Followed, part_of, types, wait_for, wait_for_part
from tests.server.rooms.builders import PLAN, a_record
from tests.server.rooms.conftest import Guest


def reports(guest: Guest) -> list[Report]:
    """Return the reports somebody was told."""
    return guest.inbox.of(Report)


def adds_an_action(guest: Guest) -> None:
    """Add an action and wait for the receipt."""
    action = {an_id("first"): a_record("actions", title="Visit")}
    guest.edit(lambda one: one.section("actions").update(action))
    guest.wait_saved()


def test_a_report_comes_after_a_plan_is_opened_and_after_an_edit(followed: Followed):
    anna = followed().seat("anna")
    wait_for_part(anna, "vision", '""')
    types(anna, "Grow")
    wait_for_part(anna, "vision", '"Grow"')
    assert [report.seq for report in reports(anna)] == [1, 2]


def test_a_part_that_did_not_change_is_not_sent_again(followed: Followed):
    anna = followed().seat("anna")
    wait_for(lambda: reports(anna))
    adds_an_action(anna)
    wait_for_part(anna, "actions", "1")
    assert [set(report.parts) for report in reports(anna)] == [
        {"vision", "actions", "day", "period"},
        {"actions"},
    ]


def test_an_edit_that_changes_no_part_is_followed_by_no_message(followed: Followed):
    anna = followed().seat("anna")
    wait_for(lambda: reports(anna))
    anna.edit(lambda one: one.section("profile")["culture"].insert(0, "Quick"))
    anna.wait_saved()
    adds_an_action(anna)
    wait_for_part(anna, "actions", "1")
    assert len(reports(anna)) == 2


def test_while_people_type_reports_are_few_and_the_last_edit_is_in_the_last_one(followed: Followed):
    anna = followed().seat("anna")
    wait_for(lambda: reports(anna))
    for number in range(100):
        types(anna, f"{number} ")
    words = " ".join(str(number) for number in reversed(range(100))) + " "
    wait_for_part(anna, "vision", f'"{words}"')
    assert reports(anna)[-1].seq == 101
    assert len(reports(anna)) < 20


def test_who_comes_later_gets_all_parts(followed: Followed):
    table = followed()
    anna = table.seat("anna")
    types(anna, "Grow")
    wait_for_part(anna, "vision", '"Grow"')
    ben = table.seat("ben")
    wait_for(lambda: reports(ben))
    assert reports(ben)[0].parts == {name: part_of(anna, name) for name in reports(anna)[0].parts}


def test_viewers_get_the_report_too(followed: Followed):
    table = followed()
    table.roles["victor"] = Role.VIEWER
    wait_for_part(table.seat("victor"), "vision", '""')


def test_a_new_day_makes_a_new_report(followed: Followed):
    table = followed(tick=0.02)
    anna = table.seat("anna")
    wait_for_part(anna, "day", '"2027-01-11"')
    table.moment += dt.timedelta(days=1)
    wait_for_part(anna, "day", '"2027-01-12"')
    assert set(reports(anna)[-1].parts) == {"day"}


def test_a_plan_that_gets_other_dates_gets_another_report(followed: Followed):
    table = followed()
    anna = table.seat("anna")
    wait_for_part(anna, "period", '["2027-01-01","2028-12-31"]')
    table.analyst.redate(PLAN, (dt.date(2027, 2, 1), dt.date(2027, 6, 30)))
    wait_for_part(anna, "period", '["2027-02-01","2027-06-30"]')


def test_a_plan_that_comes_out_of_the_bin_is_told_anew(followed: Followed):
    table = followed()
    anna = table.seat("anna")
    types(anna, "Grow")
    wait_for_part(anna, "vision", '"Grow"')
    table.rooms.forget(PLAN)
    again = table.seat("anna", "another key")
    wait_for_part(again, "vision", '"Grow"')
    assert set(reports(again)[0].parts) == {"vision", "actions", "day", "period"}


def test_every_plan_gets_its_own_report(followed: Followed):
    table = followed()
    table.make_plan(an_id("other"))
    anna, olga = table.seat("anna"), table.seat("olga", plan=an_id("other"))
    types(anna, "Grow")
    types(olga, "Shrink")
    wait_for_part(anna, "vision", '"Grow"')
    wait_for_part(olga, "vision", '"Shrink"')


def test_the_first_live_plan_starts_the_child_and_the_end_of_the_server_ends_it(followed: Followed):
    table = followed()
    child = table.analyst.child
    assert child is not None
    table.analyst.stop()
    assert table.analyst.child is None
    types(table.seat("anna"), "still saved")


def test_a_real_report_has_every_part_and_changes_with_what_it_is_about(followed: Followed):
    anna = followed(REAL).seat("anna")
    wait_for(lambda: reports(anna))
    assert set(reports(anna)[0].parts) == set(Figures.__dataclass_fields__)
    adds_an_action(anna)
    wait_for(lambda: len(reports(anna)) > 1)
    changed = set(reports(anna)[1].parts)
    assert "schedule" in changed
    assert "competition" not in changed

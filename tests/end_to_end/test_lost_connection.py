"""Bad networks and dying servers: what somebody typed is never lost, and never called saved too early."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, expect

from tests.end_to_end.conftest import SitDown
from tests.end_to_end.installation import Installation
from tests.end_to_end.person import Person

ACTIONS, NOTES = 450, 5_000
"""So many actions with notes of so many signs: four times what fits into one edit."""

NO_SERVER = "ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|WebSocket"
"""What the browser says while there is no server."""


def vision(person: Person) -> Locator:
    return person.page.get_by_label("Their vision", exact=True)


def open_profile(person: Person, plan: str) -> None:
    """Open the page and wait for the last part of it, the editor of formatted text."""
    person.open(plan, "customer_profile")
    expect(person.page.get_by_role("textbox", name="Introduction", exact=True)).to_be_visible()


def test_edits_made_without_a_connection_are_kept_and_reach_the_others_with_it(
    ana: Person, mei: Person, plan: str
) -> None:
    for person in (ana, mei):
        open_profile(person, plan)
    ana.lose_connection()
    ana.page.get_by_label("Headquarters", exact=True).fill("Northlake")
    ana.page.get_by_label("Industry", exact=True).fill("Hospitals")
    ana.page.keyboard.press("Tab")
    expect(ana.save_state).to_have_text("Offline, 2 edits kept on this device")
    since = ana.page.get_by_role("status").filter(has_text="No connection since")
    # As the time is written in Britain, where these browsers are.
    expect(since).to_contain_text(re.compile(r"No connection since \d\d:\d\d(?! [AP]M)"))
    expect(mei.page.get_by_label("Industry", exact=True)).to_have_value("")

    ana.regain_connection()
    ana.expect_saved()
    expect(ana.page.get_by_text("No connection since")).not_to_be_visible()
    expect(mei.page.get_by_label("Headquarters", exact=True)).to_have_value("Northlake")
    expect(mei.page.get_by_label("Industry", exact=True)).to_have_value("Hospitals")


def test_an_edit_made_offline_in_a_tab_that_was_closed_arrives_when_the_plan_is_opened_again(
    ana: Person, mei: Person, plan: str
) -> None:
    for person in (ana, mei):
        open_profile(person, plan)
    ana.lose_connection()
    vision(ana).fill("Nobody waits for a bed")
    expect(ana.save_state).to_have_text("Offline, 1 edit kept on this device")
    ana.open_new_tab()
    expect(mei.page.get_by_role("button", name="1 person here")).to_be_visible()
    expect(vision(mei)).to_have_value("")
    ana.regain_connection()
    open_profile(ana, plan)
    for person in (ana, mei):
        expect(vision(person)).to_have_value("Nobody waits for a bed")


def test_w4_two_megabytes_written_without_a_connection_arrive_when_it_is_back(
    ana: Person, plan: str, tavolo: Installation
) -> None:
    ana.open(plan, "actions")
    ana.add("action", "Visit the plant")
    ana.lose_connection()
    rows = [f"Action {number}\t{f'{number} '.ljust(NOTES, 'x')}" for number in range(ACTIONS)]
    ana.record("Visit the plant").focus()
    ana.paste("\n".join(["Title\tNotes", *rows]))
    expect(ana.save_state).to_have_text(f"Offline, {ACTIONS} edits kept on this device")
    ana.open_new_tab()
    ana.regain_connection()
    ana.open(plan, "actions")
    actions = tavolo.document(plan)["actions"]
    assert sorted(len(one["notes"]) for one in actions if one.get("notes")) == [NOTES] * ACTIONS


def test_pages_of_the_plan_that_were_not_seen_yet_open_without_a_connection(ana: Person, plan: str) -> None:
    ana.open(plan, "objectives")
    ana.page.wait_for_load_state("networkidle")
    ana.lose_connection()
    ana.page.get_by_role("link", name="Customer profile").click()
    expect(ana.page.get_by_role("button", name="Add division")).to_be_visible()
    vision(ana).fill("Nobody waits for a bed")
    ana.regain_connection()
    ana.expect_saved()


def test_two_people_who_typed_in_one_text_while_one_was_offline_lose_nothing(
    ana: Person, mei: Person, plan: str
) -> None:
    for person in (ana, mei):
        open_profile(person, plan)
    vision(ana).fill("Beds")
    expect(vision(mei)).to_have_value("Beds")
    ana.lose_connection()
    vision(ana).press("Home")
    ana.page.keyboard.type("Free ")
    vision(mei).press("End")
    mei.page.keyboard.type(" for all")
    mei.expect_saved()
    ana.regain_connection()
    for person in (ana, mei):
        expect(vision(person)).to_have_value("Free Beds for all")


def test_a_killed_server_has_what_was_called_saved_and_gets_the_rest_when_it_is_back(
    install: Callable[..., Installation], sit_down: SitDown
) -> None:
    """W1: the page says Saved of nothing that a power cut can take away, and comes back by itself."""
    tavolo = install()
    tavolo.set_up()
    plan = tavolo.a_plan()
    ana = sit_down(tavolo)
    ana.shrug_at(NO_SERVER)
    ana.bring_owner()
    open_profile(ana, plan)
    vision(ana).click()
    ana.page.keyboard.type("Nobody waits. ")
    ana.expect_saved()
    ana.page.keyboard.type("Nobody is asked ")
    tavolo.kill()
    ana.page.keyboard.type("the same question twice.")
    expect(ana.save_state).to_have_text("Offline, 1 edit kept on this device")

    ana.lose_connection()
    tavolo.start()
    assert tavolo.document(plan)["profile"]["vision"].startswith("Nobody waits. ")
    ana.regain_connection()
    ana.expect_saved()
    expect(vision(ana)).to_have_value("Nobody waits. Nobody is asked the same question twice.")
    expect(vision(ana)).to_be_focused()
    assert tavolo.document(plan)["profile"]["vision"] == (
        "Nobody waits. Nobody is asked the same question twice."
    )

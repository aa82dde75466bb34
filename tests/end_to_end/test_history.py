"""What was kept of a plan: who did what since, and the way back, of which nothing is lost either."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.end_to_end.installation import Installation
from tests.end_to_end.person import Person

RENEW = {"id": "action-record-0000001", "title": "Renew the licence", "due": "2027-05-03", "order": "a0"}
VISIT = {"id": "action-record-0000002", "title": "Visit the plant", "order": "a1"}


@pytest.fixture
def plan(tavolo: Installation) -> str:
    """A plan with two actions, of which a version is kept later."""
    return tavolo.a_plan(actions=[RENEW, VISIT])


def history(person: Person) -> Locator:
    return person.page.get_by_role("complementary", name="History")


def open_history(person: Person) -> None:
    person.page.get_by_role("button", name="History", exact=True).click()
    expect(history(person).get_by_role("heading", name="History")).to_be_visible()


def keep(person: Person, name: str) -> None:
    """Keep a version under a name."""
    history(person).get_by_role("button", name="Keep a version…").click()
    person.page.get_by_role("textbox", name="Name").fill(name)
    person.page.keyboard.press("Enter")
    expect(history(person).get_by_text(f"“{name}” is kept.")).to_be_visible()


def versions(person: Person, name: str) -> Locator:
    """The versions whose names begin so, the newest first."""
    return history(person).get_by_role("button", name=re.compile(f"^{name}"))


def choose(person: Person, name: str) -> None:
    """See what has changed since the newest version of a name."""
    versions(person, name).first.click()


def set_field(person: Person, record: str, field: str, words: str) -> None:
    person.open_record(record)
    person.field(field).fill(words)
    person.page.keyboard.press("Tab")
    person.expect_saved()
    close_record(person)


def close_record(person: Person) -> None:
    person.form.get_by_role("button", name="Close", exact=True).click()
    expect(person.form).to_have_count(0)


def in_actions(person: Person) -> Locator:
    return history(person).get_by_role("region", name="Actions")


def restore(person: Person, button: str, deed: str) -> None:
    """Restore something and wait until the page has said so."""
    history(person).get_by_role("button", name=button, exact=True).click()
    question = person.page.get_by_role("dialog")
    question.get_by_role("button", name=deed, exact=True).click()
    expect(history(person).get_by_text("What it replaced is the newest version")).to_be_visible()


def test_two_people_change_a_plan_which_says_who_did_what_and_comes_back_as_it_was(
    tavolo: Installation, ana: Person, mei: Person, plan: str
) -> None:
    for person in (ana, mei):
        person.open(plan, "actions")
    open_history(ana)
    keep(ana, "Before the visit")
    set_field(mei, "Renew the licence", "Due", "20 Apr 2027")
    mei.add("action", "Count the licences")
    set_field(ana, "Visit the plant", "Obstacle", "Nobody has the keys")

    choose(ana, "Before the visit")
    expect(in_actions(ana)).to_contain_text("Mei Lin changed Due from 3 May 2027 to 20 Apr 2027")
    expect(in_actions(ana)).to_contain_text("Count the licencesMei Lin added it")
    expect(in_actions(ana)).to_contain_text("Ana Ricci set Obstacle to Nobody has the keys")

    restore(ana, "Restore “Renew the licence”…", "Restore the record")
    expect(in_actions(ana).get_by_text("Renew the licence")).to_have_count(0)
    mei.open_record("Renew the licence")
    expect(mei.field("Due")).to_have_value("3 May 2027")
    close_record(mei)

    restore(ana, "Restore this version…", "Restore the plan")
    expect(history(ana).get_by_role("heading", name="Nothing has changed")).to_be_visible()
    for person in (ana, mei):
        expect(person.record("Count the licences")).to_have_count(0)
        person.expect_saved()

    open_history(mei)
    expect(versions(mei, "Before a restore by Ana Ricci")).to_have_count(2)
    choose(mei, "Before a restore by Ana Ricci")
    restore(mei, "Restore this version…", "Restore the plan")
    for person in (ana, mei):
        expect(person.record("Count the licences")).to_be_visible()
    kept = {one["title"]: one for one in tavolo.document(plan)["actions"] if not one.get("removed")}
    assert kept["Visit the plant"]["obstacle"] == "Nobody has the keys"
    assert kept["Renew the licence"]["due"] == "2027-05-03"


def test_a_record_says_who_wrote_each_field_and_what_it_said_in_the_version(
    ana: Person, mei: Person, plan: str
) -> None:
    for person in (ana, mei):
        person.open(plan, "actions")
    open_history(ana)
    keep(ana, "Before the visit")
    set_field(mei, "Renew the licence", "Due", "20 Apr 2027")
    choose(ana, "Before the visit")
    history(ana).get_by_role("button", name="Go there: Renew the licence").click()
    due = ana.form.locator(f'[data-target="actions/{RENEW["id"]}/due"]')
    expect(due).to_contain_text("3 May 2027 → 20 Apr 2027")
    ana.form.get_by_role("button", name="Stop comparing").click()
    expect(due).not_to_contain_text("→")
    ana.form.get_by_role("button", name="Who wrote this").press("Enter")
    expect(due).to_contain_text("Mei Lin, Service · ")


def test_who_may_only_read_sees_what_changed_and_restores_nothing(
    tavolo: Installation, ana: Person, mei: Person, plan: str
) -> None:
    ana.open(plan, "actions")
    open_history(ana)
    keep(ana, "Before the visit")
    set_field(ana, "Renew the licence", "Due", "20 Apr 2027")
    tavolo.set_guest_role(plan, "viewer")
    mei.page.goto(f"/plans/{plan}/actions")
    open_history(mei)
    choose(mei, "Before the visit")
    expect(in_actions(mei)).to_contain_text("Ana Ricci changed Due")
    expect(history(mei).get_by_role("button", name="Restore")).to_have_count(0)
    expect(history(mei).get_by_role("button", name="Keep a version…")).to_have_count(0)


def test_without_a_connection_the_history_says_what_it_needs(ana: Person, plan: str) -> None:
    ana.open(plan, "actions")
    open_history(ana)
    keep(ana, "Before the visit")
    ana.lose_connection()
    expect(history(ana).get_by_text("No connection: ")).to_be_visible()
    expect(history(ana).get_by_role("button", name="Keep a version…")).to_be_disabled()
    ana.regain_connection()
    expect(history(ana).get_by_role("button", name="Keep a version…")).to_be_enabled()

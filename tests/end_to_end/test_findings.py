"""What the plan finds in itself: said beside it, gone when mended, and quiet once set aside."""

import pytest
from playwright.sync_api import Locator, expect

from tests.end_to_end.installation import Installation
from tests.end_to_end.person import Person

SENTENCE = '"Visit the plant" has no due date.'
ACTION = {"id": "action-record-0000001", "title": "Visit the plant", "order": "a0"}


@pytest.fixture
def plan(tavolo: Installation) -> str:
    """A plan with an action that nobody has given a day."""
    return tavolo.a_plan(actions=[ACTION])


def findings(person: Person) -> Locator:
    return person.page.get_by_role("complementary", name="Findings")


def open_findings(person: Person, plan: str) -> None:
    person.open(plan, "actions")
    person.page.get_by_role("button", name="Findings:").click()
    expect(findings(person).get_by_text(SENTENCE)).to_be_visible()


def test_a_finding_leads_to_its_field_and_leaves_everybody_when_it_is_mended(
    ana: Person, mei: Person, plan: str
) -> None:
    for person in (ana, mei):
        open_findings(person, plan)
    place = "Actions · Visit the plant · Due"
    findings(ana).get_by_role("button", name=f"Go there: {place}").click()
    expect(ana.field("Due")).to_be_focused()
    ana.page.keyboard.type("3 May 2027")
    ana.page.keyboard.press("Tab")
    for person in (ana, mei):
        expect(findings(person).get_by_text(SENTENCE)).to_have_count(0)


def test_a_finding_that_one_sets_aside_with_a_reason_is_aside_for_the_other_who_brings_it_back(
    ana: Person, mei: Person, plan: str
) -> None:
    for person in (ana, mei):
        open_findings(person, plan)
    findings(ana).get_by_role("button", name=f"Set aside: {SENTENCE}").click()
    ana.page.keyboard.type("They name the day in June")
    ana.page.keyboard.press("Enter")
    findings(mei).get_by_text("Set aside (1)").click()
    expect(findings(mei).get_by_text("They name the day in June")).to_be_visible()
    expect(findings(mei).get_by_text("Ana Ricci")).to_be_visible()
    findings(mei).get_by_role("button", name=f"Bring back: {SENTENCE}").click()
    for person in (ana, mei):
        expect(findings(person).get_by_role("button", name=f"Set aside: {SENTENCE}")).to_be_visible()
        person.expect_saved()


def test_beside_the_field_a_mark_says_the_finding_and_escape_closes_it_alone(ana: Person, plan: str) -> None:
    ana.open(plan, "actions")
    ana.open_record("Visit the plant")
    mark = ana.form.locator(f'[data-target="actions/{ACTION["id"]}/due"]').get_by_role(
        "button", name="finding"
    )
    mark.press("Enter")
    expect(ana.page.get_by_text(SENTENCE)).to_be_visible()
    ana.page.keyboard.press("Escape")
    expect(ana.page.get_by_text(SENTENCE)).not_to_be_visible()
    expect(mark).to_be_focused()
    expect(ana.field("Due")).to_be_visible()

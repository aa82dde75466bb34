"""A thread from its first word to its end, between two people."""

from playwright.sync_api import Locator, expect

from tests.end_to_end.installation import Installation
from tests.end_to_end.person import Person

GOAL = {"id": "objective-record-0001", "title": "One patient record"}


def panel(person: Person) -> Locator:
    return person.page.locator("aside, [role=dialog]").filter(
        has=person.page.get_by_role("heading", name="Comments", exact=True)
    )


def test_a_question_is_asked_answered_and_settled(
    tavolo: Installation, ana: Person, mei: Person, plan: str
) -> None:
    for person in (ana, mei):
        person.open(plan, "objectives")
    ana.add("objective", "One patient record")
    ana.open_record("One patient record")
    ana.form.get_by_role("button", name="Comment").first.click()
    ana.page.get_by_role("textbox", name="Comment on One patient record…").click()
    ana.page.keyboard.type("Is this agreed, @Me")
    ana.page.get_by_role("option", name="Mei Lin").click()
    ana.page.keyboard.press("Control+Enter")
    expect(
        panel(ana).get_by_role("listitem").filter(has_text="Is this agreed, @Mei Lin").first
    ).to_be_visible()

    mei.page.get_by_role("button", name="1 comment. 1 comment waits for your word", exact=True).click()
    panel(mei).get_by_text("Mine 1", exact=True).click()
    panel(mei).get_by_role("button", name="Reply").click()
    panel(mei).get_by_role("textbox", name="Reply").fill("Since Monday.")
    panel(mei).get_by_role("button", name="Send").click()
    expect(panel(ana).get_by_text("Since Monday.")).to_be_visible()

    panel(ana).get_by_role("button", name="Resolve").click()
    expect(mei.page.get_by_role("button", name="Comments", exact=True)).to_be_visible()
    panel(mei).get_by_text("Resolved 1", exact=True).click()
    expect(panel(mei).get_by_text("Resolved by Ana Ricci")).to_be_visible()


def test_a_comment_is_changed_by_its_author_alone(ana: Person, mei: Person, plan: str) -> None:
    for person in (ana, mei):
        person.open(plan, "objectives")
        person.page.get_by_role("button", name="Comments", exact=True).click()
    ana.page.get_by_role("textbox", name="Comment on Objectives…").fill("Too many of them.")
    panel(ana).get_by_role("button", name="Send").click()
    expect(panel(mei).get_by_text("Too many of them.")).to_be_visible()
    expect(panel(ana).get_by_role("button", name="Edit")).to_be_visible()
    expect(panel(mei).get_by_role("button", name="Reply")).to_be_visible()
    expect(panel(mei).get_by_role("button", name="Edit")).to_have_count(0)

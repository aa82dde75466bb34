"""Everything by keyboard: no test in this file touches a mouse."""

import re

from playwright.sync_api import Locator, expect

from tests.end_to_end.installation import Installation
from tests.end_to_end.person import Person

GOALS = [
    {"id": "objective-record-0001", "title": "One patient record", "order": "a0"},
    {"id": "objective-record-0002", "title": "Dictation in all wards", "order": "a1"},
]
MOST_TABS = 40


def tab_to(person: Person, wanted: Locator, key: str = "Tab") -> None:
    """Press Tab, or Shift+Tab, until something has the focus."""
    wanted.wait_for()
    for _ in range(MOST_TABS):
        if wanted.evaluate("(element) => element === document.activeElement"):
            return
        person.page.keyboard.press(key)
    raise AssertionError(f"{MOST_TABS} tabs do not lead to {wanted}.")


def press(person: Person, *keys: str) -> None:
    for key in keys:
        person.page.keyboard.press(key)


def names_in_order(person: Person) -> list[str]:
    rows = person.page.get_by_role("grid", name="Objectives").get_by_role("rowgroup").get_by_role("row")
    return [row.get_by_role("button").first.inner_text() for row in rows.all()]


def test_a_plan_is_opened_from_the_page_of_its_account(tavolo: Installation, ana: Person) -> None:
    plan = tavolo.a_plan(objectives=GOALS)
    account = tavolo.call("GET", f"/api/plans/{plan}")["account"]["id"]
    ana.page.goto(f"/accounts/{account}")
    tab_to(ana, ana.page.get_by_role("link", name="Growing together"))
    press(ana, "Enter")
    ana.expect_saved()
    expect(ana.page.get_by_role("main")).to_be_focused()
    tab_to(ana, ana.page.get_by_role("link", name="At a glance"), "Shift+Tab")
    press(ana, "ArrowDown", "ArrowDown", "Enter")
    expect(ana.page.get_by_role("heading", name="Industry", level=1)).to_be_visible()


def test_a_record_is_added_filled_and_put_first(tavolo: Installation, ana: Person) -> None:
    plan = tavolo.a_plan(objectives=GOALS)
    ana.open(plan, "objectives")
    grid = ana.page.get_by_role("grid", name="Objectives")
    tab_to(ana, grid.get_by_role("gridcell", name="One patient record"))
    press(ana, "ArrowDown", "ArrowDown")
    expect(ana.page.get_by_role("textbox", name="Add objective")).to_be_focused()
    ana.page.keyboard.type("No more paper")
    press(ana, "Enter", "ArrowUp")
    expect(grid.get_by_role("gridcell", name="No more paper")).to_be_focused()

    press(ana, "ArrowRight", "ArrowRight")
    ana.page.keyboard.type("long")
    press(ana, "Enter", "ArrowRight", "ArrowRight")
    ana.page.keyboard.type("31.3.2028")
    press(ana, "Enter", "End", " ")
    row = grid.get_by_role("row", name=re.compile("No more paper"))
    expect(row.get_by_role("gridcell", name=re.compile("Long"))).to_be_visible()
    expect(row.get_by_role("gridcell", name="31 Mar 2028")).to_be_visible()
    expect(row.get_by_role("checkbox", name="Shared")).to_be_checked()

    press(ana, "Alt+ArrowUp", "Alt+ArrowUp")
    expect(grid.get_by_role("row").nth(1)).to_contain_text("No more paper")
    ana.expect_saved()
    assert names_in_order(ana) == ["No more paper", "One patient record", "Dictation in all wards"]
    said = tavolo.document(plan)["objectives"]
    assert (said[0]["title"], said[0].get("due")) == ("No more paper", "2028-03-31")


def test_the_palette_finds_a_record_and_opens_it(tavolo: Installation, ana: Person) -> None:
    ana.open(tavolo.a_plan(objectives=GOALS), "industry")
    press(ana, "Control+k")
    expect(ana.page.get_by_role("combobox", name=re.compile("Find a tool"))).to_be_focused()
    ana.page.keyboard.type("dictation")
    press(ana, "Enter")
    expect(ana.page.get_by_role("heading", name="Objectives", level=1)).to_be_visible()
    expect(ana.form.get_by_role("heading", name="Dictation in all wards")).to_be_visible()
    press(ana, "Escape")
    expect(ana.form).to_have_count(0)


def test_the_question_mark_lists_the_keys_and_escape_leads_back(tavolo: Installation, ana: Person) -> None:
    ana.open(tavolo.a_plan(objectives=GOALS), "objectives")
    cell = ana.page.get_by_role("gridcell", name="One patient record")
    tab_to(ana, cell)
    press(ana, "?")
    keys = ana.page.get_by_role("dialog", name="Keyboard shortcuts")
    expect(keys.get_by_text("Find or do anything")).to_be_visible()
    press(ana, "Escape")
    expect(keys).not_to_be_visible()
    expect(cell).to_be_focused()


def test_the_skip_link_leads_past_the_tools(ana: Person, plan: str) -> None:
    ana.open(plan, "objectives")
    press(ana, "Tab", "Enter")
    expect(ana.page.get_by_role("main")).to_be_focused()

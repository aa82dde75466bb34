"""The plan at a glance: what a director sees first, in both demos and in a plan that is empty."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.end_to_end.conftest import SitDown
from tests.end_to_end.installation import Installation
from tests.end_to_end.person import Person

MACHINE_WORKS = "Verrano Machine Works"


def demo_of(tavolo: Installation, account: str) -> str:
    """Return the plan of a demo's account."""
    accounts = tavolo.call("GET", "/api/accounts")
    return str(next(one for one in accounts if one["name"] == account)["plans"][0]["id"])


def open_glance(person: Person, plan: str) -> None:
    """Open the page, and wait for the server's figures."""
    person.open(plan, "glance")
    expect(person.page.locator("[aria-busy=true]")).to_have_count(0)


def block(person: Person, name: str) -> Locator:
    return person.page.get_by_role("region", name=name)


def test_the_machine_works_see_that_nothing_of_theirs_lines_up(tavolo: Installation, ana: Person) -> None:
    open_glance(ana, demo_of(tavolo, MACHINE_WORKS))
    together = block(ana, "Do we pull together?")
    expect(together).to_contain_text(
        "The actions in Region Europe, Region Americas and Region Asia-Pacific do not line up"
    )
    expect(together).to_contain_text(re.compile("No department shares an action.*Service Europe.*Finance"))
    goals = block(ana, "What they want, and who serves it")
    expect(goals).to_contain_text("28% of what matters to them is served")
    unserved = goals.get_by_role("listitem").filter(has_text="nobody serves it")
    expect(unserved).to_have_count(7)
    expect(unserved.first).to_contain_text("Every plant runs the same way")


def test_the_hospitals_see_the_surest_way_to_the_executive_vice_president(
    tavolo: Installation, ana: Person
) -> None:
    open_glance(ana, tavolo.demo_plan())
    first = block(ana, "Who must be won").get_by_role("listitem").first
    expect(first).to_contain_text("Nobody of ours is in touch with them.")
    expect(first).to_contain_text("Ana R. → Partner, advisory firm → Executive vice president")
    expect(block(ana, "Where we lead and lag")).to_contain_text("We lead Dictara, our best rival, by 0.6.")


def test_what_is_not_right_is_one_click_away(tavolo: Installation, ana: Person) -> None:
    open_glance(ana, demo_of(tavolo, MACHINE_WORKS))
    block(ana, "What they want, and who serves it").get_by_role(
        "link", name="Spare parts in 24 hours"
    ).click()
    expect(ana.page).to_have_url(re.compile("/strategy_map#strategy_nodes/"))
    expect(ana.form.get_by_role("heading", name="Spare parts in 24 hours")).to_be_visible()


def test_an_empty_plan_says_what_to_start_with(ana: Person, plan: str) -> None:
    open_glance(ana, plan)
    start = block(ana, "Start here")
    expect(start.get_by_role("link")).to_have_count(5)
    start.get_by_role("link", name="Who decides?").click()
    expect(ana.page.get_by_role("heading", name="Stakeholders", level=1)).to_be_visible()


def test_the_figures_follow_what_somebody_else_writes(ana: Person, mei: Person, plan: str) -> None:
    ana.open(plan, "stakeholders")
    ana.page.get_by_role("navigation").get_by_role("link", name="At a glance").click()
    expect(block(ana, "Start here")).to_be_visible()
    mei.open(plan, "actions")
    mei.add("action", "Visit the plant")
    expect(block(ana, "What we do")).to_contain_text("1 action.")
    expect(block(ana, "What to mend first")).to_contain_text('"Visit the plant" has no owner.')


@pytest.mark.parametrize("phone", [False, True])
def test_nothing_lies_beyond_the_edge(tavolo: Installation, sit_down: SitDown, phone: bool) -> None:
    person = sit_down(tavolo, phone=phone)
    person.bring_owner()
    open_glance(person, demo_of(tavolo, MACHINE_WORKS))
    wide = "document.querySelector('main').scrollWidth - document.querySelector('main').clientWidth"
    assert person.page.evaluate(wide) <= 0

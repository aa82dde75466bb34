"""Actions as a board, a timeline and a list of one's own; objectives, risks and figures as drawings."""

import datetime as dt
import re
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.end_to_end.conftest import SitDown
from tests.end_to_end.installation import Installation
from tests.end_to_end.person import Person

AGREE, BUILD, CHECK = "action-agree-00000000", "action-build-00000000", "action-check-00000000"
MEI = "member-mei-0000000000"
GROW = "objective-grow-000000"


UNDER_THE_NAMES = """(bar) => {
  const names = document.querySelector(`[data-name='${bar.dataset.bar}']`).getBoundingClientRect();
  const place = bar.getBoundingClientRect();
  bar.setAttribute('data-dragged', 'true');
  bar.style.translate = `${names.x + names.width / 2 - place.x - place.width / 2}px`;
}"""


def in_days(days: int) -> str:
    """Return the date in so many days: a timeline opens at today, whenever that is."""
    return (dt.date.today() + dt.timedelta(days)).isoformat()


def an_action(id: str, title: str, **fields: Any) -> dict[str, Any]:
    return {"id": id, "title": title, "status": "to_do", **fields}


@pytest.fixture
def plan(tavolo: Installation) -> str:
    """Three actions, each waiting for the one before, and somebody to do them."""
    return tavolo.a_plan(
        team_members=[{"id": MEI, "name": "Mei Lin", "department": "Service"}],
        objectives=[{"id": GROW, "title": "Grow together", "horizon": "short"}],
        actions=[
            an_action(AGREE, "Agree the price", owner=MEI, start=in_days(60), due=in_days(85)),
            an_action(BUILD, "Build the pilot", depends_on=[AGREE], start=in_days(88), due=in_days(113)),
            an_action(CHECK, "Check it", status="doing", due="2020-04-30", objective=GROW, owner=MEI),
        ],
        risks=[{"id": "risk-no-crane-0000000", "title": "No crane", "likelihood": 2, "impact": 2}],
        kpis=[{"id": "kpi-letters-000000000", "name": "Letters on time", "direction": "up", "target": 85}],
    )


def look_at(person: Person, plan: str, tool: str, way: str) -> None:
    person.open(plan, tool)
    person.look_at(way)
    expect(person.page.locator(".mantine-Skeleton-root")).to_have_count(0)


def seat_both(ana: Person, mei: Person, plan: str, way: str) -> None:
    for person in (ana, mei):
        look_at(person, plan, "actions", way)
    for person in (ana, mei):
        expect(person.page.get_by_role("button", name="2 people here")).to_be_visible()


def column(person: Person, name: str) -> Locator:
    return person.page.get_by_role("region", name=re.compile(f"^{name}"))


def card_in(person: Person, name: str, title: str) -> Locator:
    return column(person, name).get_by_role("button", name=title, exact=True)


def card(person: Person, title: str) -> Locator:
    return person.page.get_by_role("button", name=title, exact=True)


def bar(person: Person, id: str) -> Locator:
    return person.page.locator(f"[data-bar='{id}']")


def middle_of(place: Locator) -> tuple[float, float]:
    box = place.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def pick_up(person: Person, what: Locator) -> None:
    x, y = middle_of(what)
    person.page.mouse.move(x, y)
    person.page.mouse.down()
    person.page.mouse.move(x + 6, y + 6, steps=3)


def carry_to(person: Person, where: Locator) -> None:
    x, y = middle_of(where)
    person.page.mouse.move(x, y, steps=8)


def test_two_people_carry_different_cards_at_once(
    ana: Person, mei: Person, plan: str, tavolo: Installation
) -> None:
    seat_both(ana, mei, plan, "Board")
    pick_up(ana, card(ana, "Agree the price"))
    pick_up(mei, card(mei, "Check it"))
    carry_to(ana, column(ana, "Doing"))
    carry_to(mei, column(mei, "Blocked"))
    ana.page.mouse.up()
    mei.page.mouse.up()
    for person in (ana, mei):
        expect(card_in(person, "Doing", "Agree the price")).to_be_visible()
        expect(card_in(person, "Blocked", "Check it")).to_be_visible()
        person.expect_saved()


def test_two_people_carry_the_same_card_and_it_ends_where_both_see_it(
    ana: Person, mei: Person, plan: str, tavolo: Installation
) -> None:
    seat_both(ana, mei, plan, "Board")
    pick_up(ana, card(ana, "Agree the price"))
    expect(mei.page.get_by_text("Ana Ricci · Sales")).to_be_visible()
    pick_up(mei, card(mei, "Agree the price"))
    carry_to(ana, column(ana, "Doing"))
    carry_to(mei, column(mei, "Done"))
    ana.page.mouse.up()
    mei.page.mouse.up()
    for person in (ana, mei):
        expect(column(person, "To do").get_by_role("button", name="Agree the price")).to_have_count(0)
        person.expect_saved()
    # Its place in the plan's order has changed with its column.
    agree = next(one for one in tavolo.document(plan)["actions"] if one["id"] == AGREE)
    name = {"doing": "Doing", "done": "Done"}[agree["status"]]
    for person in (ana, mei):
        expect(card_in(person, name, "Agree the price")).to_be_visible()


def test_a_card_goes_to_done_by_key_and_comes_back_with_one_undo(ana: Person, plan: str) -> None:
    look_at(ana, plan, "actions", "Board")
    card(ana, "Agree the price").focus()
    for key in ("ArrowRight", "ArrowLeft", "Alt+ArrowRight", "Alt+ArrowRight", "Shift+ArrowRight"):
        ana.page.keyboard.press(key)
    expect(card_in(ana, "Done", "Agree the price")).to_be_focused()
    expect(column(ana, "Done")).to_contain_text("Done")
    ana.page.keyboard.press("Control+z")
    expect(card_in(ana, "Blocked", "Agree the price")).to_be_focused()
    ana.page.keyboard.press("Enter")
    expect(ana.form.get_by_role("heading", name="Agree the price")).to_be_visible()


def test_an_action_is_made_on_the_board_with_the_keyboard_alone(
    ana: Person, plan: str, tavolo: Installation
) -> None:
    look_at(ana, plan, "actions", "Board")
    line = ana.page.get_by_role("textbox", name="Add action to Doing")
    ana.page.get_by_role("searchbox").focus()
    for _ in range(40):
        ana.page.keyboard.press("Tab")
        if line.evaluate("(one) => one === document.activeElement"):
            break
    expect(line).to_be_focused()
    ana.page.keyboard.type("Write to the board")
    ana.page.keyboard.press("Enter")
    expect(card_in(ana, "Doing", "Write to the board")).to_be_visible()
    expect(line).to_be_focused()
    ana.expect_saved()
    [made] = [one for one in tavolo.document(plan)["actions"] if one["title"] == "Write to the board"]
    assert made["status"] == "doing"


def test_two_people_pull_the_same_bar_and_both_end_with_the_same_days(
    ana: Person, mei: Person, plan: str, tavolo: Installation
) -> None:
    seat_both(ana, mei, plan, "Timeline")
    for person in (ana, mei):
        pick_up(person, bar(person, BUILD))
    for pixels in (20, 40, 60):
        for person, way in ((ana, 1), (mei, -1)):
            x, y = middle_of(bar(person, BUILD))
            person.page.mouse.move(x + way * pixels, y, steps=3)
    for person in (ana, mei):
        person.page.mouse.up()
    for person in (ana, mei):
        person.expect_saved()
    expect(bar(ana, BUILD)).to_have_attribute("aria-label", bar(mei, BUILD).get_attribute("aria-label") or "")


def test_a_pulled_bar_offers_those_that_wait_to_follow_and_each_is_one_step(
    ana: Person, plan: str, tavolo: Installation
) -> None:
    look_at(ana, plan, "actions", "Timeline")
    labels = {id: bar(ana, id).get_attribute("aria-label") or "" for id in (AGREE, BUILD)}
    x, y = middle_of(bar(ana, AGREE))
    ana.page.mouse.move(x, y)
    ana.page.mouse.down()
    ana.page.mouse.move(x + 20, y, steps=5)
    ana.page.mouse.move(x + 60, y, steps=5)
    ana.page.mouse.up()
    expect(ana.page.get_by_text("1 action that waits for “Agree the price”")).to_be_visible()
    ana.page.get_by_role("button", name="Move it too").click()
    expect(ana.page.get_by_text("1 action moved with it.")).to_be_visible()
    ana.expect_saved()
    agree, build = tavolo.document(plan)["actions"][:2]
    assert agree["due"] > in_days(85)
    assert build["start"] > agree["due"]
    bar(ana, AGREE).focus()
    ana.page.keyboard.press("Control+z")
    ana.page.keyboard.press("Control+z")
    for id, label in labels.items():
        expect(bar(ana, id)).to_have_attribute("aria-label", label)


def test_a_line_drawn_from_one_bar_to_another_makes_it_wait(
    ana: Person, plan: str, tavolo: Installation
) -> None:
    look_at(ana, plan, "actions", "Timeline")
    bar(ana, BUILD).scroll_into_view_if_needed()
    bar(ana, BUILD).hover()
    pick_up(ana, ana.page.locator(f"[data-line='{BUILD}'] [data-part='link']"))
    carry_to(ana, bar(ana, AGREE))
    ana.page.mouse.up()
    expect(ana.page.get_by_text("“Agree the price” now waits for “Build the pilot”.")).to_be_visible()
    ana.expect_saved()
    assert tavolo.document(plan)["actions"][0]["depends_on"] == [BUILD]


def test_two_hundred_actions_are_drawn_and_one_is_moved(ana: Person, tavolo: Installation) -> None:
    many = [
        an_action(f"action-{at:014}", f"Action {at}", start=in_days(60), due=in_days(88)) for at in range(200)
    ]
    plan = tavolo.a_plan(actions=many)
    look_at(ana, plan, "actions", "Timeline")
    expect(ana.page.locator("[data-bar]")).to_have_count(200)
    # One column of names stays in sight: two hundred that each stay by themselves would cost half of a frame.
    stays = "all => all.filter((one) => getComputedStyle(one).position === 'sticky').length"
    assert ana.page.locator("[data-line], [data-line] *").evaluate_all(stays) == 0
    bar(ana, many[0]["id"]).focus()
    ana.page.keyboard.press("Alt+ArrowDown")
    ana.expect_saved()
    moved = tavolo.document(plan)["actions"][0]
    assert (moved["start"], moved["due"]) == (in_days(67), in_days(95))
    ana.look_at("Board")
    expect(column(ana, "To do").get_by_role("listitem")).to_have_count(200)


def test_a_bar_that_is_held_goes_under_the_names_like_the_others(ana: Person, plan: str) -> None:
    look_at(ana, plan, "actions", "Timeline")
    # Held by hand, the page would scroll away with it.
    bar(ana, AGREE).evaluate(UNDER_THE_NAMES)
    x, y = middle_of(ana.page.locator(f"[data-name='{AGREE}']"))
    on_top = ana.page.evaluate(
        "([x, y]) => document.elementFromPoint(x, y).closest('[data-name]') !== null", [x, y]
    )
    assert on_top


def test_somebody_brings_their_actions_up_to_date_on_a_phone(
    tavolo: Installation, plan: str, sit_down: SitDown
) -> None:
    mei = sit_down(tavolo, phone=True)
    mei.take_seat(tavolo.join_code(plan), "Mei Lin", "Service")
    look_at(mei, plan, "actions", "Mine")
    expect(mei.page.get_by_role("heading", name="Overdue 1")).to_be_visible()
    overdue = mei.page.get_by_role("group", name="Check it")
    overdue.get_by_label("Status").select_option("Blocked")
    overdue.get_by_role("textbox", name="Obstacle").fill("No key to the room")
    mei.page.get_by_role("button", name="Agree the price is done").tap()
    expect(mei.page.get_by_role("heading", name="Done lately 1")).to_be_visible()
    mei.expect_saved()
    agree, _, check = tavolo.document(plan)["actions"]
    assert (agree["status"], agree["progress"]) == ("done", 100)
    assert (check["status"], check["obstacle"]) == ("blocked", "No key to the room")


def test_a_card_is_moved_with_a_thumb_from_its_menu(
    tavolo: Installation, plan: str, sit_down: SitDown
) -> None:
    mei = sit_down(tavolo, phone=True)
    mei.take_seat(tavolo.join_code(plan), "Mei Lin", "Service")
    look_at(mei, plan, "actions", "Board")
    mei.page.get_by_role("button", name="Move Agree the price").tap()
    mei.page.get_by_role("menuitem", name="Doing").tap()
    expect(card_in(mei, "Doing", "Agree the price")).to_be_visible()


def test_an_objective_a_risk_and_a_figure_are_changed_by_key(
    ana: Person, plan: str, tavolo: Installation
) -> None:
    look_at(ana, plan, "objectives", "Horizons")
    card(ana, "Grow together").focus()
    ana.page.keyboard.press("Alt+ArrowRight")
    expect(card_in(ana, "Medium", "Grow together")).to_be_focused()
    look_at(ana, plan, "risks", "Risk matrix")
    ana.page.get_by_role("button", name="No crane, likelihood Low").focus()
    ana.page.keyboard.press("Shift+ArrowUp")
    expect(ana.page.get_by_role("button", name="No crane, likelihood Low, impact Medium")).to_be_focused()
    look_at(ana, plan, "kpis", "Trends")
    ana.page.get_by_role("form", name="Add a value to Letters on time").get_by_label("Value").focus()
    ana.page.keyboard.type("86")
    ana.page.keyboard.press("Enter")
    expect(ana.page.get_by_text("Target reached")).to_be_visible()
    ana.expect_saved()
    sections = tavolo.document(plan)
    assert sections["objectives"][0]["horizon"] == "medium"
    assert sections["risks"][0]["impact"] == 3
    assert sections["kpi_values"][0]["value"] == 86


def test_a_risk_is_dragged_to_another_cell(ana: Person, plan: str, tavolo: Installation) -> None:
    look_at(ana, plan, "risks", "Risk matrix")
    pick_up(ana, ana.page.get_by_role("button", name=re.compile("No crane, ")))
    carry_to(ana, ana.page.locator("[data-cell='5/4']"))
    ana.page.mouse.up()
    expect(ana.page.get_by_role("button", name="No crane, likelihood Very high, impact High")).to_be_visible()

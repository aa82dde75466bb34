"""The drawings of people: the chart with the ways to win somebody, power and interest, divisions."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.end_to_end.conftest import SitDown
from tests.end_to_end.installation import Installation
from tests.end_to_end.person import Person

GRID = "Power . interest"
CHIEF, HEAD, BUYER = ("chief-0000000000000001", "head-00000000000000001", "buyer-0000000000000001")
CHIEF, HEAD, BUYER = CHIEF[:21], HEAD[:21], BUYER[:21]
PEOPLE = [
    {"id": CHIEF, "name": "Ines Moreau", "title": "Director", "power": 5, "interest": 2, "stance": 0},
    {
        "id": HEAD,
        "name": "Jan Novak",
        "title": "Head of plant",
        "power": 2,
        "interest": 4,
        "reports_to": CHIEF,
    },
    {"id": BUYER, "name": "Bo Tan", "title": "Buyer"},
]


@pytest.fixture
def plan(tavolo: Installation) -> str:
    """A plan with three people, of whom one reports to another and one has no place yet."""
    return tavolo.a_plan(stakeholders=PEOPLE)


def open_grid(person: Person, plan: str) -> None:
    person.open(plan, "stakeholders")
    person.look_at(GRID)
    expect(card(person, "Ines Moreau")).to_be_visible()


def card(person: Person, name: str) -> Locator:
    """Somebody on the grid: the button that opens them."""
    return person.page.get_by_role("button", name=re.compile(f"^{name}: "))


def square(person: Person, power: int, interest: int) -> Locator:
    return person.page.locator(f'[data-square="{power}/{interest}"]')


def grasp(person: Person, name: str) -> None:
    """Press the mouse on somebody and begin to drag them."""
    box = card(person, name).bounding_box()
    assert box
    person.page.mouse.move(box["x"] + 12, box["y"] + box["height"] / 2)
    person.page.mouse.down()
    person.page.mouse.move(box["x"] + 24, box["y"] + box["height"] / 2, steps=3)


def carry(person: Person, power: int, interest: int) -> None:
    """Move whoever is in hand to the lower right of a square."""
    box = square(person, power, interest).bounding_box()
    assert box
    person.page.mouse.move(box["x"] + box["width"] - 8, box["y"] + box["height"] - 8, steps=5)


def drag(person: Person, name: str, power: int, interest: int) -> None:
    grasp(person, name)
    carry(person, power, interest)
    person.page.mouse.up()


def expect_at(person: Person, name: str, power: int, interest: int) -> None:
    expect(
        square(person, power, interest).get_by_role("button", name=re.compile(f"^{name}: "))
    ).to_be_visible()


def values_of(tavolo: Installation, plan: str, id: str) -> dict[str, Any]:
    people = tavolo.document(plan)["stakeholders"]
    return next(one for one in people if one["id"] == id)


def node(person: Person, name: str) -> Locator:
    """Somebody on the organisation chart."""
    return person.page.get_by_role("group", name=re.compile(f"^{name}(\\.|$)"))


def open_chart(person: Person, plan: str, first: str) -> None:
    person.open(plan, "stakeholders")
    expect(node(person, first)).to_be_visible()


def test_the_first_way_to_the_executive_leads_over_the_adviser_and_without_their_line_nobody_reaches_her(
    tavolo: Installation, ana: Person
) -> None:
    plan = tavolo.a_plan(**tavolo.document(tavolo.demo_plan()))
    open_chart(ana, plan, "Executive vice president")
    node(ana, "Executive vice president").click()
    ana.page.get_by_role("button", name="Who can win Executive vice president?").click()
    panel = ana.page.get_by_role("complementary", name="Who can win Executive vice president?")
    ways = panel.locator("li[data-way]")
    expect(ways.first).to_contain_text("Ana R. → Partner, advisory firm → Executive vice president")
    expect(ways.first).to_contain_text("Ana R. is in touch with Partner, advisory firm, very well.")
    account_manager = next(one for one in tavolo.document(plan)["team_members"] if one["name"] == "Ana R.")
    assert "account manager" in account_manager["role"].lower()
    expect(node(ana, "Partner, advisory firm").locator("[data-way='1']")).to_contain_text("Ana R.")

    line = next(one for one in tavolo.document(plan)["influence_lines"] if one["strength"] == 3)
    ana.page.locator(f'.react-flow__edge[data-id="{line["id"]}"]').dispatch_event("click")
    panel.get_by_role("button", name="Close").click()
    chosen = ana.page.get_by_role("complementary", name="Influence line")
    ana.page.locator(f'.react-flow__edge[data-id="{line["id"]}"]').dispatch_event("click")
    chosen.get_by_role("button", name="Remove line").click()
    node(ana, "Executive vice president").click()
    ana.page.get_by_role("button", name="Who can win Executive vice president?").click()
    expect(panel).to_contain_text("Nobody of ours reaches Executive vice president.")
    expect(panel).to_contain_text("Find out whom Executive vice president listens to")
    expect(panel.get_by_role("button", name="Say who influences them…")).to_be_visible()


def test_who_sees_the_whole_chart_still_does_when_a_panel_opens_beside_it(
    ana: Person, tavolo: Installation
) -> None:
    open_chart(ana, tavolo.demo_plan(), "Executive vice president")
    people = ana.page.locator(".react-flow__node")
    ana.page.get_by_role("button", name="Fit", exact=True).click()
    whole = people.count()
    ana.page.get_by_role("button", name="Findings:").click()
    expect(ana.page.get_by_role("complementary", name="Findings")).to_be_visible()
    for number in range(whole):
        # Clipped by the frame of the map, a card beyond its edge would not be in view.
        expect(people.nth(number)).to_be_in_viewport(ratio=0.99)


def test_the_ways_follow_what_somebody_else_changes(
    tavolo: Installation, ana: Person, mei: Person, plan: str
) -> None:
    open_chart(ana, plan, "Ines Moreau")
    node(ana, "Ines Moreau").focus()
    ana.page.keyboard.press("w")
    panel = ana.page.get_by_role("complementary", name="Who can win Ines Moreau?")
    expect(panel).to_contain_text("Nobody of ours reaches Ines Moreau.")
    mei.open(plan, "team")
    mei.add("team member", "Lena Okafor")
    mei.open(plan, "stakeholders")
    node(mei, "Ines Moreau").focus()
    mei.page.keyboard.press("w")
    mei.page.get_by_role("button", name="Say who of ours knows them…").click()
    mei.page.get_by_role("dialog").get_by_role("combobox").fill("Lena")
    mei.page.keyboard.press("Enter")
    for person in (ana, mei):
        panel = person.page.get_by_role("complementary", name="Who can win Ines Moreau?")
        expect(panel.locator("li[data-way]").first).to_contain_text("Lena Okafor → Ines Moreau")


def test_two_people_drag_different_people_at_once_and_see_each_other_do_it(
    tavolo: Installation, ana: Person, mei: Person, plan: str
) -> None:
    for person in (ana, mei):
        open_grid(person, plan)
    grasp(ana, "Ines Moreau")
    grasp(mei, "Jan Novak")
    carry(ana, 4, 4)
    carry(mei, 1, 1)
    expect(square(mei, 4, 4).get_by_text("Ana Ricci · Sales")).to_be_visible()
    expect(square(ana, 1, 1).get_by_text("Mei Lin · Service")).to_be_visible()
    ana.page.mouse.up()
    mei.page.mouse.up()
    for person in (ana, mei):
        expect_at(person, "Ines Moreau", 4, 4)
        expect_at(person, "Jan Novak", 1, 1)
        person.expect_saved()
    chief, head = (values_of(tavolo, plan, id) for id in (CHIEF, HEAD))
    assert (chief["power"], chief["interest"], head["power"], head["interest"]) == (4, 4, 1, 1)


def test_two_people_drag_the_same_person_at_once_and_end_equal(
    tavolo: Installation, ana: Person, mei: Person, plan: str
) -> None:
    for person in (ana, mei):
        open_grid(person, plan)
    grasp(ana, "Ines Moreau")
    grasp(mei, "Ines Moreau")
    carry(ana, 1, 1)
    carry(mei, 4, 4)
    ana.page.mouse.up()
    mei.page.mouse.up()
    for person in (ana, mei):
        person.expect_saved()
        expect(person.page.locator("[data-held], [data-others=drag]")).to_have_count(0)
    chief = values_of(tavolo, plan, CHIEF)
    for person in (ana, mei):
        expect_at(person, "Ines Moreau", chief["power"], chief["interest"])
    assert (chief["power"], chief["interest"]) in ((1, 1), (4, 4))


def test_a_drag_is_one_step_of_undo(tavolo: Installation, ana: Person, plan: str) -> None:
    open_grid(ana, plan)
    drag(ana, "Ines Moreau", 1, 5)
    expect_at(ana, "Ines Moreau", 1, 5)
    ana.page.keyboard.press("Control+z")
    expect_at(ana, "Ines Moreau", 5, 2)


def test_the_grid_is_worked_with_the_keyboard_alone(tavolo: Installation, ana: Person, plan: str) -> None:
    open_grid(ana, plan)
    card(ana, "Ines Moreau").focus()
    for key in ("ArrowDown", "ArrowRight", "ArrowRight", "ArrowUp", "ArrowUp"):
        ana.page.keyboard.press(key)
    expect_at(ana, "Ines Moreau", 5, 4)
    expect(card(ana, "Ines Moreau")).to_be_focused()
    ana.page.keyboard.press("End")
    expect(card(ana, "Bo Tan")).to_be_focused()
    ana.page.keyboard.press("ArrowLeft")
    expect_at(ana, "Bo Tan", 3, 3)
    ana.page.keyboard.press("Delete")
    expect(
        ana.page.locator("[data-square=tray]").get_by_role("button", name=re.compile("^Bo Tan"))
    ).to_be_focused()
    ana.page.keyboard.press("Enter")
    expect(ana.form.get_by_role("heading", name="Bo Tan")).to_be_visible()


def test_the_chart_is_worked_with_the_keyboard_alone(tavolo: Installation, ana: Person, plan: str) -> None:
    open_chart(ana, plan, "Ines Moreau")
    node(ana, "Ines Moreau").focus()
    ana.page.keyboard.press("ArrowDown")
    expect(node(ana, "Jan Novak")).to_be_focused()
    ana.page.keyboard.press("n")
    ana.page.keyboard.type("Lena Weiss")
    ana.page.keyboard.press("Enter")
    expect(node(ana, "Lena Weiss")).to_be_focused()
    ana.page.keyboard.press("ArrowUp")
    expect(node(ana, "Jan Novak")).to_be_focused()
    ana.page.keyboard.press("l")
    ana.page.get_by_role("dialog").get_by_role("combobox").fill("Bo")
    ana.page.keyboard.press("Enter")
    expect(ana.page.get_by_role("complementary", name="Influence line")).to_be_visible()
    node(ana, "Lena Weiss").focus()
    ana.page.keyboard.press("Enter")
    expect(ana.form.get_by_role("heading", name="Lena Weiss")).to_be_visible()
    ana.expect_saved()
    document = tavolo.document(plan)
    added = next(one for one in document["stakeholders"] if one["name"] == "Lena Weiss")
    assert added["reports_to"] == HEAD
    (line,) = document["influence_lines"]
    assert (line["from_whom"], line["to_whom"], line["kind"]) == (HEAD, BUYER, "influences")


def drag_onto(person: Person, name: str, onto: str) -> None:
    """Drag somebody's card on the chart onto another's."""
    person.page.locator(".react-flow").evaluate("(canvas) => void canvas.scrollIntoView({block: 'center'})")
    start, end = node(person, name).bounding_box(), node(person, onto).bounding_box()
    assert start
    assert end
    person.page.mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
    person.page.mouse.down()
    person.page.mouse.move(end["x"] + end["width"] / 2, end["y"] + end["height"] / 2, steps=8)
    person.page.mouse.up()


def test_somebody_who_is_dragged_onto_another_reports_to_them(
    tavolo: Installation, ana: Person, mei: Person, plan: str
) -> None:
    open_chart(ana, plan, "Ines Moreau")
    open_chart(mei, plan, "Ines Moreau")
    drag_onto(ana, "Bo Tan", "Jan Novak")
    for person in (ana, mei):
        expect(node(person, "Bo Tan")).to_have_accessible_name(re.compile("Reports to Jan Novak"))
    drag_onto(ana, "Ines Moreau", "Bo Tan")
    expect(ana.page.get_by_text("Bo Tan already reports to Ines Moreau").last).to_be_visible()
    ana.expect_saved()
    assert values_of(tavolo, plan, CHIEF).get("reports_to") is None
    ana.page.keyboard.press("Control+z")
    expect(node(mei, "Bo Tan")).not_to_have_accessible_name(re.compile("Reports to"))


def test_those_who_report_to_each_other_in_a_round_are_named(tavolo: Installation, sit_down: SitDown) -> None:
    people = [{**PEOPLE[0], "reports_to": HEAD}, PEOPLE[1], PEOPLE[2]]
    ana = sit_down(tavolo)
    ana.bring_owner()
    open_chart(ana, tavolo.a_plan(stakeholders=people), "Ines Moreau")
    expect(ana.page.get_by_text("Ines Moreau → Jan Novak → Ines Moreau")).to_be_visible()


def test_on_a_phone_a_tap_opens_somebody(tavolo: Installation, sit_down: SitDown, plan: str) -> None:
    ana = sit_down(tavolo, phone=True)
    ana.bring_owner()
    open_chart(ana, plan, "Ines Moreau")
    node(ana, "Ines Moreau").tap()
    expect(ana.form.get_by_role("heading", name="Ines Moreau")).to_be_visible()
    ana.form.get_by_role("button", name="Close").click()
    ana.look_at(GRID)
    card(ana, "Bo Tan").tap()
    expect(ana.form.get_by_role("heading", name="Bo Tan")).to_be_visible()


def test_on_a_phone_the_map_opens_so_near_that_the_small_print_of_a_card_can_be_read(
    tavolo: Installation, sit_down: SitDown, plan: str
) -> None:
    ana = sit_down(tavolo, phone=True)
    ana.bring_owner()
    open_chart(ana, plan, "Ines Moreau")
    size = node(ana, "Ines Moreau").evaluate(
        """card => Math.min(...[...card.querySelectorAll("*")]
          .filter((one) => [...one.childNodes].some((child) => child.nodeType === 3 && child.data.trim()))
          .map((one) => parseFloat(getComputedStyle(one).fontSize))
        ) * card.getBoundingClientRect().width / card.offsetWidth"""
    )
    assert size > 8


def test_on_a_phone_the_grid_opens_where_the_key_players_are(
    tavolo: Installation, sit_down: SitDown, plan: str
) -> None:
    ana = sit_down(tavolo, phone=True)
    ana.bring_owner()
    ana.open(plan, "stakeholders")
    ana.look_at(GRID)
    field = ana.page.locator("p[data-field=key_players] strong")
    axis = ana.page.get_by_text("Power: how much they decide")
    expect(field).to_be_visible()

    assert field.evaluate("one => one.getBoundingClientRect().right <= innerWidth")
    assert axis.evaluate("one => one.getBoundingClientRect().left >= 0")


def test_a_division_is_named_in_place_and_dragged_below_another(
    tavolo: Installation, sit_down: SitDown
) -> None:
    group, plant, unit = ("group-000000000000001", "plant-000000000000001", "unit-0000000000000001"[:21])
    divisions = [
        {"id": group, "name": "Group"},
        {"id": plant, "name": "Plant", "parent": group},
        {"id": unit, "name": "Unit"},
    ]
    plan = tavolo.a_plan(divisions=divisions)
    ana = sit_down(tavolo)
    ana.bring_owner()
    ana.open(plan, "customer_profile")
    ana.look_at("Division map")
    drag_onto(ana, "Unit", "Plant")
    expect(node(ana, "Unit")).to_have_accessible_name(re.compile("Part of Plant"))
    node(ana, "Unit").focus()
    ana.page.keyboard.press("F2")
    ana.page.keyboard.type("Spare parts")
    ana.page.keyboard.press("Enter")
    expect(node(ana, "Spare parts")).to_be_focused()
    ana.expect_saved()
    moved = next(one for one in tavolo.document(plan)["divisions"] if one["id"] == unit)
    assert (moved["name"], moved["parent"]) == ("Spare parts", plant)

"""The heat map of ratings, filled by two people at once."""

from playwright.sync_api import Locator, expect

from tests.builders import an_id
from tests.end_to_end.conftest import SitDown
from tests.end_to_end.installation import Installation
from tests.end_to_end.person import Person


def compared_plan(tavolo: Installation) -> str:
    """Make a plan in which we are compared with one rival by two criteria."""
    return tavolo.a_plan(
        competitors=[{"id": an_id("lanwei"), "name": "Lanwei"}],
        buying_criteria=[
            {"id": an_id("price"), "name": "Price", "weight": 5},
            {"id": an_id("speed"), "name": "Speed", "weight": 4},
        ],
        ratings=[
            {"id": an_id("ours"), "vendor": "us", "criterion": an_id("price"), "rating": 4},
            {"id": an_id("theirs"), "vendor": an_id("lanwei"), "criterion": an_id("price"), "rating": 4},
        ],
    )


def open_heat_map(person: Person, plan: str) -> None:
    person.open(plan, "competitors")
    expect(cell(person, "Price", "Us", "4, Good")).to_be_visible()


def cell(person: Person, criterion: str, vendor: str, says: str) -> Locator:
    return person.page.get_by_role("button", name=f"{criterion} \u00d7 {vendor}: {says}")


def test_two_people_rate_at_once_and_both_see_where_we_stand(
    tavolo: Installation, ana: Person, sit_down: SitDown
) -> None:
    plan = compared_plan(tavolo)
    mei = sit_down(tavolo)
    mei.take_seat(tavolo.join_code(plan), "Mei Lin", "Service")
    open_heat_map(ana, plan)
    open_heat_map(mei, plan)
    expect(ana.page.get_by_text("We are level with Lanwei, our best rival.")).to_be_visible()

    cell(ana, "Speed", "Us", "empty").press("5")
    cell(mei, "Speed", "Lanwei", "empty").press("2")

    for person in (ana, mei):
        expect(cell(person, "Speed", "Us", "5, Excellent")).to_be_visible()
        expect(cell(person, "Speed", "Lanwei", "2, Weak")).to_be_visible()
        expect(person.page.get_by_text("Ours alone: Speed.")).to_be_visible()
        person.expect_saved()
    assert sorted(one["rating"] for one in tavolo.document(plan)["ratings"]) == [2, 4, 4, 5]


def test_the_cell_that_somebody_is_in_shows_their_name(
    tavolo: Installation, ana: Person, sit_down: SitDown
) -> None:
    plan = compared_plan(tavolo)
    mei = sit_down(tavolo)
    mei.take_seat(tavolo.join_code(plan), "Mei Lin", "Service")
    open_heat_map(ana, plan)
    open_heat_map(mei, plan)
    cell(mei, "Price", "Us", "4, Good").focus()
    expect(ana.page.get_by_role("table", name="Ratings").get_by_text("Mei Lin is here now.")).to_be_attached()


def test_a_weight_is_changed_by_keyboard_and_the_order_follows(tavolo: Installation, ana: Person) -> None:
    open_heat_map(ana, compared_plan(tavolo))
    ana.page.get_by_label("In the order of").select_option("weight")
    names = ana.page.get_by_role("table", name="Ratings").get_by_role("rowheader")
    expect(names.first).to_contain_text("Price")
    ana.page.get_by_label("Weight of Price").select_option("3")
    expect(names.first).to_contain_text("Speed")
    ana.expect_saved()

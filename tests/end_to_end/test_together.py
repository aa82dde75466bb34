"""Several people at one plan: what each sees of the others, and that nobody's work is in anybody's way."""

import re

from playwright.sync_api import Locator, expect

from tests.end_to_end.person import Person


def seat_both(ana: Person, mei: Person, plan: str, tool: str) -> None:
    for person in (ana, mei):
        person.open(plan, tool)
    expect(ana.page.get_by_role("button", name="2 people here")).to_be_visible()
    expect(mei.page.get_by_role("button", name="2 people here")).to_be_visible()


def type_in_turns(first: Person, second: Person, words: str, others: str) -> None:
    """Each types a letter while the other's is still on the way."""
    for mine, theirs in zip(words, others, strict=True):
        first.page.keyboard.type(mine)
        second.page.keyboard.type(theirs)


def introduction(person: Person) -> Locator:
    return person.page.get_by_role("textbox", name="Introduction", exact=True)


def test_two_people_fill_different_fields_of_one_record(ana: Person, mei: Person, plan: str) -> None:
    seat_both(ana, mei, plan, "objectives")
    ana.add("objective", "One patient record")
    for person in (ana, mei):
        person.open_record("One patient record")
    ana.field("Measure").fill("Wards on it")
    mei.field("Unit").fill("wards")
    for person in (ana, mei):
        expect(person.field("Measure")).to_have_value("Wards on it")
        expect(person.field("Unit")).to_have_value("wards")


def test_two_people_type_in_one_formatted_text_and_see_each_other_there(
    ana: Person, mei: Person, plan: str
) -> None:
    seat_both(ana, mei, plan, "customer_profile")
    for person in (ana, mei):
        introduction(person).click()
    type_in_turns(ana, mei, "ABCDEFGH", "abcdefgh")
    expect(introduction(ana).get_by_text("Mei Lin · Service")).to_be_attached()
    expect(introduction(mei).get_by_text("Ana Ricci · Sales")).to_be_attached()
    type_in_turns(ana, mei, "IJKLMNOP", "ijklmnop")
    for person in (ana, mei):
        # Who has left a text has no caret in it, so that only words remain to compare.
        person.page.get_by_label("Legal name", exact=True).click()
    for person in (ana, mei):
        expect(introduction(person)).to_have_text(re.compile(r"^\w{32}$"))
        person.expect_saved()
    said = introduction(ana).inner_text().strip()
    assert introduction(mei).inner_text().strip() == said
    assert "".join(filter(str.isupper, said)) == "ABCDEFGHIJKLMNOP"
    assert "".join(filter(str.islower, said)) == "abcdefghijklmnop"


def test_two_people_type_in_one_plain_text(ana: Person, mei: Person, plan: str) -> None:
    seat_both(ana, mei, plan, "customer_profile")
    for person in (ana, mei):
        person.page.get_by_label("Their vision", exact=True).click()
    type_in_turns(ana, mei, "ABCDEFGHIJ", "abcdefghij")
    for person in (ana, mei):
        expect(person.page.get_by_label("Their vision", exact=True)).to_have_value(re.compile(r"^\w{20}$"))
        person.expect_saved()
    said = ana.page.get_by_label("Their vision", exact=True).input_value()
    expect(mei.page.get_by_label("Their vision", exact=True)).to_have_value(said)
    assert "".join(filter(str.isupper, said)) == "ABCDEFGHIJ"
    assert "".join(filter(str.islower, said)) == "abcdefghij"


def test_the_field_that_somebody_is_in_shows_their_name(ana: Person, mei: Person, plan: str) -> None:
    seat_both(ana, mei, plan, "customer_profile")
    mei.page.get_by_label("Headquarters", exact=True).click()
    expect(ana.page.get_by_label("Headquarters", exact=True)).to_have_accessible_description(
        re.compile("Mei Lin is here now")
    )
    expect(ana.page.get_by_text("Mei Lin · Service")).to_be_visible()
    mei.page.get_by_label("Legal name", exact=True).click()
    expect(ana.page.get_by_label("Headquarters", exact=True)).not_to_have_accessible_description(
        re.compile("Mei Lin")
    )


def test_people_present_are_listed_with_their_departments_and_where_they_are(
    ana: Person, mei: Person, plan: str
) -> None:
    seat_both(ana, mei, plan, "customer_profile")
    mei.page.get_by_label("Headquarters", exact=True).click()
    ana.page.get_by_role("button", name="2 people here").click()
    people = ana.page.get_by_role("dialog", name="People here")
    expect(people.get_by_role("heading", name="Sales")).to_be_visible()
    expect(people.get_by_role("heading", name="Service")).to_be_visible()
    expect(people.get_by_text("Ana Ricci (you)")).to_be_visible()
    expect(people.get_by_text("Customer profile")).to_be_visible()
    mei.page.close()
    expect(ana.page.get_by_role("button", name="1 person here")).to_be_visible()


def test_undo_takes_back_only_ones_own_edit(ana: Person, mei: Person, plan: str) -> None:
    """D5"""
    seat_both(ana, mei, plan, "customer_profile")
    ana.page.get_by_label("Headquarters", exact=True).fill("Northlake")
    ana.page.keyboard.press("Tab")
    ana.expect_saved()
    mei.page.get_by_label("Industry", exact=True).fill("Hospitals")
    mei.page.keyboard.press("Tab")
    expect(ana.page.get_by_label("Industry", exact=True)).to_have_value("Hospitals")
    ana.page.keyboard.press("Control+z")
    for person in (ana, mei):
        expect(person.page.get_by_label("Headquarters", exact=True)).to_have_value("")
        expect(person.page.get_by_label("Industry", exact=True)).to_have_value("Hospitals")
    ana.page.keyboard.press("Control+Shift+z")
    expect(mei.page.get_by_label("Headquarters", exact=True)).to_have_value("Northlake")


def test_a_removed_record_comes_back_from_the_bin_with_what_somebody_else_wrote_meanwhile(
    ana: Person, mei: Person, plan: str
) -> None:
    """D3"""
    seat_both(ana, mei, plan, "objectives")
    ana.add("objective", "One patient record")
    mei.open_record("One patient record")
    mei.lose_connection()
    mei.field("Measure").fill("Houses on it")
    expect(mei.save_state).to_have_text("Offline, 1 edit kept on this device")

    ana.open_record("One patient record")
    ana.form.get_by_role("button", name="Remove", exact=True).click()
    expect(ana.record("One patient record")).not_to_be_visible()
    mei.regain_connection()
    mei.expect_saved()
    expect(mei.form.get_by_text("Ana Ricci has put this into the bin.")).to_be_visible()

    ana.page.get_by_role("link", name="Bin").click()
    ana.page.get_by_role("button", name="Restore One patient record").click()
    expect(ana.page.get_by_role("heading", name="The bin is empty")).to_be_visible()
    ana.page.get_by_role("link", name="Objectives").click()
    ana.open_record("One patient record")
    expect(ana.field("Measure")).to_have_value("Houses on it")

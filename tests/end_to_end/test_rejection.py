"""W6: what the server cannot take is given back, and everything else goes on."""

from playwright.sync_api import expect

from tests.end_to_end.person import Person

MORE_THAN_HALF = 3_000
"""Signs that fit into a plain text once and not twice."""


def test_words_that_are_too_many_together_are_given_back_to_the_one_who_came_second(
    ana: Person, mei: Person, plan: str
) -> None:
    for person in (ana, mei):
        person.open(plan, "customer_profile")
    hers, his = (person.page.get_by_label("Their vision", exact=True) for person in (ana, mei))
    mei.lose_connection()
    his.fill("m" * MORE_THAN_HALF)
    hers.fill("a" * MORE_THAN_HALF)
    ana.expect_saved()
    mei.regain_connection()

    notice = mei.page.get_by_role("alert").filter(has_text="Not accepted: Customer profile")
    expect(notice).to_contain_text("m" * 100)
    expect(his).to_have_value("a" * MORE_THAN_HALF)

    mei.page.reload()
    expect(notice).to_contain_text("m" * 100)
    notice.get_by_role("button", name="Put away").click()
    mei.expect_saved()
    mei.page.reload()
    mei.expect_saved()
    expect(notice).to_have_count(0)
    mei.page.get_by_label("Headquarters", exact=True).fill("Northlake")
    mei.page.keyboard.press("Tab")
    mei.expect_saved()
    expect(ana.page.get_by_label("Headquarters", exact=True)).to_have_value("Northlake")
    expect(hers).to_have_value("a" * MORE_THAN_HALF)

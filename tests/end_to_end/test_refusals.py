"""Files that are not what they should be: said where and why, and nothing is half done."""

import json
from pathlib import Path

from playwright.sync_api import FilePayload, Locator, expect

from tests.end_to_end.installation import Installation
from tests.end_to_end.person import Person

BROKEN = {
    "format": "tavolo-plan", "version": 1, "title": "Plan", "account": "Any",
    "starts_on": "2027-01-01", "ends_on": "2029-12-31",
    "sections": {
        "objectives": [{"id": "objective-record-0001", "title": "Good", "due": "the day after"}],
        "stakeholders": [{"id": "stakeholder-rec-00001", "name": "CIO", "power": 9}],
    },
}  # fmt: skip


def a_file(name: str, kind: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": kind, "buffer": content}


def import_form(ana: Person, account: str) -> Locator:
    ana.page.goto(f"/accounts/{account}")
    ana.page.get_by_role("button", name="More for").click()
    ana.page.get_by_role("menuitem", name="Import a plan…").click()
    return ana.page.get_by_role("dialog")


def test_an_import_that_does_not_fit_names_every_place_and_makes_nothing(
    tavolo: Installation, ana: Person
) -> None:
    ana.shrug_at("422")
    account, _ = tavolo.an_account()
    form = import_form(ana, account)
    content = json.dumps(BROKEN).encode()
    form.locator("input[type=file]").set_input_files(a_file("plan.json", "application/json", content))
    places = form.get_by_role("region", name="What does not fit")
    expect(places.get_by_role("heading", name="2 places do not fit")).to_be_visible()
    expect(
        places.get_by_role("listitem").filter(has_text="objectives/objective-record-0001/due")
    ).to_be_visible()
    expect(
        places.get_by_role("listitem").filter(has_text="stakeholders/stakeholder-rec-00001/power")
    ).to_be_visible()
    assert tavolo.call("GET", f"/api/accounts/{account}")["plans"] == []


def test_a_file_that_is_no_json_is_refused_in_plain_words(tavolo: Installation, ana: Person) -> None:
    account, _ = tavolo.an_account()
    form = import_form(ana, account)
    form.locator("input[type=file]").set_input_files(a_file("plan.json", "application/json", b'{"title": '))
    expect(form.get_by_text("This file is not JSON.")).to_be_visible()
    assert tavolo.call("GET", f"/api/accounts/{account}")["plans"] == []


def test_a_plan_that_was_downloaded_can_be_imported_elsewhere(
    tavolo: Installation, ana: Person, tmp_path: Path
) -> None:
    plan = tavolo.a_plan(objectives=[{"id": "objective-record-0001", "title": "One patient record"}])
    home = tavolo.call("GET", f"/api/plans/{plan}")["account"]["id"]
    ana.page.goto(f"/accounts/{home}")
    ana.page.get_by_role("button", name="More for Growing together").click()
    with ana.page.expect_download() as download:
        ana.page.get_by_role("menuitem", name="Download as a file (JSON)").click()
    download.value.save_as(tmp_path / "plan.json")

    form = import_form(ana, tavolo.an_account()[0])
    form.locator("input[type=file]").set_input_files(tmp_path / "plan.json")
    ana.expect_saved()
    tools = ana.page.get_by_role("navigation", name="Tools of the plan")
    tools.get_by_role("link", name="Objectives").click()
    expect(ana.record("One patient record")).to_be_visible()


def test_a_logo_that_is_no_picture_is_refused_and_the_old_one_stays(
    tavolo: Installation, ana: Person
) -> None:
    ana.shrug_at("422|400|415")
    ana.page.goto(f"/accounts/{tavolo.an_account()[0]}")
    logo = ana.page.get_by_role("region", name="Logo")
    logo.locator("input[type=file]").set_input_files(a_file("logo.png", "image/png", b"no picture at all"))
    expect(logo.get_by_role("alert")).to_be_visible()
    expect(logo.get_by_role("button", name="Choose a picture")).to_be_visible()

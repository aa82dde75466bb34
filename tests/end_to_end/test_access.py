"""Who gets in, as what, and what stays on a device after they have gone."""

import re

from playwright.sync_api import Page, expect

from tests.end_to_end.conftest import SitDown
from tests.end_to_end.installation import OWNER, Installation
from tests.end_to_end.person import Person

AT_ONCE = 2_000
"""Milliseconds within which a change of rights is felt on an open page (W7)."""

GOAL = {"id": "objective-record-0001", "title": "One patient record", "measure": "Wards on it"}


def expect_hint(page: Page, words: str) -> None:
    expect(page.get_by_role("alert").filter(has_text=re.compile(words))).to_be_visible()


def test_a_viewer_finds_nothing_to_edit_with(tavolo: Installation, sit_down: SitDown) -> None:
    plan = tavolo.a_plan(objectives=[GOAL])
    mei = sit_down(tavolo)
    mei.take_seat(tavolo.join_code(plan), "Mei Lin", "Service")
    tavolo.set_guest_role(plan, "viewer")
    mei.page.goto(f"/plans/{plan}/objectives")
    expect(mei.save_state).to_have_text("Read only")
    expect(mei.page.get_by_role("button", name=re.compile("Add"))).to_have_count(0)
    expect(mei.page.get_by_role("textbox", name=re.compile("Add"))).to_have_count(0)

    mei.open_record("One patient record")
    expect(mei.form.get_by_role("group", name="Measure")).to_have_text("Wards on it")
    expect(mei.form.locator("input, textarea, select, [contenteditable=true]")).to_have_count(0)
    expect(mei.form.get_by_role("button", name="Remove")).to_have_count(0)
    mei.page.keyboard.press("Escape")
    mei.page.get_by_role("gridcell", name="One patient record").press("F2")
    mei.page.keyboard.type("mine now")
    expect(mei.record("One patient record")).to_be_visible()
    assert tavolo.document(plan)["objectives"][0]["title"] == "One patient record"


def test_a_new_role_is_felt_on_the_open_page_at_once(tavolo: Installation, mei: Person, plan: str) -> None:
    """W7"""
    mei.open(plan, "objectives")
    tavolo.set_guest_role(plan, "viewer")
    expect(mei.save_state).to_have_text("Read only", timeout=AT_ONCE)
    expect(mei.page.get_by_role("button", name="Add objective")).to_have_count(0)
    tavolo.set_guest_role(plan, "participant")
    expect(mei.save_state).to_have_text("Saved", timeout=AT_ONCE)
    mei.add("objective", "One patient record")


def test_a_guest_who_is_removed_is_shown_out_at_once_and_keeps_no_copy(
    tavolo: Installation, mei: Person, plan: str
) -> None:
    """W7"""
    mei.open(plan, "objectives")
    mei.add("objective", "One patient record")
    assert mei.count_kept() > 0
    tavolo.set_guest_role(plan, None)
    expect(mei.page.get_by_role("heading", name="You are no longer in this plan")).to_be_visible(
        timeout=AT_ONCE
    )
    expect(mei.page.get_by_text("One patient record")).to_have_count(0)
    mei.expect_nothing_kept()


def test_signing_out_deletes_what_the_device_keeps(ana: Person, plan: str) -> None:
    ana.open(plan, "objectives")
    ana.add("objective", "One patient record")
    assert ana.count_kept() > 0
    ana.page.get_by_role("button", name="Your menu").click()
    ana.page.get_by_role("menuitem", name="Sign out").click()
    ana.page.get_by_role("dialog").get_by_role("button", name="Sign out").click()
    expect(ana.page.get_by_role("heading", name="Sign in")).to_be_visible()
    ana.expect_nothing_kept()


def test_a_guest_who_loads_the_page_again_is_the_same_participant(
    tavolo: Installation, mei: Person, plan: str
) -> None:
    mei.open(plan, "parking_lot")
    mei.page.reload()
    mei.expect_saved()
    expect(mei.page.get_by_role("button", name="1 person here")).to_be_visible()
    mei.page.goto(f"/join/{tavolo.join_code(plan)}")
    expect(mei.page.get_by_label("Your name")).to_have_value("Mei Lin")
    mei.page.get_by_role("button", name="Take a seat").click()
    mei.expect_saved()
    assert [guest["name"] for guest in tavolo.call("GET", f"/api/plans/{plan}/people")["guests"]] == [
        "Mei Lin"
    ]


def test_whoever_must_sign_in_first_gets_to_the_page_they_asked_for(
    tavolo: Installation, plan: str, sit_down: SitDown
) -> None:
    ana = sit_down(tavolo)
    ana.shrug_at("401")
    ana.page.goto(f"/plans/{plan}/objectives")
    ana.sign_in("not the password")
    expect_hint(ana.page, "password")
    ana.sign_in(OWNER["password"])
    expect(ana.page.get_by_role("heading", name="Objectives", level=1)).to_be_visible()


def test_a_code_that_opens_nothing_is_explained(tavolo: Installation, plan: str, sit_down: SitDown) -> None:
    newcomer = sit_down(tavolo)
    newcomer.shrug_at("404")
    newcomer.page.goto("/join")
    newcomer.page.get_by_label("Code", exact=True).fill("ABCD 2345")
    expect(newcomer.page.get_by_role("heading", name="ABCD 2345 opens no plan")).to_be_visible()
    expect_hint(newcomer.page, "code")


def test_a_code_that_was_replaced_lets_nobody_in(tavolo: Installation, plan: str, sit_down: SitDown) -> None:
    old, new = tavolo.join_code(plan), tavolo.join_code(plan)
    newcomer = sit_down(tavolo)
    newcomer.shrug_at("404")
    newcomer.page.goto(f"/join/{old}")
    expect(newcomer.page.get_by_role("heading", name=re.compile("opens no plan"))).to_be_visible()
    newcomer.page.get_by_role("button", name="Use another code").click()
    newcomer.page.get_by_label("Code", exact=True).fill(new)
    expect(newcomer.page.get_by_label("Your name")).to_be_visible()


def test_a_plan_that_was_closed_to_guests_lets_nobody_in(
    tavolo: Installation, plan: str, sit_down: SitDown
) -> None:
    code = tavolo.join_code(plan)
    tavolo.call("DELETE", f"/api/plans/{plan}/join-code")
    newcomer = sit_down(tavolo)
    newcomer.shrug_at("404")
    newcomer.page.goto(f"/join/{code}")
    expect_hint(newcomer.page, "code")


def test_an_address_of_no_plan_says_so_and_leads_back(ana: Person) -> None:
    ana.shrug_at("404|WebSocket")
    ana.page.goto("/plans/no-such-plan-00000000/objectives")
    expect(ana.page.get_by_role("heading", name="There is no such plan")).to_be_visible()
    ana.page.get_by_role("link", name="To your accounts").click()
    expect(ana.page.get_by_role("heading", name="Accounts", level=1)).to_be_visible()

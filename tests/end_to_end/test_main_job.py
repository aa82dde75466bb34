"""The main job in one breath: set up, share, plan together, hand the plan to the customer."""

import re
from collections.abc import Callable

import pypdfium2
from playwright.sync_api import expect

from tests.end_to_end.conftest import SitDown
from tests.end_to_end.installation import ACCOUNT, OWNER, Installation
from tests.end_to_end.person import Person
from tests.server.export.reading import words_of

SHARED = "Every ward moves in one weekend"
SECRETS = ["Quetzalcoatl", "Xanthippe"]
"""Words that only the team may read; no language of the demo has them."""


def set_up(owner: Person) -> None:
    owner.page.goto(owner.installation.setup_link)
    for label in ("company", "name", "email", "department"):
        words = {"company": "Company", "name": "Your name", "email": "E-mail", "department": "Department"}
        owner.page.get_by_label(words[label], exact=True).fill(OWNER[label])
    owner.page.get_by_label("Password", exact=True).fill(OWNER["password"])
    owner.page.get_by_role("button", name="Start").click()
    expect(owner.page.get_by_role("heading", name="Accounts", level=1)).to_be_visible()


def open_demo(owner: Person) -> None:
    account = owner.page.get_by_role("region", name=ACCOUNT)
    account.get_by_role("link", name=re.compile("^Plan 2027")).click()
    owner.expect_saved()
    expect(owner.page.get_by_role("heading", name="At a glance", level=1)).to_be_visible()


def share_code(owner: Person) -> str:
    owner.page.get_by_role("button", name="Share").click()
    dialog = owner.page.get_by_role("dialog", name="Share this plan")
    dialog.get_by_role("button", name="Make a join code").click()
    code = dialog.get_by_text(re.compile(r"^[A-Z0-9]{4}.[A-Z0-9]{4}$")).inner_text()
    dialog.get_by_role("button", name="Close", exact=True).click()
    return code.replace(" ", "")


def go_to(person: Person, tool: str) -> None:
    person.page.get_by_role("navigation", name="Tools of the plan").get_by_role("link", name=tool).click()
    expect(person.page.get_by_role("main").get_by_role("heading", name=tool, level=1)).to_be_visible()


def write_secrets(owner: Person) -> None:
    go_to(owner, "Competitors")
    owner.add("competitor", SECRETS[0])
    go_to(owner, "Stakeholders")
    owner.look_at("Table")
    owner.open_record("Chief financial officer")
    owner.field("Notes").fill(f"Call her {SECRETS[1]}.")
    owner.page.keyboard.press("Escape")
    owner.expect_saved()


def export_for_customer(owner: Person) -> bytes:
    owner.page.get_by_role("button", name="Export PDF").click()
    dialog = owner.page.get_by_role("dialog", name="Export")
    dialog.get_by_role("button", name="Make the PDF for the customer").click()
    expect(dialog.get_by_text("The PDF for the customer is ready")).to_be_visible(timeout=60_000)
    with owner.page.expect_download() as download:
        dialog.get_by_role("link", name="Download", exact=True).click()
    assert download.value.suggested_filename.endswith(".pdf")
    return download.value.path().read_bytes()


def colours_of_cover(pdf: bytes) -> int:
    picture = pypdfium2.PdfDocument(pdf)[0].render(scale=0.25).to_pil().convert("RGB")
    return len(picture.getcolors(maxcolors=1_000_000) or [])


def test_two_browsers_plan_together_and_the_customer_gets_a_pdf_without_an_internal_word(
    install: Callable[..., Installation], sit_down: SitDown
) -> None:
    tavolo = install(demo=True)
    owner, guest = sit_down(tavolo), sit_down(tavolo, phone=True)
    set_up(owner)
    open_demo(owner)
    guest.join(share_code(owner), "Mei Lin", "Service")
    expect(owner.page.get_by_role("button", name="2 people here")).to_be_visible()

    guest.page.get_by_role("button", name="Tools").click()
    guest.page.get_by_role("dialog").get_by_role("link", name="Objectives").click()
    guest.page.get_by_role("button", name="Add objective").first.click()
    guest.field("Title").fill(SHARED)
    go_to(owner, "Objectives")
    expect(owner.record(SHARED)).to_be_visible()
    owner.open_record(SHARED)
    owner.field("Shared").check()
    expect(guest.field("Shared")).to_be_checked()
    owner.page.keyboard.press("Escape")
    write_secrets(owner)

    pdf = export_for_customer(owner)
    words = " ".join("".join(words_of(pdf)).split())
    assert SHARED in words
    assert [secret for secret in SECRETS if secret in words] == []
    assert colours_of_cover(pdf) > 16

"""No page keeps anybody out: axe finds nothing serious on any of them, in light and in dark."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.end_to_end.conftest import SitDown
from tests.end_to_end.installation import ROOT, Installation
from tests.end_to_end.person import Person
from tests.end_to_end.places import PLACES, Demo, Place, find_demo
from tests.end_to_end.windows import DESKTOP, PHONE, sitting

AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
IN_EVERY_COLOUR = {"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"]}
COLOURS_ONLY = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}
ON_A_PHONE = [
    place
    for place in PLACES
    if place.name in ("sign-in", "join-introduce", "accounts", "plan-actions", "plan-record", "plan-comments")
]


@pytest.fixture(scope="module")
def demo(tavolo: Installation) -> Demo:
    return find_demo(tavolo)


@pytest.fixture(scope="module")
def reader(tavolo: Installation, browser: Browser) -> Iterator[Person]:
    """The owner, who looks at one page after the other."""
    with sitting(browser, tavolo, reduced_motion="reduce") as person:
        person.bring_owner()
        yield person


@pytest.fixture(scope="module")
def newcomer(tavolo: Installation, browser: Browser) -> Iterator[Person]:
    with sitting(browser, tavolo, reduced_motion="reduce") as person:
        yield person


def serious_faults(page: Page, options: dict[str, Any]) -> list[str]:
    """Return what axe calls serious or critical, each with the rule and where it is."""
    if not page.evaluate("'axe' in window"):
        # Evaluated by the debugger, which the page's content security policy does not bind.
        page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("(options) => axe.run(document, options)", options)
    return [
        f"{fault['id']}: {node['html'][:160]} {said_of(node)}"
        for fault in found["violations"]
        if fault["impact"] in ("serious", "critical")
        for node in fault["nodes"]
    ]


def said_of(node: dict[str, Any]) -> str:
    return " ".join(check["message"] for check in [*node["any"], *node["all"], *node["none"]])


def faults_at(place: Place, person: Person, demo: Demo) -> list[str]:
    """Return the faults of a place, in light and then in dark."""
    person.page.emulate_media(color_scheme="light")
    place.reach(person, demo)
    light = serious_faults(person.page, IN_EVERY_COLOUR)
    person.prefer("dark")
    return light + [f"dark {fault}" for fault in serious_faults(person.page, COLOURS_ONLY)]


def expect_no_fault(faults: list[str]) -> None:
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_a_page_is_open_to_everybody(place: Place, demo: Demo, reader: Person, newcomer: Person) -> None:
    person = newcomer if place.is_before_the_door else reader
    expect_no_fault(faults_at(place, person, demo))
    assert person.complaints == []


@pytest.mark.parametrize("place", ON_A_PHONE, ids=lambda place: place.name)
def test_a_page_on_a_phone_is_open_to_everybody(
    place: Place, demo: Demo, reader: Person, newcomer: Person
) -> None:
    person = newcomer if place.is_before_the_door else reader
    person.page.set_viewport_size(PHONE)
    try:
        expect_no_fault(faults_at(place, person, demo))
    finally:
        person.page.set_viewport_size(DESKTOP)


def test_the_set_up_page_is_open_to_everybody(install: Any, sit_down: SitDown) -> None:
    owner = sit_down(install(demo=False), reduced_motion="reduce")
    owner.page.goto(owner.installation.setup_link)
    expect(owner.page.get_by_role("button", name="Start")).to_be_visible()
    expect_no_fault(serious_faults(owner.page, IN_EVERY_COLOUR))

"""Pictures of every page and dialog over the demo: `python -m tests.end_to_end.screenshots FOLDER [WORD …]`.

Each place is drawn six times: on a desktop, on a phone and for a projector, in light and in dark. Words
after the folder keep only the places that have one of them in their name.
"""

import sqlite3
import sys
import tempfile
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Error, expect, sync_playwright

from config.set_up import find_browser
from server.store.database import FILE
from tests.end_to_end.conftest import FLAGS, PATIENCE
from tests.end_to_end.crowded_plan import DRAWINGS, a_crowd, id_of
from tests.end_to_end.installation import Installation
from tests.end_to_end.person import Person
from tests.end_to_end.places import (
    PLACES,
    Demo,
    Place,
    Step,
    find_demo,
    goes_to,
    opens_tool,
    presses,
    scrolls_to,
    sees,
)
from tests.end_to_end.windows import sitting

WINDOWS = ("desktop", "phone", "projector")
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def loses_connection(person: Person, demo: Demo) -> None:
    person.lose_connection()
    expect(person.save_state).to_contain_text("Offline")


def lets_nothing_be_saved(person: Person, demo: Demo) -> None:
    """Hold the database locked until the window is closed, as another program might, and change something."""
    lock = sqlite3.connect(person.installation.data / FILE, isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    person.page.context.on("close", lambda _context: lock.close())
    person.page.get_by_role("button", name="Add action").first.click()
    close = person.form.get_by_role("button", name="Close")
    if close.is_visible():
        close.click()
    expect(person.save_state).to_contain_text("Not saved yet", timeout=30_000)


def opens_crowd(drawing: str) -> Step:
    """Open a drawing of 200 records."""

    def open_it(person: Person, demo: Demo) -> None:
        DRAWINGS[drawing].open(person, person.installation.a_plan(**a_crowd()))
        bring_into_view(person)

    return open_it


def bring_into_view(person: Person) -> None:
    """Scroll a map of a long page to where one sees it whole."""
    person.page.locator(".react-flow").scroll_into_view_if_needed()


def opens_unplaced(person: Person, demo: Demo) -> None:
    """Open a map of divisions, some of which nobody has placed."""
    below = {"parent": id_of("division", 0)}
    divisions = [
        {"id": id_of("division", at), "name": name, "country": "Italy", "headcount": 40 * (at + 1), **more}
        for at, (name, more) in enumerate(
            [("Group", {}), ("Foundry", below), ("Service", below), ("Leasing", {}), ("Academy", {})]
        )
    ]
    person.open(person.installation.a_plan(divisions=divisions), "customer_profile")
    person.look_at("Division map")
    bring_into_view(person)


def opens_empty(tool: str) -> Step:
    """Open a tool of a plan in which nothing has been written yet."""
    return lambda person, demo: person.open(person.installation.a_plan(), tool)


STATES = (
    Place("empty-stakeholders", (opens_empty("stakeholders"),)),
    Place("empty-profile", (opens_empty("customer_profile"),)),
    Place("nowhere-plan", (opens_tool("no_such_tool"),)),
    Place("nowhere-page", (goes_to("/nowhere", "There is nothing here"),)),
    Place("wrong-code", (goes_to("/join/ABCD2345", "ABCD 2345 opens no plan"),), True),
    Place("no-invitation", (goes_to("/invitation#nothing", "This invitation does not work"),), True),
    Place("unknown-plan", (goes_to("/plans/no-such-plan-00000000", "There is no such plan"),)),
    Place(
        "sums-of-white-space",
        (opens_tool("relationship"), sees("With all below"), scrolls_to("The best five expansions")),
    ),
    Place("crowded-strategy", (opens_crowd("strategy map"),)),
    Place("crowded-stakeholders", (opens_crowd("stakeholders, unfolded"), presses("Nearer"))),
    Place("crowded-divisions", (opens_crowd("division map"),)),
    Place("unplaced-divisions", (opens_unplaced, sees("Not placed yet"))),
    Place("cannot-save", (opens_tool("actions"), lets_nothing_be_saved)),
    Place("offline", (opens_tool("actions"), loses_connection, sees("No connection"))),
)


def draw(place: Place, browser: Browser, installation: Installation, demo: Demo, folder: Path) -> None:
    """Draw a place in a browser of its own, so that nothing of one picture gets into the next."""
    for window in WINDOWS:
        shown = {"phone": window == "phone", "projector": window == "projector"}
        with sitting(browser, installation, **shown, reduced_motion="reduce") as person:
            if not place.is_before_the_door:
                person.bring_owner()
            try:
                place.reach(person, demo)
            except (AssertionError, Error) as trouble:
                print(f"{place.name} on a {window}: {str(trouble).splitlines()[0]}")
            for scheme in SCHEMES:
                person.page.emulate_media(color_scheme=scheme)
                person.page.evaluate(
                    "Promise.allSettled(document.getAnimations().map((one) => one.finished))"
                )
                person.page.screenshot(path=folder / f"{place.name}-{window}-{scheme}.png", full_page=True)


def main(folder: Path, words: list[str]) -> None:
    """Draw every place, or those whose name has one of the words."""
    folder.mkdir(parents=True, exist_ok=True)
    expect.set_options(timeout=PATIENCE)
    wanted = [place for place in (*PLACES, *STATES) if not words or any(word in place.name for word in words)]
    with tempfile.TemporaryDirectory() as data, sync_playwright() as playwright:
        installation = Installation(Path(data), demo=True)
        installation.start()
        installation.set_up()
        browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        demo = find_demo(installation)
        for place in wanted:
            draw(place, browser, installation, demo, folder)
        browser.close()
        installation.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])

"""A server, a browser, and people who sit in front of it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from config.set_up import find_browser
from tests.end_to_end.installation import PAGES, Installation
from tests.end_to_end.person import Person
from tests.end_to_end.windows import Windows, sitting

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run",
]  # fmt: skip
PATIENCE = 10_000
"""Milliseconds that an expectation waits on a busy machine."""

SitDown = Callable[..., Person]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "end_to_end" in str(item.path):
            item.add_marker(pytest.mark.end_to_end)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    assert (PAGES / "index.html").is_file(), "Build the pages first: cd frontend && npx vite build"
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def tavolo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """An installation with the demo, set up; every test makes a plan of its own in it, or only reads."""
    installation = Installation(tmp_path_factory.mktemp("shared"), demo=True)
    installation.start()
    installation.set_up()
    installation.make_signing_in_cheap()
    yield installation
    installation.stop()


@pytest.fixture
def install(tmp_path: Path) -> Iterator[Callable[..., Installation]]:
    """Return a function that starts an installation of the test's own."""
    started: list[Installation] = []

    def start(**how: Any) -> Installation:
        installation = Installation(tmp_path / f"data{len(started)}", **how)
        started.append(installation)
        installation.start()
        return installation

    yield start
    for installation in started:
        installation.kill()


@pytest.fixture(scope="session")
def windows(browser: Browser, tavolo: Installation) -> Windows:
    """The windows over the shared installation."""
    return Windows(browser, tavolo)


@pytest.fixture
def sit_down(browser: Browser, tavolo: Installation, windows: Windows) -> Iterator[SitDown]:
    """Return a function that gives a person a window; nothing may complain in any of them.

    Over the shared installation it is one that was swept, unless somebody wants it `new`.
    """
    with ExitStack() as table:
        seated: list[Person] = []

        def sit(installation: Installation, *, new: bool = False, **how: Any) -> Person:
            is_shared = installation is tavolo and not new
            how = {name: value for name, value in how.items() if value}
            window = windows.window(**how) if is_shared else sitting(browser, installation, **how)
            seated.append(table.enter_context(window))
            return seated[-1]

        yield sit
        complaints = [complaint for person in seated for complaint in person.complaints]
    assert complaints == []


@pytest.fixture
def plan(tavolo: Installation) -> str:
    """A plan of the test's own, empty."""
    return tavolo.a_plan()


@pytest.fixture
def ana(tavolo: Installation, sit_down: SitDown) -> Person:
    """The owner, signed in."""
    person = sit_down(tavolo)
    person.bring_owner()
    return person


@pytest.fixture
def mei(tavolo: Installation, plan: str, sit_down: SitDown) -> Person:
    """A guest of the plan, from Service."""
    person = sit_down(tavolo)
    person.take_seat(tavolo.join_code(plan), "Mei Lin", "Service")
    return person

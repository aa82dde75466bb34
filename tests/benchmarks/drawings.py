"""What a frame costs while drawings of 200 records are moved: `python -m tests.benchmarks.drawings`.

It is measured in a real browser without a graphics card. What is judged is the work of the page's own
thread, the same with a card or without; how often this machine could show the result is told beside it.
"""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, expect, sync_playwright

from config.set_up import find_browser
from tests.end_to_end.conftest import FLAGS, PATIENCE
from tests.end_to_end.crowded_plan import DRAWINGS, MANY, a_crowd
from tests.end_to_end.installation import Installation
from tests.end_to_end.windows import sitting


@contextmanager
def a_full_plan() -> Iterator[tuple[Browser, Installation, str]]:
    """Start a server with such a plan, and a browser."""
    expect.set_options(timeout=PATIENCE)
    with tempfile.TemporaryDirectory() as data, sync_playwright() as playwright:
        installation = Installation(Path(data))
        installation.start()
        installation.set_up()
        browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        try:
            yield browser, installation, installation.a_plan(**a_crowd())
        finally:
            browser.close()
            installation.stop()


def main(*wanted: str) -> None:
    """Print what a frame of each drawing costs, or of those that are wanted."""
    print(f"\nmoving drawings of {MANY} records")
    with a_full_plan() as (browser, installation, plan):
        for name in wanted or DRAWINGS:
            with sitting(browser, installation) as person:
                person.bring_owner()
                DRAWINGS[name].open(person, plan)
                print(f"{name:24}{DRAWINGS[name].measure(person)}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])

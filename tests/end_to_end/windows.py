"""Windows of a browser that people sit down at, each with cookies and storage of its own.

A new window has to compile everything that the pages consist of; one that somebody has left is swept
instead, and is as good as new to whoever comes next.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page, ViewportSize

from tests.end_to_end.installation import Installation
from tests.end_to_end.person import Person

DESKTOP: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
TABLET: ViewportSize = {"width": 1180, "height": 820}
PROJECTOR: ViewportSize = {"width": 1920, "height": 1080}
BARE = "/favicon.svg"
"""An address of the installation where nothing runs."""
KEPT = "cookies,file_systems,indexeddb,local_storage,service_workers,websql"
"""What a window keeps for a site, except the cache of what it fetched."""


def new_window(
    browser: Browser,
    installation: Installation,
    *,
    phone: bool = False,
    tablet: bool = False,
    projector: bool = False,
    dark: bool = False,
    **more: Any,
) -> Page:
    """Open a window in which nobody has been; `more` is what Playwright's `new_context` takes."""
    context = browser.new_context(
        viewport=PHONE if phone else TABLET if tablet else PROJECTOR if projector else DESKTOP,
        has_touch=phone or tablet,
        color_scheme="dark" if dark else "light",
        base_url=installation.url,
        locale="en-GB",
        **more,
    )
    return context.new_page()


@contextmanager
def sitting(browser: Browser, installation: Installation, **how: Any) -> Iterator[Person]:
    """Give a person a new window for a while."""
    page = new_window(browser, installation, **how)
    yield Person(page, installation)
    page.context.close()


class Windows:
    """The windows over one installation that stay open from test to test."""

    def __init__(self, browser: Browser, installation: Installation) -> None:
        self._browser, self._installation = browser, installation
        self._left: dict[frozenset[tuple[str, Any]], list[Page]] = {}

    @contextmanager
    def window(self, **how: Any) -> Iterator[Person]:
        """Give a person a window for a while: one that somebody has left, or else a new one."""
        left = self._left.setdefault(frozenset(how.items()), [])
        page = left.pop() if left else new_window(self._browser, self._installation, **how)
        size = page.viewport_size
        assert size
        person = Person(page, self._installation)
        yield person
        page = person.leave()
        if page.is_closed():
            page.context.close()
            return
        sweep(page, size)
        left.append(page)


def sweep(page: Page, size: ViewportSize) -> None:
    """Leave nothing of whoever sat here: neither cookies, nor what a page kept, nor a lost connection."""
    context = page.context
    context.set_offline(False)
    context.clear_permissions()
    page.set_viewport_size(size)
    page.goto(BARE)
    page.evaluate("sessionStorage.clear()")
    site = page.url.removesuffix(BARE)
    debugger = context.new_cdp_session(page)
    debugger.send("Storage.clearDataForOrigin", {"origin": site, "storageTypes": KEPT})
    debugger.detach()
    context.clear_cookies()

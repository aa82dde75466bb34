"""What somebody waits for who opens Tavolo for the first time."""

from playwright.sync_api import Request, expect

from tests.end_to_end.conftest import SitDown
from tests.end_to_end.installation import Installation

MOST_SCRIPT = 200 * 1024
"""Bytes of JavaScript, compressed, that the first page may cost."""


def test_the_first_page_needs_no_more_script_than_it_may(tavolo: Installation, sit_down: SitDown) -> None:
    newcomer = sit_down(tavolo, new=True)
    fetched: list[Request] = []
    newcomer.page.on("requestfinished", lambda request: fetched.append(request))
    newcomer.page.goto("/sign-in", wait_until="networkidle")
    expect(newcomer.page.get_by_role("heading", name="Sign in")).to_be_visible()
    scripts = [request for request in fetched if request.url.endswith(".js")]
    assert len(scripts) > 0
    weights = {request.url: request.sizes()["responseBodySize"] for request in scripts}
    assert sum(weights.values()) <= MOST_SCRIPT, weights


def test_nothing_is_fetched_from_anywhere_else(tavolo: Installation, sit_down: SitDown) -> None:
    newcomer = sit_down(tavolo, new=True)
    asked: list[str] = []
    newcomer.page.on("request", lambda request: asked.append(request.url))
    newcomer.bring_owner()
    newcomer.open(tavolo.demo_plan(), "customer_profile")
    assert [url for url in asked if not url.startswith((tavolo.url, "data:", "blob:"))] == []

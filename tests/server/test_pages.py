"""The built front end, as browsers get it."""

from pathlib import Path

import pytest
from flask import Flask

from config.settings import Settings
from server.app import build_flask
from server.pages import PAGES
from server.services import EXTENSION
from tests.server.builders import Browser, World

INDEX = '<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__">'
HTML = {"Accept": "text/html,*/*;q=0.8"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """An application with built pages."""
    folder = tmp_path_factory.mktemp("dist")
    (folder / "assets").mkdir()
    (folder / "index.html").write_text(INDEX)
    (folder / "icon.svg").write_text("<svg/>")
    (folder / "assets" / "app-1a2b.js").write_text("let a")
    (folder / "assets" / "app-1a2b.js.br").write_bytes(b"brotli")
    (folder / "assets" / "app-1a2b.js.gz").write_bytes(b"gzip")
    (folder.parent / "outside.txt").write_text("secret")
    return build_flask(Settings(), folder)


@pytest.fixture
def browser(built: Flask, world: World) -> Browser:
    """Somebody who opens the pages."""
    built.extensions[EXTENSION] = world.flask.extensions[EXTENSION]
    return Browser(built)


@pytest.mark.parametrize("rule", PAGES)
def test_every_address_of_the_front_end_gives_the_page(browser: Browser, rule: str) -> None:
    address = rule.replace("<code>", "K7WP2MQX").replace("<account_id>", "a").replace("<plan_id>", "p")
    answer = browser.get(address.replace("<tool>", "actions"))
    assert answer.status_code == 200
    assert answer.mimetype == "text/html"
    assert answer.headers["Cache-Control"] == "no-cache"


def test_the_page_carries_the_nonce_that_its_policy_allows(browser: Browser) -> None:
    answer = browser.get("/")
    nonce = answer.text.partition('content="')[2].partition('"')[0]
    assert nonce != "__CSP_NONCE__"
    assert f"'nonce-{nonce}'" in answer.headers["Content-Security-Policy"]


def test_an_unknown_address_gives_the_page_to_a_person_and_a_problem_to_a_program(browser: Browser) -> None:
    person = browser.get("/no/such/page", headers=HTML)
    assert (person.status_code, person.mimetype) == (404, "text/html")
    program = browser.get("/no/such/page", headers={"Accept": "application/json"})
    assert (program.status_code, program.json["code"]) == (404, "unknown_page")
    assert browser.get("/api/no/such", headers=HTML).mimetype == "application/problem+json"


def test_assets_are_kept_for_ever(browser: Browser) -> None:
    answer = browser.get("/assets/app-1a2b.js")
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.mimetype == "text/javascript"
    assert answer.text == "let a"


@pytest.mark.parametrize(
    ("accepted", "encoding", "content"),
    [("br, gzip", "br", b"brotli"), ("gzip", "gzip", b"gzip"), ("identity", None, b"let a")],
)
def test_assets_come_compressed_as_the_browser_takes_them(
    browser: Browser, accepted: str, encoding: str | None, content: bytes
) -> None:
    answer = browser.get("/assets/app-1a2b.js", headers={"Accept-Encoding": accepted})
    assert answer.headers.get("Content-Encoding") == encoding
    assert answer.data == content
    assert answer.headers["Vary"] == "Accept-Encoding"


def test_a_file_beside_the_page_is_asked_about_each_time(browser: Browser) -> None:
    answer = browser.get("/icon.svg")
    assert answer.mimetype == "image/svg+xml"
    assert answer.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    "address",
    [
        "/assets/../../outside.txt",
        "/..%2Foutside.txt",
        "/assets/%2e%2e/%2e%2e/outside.txt",
        "/assets//etc/passwd",
    ],
)
def test_nothing_outside_the_built_pages_is_served(browser: Browser, address: str) -> None:
    answer = browser.get(address, follow_redirects=True)
    assert answer.status_code == 404
    assert b"secret" not in answer.data


def test_the_page_itself_is_only_served_with_its_nonce(browser: Browser) -> None:
    assert browser.get("/index.html").status_code == 404


def test_without_built_pages_a_page_says_what_to_do(world: World) -> None:
    answer = world.browser().get("/")
    assert answer.status_code == 503
    assert "The pages are not built yet" in answer.text


def test_the_usual_places_are_looked_at(tmp_path: Path) -> None:
    assert build_flask(Settings()).config["TAVOLO_PAGES"].name in ("dist", "pages_built")

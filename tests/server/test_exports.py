"""Exports through the API, and a whole application wired as it is served."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.settings import Settings
from server.app import Application, create_app
from server.usecases.set_up import new_setup_token
from tests.server.builders import PASSWORD, QUICK, Browser, StoppedClock, World


def wait_for(browser: Browser, address: str) -> dict[str, object]:
    """Ask until an export is over, as a page does."""
    ends = time.monotonic() + 10
    while time.monotonic() < ends:
        state = browser.get(address).json
        if state["state"] in ("ready", "failed"):
            return dict(state)
    raise AssertionError("The export never ended.")


def test_a_pdf_is_started_watched_and_downloaded(world: World) -> None:
    browser, address = world.browser("facilitator"), f"/api/plans/{world.plan}/exports"
    started = browser.post(address, {"audience": "team"})
    assert started.status_code == 202
    one = f"{address}/{started.json['id']}"
    assert wait_for(browser, one)["progress"] == 1
    file = browser.get(f"{one}/file")
    assert file.mimetype == "application/pdf"
    assert file.data == b"%PDF-1.7 team"
    assert 'filename="Meridian - Meridian 2027.pdf"' in file.headers["Content-Disposition"]


def test_without_an_audience_the_customers_copy_is_made(world: World) -> None:
    browser, address = world.browser("facilitator"), f"/api/plans/{world.plan}/exports"
    one = f"{address}/{browser.post(address, {}).json['id']}"
    wait_for(browser, one)
    assert browser.get(f"{one}/file").data.endswith(b"customer")


def test_an_export_of_another_plan_is_unknown(world: World) -> None:
    owner = world.browser("owner")
    foreign = owner.post(f"/api/plans/{world.other_plan}/exports", {}).json["id"]
    for address in (foreign, f"{foreign}/file"):
        refused = world.browser("facilitator").get(f"/api/plans/{world.plan}/exports/{address}")
        assert refused.json["code"] == "unknown_export"


@pytest.mark.parametrize("said", [{"kind": "docx"}, {"audience": "everybody"}])
def test_what_cannot_be_exported_is_named(world: World, said: dict[str, str]) -> None:
    refused = world.browser("facilitator").post(f"/api/plans/{world.plan}/exports", said)
    assert (refused.status_code, refused.json["errors"][0]["where"]) == (422, next(iter(said)))


@pytest.fixture
def application(tmp_path: Path) -> Iterator[Application]:
    """Everything wired, on an empty folder."""
    made = create_app(Settings(data=tmp_path / "data"), clock=StoppedClock(), passwords=QUICK)
    yield made
    made.stop()


def test_an_application_goes_from_set_up_to_a_copy_of_a_live_plan(application: Application) -> None:
    assert application.is_first_start
    with application.database.session() as session:
        token = new_setup_token(session)
    browser = Browser(application.flask)
    owner = {"token": token, "company": "Adler", "name": "Olga", "email": "o@adler.example"}
    assert browser.post("/api/setup", owner | {"password": PASSWORD, "department": ""}).status_code == 200
    account = browser.post("/api/accounts", {"name": "Polaris"}).json["id"]
    days = {"starts_on": "2027-01-01", "ends_on": "2028-12-31"}
    plan = browser.post(f"/api/accounts/{account}/plans", {"title": "Grow", **days}).json["id"]
    assert browser.post(f"/api/plans/{plan}/duplicate", {"title": "Copy"}).status_code == 201
    assert browser.get("/api/accounts").json[0]["plans"][0]["people_now"] == 0
    assert browser.delete(f"/api/plans/{plan}").status_code == 204
    assert browser.delete("/api/session").status_code == 204


def test_a_second_start_is_not_the_first(application: Application, tmp_path: Path) -> None:
    again = create_app(Settings(data=tmp_path / "data"), clock=StoppedClock(), passwords=QUICK)
    assert not again.is_first_start
    again.stop()

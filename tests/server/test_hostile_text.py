"""What nobody types, and some programs send: refused or not found, never a fault of ours."""

import pytest
from werkzeug.test import TestResponse

from tests.postgresql import ON_BOTH
from tests.server.builders import World

pytestmark = ON_BOTH

LONE = r"\ud800"
"""Half a pair, as JSON can have it and UTF-8 cannot."""


def send(world: World, address: str, body: str, who: str = "nobody") -> TestResponse:
    said = {"data": body, "content_type": "application/json"}
    return world.browser(who).post(address, **said)


@pytest.mark.parametrize(
    "address",
    [
        "/api/plans/{plan}%00",
        "/api/accounts/{account}%00/members",
        "/api/persons/a%00",
        "/api/plans/{plan}%00/people",
    ],
)
def test_an_address_with_a_null_byte_names_nothing(world: World, address: str) -> None:
    asked = address.format(plan=world.plan, account=world.account)
    assert world.browser("owner").get(asked).status_code == 404


@pytest.mark.parametrize(
    "address",
    ["/api/guests?search=a%00b", "/api/audit?person=a%00b", "/api/plans/{plan}/versions/compare?from=a%00"],
)
def test_a_question_with_a_null_byte_is_refused(world: World, address: str) -> None:
    assert world.browser("owner").get(address.format(plan=world.plan)).status_code == 422


@pytest.mark.parametrize(
    ("address", "body"),
    [
        ("/api/session", f'{{"email": "viewer@adler.example", "password": "{LONE}"}}'),
        ("/api/invitations/look", f'{{"token": "{LONE}"}}'),
        ("/api/invitations", f'{{"email": "n@adler.example", "account_id": "{LONE}"}}'),
        ("/api/invitations", r'{"email": "n@adler.example", "account_id": "\u0000"}'),
    ],
)
def test_text_that_is_no_text_is_refused(world: World, address: str, body: str) -> None:
    assert send(world, address, body, "owner").status_code == 422


def test_json_that_is_nested_without_end_cannot_be_read(world: World) -> None:
    answer = send(world, "/api/session", "[" * 100_000)
    assert (answer.status_code, answer.json["code"]) == (400, "malformed")


def test_a_plan_that_runs_to_the_end_of_time_is_refused_or_made(world: World) -> None:
    plan = {"title": "Long", "starts_on": "9999-01-01", "ends_on": "9999-12-31"}
    answer = world.browser("owner").post(f"/api/accounts/{world.account}/plans", plan)
    assert answer.status_code == 201
    past = plan | {"starts_on": "9995-01-01"}
    assert world.browser("owner").post(f"/api/accounts/{world.account}/plans", past).status_code == 422


@pytest.mark.parametrize("address", ["/" + "a" * 300, "/assets/" + "a" * 300, "/a%00b"])
def test_no_page_has_such_a_name(world: World, address: str) -> None:
    assert world.browser().get(address).status_code == 404


def test_an_address_that_grows_when_it_is_written_small_is_refused(world: World) -> None:
    body = {"email": "İ" * 235 + "@adler.example"}
    assert world.browser("owner").post("/api/invitations", body).status_code == 422

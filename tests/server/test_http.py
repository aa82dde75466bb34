"""What holds for every request and answer: same site, JSON, problems, cookies and headers."""

import re

import pytest

from config.settings import Settings
from server.errors import KINDS
from server.export.exports import Exports
from tests.server.builders import Browser, StoppedClock, World, an_installation

TLS = Settings(base_url="https://tavolo.adler.example")


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Origin": "http://127.0.0.1:8765.evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "none"},
    ],
)
def test_a_change_from_another_site_is_refused(world: World, headers: dict[str, str]) -> None:
    refused = world.browser("owner").post("/api/accounts", {"name": "Polaris"}, headers=headers)
    assert (refused.status_code, refused.json["code"]) == (403, "cross_site")


def test_a_change_without_an_origin_is_refused(world: World) -> None:
    browser = world.browser("owner")
    refused = browser.client.post("/api/accounts", json={"name": "Polaris"})
    assert refused.json["code"] == "cross_site"


def test_reading_needs_no_origin(world: World) -> None:
    assert world.browser("owner").client.get("/api/accounts").status_code == 200


@pytest.mark.parametrize("origin", ["http://localhost:8765", "http://[::1]:8765", "http://127.0.0.1:8765"])
def test_this_machine_has_several_names(world: World, origin: str) -> None:
    made = world.browser("owner").post("/api/accounts", {"name": "Polaris"}, headers={"Origin": origin})
    assert made.status_code == 201


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_what_a_form_can_send_is_refused(world: World, kind: str) -> None:
    said = {"data": '{"name": "Polaris"}', "content_type": kind}
    refused = world.browser("owner").ask("POST", "/api/accounts", **said)
    assert (refused.status_code, refused.json["code"]) == (415, "json_needed")


def test_a_body_without_a_type_is_refused(world: World) -> None:
    refused = world.browser("owner").ask("POST", "/api/accounts", data=b'{"name": "Polaris"}')
    assert refused.json["code"] == "json_needed"


def test_json_that_cannot_be_read_is_named_so(world: World) -> None:
    for body in (b'{"name": ', b"\xff\xfe", b""):
        refused = world.browser("owner").ask(
            "POST", "/api/accounts", data=body, content_type="application/json"
        )
        assert refused.status_code in (400, 422), body
        assert refused.mimetype == "application/problem+json"


def test_a_wrong_field_is_named_with_its_place(world: World) -> None:
    said = {"title": "", "starts_on": "soon", "ends_on": "2028-12-31", "color": "red"}
    refused = world.browser("owner").post(f"/api/accounts/{world.account}/plans", said)
    assert (refused.status_code, refused.json["code"]) == (422, "invalid")
    assert {fault["where"] for fault in refused.json["errors"]} == {"title", "starts_on", "color"}


def test_a_name_is_one_clean_line(world: World) -> None:
    refused = world.browser("owner").post("/api/accounts", {"name": "Po\u0000laris"})
    assert refused.json["errors"][0]["where"] == "name"


@pytest.mark.parametrize(
    ("method", "address", "status", "code"),
    [
        ("GET", "/api/nothing/here", 404, "unknown_page"),
        ("POST", "/api/nothing/here", 404, "unknown_page"),
        ("PUT", "/api/session", 405, "method_not_allowed"),
        ("DELETE", "/healthz", 405, "method_not_allowed"),
        ("GET", "/assets/app-1234.js", 404, "unknown_page"),
    ],
)
def test_what_the_framework_refuses_is_a_problem_too(
    world: World, method: str, address: str, status: int, code: str
) -> None:
    refused = world.browser("owner").ask(method, address)
    assert (refused.status_code, refused.mimetype) == (status, "application/problem+json")
    assert refused.json["code"] == code
    assert refused.json["remedy"]
    assert refused.json["type"] == f"urn:tavolo:{code}"


def test_a_mistake_of_ours_is_a_problem_without_its_words(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.usecases.accounts.list_accounts", lambda *_, **__: 1 / 0)
    refused = world.browser("owner").get("/api/accounts")
    assert (refused.status_code, refused.json["code"]) == (500, "internal")
    assert "division" not in refused.text


def test_an_oversized_body_is_refused(world: World) -> None:
    refused = world.browser("owner").post("/api/accounts", {"name": "x" * 1_100_000})
    assert (refused.status_code, refused.json["code"]) == (413, "too_large")


def test_every_kind_of_problem_says_what_to_do() -> None:
    for code, kind in KINDS.items():
        assert re.fullmatch(r"[a-z_]+", code)
        assert 400 <= kind.status < 600
        assert kind.title
        assert kind.remedy.endswith((".", "link"))


def test_every_answer_carries_the_headers_that_protect_it(world: World) -> None:
    for address in ("/api/session", "/api/nothing", "/healthz", "/"):
        headers = world.browser().get(address).headers
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["Cache-Control"] == "no-store"
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]


def test_a_page_may_load_what_it_needs_and_nothing_else(world: World) -> None:
    policy = world.browser().get("/").headers["Content-Security-Policy"].split("; ")
    assert "script-src 'self'" in policy
    assert "connect-src 'self' ws://localhost" in policy
    assert "object-src 'none'" in policy
    assert any(re.fullmatch(r"style-src 'self' 'nonce-[\w-]{22}'", rule) for rule in policy)


def test_every_page_has_a_nonce_of_its_own(world: World) -> None:
    policies = {world.browser().get("/").headers["Content-Security-Policy"] for _ in range(3)}
    assert len(policies) == 3


def test_a_host_that_is_none_does_not_get_into_the_policy(world: World) -> None:
    answer = world.browser().get("/", headers={"Host": "evil.example; script-src *"})
    assert "script-src *" not in answer.headers.get("Content-Security-Policy", "")


def test_over_tls_the_cookie_is_pinned_to_the_host(
    world: World, exports: Exports, clock: StoppedClock
) -> None:
    an_installation(world.flask, world.database, clock, exports, TLS)
    browser = Browser(world.flask, cookie="__Host-tavolo")
    said = {"email": "viewer@adler.example", "password": "correct horse battery"}
    answer = browser.post("/api/session", said, headers={"Origin": TLS.address})
    assert answer.status_code == 200
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-tavolo=")
    assert "Secure" in cookie
    assert "Domain" not in cookie
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert "wss://localhost" in browser.get("/").headers["Content-Security-Policy"]


def test_the_description_names_every_route_with_its_errors(world: World) -> None:
    described = world.browser().get("/api/openapi.json").json
    assert described["openapi"] == "3.1.0"
    operation = described["paths"]["/api/plans/{plan_id}"]["get"]
    assert operation["operationId"] == "view_plan"
    assert "default" in operation["responses"]
    plan = described["components"]["schemas"]["PlanAnswer"]
    assert set(plan["required"]) == set(plan["properties"])
    assert plan["properties"]["role"]["enum"] == ["owner", "facilitator", "participant", "viewer"]


def test_the_description_needs_no_data_and_is_the_one_that_is_served(world: World) -> None:
    from server.api import openapi_description

    assert openapi_description() == world.browser().get("/api/openapi.json").json


def test_health_is_asked_without_signing_in(world: World) -> None:
    assert world.browser().get("/healthz").json == {"status": "alive"}
    assert world.browser().get("/readyz").json == {"status": "ready"}

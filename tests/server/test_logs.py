"""What is logged never holds tokens, codes, passwords or plan text, whatever goes wrong."""

import io
import json
import logging

import pytest

from planning.interchange import to_document
from server.logs import LibraryEvents
from server.usecases import set_up
from tests.builders import a_plan
from tests.server.builders import PASSWORD, World

CANARY = "canary-9d1f"


def test_nothing_secret_is_logged_in_a_day_of_work(world: World, logs: io.StringIO) -> None:
    owner, facilitator, newcomer = world.browser("owner"), world.browser("facilitator"), world.browser()
    document = to_document(
        a_plan(actions=[{"title": CANARY}]),
        title=CANARY,
        starts_on="2027-01-01",
        ends_on="2028-12-31",
        account="Meridian",
    )
    plan = facilitator.post(f"/api/accounts/{world.account}/plans/import", {"document": document}).json["id"]
    facilitator.get(f"/api/plans/{plan}/document?audience=team")
    code = facilitator.post(f"/api/plans/{plan}/join-code").json["code"]
    newcomer.get(f"/join/{code}")
    newcomer.post("/api/join/look", {"code": code})
    newcomer.post("/api/join", {"code": code, "name": CANARY, "department": CANARY})
    link = owner.post("/api/invitations", {"email": f"{CANARY}@adler.example"}).json["link"]
    invited = world.browser()
    invited.post("/api/invitations/look", {"token": link.partition("#")[2]})
    invited.post("/api/session", {"email": f"{CANARY}@adler.example", "password": PASSWORD})
    invited.post("/api/session", {"email": "viewer@adler.example", "password": PASSWORD})
    invited.get(f"/api/accounts?removed={CANARY}")
    written = logs.getvalue()
    secrets = [CANARY, code, link.partition("#")[2], PASSWORD, *world.tokens.values()]
    secrets += [browser.token or CANARY for browser in (newcomer, invited)]
    assert written.count('"answered"') > 10
    assert [secret for secret in secrets if secret in written] == []


def test_an_address_is_logged_as_its_rule(world: World, logs: io.StringIO) -> None:
    world.browser().get("/join/K7WP2MQX")
    entry = json.loads(logs.getvalue().splitlines()[-1])
    assert (entry["rule"], entry["method"], entry["status"]) == ("/join/<code>", "GET", 503)


def test_a_mistake_is_logged_with_its_place_and_without_its_words(
    world: World, logs: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        try:
            raise KeyError(CANARY)
        except KeyError as first:
            raise ValueError(CANARY) from first

    monkeypatch.setattr("server.usecases.accounts.list_accounts", broken)
    world.browser("owner").get("/api/accounts")
    entry = json.loads(logs.getvalue().splitlines()[0])
    assert entry["error"] == "ValueError"
    assert entry["at"][-1].endswith(" broken")
    assert CANARY not in logs.getvalue()


def test_a_failed_statement_is_logged_without_what_was_to_be_written(
    world: World, logs: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.usecases.accounts.new_id", lambda: world.account)
    refused = world.browser("owner").post("/api/accounts", {"name": CANARY})
    assert refused.status_code == 500
    assert "IntegrityError" in logs.getvalue()
    assert CANARY not in logs.getvalue()


def test_a_library_is_logged_without_its_words_and_ours_without_what_is_filled_in(logs: io.StringIO) -> None:
    events = LibraryEvents()
    logging.getLogger().addHandler(events)
    logging.getLogger("engineio.server").error("Received %s", CANARY)
    logging.getLogger("engineio.server").error(f"Received {CANARY}")
    logging.getLogger("server.rooms").error("The log of plan %s could not be folded.", CANARY)
    logging.getLogger().removeHandler(events)
    assert CANARY not in logs.getvalue()
    assert "The log of plan %s could not be folded." in logs.getvalue()
    assert logs.getvalue().count('"engineio.server"') == 2


def test_the_set_up_token_is_printed_and_never_logged(world: World, logs: io.StringIO) -> None:
    with world.database.session() as session:
        set_up.begin(session, world.clock())
    world.browser().post("/api/setup", {"token": CANARY, "company": "A", "name": "B", "password": CANARY})
    assert CANARY not in logs.getvalue()

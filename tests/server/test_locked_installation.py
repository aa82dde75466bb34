"""Another program holds the database of a running server locked, for longer than the server waits."""

import json
import sqlite3
import threading
import urllib.error
from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from server.store.database import FILE
from tests.end_to_end.installation import Installation
from tests.wire_client import WireClient

LOOKS = 40


@pytest.fixture
def tavolo(tmp_path: Path) -> Iterator[Installation]:
    """A server that is set up."""
    installation = Installation(tmp_path / "data")
    installation.start()
    installation.set_up()
    yield installation
    installation.stop()


def refusal_of(tavolo: Installation, method: str, path: str, body: Any = None) -> tuple[int, str]:
    """Return how the server refuses a request."""
    with pytest.raises(urllib.error.HTTPError) as refused:
        tavolo.call(method, path, body)
    with refused.value as answer:
        return answer.code, str(json.load(answer)["code"])


def types(client: WireClient, words: str) -> None:
    client.edit(lambda: client.section("profile", "customer_profile")["vision"].insert(0, words))


def test_w1_a_locked_database_acknowledges_nothing_stops_nobody_and_recovers_without_a_restart(
    tavolo: Installation,
) -> None:
    plan = tavolo.a_plan()
    anna, ben = (WireClient(tavolo.url, plan, tavolo.token).join() for _ in range(2))
    types(anna, "before ")
    anna.wait_saved()
    lock = sqlite3.connect(tavolo.data / FILE, isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    types(anna, "lost? ")
    refused: list[tuple[int, str]] = []
    writes = threading.Thread(
        target=lambda: refused.append(refusal_of(tavolo, "POST", "/api/accounts", {"name": "Polaris"}))
    )
    writes.start()
    slowest = 0.0
    for _ in range(LOOKS):
        began = monotonic()
        assert tavolo.call("GET", "/healthz")
        assert tavolo.call("GET", f"/api/plans/{plan}")["title"] == "Growing together"
        slowest = max(slowest, monotonic() - began)
    assert slowest < 2, "Whoever reads waits for a lock that only writers need."
    for client in (anna, ben):
        assert client.wait_event("refused")[0]["code"] == "storage"
        client.wait_closed()
    assert (anna.saved, str(ben.section("profile", "customer_profile")["vision"])) == (1, "before ")
    writes.join(30)
    assert refused == [(503, "storage_busy")]
    assert refusal_of(tavolo, "GET", "/readyz") == (503, "storage_busy")
    # Whoever comes back meanwhile reads the plan, and their edit waits on their device.
    for client in (anna, ben):
        client.close()
        client.join()
    assert anna.wait_event("refused")[0]["code"] == "storage"
    anna.wait_closed()
    lock.execute("ROLLBACK")
    lock.close()
    anna.close()
    ben.close()
    for client in (anna, ben):
        client.join()
    anna.wait_saved()
    ben.wait_for(lambda: str(ben.section("profile", "customer_profile")["vision"]) == "lost? before ")
    assert tavolo.document(plan)["profile"]["vision"] == "lost? before "
    assert [account["name"] for account in tavolo.call("GET", "/api/accounts")] == ["Customer 1"]
    for client in (anna, ben):
        client.close()

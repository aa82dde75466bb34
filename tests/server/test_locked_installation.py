"""Another program holds the database of a running server locked, for longer than the server waits."""

import json
import sqlite3
import threading
import urllib.error
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any

import pytest

from server.store.database import FILE
from tests.end_to_end.installation import Installation
from tests.wire_client import WireClient

LOOKS = 40


def refusal_of(tavolo: Installation, method: str, path: str, body: Any = None) -> tuple[int, str]:
    """Return how the server refuses a request."""
    with pytest.raises(urllib.error.HTTPError) as refused:
        tavolo.call(method, path, body)
    with refused.value as answer:
        return answer.code, str(json.load(answer)["code"])


def types(client: WireClient, words: str) -> None:
    client.edit(lambda: client.section("profile", "customer_profile")["vision"].insert(0, words))


def vision_of(client: WireClient) -> str:
    return str(client.section("profile", "customer_profile")["vision"])


def come_back(*clients: WireClient) -> None:
    for client in clients:
        client.close()
    for client in clients:
        client.join()


@contextmanager
def locked(tavolo: Installation) -> Iterator[None]:
    """Hold the lock of the database, as another program might."""
    lock = sqlite3.connect(tavolo.data / FILE, isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        lock.execute("ROLLBACK")
        lock.close()


def expect_reads_go_on_while_a_write_is_refused(tavolo: Installation, plan: str) -> None:
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
    writes.join(30)
    assert refused == [(503, "storage_busy")]


def test_w1_a_locked_database_acknowledges_nothing_stops_nobody_and_recovers_without_a_restart(
    tavolo: Installation,
) -> None:
    plan = tavolo.a_plan()
    anna, ben = (WireClient(tavolo.url, plan, tavolo.token).join() for _ in range(2))
    types(anna, "before ")
    anna.wait_saved()
    with locked(tavolo):
        types(anna, "lost? ")
        expect_reads_go_on_while_a_write_is_refused(tavolo, plan)
        for client in (anna, ben):
            assert client.wait_event("refused")[0]["code"] == "storage"
            client.wait_closed()
        assert (anna.saved, vision_of(ben)) == (1, "before ")
        assert refusal_of(tavolo, "GET", "/readyz") == (503, "storage_busy")
        # Whoever comes back meanwhile reads the plan, and their edit waits on their device.
        come_back(anna, ben)
        assert anna.wait_event("refused")[0]["code"] == "storage"
        anna.wait_closed()
    come_back(anna, ben)
    anna.wait_saved()
    ben.wait_for(lambda: vision_of(ben) == "lost? before ")
    assert tavolo.document(plan)["profile"]["vision"] == "lost? before "
    assert [account["name"] for account in tavolo.call("GET", "/api/accounts")] == ["Customer 1"]
    for client in (anna, ben):
        client.close()

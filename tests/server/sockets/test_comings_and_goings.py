"""People come and go all day, and the server stays as it was."""

import os
from collections.abc import Callable
from time import monotonic

from tests.builders import an_id
from tests.server.sockets.conftest import RunningServer
from tests.server.sockets.harness.installation import PLAN
from tests.wire_client import WireClient

SOAKING = bool(os.environ.get("TAVOLO_SOAK"))
VISITS = 1_000 if SOAKING else 150
PLANS = 1_000 if SOAKING else 60


def come_and_go(server: RunningServer, visits: int) -> None:
    """Let people join, show themselves, write something and leave."""
    for number in range(visits):
        client = WireClient(server.url, PLAN, f"visitor{number % 7}").join()
        client.send("presence", "AQcBEXsiYXQiOm51bGwsImEiOjF9")
        client.edit(
            lambda c=client, n=number: c.section("profile", "customer_profile").update({"employees": n})
        )
        client.wait_saved()
        client.close()


def test_a_thousand_visits_leave_nobody_and_nothing_behind(a_server: Callable[..., RunningServer]):
    server = a_server()
    come_and_go(server, VISITS // 2)
    before = server.ask("/spent")["memory"]
    come_and_go(server, VISITS)
    witness = WireClient(server.url, PLAN, "witness").join()
    witness.wait_for(lambda: server.ask(f"/plans/{PLAN}")["people"] == [an_id("witness")])
    assert server.ask("/spent")["memory"] < before * 1.1
    witness.close()


def test_plans_that_nobody_needs_leave_the_memory(a_server: Callable[..., RunningServer]):
    server = a_server(unload_after=0.05)
    open_and_leave(server, "first", PLANS // 2)
    before = server.ask("/spent")["memory"]
    open_and_leave(server, "then", PLANS)
    assert server.ask("/spent")["memory"] < before * 1.1


def open_and_leave(server: RunningServer, name: str, plans: int) -> None:
    """Open plans one after the other, write something in each, and leave."""
    for number in range(plans):
        plan = server.make_plan(f"{name}{number}")
        client = WireClient(server.url, plan, "anna").join()
        client.edit(lambda c=client: c.section("charter", "team")["scope"].insert(0, "x" * 1_000))
        client.wait_saved()
        client.close()


def test_connections_that_have_ended_are_not_kept(a_server: Callable[..., RunningServer]):
    server = a_server()
    come_and_go(server, 20)
    until = monotonic() + 10
    # Engine.IO looks through its connections in turns, and holds who was there when a turn began.
    while (kept := server.ask("/connections")["kept"]) > 2:
        assert monotonic() < until, f"{kept} connections are kept"

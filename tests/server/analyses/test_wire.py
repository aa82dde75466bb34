"""What a client that shares no code with the server sees of reports."""

import json
import os
import select
from collections.abc import Callable
from pathlib import Path

from pycrdt import Map

from planning.analyses.report import Report
from tests.builders import an_id
from tests.server.rooms.builders import a_record
from tests.server.sockets.conftest import RunningServer, a_server
from tests.wire_client import WireClient

__all__ = ["a_server"]

STARTING = 60.0
"""Seconds that a child may take on the busiest machine."""

Start = Callable[..., RunningServer]


def child_of(server: RunningServer) -> int:
    """Return the number of the process that makes the reports of a server."""
    children = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children")
    (child,) = children.read_text().split()
    return int(child)


def test_everybody_at_a_plan_receives_its_report_whatever_their_role(a_server: Start):
    server = a_server(reports=1)
    plan = server.make_plan("northlake")
    anna = WireClient(server.url, plan, "anna").join()
    seq, parts = anna.wait_event("report", STARTING)
    assert seq == 1
    assert set(parts) == set(Report.__dataclass_fields__)
    action: Map = a_record("actions", title="Visit")
    anna.edit(lambda: anna.section("actions").update({an_id("first"): action}))
    seq, parts = anna.wait_event("report", STARTING)
    assert seq == 2
    assert f"actions/{an_id('first')}" in json.dumps(parts["findings"])
    victor = WireClient(server.url, plan, "victor:viewer").join()
    assert set(victor.wait_event("report", STARTING)[1]) == set(Report.__dataclass_fields__)
    for client in (anna, victor):
        client.close()


def test_the_child_ends_with_the_server_however_that_ends(a_server: Start):
    for end in (RunningServer.terminate, RunningServer.kill):
        server = a_server(reports=1)
        anna = WireClient(server.url, server.make_plan("northlake"), "anna").join()
        anna.wait_event("report", STARTING)
        child = child_of(server)
        end(server)
        wait_until_gone(child)
        anna.wait_closed()


def wait_until_gone(process: int) -> None:
    """Wait until there is no such process."""
    descriptor = os.pidfd_open(process)
    assert select.select([descriptor], [], [], STARTING)[0]
    os.close(descriptor)

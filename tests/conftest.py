"""What holds for every test: nothing leaves this machine."""

import gc
import ipaddress
import os
import socket
from collections.abc import Generator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("short", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("soak", parent=settings.get_profile("short"), max_examples=10_000)
settings.load_profile("soak" if os.environ.get("TAVOLO_SOAK") else "short")


def pytest_xdist_auto_num_workers() -> int:
    """Return how many processes run the tests: one more than processors, because a test often waits."""
    return min(4, len(os.sched_getaffinity(0)) + 1)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, Any, Any]:
    """Look for no garbage among what is imported to find the tests, now or later: all of it stays."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


class LeavesThisMachine(Exception):
    """A test tried to reach another machine."""


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Any:
    """Let sockets connect to this machine only."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

    def guard(address: Any) -> None:
        host = address[0] if isinstance(address, tuple) else None
        if host is None or host == "localhost" or ipaddress.ip_address(host).is_loopback:
            return
        raise LeavesThisMachine(f"A test tried to reach {host}.")

    def guarded(self: socket.socket, address: Any) -> None:
        guard(address)
        connect(self, address)

    def guarded_ex(self: socket.socket, address: Any) -> int:
        guard(address)
        return connect_ex(self, address)

    patch = pytest.MonkeyPatch()
    patch.setattr(socket.socket, "connect", guarded)
    patch.setattr(socket.socket, "connect_ex", guarded_ex)
    yield
    patch.undo()

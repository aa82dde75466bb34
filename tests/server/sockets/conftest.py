"""Real servers in processes of their own, and people who connect to them."""

import json
import signal
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.builders import an_id
from tests.server.sockets.nursery import Nursery
from tests.wire_client import WireClient


class RunningServer:
    """One server over one data folder; it can be killed and started again."""

    def __init__(self, nursery: Nursery, folder: Path, *, database_url: str = "", **options: float) -> None:
        self.nursery, self.folder, self.options, self.port = nursery, folder, options, 0
        self.environment = {"TAVOLO_DATABASE_URL": database_url}
        self.start()

    def start(self) -> None:
        """Start the server and wait until it listens, at the same port as before."""
        words = [str(self.folder), *(f"{name}={value}" for name, value in self.options.items())]
        with (self.folder / "stderr.txt").open("ab") as complaints:
            self.process = self.nursery.fork(words, self.environment, complaints)
        self.port = int(self.process.stdout.readline().split()[1])
        self.options["port"] = self.port
        self.url = f"http://127.0.0.1:{self.port}"

    def stands_still(self) -> bool:
        """Return whether the process was stopped and not resumed."""
        words = Path(f"/proc/{self.process.pid}/stat").read_text()
        return words.rpartition(")")[2].split()[0] == "T"

    def resume(self) -> None:
        """Let a process that stands still go on."""
        self.process.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        """Kill the server, as a power cut would."""
        self.process.kill()
        self._reap()

    def terminate(self) -> int:
        """Ask the server to stop, and return how it ended."""
        self.process.send_signal(signal.SIGTERM)
        return self._reap()

    def _reap(self) -> int:
        status = self.process.wait(30)
        self.process.stdout.close()
        return status

    def end(self) -> str:
        """Stop the server if it runs, and return what it complained about."""
        if self.process.poll() is None:
            self.terminate()
        return (self.folder / "stderr.txt").read_text()

    def ask(self, path: str, body: Any = None) -> Any:
        """Ask the harness: POST when there is a body, else GET."""
        request = urllib.request.Request(self.url + path)
        if body is not None:
            request.data = json.dumps(body).encode()
            request.add_header("Content-Type", "application/json")
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)

    def make_plan(self, name: str) -> str:
        """Make a plan and return its identifier."""
        plan = an_id(name)
        self.ask(f"/plans/{plan}", {})
        return plan


@pytest.fixture
def a_server(nursery: Nursery, tmp_path: Path) -> Iterator[Callable[..., RunningServer]]:
    """Start servers of one's own, with options of the harness."""
    servers: list[RunningServer] = []

    def start(**options: float) -> RunningServer:
        folder = tmp_path / f"server{len(servers)}"
        folder.mkdir()
        servers.append(RunningServer(nursery, folder, **options))
        return servers[-1]

    yield start
    for server in servers:
        server.end()


@pytest.fixture(scope="session")
def running_server(nursery: Nursery, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """One server for all tests that leave it as it was; each works on a plan of its own."""
    server = RunningServer(nursery, tmp_path_factory.mktemp("server"))
    yield server
    complaints = server.end()
    assert "Traceback" not in complaints, complaints


@pytest.fixture
def plan(running_server: RunningServer, request: pytest.FixtureRequest) -> str:
    """A plan of the test's own on the shared server."""
    return running_server.make_plan(f"t{abs(hash(request.node.nodeid)) % 10**12}")


@pytest.fixture
def join(running_server: RunningServer, plan: str) -> Iterator[Callable[..., WireClient]]:
    """Seat people at the plan of the test."""
    clients: list[WireClient] = []

    def seat(token: str = "anna", at: str = plan) -> WireClient:
        clients.append(WireClient(running_server.url, at, token).join())
        return clients[-1]

    yield seat
    for client in clients:
        client.close()

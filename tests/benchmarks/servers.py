"""The servers under measurement, each in a process of its own: ours as people run it, and its peers."""

import datetime as dt
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from planning.tools import SCHEMA
from server.access import Role
from server.rooms.document import document_bytes
from server.store.database import Database, open_database
from server.store.migrate import migrate
from server.store.models import Account, AccountMember, Member, Plan, PlanUpdate, SignIn
from server.usecases.secrets import hash_of
from server.usecases.set_up import begin
from tests.benchmarks.peers.install import node_peer, python_peer
from tests.benchmarks.wires import HocuspocusWire, TavoloWire, Wire, YSocketIoWire, YWebsocketWire

ROOT = Path(__file__).parents[2]
BASE = document_bytes(SCHEMA)
"""The content of every plan before anybody comes."""

TICK = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")

Table = tuple[str, list[str]]
"""A plan, and the tokens of those who may come to it."""


@dataclass(frozen=True)
class Running:
    """A running server."""

    port: int
    process: subprocess.Popen[str]

    @property
    def cpu(self) -> float:
        """Seconds of CPU that the process has used."""
        return _cpu_of(self.process.pid)

    @property
    def cpu_beside(self) -> float:
        """Seconds of CPU that its children have used, who set documents and work out reports."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return sum(_cpu_of(int(child)) for child in children)

    @property
    def memory(self) -> int:
        """Bytes that the process has in memory."""
        return int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1]) * PAGE


def _cpu_of(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(") ")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK


@dataclass(frozen=True)
class Contestant:
    """A server that can be measured."""

    name: str
    wire: Callable[[str, str], Wire]
    command: Callable[[], list[str]] | None = None
    """How a peer is run; ours has plans and people to be put in place before."""

    @contextmanager
    def run(self, tables: list[Table]) -> Iterator[Running]:
        """Run the server for some plans and their people.

        Raises
        ------
        Missing
            When it cannot be installed.
        """
        with tempfile.TemporaryDirectory() as folder:
            command = self.command() if self.command else _ours(Path(folder), tables)
            process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
            try:
                yield Running(_port_of(process), process)
            finally:
                process.terminate()
                process.wait(30)


OURS = Contestant("Tavolo", TavoloWire)
PEERS = {
    "hocuspocus": Contestant("Hocuspocus", HocuspocusWire, lambda: node_peer("hocuspocus.mjs")),
    "y-socket.io": Contestant("y-socket.io", YSocketIoWire, lambda: node_peer("y_socket_io.mjs")),
    "pycrdt-websocket": Contestant(
        "pycrdt-websocket", YWebsocketWire, lambda: python_peer("pycrdt_websocket.py")
    ),
}


def _port_of(process: subprocess.Popen[str]) -> int:
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith("listening "):
            return int(line.split()[1])
        if "http://" in line:
            return int(line.strip().rpartition(":")[2])
    raise RuntimeError("The server has ended before it could be measured.")


def _ours(folder: Path, tables: list[Table]) -> list[str]:
    now = dt.datetime.now(dt.UTC).replace(tzinfo=None)
    database = open_database(folder)
    migrate(database)
    _fill(database, tables, now)
    database.close()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    words = ["serve", "--data", str(folder), "--port", str(port), "--log-level", "warning"]
    return [sys.executable, "-u", "-m", "server", *words]


def _fill(database: Database, tables: list[Table], now: dt.datetime) -> None:
    with database.session() as session:
        begin(session, now)
        session.add(Account(id="account".ljust(21, "_"), name="Northlake", created_at=now))
        session.flush()
        for plan, tokens in tables:
            session.add(_plan(plan, now))
            session.flush()
            session.add(_content(plan, now))
            session.add_all(_member(token, now) for token in tokens)
            session.flush()
            session.add_all(one for token in tokens for one in _rights(token, now))
        session.commit()


def _plan(plan: str, now: dt.datetime) -> Plan:
    return Plan(
        id=plan,
        account_id="account".ljust(21, "_"),
        title="Plan",
        starts_on=now.date(),
        ends_on=now.date(),
        lineage=plan[::-1],
        created_at=now,
        changed_at=now,
    )


def _content(plan: str, now: dt.datetime) -> PlanUpdate:
    return PlanUpdate(plan_id=plan, seq=1, author="server", client="server", n=0, at=now, update=BASE)


def _member(token: str, now: dt.datetime) -> Member:
    email, name = f"{token}@example.com", token.capitalize()
    return Member(id=token.ljust(21, "_"), email=email, name=name, password_hash="-", created_at=now)


def _rights(token: str, now: dt.datetime) -> list[AccountMember | SignIn]:
    member = token.ljust(21, "_")
    return [
        AccountMember(account_id="account".ljust(21, "_"), member_id=member, role=Role.PARTICIPANT.value),
        SignIn(
            id=f"of-{token}".ljust(21, "_"),
            token_hash=hash_of(token),
            member_id=member,
            created_at=now,
            seen_at=now,
            expires_at=now + dt.timedelta(days=1),
        ),
    ]

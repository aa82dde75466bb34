"""What was acknowledged is there, whatever happens to the server (W1)."""

import os
import resource
import sqlite3
import threading
from collections.abc import Callable
from typing import Any

import pytest

from tests.server.sockets.conftest import RunningServer
from tests.server.sockets.harness.dying import STEPS
from tests.server.sockets.harness.installation import PLAN
from tests.wire_client import Closed, WireClient

ROUNDS = 200 if os.environ.get("TAVOLO_SOAK") else 20
TYPISTS = ("anna", "ben", "carla")
ON_THE_DISK = ("committed", "durable", "applied", "told")
"""Steps of W1 after which an edit is on the disk."""


class Typist(threading.Thread):
    """Somebody who types numbered words as fast as the server answers, until it is gone."""

    def __init__(self, server: RunningServer, name: str, round: int, enough: threading.Semaphore) -> None:
        super().__init__(daemon=True)
        self.client = WireClient(server.url, PLAN, name)
        self.name_of_mark, self.round, self.enough = name, round, enough
        self.acknowledged: list[str] = []

    def run(self) -> None:
        """Type until the connection breaks."""
        try:
            self.client.join()
            while not self.client.is_closed:
                mark = f"<{self.name_of_mark}{self.round}.{self.client.n}>"
                text = self.client.section("charter", "team")["scope"]
                self.client.edit(lambda text=text, mark=mark: _type(text, mark))
                self.client.wait_saved()
                self.acknowledged.append(mark)
                self.enough.release()
        except (Closed, AssertionError, OSError):
            return


def _type(text: Any, mark: str) -> None:
    # The field has a greatest length, so the oldest marks go; they are looked for no more.
    if len(text) > 4_000:
        del text[:2_000]
    # At the end, as people type: what many put at the beginning costs the library the square of how much.
    text.insert(len(text), mark)


def test_w1_no_acknowledged_edit_is_lost_when_the_server_is_killed_under_load(
    a_server: Callable[..., RunningServer], capsys: pytest.CaptureFixture[str]
):
    server, acknowledged = a_server(edits_per_second=10_000), 0
    for round in range(ROUNDS):
        enough = threading.Semaphore(0)
        typists = [Typist(server, name, round, enough) for name in TYPISTS]
        for typist in typists:
            typist.start()
        for _ in range(60):
            assert enough.acquire(timeout=30)
        server.kill()
        for typist in typists:
            typist.join(30)
        server.start()
        require_sound(server)
        words = server.ask(f"/plans/{PLAN}")["facts"]["charter"]["scope"]
        for typist in typists:
            acknowledged += len(typist.acknowledged)
            for mark in typist.acknowledged[-10:]:
                assert mark in words
    with capsys.disabled():
        print(f"killed {ROUNDS} times, {acknowledged} edits acknowledged, none lost")


def require_sound(server: RunningServer) -> None:
    """Require that the database is whole, and the numbers of the log without a gap."""
    with sqlite3.connect(server.folder / "tavolo.sqlite3") as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        seqs = [seq for (seq,) in database.execute("SELECT seq FROM plan_update ORDER BY seq")]
        (folded,) = database.execute("SELECT coalesce(max(seq), 0) FROM plan_snapshot").fetchone()
    database.close()
    assert seqs == list(range(folded + 1, folded + 1 + len(seqs)))


@pytest.mark.parametrize("step", list(STEPS))
def test_w1_an_edit_is_there_once_whatever_step_of_it_the_server_died_at(
    a_server: Callable[..., RunningServer], step: str
):
    server = a_server()
    anna = WireClient(server.url, PLAN, "anna").join()
    anna.edit(lambda: anna.section("charter", "team")["scope"].insert(0, "first"))
    anna.wait_saved()
    server.ask(f"/interrupt/{step}/SIGKILL", {})
    anna.edit(lambda: anna.section("charter", "team")["scope"].insert(0, "second "))
    anna.wait_closed()
    server.kill()
    was_told = anna.saved == 2
    server.start()
    require_sound(server)
    kept = server.ask(f"/plans/{PLAN}")["facts"]["charter"]["scope"]
    assert kept == ("second first" if was_told or step in ON_THE_DISK else "first")
    anna.close()
    anna.join()
    anna.wait_saved()
    assert server.ask(f"/plans/{PLAN}")["facts"]["charter"]["scope"] == "second first"
    anna.close()


def test_w1_when_the_disk_is_full_nothing_is_acknowledged_and_everybody_comes_back(
    a_server: Callable[..., RunningServer],
):
    server = a_server()
    anna, ben = (WireClient(server.url, PLAN, name).join() for name in ("anna", "ben"))
    anna.edit(lambda: anna.section("charter", "team")["scope"].insert(0, "before"))
    anna.wait_saved()
    ben.wait_for(lambda: str(ben.section("charter", "team")["scope"]) == "before")
    limits = resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE)
    # From here on no file may grow: what the system says then is what it says on a full disk.
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (4096, limits[1]))
    anna.edit(lambda: anna.section("charter", "team")["scope"].insert(0, "lost? "))
    for client in (anna, ben):
        assert client.wait_event("refused")[0]["code"] == "storage"
        client.wait_closed()
    assert anna.saved == 1
    assert str(ben.section("charter", "team")["scope"]) == "before"
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, limits)
    anna.close()
    ben.close()
    anna.join()
    anna.wait_saved()
    ben.join()
    ben.wait_for(lambda: str(ben.section("charter", "team")["scope"]) == "lost? before")
    anna.close()
    ben.close()


def test_a_stopped_server_has_saved_everything_and_is_out_within_ten_seconds(
    a_server: Callable[..., RunningServer],
):
    server = a_server()
    people = [WireClient(server.url, PLAN, f"person{n}").join() for n in range(50)]
    for number, person in enumerate(people):
        person.edit(lambda p=person, n=number: p.section("charter", "team")["scope"].insert(0, f"<{n}>"))
    started = threading.Event()
    stopper = threading.Thread(target=lambda: (started.set(), server.terminate()))
    stopper.start()
    started.wait(10)
    for person in people:
        assert person.wait_event("refused")[0]["code"] == "stopping"
    stopper.join(10)
    assert not stopper.is_alive()
    assert server.process.returncode == 0
    server.start()
    for person in people:
        person.close()
        person.join()
        person.wait_saved()
    words = server.ask(f"/plans/{PLAN}")["facts"]["charter"]["scope"]
    assert all(f"<{n}>" in words for n in range(50))
    for person in people:
        person.wait_for(lambda p=person: len(str(p.section("charter", "team")["scope"])) == len(words))
        person.close()

"""Whether a process can serve is known within two seconds, and known again when it can."""

import json
import os
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

import gevent
import pytest
from sqlalchemy import URL, make_url

from server.readiness import Readiness
from server.store.database import FILE, open_database, url_of
from server.store.migrate import migrate
from server.store.pulse import Pulse
from tests.postgresql import a_postgresql
from tests.server.builders import World
from tests.server.test_commands import ROOT, a_free_port

SOON = 2.0
"""Seconds within which a loss must be known."""


@contextmanager
def watched(url: URL, written: Callable[[], int] = lambda: 0) -> Iterator[Readiness]:
    """Watch a database."""
    pulse = Pulse(url, written)
    readiness = Readiness(pulse.feel, pulse.close)
    yield readiness
    readiness.stop()


def wait_until(readiness: Readiness, code: str | None, seconds: float = SOON) -> None:
    """Let the watch go on until it says this, and fail when that takes too long."""
    with gevent.Timeout(seconds, AssertionError(f"Still {readiness()} after {seconds} s.")):
        while readiness() != code:
            gevent.sleep(0.01)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with an installation in it."""
    data = tmp_path / "data"
    data.mkdir()
    database = open_database(data)
    migrate(database)
    database.close()
    return data


def test_a_folder_that_is_gone_is_noticed_and_so_is_its_return(folder: Path) -> None:
    with watched(url_of(f"sqlite:///{folder / FILE}")) as readiness:
        gevent.sleep(0.1)
        assert readiness() is None
        elsewhere = folder.rename(folder.with_name("elsewhere"))
        wait_until(readiness, "storage_denied")
        assert not folder.exists()
        elsewhere.rename(folder)
        wait_until(readiness, None)


def test_a_file_that_another_program_has_locked_is_noticed_until_it_is_let_go(folder: Path) -> None:
    database = open_database(folder)
    with watched(database.engine.url) as readiness, database.engine.connect() as other:
        other.exec_driver_sql("BEGIN IMMEDIATE")
        wait_until(readiness, "storage_busy")
        other.rollback()
        wait_until(readiness, None)
    database.close()


def test_a_lock_is_not_asked_for_while_edits_are_written(folder: Path) -> None:
    database, edits = open_database(folder), iter(range(1_000))
    pulse = Pulse(database.engine.url, lambda: next(edits))
    with database.engine.connect() as journal:
        journal.exec_driver_sql("BEGIN IMMEDIATE")
        began = monotonic()
        assert pulse.feel() is None
        assert monotonic() - began < 0.5
        journal.rollback()
    pulse.close()
    database.close()


def test_a_file_that_is_no_database_any_more_is_noticed(folder: Path) -> None:
    (folder / FILE).write_bytes(b"no database" * 1_000)
    pulse = Pulse(url_of(f"sqlite:///{folder / FILE}"), lambda: 0)
    assert pulse.feel() == "storage_damaged"
    pulse.close()


def test_a_server_that_is_stopped_is_noticed_and_so_is_its_return() -> None:
    with a_postgresql() as postgresql:
        url = postgresql.make_database()
        with watched(url) as readiness:
            gevent.sleep(0.1)
            assert readiness() is None
            postgresql.interrupt()
            wait_until(readiness, "storage_away")
            another = Pulse(url, lambda: 0)
            assert another.feel() == "storage_away"
            postgresql.resume()
            wait_until(readiness, None)
            assert another.feel() is None
            another.close()


def test_a_server_that_accepts_and_never_answers_stops_nobody_from_knowing() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = make_url(f"postgresql+psycopg://tavolo@127.0.0.1:{silent.getsockname()[1]}/tavolo")
        with watched(url) as readiness:
            wait_until(readiness, "storage_away")


def test_a_look_that_never_ends_is_judged_by_the_clock_and_believed_when_it_ends_after_all() -> None:
    held = threading.Event()

    def look() -> str | None:
        held.wait(30)
        return None

    readiness = Readiness(look, every=0.01, patience=0.05)
    wait_until(readiness, "storage_away")
    held.set()
    wait_until(readiness, None)
    readiness.stop()


def test_a_look_that_fails_by_a_mistake_of_ours_is_no_good_sign() -> None:
    readiness = Readiness(lambda: str(1 // 0), every=0.01)
    wait_until(readiness, "storage_away")
    readiness.stop()


def test_what_is_wrong_is_a_problem_that_proxies_understand(world: World) -> None:
    from dataclasses import replace

    from server.services import EXTENSION

    for code, status in (("storage_away", 503), ("storage_busy", 503), ("storage_full", 507)):
        services = world.flask.extensions[EXTENSION]
        world.flask.extensions[EXTENSION] = replace(services, not_ready=lambda code=code: code)
        answer = world.browser().get("/readyz")
        assert (answer.status_code, answer.json["code"]) == (status, code)
        assert world.browser().get("/healthz").status_code == 200


def test_a_whole_server_says_so_when_its_folder_is_gone(tmp_path: Path) -> None:
    data, port = tmp_path / "data", a_free_port()
    with serving(data, port):
        assert asked(port) == (200, {"status": "ready"})
        elsewhere = data.rename(tmp_path / "elsewhere")
        assert until(port, 503) < SOON
        elsewhere.rename(data)
        assert until(port, 200) < SOON


@contextmanager
def serving(data: Path, port: int) -> Iterator[None]:
    """Serve a folder in a process of its own."""
    command = [sys.executable, "-m", "server", "serve", "--no-demo", "--data", str(data), "--port", str(port)]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("TAVOLO_")}
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT, text=True,
        env=environment | {"PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    assert process.stdout is not None
    while "Stop with" not in process.stdout.readline():
        assert process.poll() is None
    yield
    process.kill()
    process.communicate()


def asked(port: int) -> tuple[int, object]:
    """Return what a server says of itself."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as problem:
        with problem:
            return problem.code, None


def until(port: int, status: int) -> float:
    """Return how many seconds it takes until a server answers so; fail after ten."""
    began = monotonic()
    while asked(port)[0] != status:
        assert monotonic() - began < 10
        gevent.sleep(0.02)
    return monotonic() - began

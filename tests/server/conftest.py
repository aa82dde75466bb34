"""One installation, made once and copied for every test."""

import io
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from flask import Flask

from config.settings import Settings
from server.app import build_flask
from server.export.exports import Exports
from server.export.renderer import Renderer
from server.logs import configure_logs
from server.store.database import FILE, Database, open_database
from server.store.folder import make_folder
from server.store.migrate import migrate
from tests.server.builders import QuickPress, StoppedClock, World, an_installation, populate


@pytest.fixture(autouse=True)
def logs() -> io.StringIO:
    """What the server logs, everything of it."""
    written = io.StringIO()
    configure_logs("debug", written)
    return written


@pytest.fixture(scope="session")
def populated(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """A database file with everybody in it, and their identifiers."""
    folder = tmp_path_factory.mktemp("populated")
    make_folder(folder)
    database = open_database(folder)
    migrate(database)
    people = populate(database)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return folder / FILE, people


@pytest.fixture
def database(populated: tuple[Path, dict[str, Any]], tmp_path: Path) -> Iterator[Database]:
    """A database of one's own with everybody in it."""
    shutil.copy(populated[0], tmp_path / FILE)
    database = open_database(tmp_path)
    yield database
    database.close()


@pytest.fixture
def clock() -> StoppedClock:
    """A clock that stands at nine on a Monday morning."""
    return StoppedClock()


@pytest.fixture(scope="session")
def flask(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The HTTP side of an installation, built once; every test gives it an installation of its own."""
    return build_flask(Settings(), tmp_path_factory.mktemp("pages"))


@pytest.fixture
def exports(tmp_path: Path) -> Iterator[Exports]:
    """PDF files from a press that takes no time."""
    made = Exports(cast(Renderer, QuickPress()), tmp_path / "exports")
    yield made
    made.stop()


@pytest.fixture
def world(
    flask: Flask,
    database: Database,
    clock: StoppedClock,
    exports: Exports,
    populated: tuple[Path, dict[str, Any]],
) -> World:
    """An installation with everybody in it."""
    live = an_installation(flask, database, clock, exports)
    return World(flask, database, clock, live, **populated[1])

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
from tests.end_to_end.installation import Installation
from tests.postgresql import PostgreSQL, a_postgresql
from tests.postgresql_copies import Copies
from tests.server.builders import QuickPress, StoppedClock, World, an_installation, populate
from tests.server.sockets.nursery import Nursery


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what is marked `ON_BOTH`, and has anything to do with a database, on both kinds."""
    if metafunc.definition.get_closest_marker("on_both") and "database_kind" in metafunc.fixturenames:
        metafunc.parametrize("database_kind", ["sqlite", "postgresql"], indirect=True)


@pytest.fixture(autouse=True)
def logs() -> io.StringIO:
    """What the server logs, everything of it."""
    written = io.StringIO()
    configure_logs("debug", written)
    return written


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSQL]:
    """A PostgreSQL server, started when the first test wants one."""
    with a_postgresql() as server:
        yield server


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    """Where servers of the harness are forked, started when the first test wants one."""
    nursery = Nursery()
    yield nursery
    nursery.end()


@pytest.fixture(scope="session")
def populated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
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


@pytest.fixture(scope="session")
def populated_postgresql(postgresql: PostgreSQL) -> tuple[Copies, dict[str, Any]]:
    """Databases on PostgreSQL with everybody in them, and their identifiers."""
    url = postgresql.make_database()
    database = Database(url)
    migrate(database)
    people = populate(database)
    database.close()
    return Copies(postgresql, url), people


@pytest.fixture
def database_kind(request: pytest.FixtureRequest) -> str:
    """The kind of database of a test: SQLite, unless its module asks for both (`ON_BOTH`)."""
    return getattr(request, "param", "sqlite")


@pytest.fixture
def populated(database_kind: str, request: pytest.FixtureRequest) -> tuple[Path | Copies, dict[str, Any]]:
    """Where everybody is to be copied from, and their identifiers."""
    found: tuple[Path | Copies, dict[str, Any]] = request.getfixturevalue(f"populated_{database_kind}")
    return found


@pytest.fixture
def database(populated: tuple[Path | Copies, dict[str, Any]], tmp_path: Path) -> Iterator[Database]:
    """A database of one's own with everybody in it."""
    source = populated[0]
    if isinstance(source, Path):
        shutil.copy(source, tmp_path / FILE)
        database = open_database(tmp_path)
        yield database
        database.close()
        return
    url = source.lend()
    database = Database(url)
    yield database
    database.close()
    source.take_back(url)


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
    populated: tuple[Path | Copies, dict[str, Any]],
) -> World:
    """An installation with everybody in it."""
    live = an_installation(flask, database, clock, exports)
    return World(flask, database, clock, live, **populated[1])


@pytest.fixture
def tavolo(tmp_path: Path) -> Iterator[Installation]:
    """A whole server in a process of its own, set up."""
    installation = Installation(tmp_path / "data")
    installation.start()
    installation.set_up()
    yield installation
    installation.stop()

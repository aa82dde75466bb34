"""The database and its folder: made, brought up to date, and what their failures mean."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import gevent
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from psycopg import errors as postgresql_errors
from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError, OperationalError

from config.settings import SettingRefused
from server.errors import Refused
from server.store import database as database_module
from server.store.database import FILE, Database, open_database, url_of
from server.store.failures import code_of_failure
from server.store.folder import lock_folder, make_folder
from server.store.migrate import REVISIONS, _config, migrate, revision_of
from server.store.models import Account, Base
from tests.postgresql import ON_BOTH, PostgreSQL
from tests.server.builders import START, World


@pytest.fixture
def fresh(tmp_path: Path, database_kind: str, request: pytest.FixtureRequest) -> Iterator[Database]:
    """A database that nothing has been written to."""
    if database_kind == "sqlite":
        make_folder(tmp_path / "fresh")
        yield open_database(tmp_path / "fresh")
        return
    server: PostgreSQL = request.getfixturevalue("postgresql")
    database = Database(server.make_database())
    yield database
    database.close()
    server.drop(database.engine.url)


def an_account(name: str = "Polaris") -> Account:
    return Account(id=name.ljust(21, "_"), name=name, created_at=START)


@ON_BOTH
def test_migrating_an_empty_database_makes_the_tables_of_the_models(fresh: Database) -> None:
    migrate(fresh)
    with fresh.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


def test_the_revisions_that_are_known_are_those_of_alembic() -> None:
    scripts = ScriptDirectory.from_config(_config())
    assert [script.revision for script in scripts.walk_revisions()][::-1] == REVISIONS
    assert REVISIONS[-1] == scripts.get_current_head()


@ON_BOTH
def test_the_revision_of_a_database_is_the_one_that_alembic_reads(fresh: Database) -> None:
    for expected in (None, REVISIONS[-1]):
        with fresh.engine.connect() as connection:
            assert revision_of(connection) == expected
            assert MigrationContext.configure(connection).get_current_revision() == expected
        migrate(fresh)


@ON_BOTH
def test_migrating_again_changes_nothing(fresh: Database) -> None:
    migrate(fresh)
    with fresh.session() as session:
        session.add(an_account())
        session.commit()
    migrate(fresh)
    with fresh.session() as session:
        assert session.query(Account).count() == 1


@ON_BOTH
def test_data_of_a_newer_version_is_refused_and_left_alone(fresh: Database) -> None:
    migrate(fresh)
    with fresh.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(Refused) as refused:
        migrate(fresh)
    assert refused.value.code == "newer_data"
    assert "Install that version" in refused.value.message


@ON_BOTH
def test_a_migration_that_fails_leaves_nothing_behind(
    fresh: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    from alembic import op

    made = op.create_table

    def failing(name: str, *said: object, **more: object) -> object:
        if name == "plan":
            raise RuntimeError("the power went")
        return made(name, *said, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(op, "create_table", failing)
    with pytest.raises(RuntimeError):
        migrate(fresh)
    monkeypatch.undo()
    migrate(fresh)
    with fresh.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


def test_sqlite_is_durable_and_strict(fresh: Database) -> None:
    with fresh.engine.connect() as connection:
        said = {
            pragma: connection.exec_driver_sql(f"PRAGMA {pragma}").scalar()
            for pragma in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert said == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def _somebody_waits(connection: Connection) -> bool:
    return bool(connection.exec_driver_sql("SELECT count(*) FROM pg_locks WHERE NOT granted").scalar())


@ON_BOTH
def test_whoever_finds_the_database_locked_waits_a_while_and_keeps_nobody_else(
    fresh: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    migrate(fresh)
    is_sqlite = fresh.engine.dialect.name == "sqlite"
    pauses: list[float] = []

    def pause(seconds: float) -> None:
        pauses.append(seconds)
        gevent.sleep(seconds)

    monkeypatch.setattr(database_module, "sleep", pause)
    monkeypatch.setattr(database_module, "LOCK_SECONDS", 0.5)
    fresh.engine.dispose()
    work = gevent.spawn if is_sqlite else gevent.get_hub().threadpool.spawn
    with fresh.engine.connect() as other:
        other.exec_driver_sql("BEGIN IMMEDIATE" if is_sqlite else "LOCK TABLE account")
        in_vain, ticks = work(_add, fresh, "Polaris"), 0
        while not in_vain.ready():
            gevent.sleep(0.01)
            ticks += 1
        pauses.clear()
        in_time = work(_add, fresh, "Orion")
        while not (in_time.ready() or (pauses if is_sqlite else _somebody_waits(other))):
            gevent.idle()
        other.rollback()
    assert ticks > 10
    with pytest.raises(Refused) as refused:
        in_vain.get()
    assert refused.value.code == "storage_busy"
    in_time.get()
    with fresh.session() as session:
        assert [account.name for account in session.query(Account)] == ["Orion"]


def _add(database: Database, name: str) -> None:
    with database.session() as session:
        session.add(an_account(name))
        session.commit()


def test_a_full_disk_is_told_with_a_remedy_and_loses_nothing(world: World) -> None:
    with world.database.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
    world.database.engine.dispose()

    from sqlalchemy import event

    event.listen(
        world.database.engine,
        "connect",
        lambda connection, _: connection.execute(f"PRAGMA max_page_count={pages}"),
    )
    browser, name = world.browser("owner"), "x" * 200
    answers = [browser.post("/api/accounts", {"name": f"{n}{name}"[:200]}) for n in range(40)]
    refused = next(answer for answer in answers if answer.status_code != 201)
    assert (refused.status_code, refused.json["code"]) == (507, "storage_full")
    assert "Free some space" in refused.json["remedy"]
    assert browser.get("/api/accounts").status_code == 200


def test_a_database_that_cannot_be_written_is_told_with_a_remedy(world: World) -> None:
    world.database.engine.dispose()

    from sqlalchemy import event

    event.listen(
        world.database.engine, "connect", lambda connection, _: connection.execute("PRAGMA query_only=ON")
    )
    refused = world.browser("owner").post("/api/accounts", {"name": "Polaris"})
    assert (refused.status_code, refused.json["code"]) == (503, "storage_denied")


def test_a_file_that_is_no_database_is_told_so(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"this is no database at all, whatever its name says" * 40)
    with pytest.raises(Refused) as refused:
        migrate(open_database(tmp_path))
    assert refused.value.code == "storage_damaged"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("database or disk is full", "storage_full"),
        ("attempt to write a readonly database", "storage_denied"),
        ("unable to open database file", "storage_denied"),
        ("database is locked", "storage_busy"),
        ("database disk image is malformed", "storage_damaged"),
        ("disk I/O error", "storage_damaged"),
        ("no such table: plan", None),
    ],
)
def test_what_sqlite_says_is_understood(said: str, code: str | None) -> None:
    assert code_of_failure(OperationalError("INSERT", {}, sqlite3.OperationalError(said))) == code


def test_a_broken_rule_of_the_tables_is_a_mistake_of_ours() -> None:
    assert code_of_failure(IntegrityError("INSERT", {}, sqlite3.IntegrityError("UNIQUE failed"))) is None


@ON_BOTH
def test_what_was_not_committed_is_not_there(fresh: Database) -> None:
    migrate(fresh)
    with fresh.session() as session:
        session.add(an_account())
        session.flush()
    with fresh.session() as session:
        assert session.query(Account).count() == 0


def test_the_data_folder_is_for_its_owner_only(tmp_path: Path) -> None:
    make_folder(tmp_path / "new" / "data")
    assert (tmp_path / "new" / "data").stat().st_mode & 0o777 == 0o700


def test_a_folder_that_cannot_be_made_is_told_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Refused) as refused:
        make_folder(tmp_path / "file")
    assert refused.value.code == "storage_denied"
    assert str(tmp_path / "file") in refused.value.message


def test_one_process_serves_a_folder_at_a_time(tmp_path: Path) -> None:
    make_folder(tmp_path)
    with lock_folder(tmp_path):
        with pytest.raises(Refused) as refused:
            lock_folder(tmp_path)
        assert refused.value.code == "folder_in_use"
    lock_folder(tmp_path).close()


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (postgresql_errors.DiskFull, "storage_full"),
        (postgresql_errors.ReadOnlySqlTransaction, "storage_denied"),
        (postgresql_errors.InvalidPassword, "storage_denied"),
        (postgresql_errors.DeadlockDetected, "storage_busy"),
        (postgresql_errors.AdminShutdown, "storage_away"),
        (postgresql_errors.ConnectionFailure, "storage_away"),
        (postgresql_errors.UndefinedTable, None),
        (postgresql_errors.UniqueViolation, None),
    ],
)
def test_what_postgresql_says_is_understood(error: type[Exception], code: str | None) -> None:
    assert code_of_failure(OperationalError("INSERT", {}, error("said"))) == code


def test_a_database_server_that_is_not_there_is_told_with_a_remedy(tmp_path: Path) -> None:
    away = Database(f"postgresql://tavolo@/tavolo?host={tmp_path}")
    with pytest.raises(Refused) as refused:
        migrate(away)
    assert refused.value.code == "storage_away"
    assert "TAVOLO_DATABASE_URL" in refused.value.message


@pytest.mark.parametrize("said", ["not a url", "mysql://root:secret@host/tavolo", "postgresql:/secret"])
def test_a_database_that_cannot_be_used_is_refused_without_repeating_its_password(said: str) -> None:
    with pytest.raises(SettingRefused) as refused:
        url_of(said)
    assert "postgresql://user:password@host/name" in str(refused.value)
    assert "secret" not in str(refused.value)


def test_processes_that_start_together_migrate_once(
    postgresql: PostgreSQL, monkeypatch: pytest.MonkeyPatch
) -> None:
    # However long the first one takes, the others wait for it.
    monkeypatch.setattr(database_module, "LOCK_SECONDS", 0.001)
    url = postgresql.make_database()
    databases = [Database(url) for _ in range(4)]
    pool = gevent.get_hub().threadpool
    gevent.joinall([pool.spawn(migrate, one) for one in databases], raise_error=True)
    with databases[0].engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
    for one in databases:
        one.close()
    postgresql.drop(url)

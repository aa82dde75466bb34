"""Nothing that was deleted stays in the file of SQLite; in steps, between which others write.

Every connection overwrites what it deletes (`secure_delete`). That is not enough: where SQLite moves rows
from one page to another, and gives none of the pages back, what stood there before is left between them.
So each table that may hold a name is written anew and the old one given back, page by page, which
overwrites it whole. `VACUUM` does the same at once, and nobody can write meanwhile.
"""

import re
from collections.abc import Generator, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, LargeBinary, Table

from server.store.models import (
    Base,
    Guest,
    Invitation,
    Member,
    PlanAuthorship,
    PlanSnapshot,
    PlanUpdate,
    PlanVersion,
)

SMALL = (Member, Guest, Invitation)
"""Tables to which others refer, of one short row a person: each is written anew in one step."""
LARGE = (PlanUpdate, PlanSnapshot, PlanAuthorship, PlanVersion)

STEP_BYTES, STEP_ROWS = 1 << 19, 1_000
"""Of one step; one row may be more."""
TRIES = 100
"""How often the log is found in use before that is said."""

CLEAN = 1
"""The `user_version` of a file in which nothing was ever deleted without being overwritten."""

ANEW, LEFT = "{}_anew", "{}_left"
TRIGGERS = {"INSERT": "NEW", "UPDATE": "NEW", "DELETE": "OLD"}


def scrubbing(engine: Engine) -> Generator[None]:
    """Overwrite what was deleted, a step at a time; each is over, and holds no lock, when it yields.

    In PostgreSQL the room of deleted rows is given back to the tables. It is overwritten when others take
    it, in the database's own time.

    Raises
    ------
    OSError
        When the log beside the file of SQLite cannot be emptied, because somebody reads on and on; or a
        new table lacks something of the old one, which then stays.
    """
    connection = engine.connect().execution_options(isolation_level="AUTOCOMMIT")
    try:
        yield from _in_sqlite(connection) if engine.dialect.name == "sqlite" else _in_postgresql(connection)
    finally:
        # Its settings are its own.
        connection.detach()
        connection.close()


def remove_leavings(connection: Connection) -> None:
    """Remove what a scrubbing left that was broken off."""
    said = "SELECT name FROM sqlite_master WHERE type = 'table'"
    present = set(connection.exec_driver_sql(said).scalars())
    for name in (model.__tablename__ for model in LARGE):
        if ANEW.format(name) in present:
            _unwatch(connection, name)
            connection.exec_driver_sql(f"DROP TABLE {ANEW.format(name)}")
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {LEFT.format(name)}")


def _in_postgresql(connection: Connection) -> Iterator[None]:
    for model in (*SMALL, *LARGE):
        connection.exec_driver_sql(f"VACUUM {model.__tablename__}")
        yield


def _in_sqlite(connection: Connection) -> Iterator[None]:
    remove_leavings(connection)
    if connection.exec_driver_sql("PRAGMA user_version").scalar_one() < CLEAN:
        # Written by an earlier version: this once, everybody waits.
        connection.exec_driver_sql("VACUUM")
        connection.exec_driver_sql(f"PRAGMA user_version = {CLEAN}")
    for small in SMALL:
        _refill(connection, Base.metadata.tables[small.__tablename__])
        yield
    for large in LARGE:
        yield from _replace(connection, Base.metadata.tables[large.__tablename__])
    yield from _empty_log(connection)


def _refill(connection: Connection, table: Table) -> None:
    """Empty a table and fill it again: SQLite overwrites the pages it gives back, and the one that stays."""
    columns = _columns(table)
    for setting in ("foreign_keys = OFF", "temp_store = MEMORY"):
        connection.exec_driver_sql(f"PRAGMA {setting}")
    with _step(connection):
        connection.exec_driver_sql(f"CREATE TEMP TABLE kept AS SELECT {columns} FROM {table.name}")
        connection.exec_driver_sql(f"DELETE FROM {table.name}")
        connection.exec_driver_sql(f"INSERT INTO {table.name} ({columns}) SELECT {columns} FROM kept")
        connection.exec_driver_sql("DROP TABLE kept")
    connection.exec_driver_sql("PRAGMA foreign_keys = ON")


def _replace(connection: Connection, table: Table) -> Iterator[None]:
    """Put a new table with the same rows in the place of a table, while others write to it."""
    anew, left = ANEW.format(table.name), LEFT.format(table.name)
    with _step(connection):
        said = f"SELECT sql FROM sqlite_master WHERE type = 'table' AND name = '{table.name}'"
        made = str(connection.exec_driver_sql(said).scalar_one())
        connection.exec_driver_sql(re.sub(rf'^CREATE TABLE "?{table.name}"?', f"CREATE TABLE {anew}", made))
        _watch(connection, table)
    yield
    columns = f"rowid, {_columns(table)}"
    for first, last in _parts(connection, table, table.name):
        copied = f"SELECT {columns} FROM {table.name} WHERE rowid BETWEEN {first} AND {last}"
        # What was changed meanwhile is there already.
        connection.exec_driver_sql(f"INSERT OR IGNORE INTO {anew} ({columns}) {copied}")
        yield
    with _step(connection):
        _require_whole(connection, table)
        _unwatch(connection, table.name)
        connection.exec_driver_sql(f"ALTER TABLE {table.name} RENAME TO {left}")
        connection.exec_driver_sql(f"ALTER TABLE {anew} RENAME TO {table.name}")
        for index in table.indexes:
            index.drop(connection)
            index.create(connection)
    yield
    for first, last in _parts(connection, table, left):
        connection.exec_driver_sql(f"DELETE FROM {left} WHERE rowid BETWEEN {first} AND {last}")
        yield
    connection.exec_driver_sql(f"DROP TABLE {left}")


def _require_whole(connection: Connection, table: Table) -> None:
    """Raise OSError unless a new table has as much as the one whose place it is to take."""
    said = f"SELECT count(*), total(rowid), total({_size(table)}) FROM {{}}"
    names = (table.name, ANEW.format(table.name))
    present, copied = (connection.exec_driver_sql(said.format(name)).one() for name in names)
    if tuple(present) != tuple(copied):
        raise OSError(f"The copy of the table {table.name} is not whole; it stays as it is.")


def _watch(connection: Connection, table: Table) -> None:
    """Let what happens to a table happen to the new one."""
    columns, anew = f"rowid, {_columns(table)}", ANEW.format(table.name)
    for event, row in TRIGGERS.items():
        copied = f"SELECT {columns} FROM {table.name} WHERE rowid = NEW.rowid"
        told = (
            f"DELETE FROM {anew} WHERE rowid = OLD.rowid"
            if row == "OLD"
            else f"INSERT OR REPLACE INTO {anew} ({columns}) {copied}"
        )
        name = _trigger(table.name, event)
        connection.exec_driver_sql(f"CREATE TRIGGER {name} AFTER {event} ON {table.name} BEGIN {told}; END")


def _unwatch(connection: Connection, name: str) -> None:
    for event in TRIGGERS:
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {_trigger(name, event)}")


def _trigger(name: str, event: str) -> str:
    return f"{name}_{event.lower()}_anew"


def _parts(connection: Connection, table: Table, name: str) -> Iterator[tuple[int, int]]:
    """Yield the first and the last `rowid` of about as many rows as one step takes."""
    last = 0
    while True:
        said = (
            f"SELECT rowid, {_size(table)} FROM {name} WHERE rowid > {last} ORDER BY rowid LIMIT {STEP_ROWS}"
        )
        rows = connection.exec_driver_sql(said).all()
        if not rows:
            return
        taken = 0
        for rowid, length in rows:
            last, taken = rowid, taken + length
            if taken >= STEP_BYTES:
                break
        yield rows[0][0], last


def _size(table: Table) -> str:
    packed = [column.name for column in table.columns if isinstance(column.type, LargeBinary)]
    return " + ".join(f'length("{column}")' for column in packed)


def _columns(table: Table) -> str:
    return ", ".join(f'"{column.name}"' for column in table.columns)


@contextmanager
def _step(connection: Connection) -> Iterator[None]:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.exec_driver_sql("ROLLBACK")
        raise
    connection.exec_driver_sql("COMMIT")


def _empty_log(connection: Connection) -> Iterator[None]:
    """Bring what is in the log beside the file into it, and leave nothing there."""
    # Whoever reads is waited for between the steps, and not with the lock.
    connection.exec_driver_sql("PRAGMA busy_timeout = 0")
    for _ in range(TRIES):
        if not connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()[0]:
            return
        yield
    raise OSError("The database is being read; its log could not be emptied.")

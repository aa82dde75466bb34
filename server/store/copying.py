"""Copies a whole database as it is at one moment, while others write on; SQLite and PostgreSQL alike."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Table, func, select
from sqlalchemy.exc import DBAPIError

from server.errors import Refused
from server.store.database import Database
from server.store.failures import code_of_failure
from server.store.migrate import migrate
from server.store.models import Base

ROWS = 200
"""Rows that travel at once; a snapshot can be megabytes."""


def copy_database(database: Database, file: Path) -> None:
    """Write a database to a new SQLite file.

    Raises
    ------
    Refused
        When the database cannot be read, or the file not be written.
    """
    try:
        if database.engine.dialect.name == "sqlite":
            with database.engine.connect() as connection:
                connection.exec_driver_sql("VACUUM INTO ?", (str(file),))
            return
        copy = Database(f"sqlite:///{file}")
        try:
            migrate(copy)
            copy_rows(database, copy)
        finally:
            copy.close()
    except DBAPIError as error:
        raise Refused(code_of_failure(error) or "storage_denied") from error


def copy_rows(source: Database, target: Database) -> None:
    """Copy every row of every table into a migrated database, all or none, in place of what it holds."""
    level = {"postgresql": "REPEATABLE READ"}.get(source.engine.dialect.name, "SERIALIZABLE")
    with (
        # One moment for all tables, or a plan could miss the updates it counts on.
        source.engine.connect().execution_options(isolation_level=level) as reading,
        target.engine.begin() as writing,
    ):
        with _audit_open(writing):
            for table in reversed(Base.metadata.sorted_tables):
                writing.execute(table.delete())
        for table in Base.metadata.sorted_tables:
            _copy_table(reading, writing, table)
        _set_counters(writing)


@contextmanager
def _audit_open(connection: Connection) -> Iterator[None]:
    """Let the log of what replaces this database take the place of its own, in this transaction only.

    In SQLite the target is always a new file, whose log is empty.
    """
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("ALTER TABLE audit_entry DISABLE TRIGGER USER")
    yield
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("ALTER TABLE audit_entry ENABLE TRIGGER USER")


def is_empty(database: Database) -> bool:
    """Return whether a migrated database holds nothing worth keeping: no member, no account."""
    with database.engine.connect() as connection:
        tables = [Base.metadata.tables[name] for name in ("member", "account")]
        return not any(connection.scalar(select(func.count()).select_from(table)) for table in tables)


def _copy_table(reading: Connection, writing: Connection, table: Table) -> None:
    rows = reading.execution_options(yield_per=ROWS).execute(select(table))
    for part in rows.mappings().partitions(ROWS):
        writing.execute(table.insert(), [dict(row) for row in part])


def _set_counters(connection: Connection) -> None:
    """Let PostgreSQL count on from the numbers that were copied."""
    if connection.dialect.name != "postgresql":
        return
    for table in Base.metadata.sorted_tables:
        if (column := table.autoincrement_column) is not None:
            sequence = func.pg_get_serial_sequence(table.name, column.name)
            highest = select(func.coalesce(func.max(column), 0) + 1).scalar_subquery()
            connection.execute(select(func.setval(sequence, highest, False)))

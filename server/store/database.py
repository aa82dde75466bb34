"""The database: how it is opened, what a session is, and what its failures mean to people."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from server.errors import Refused
from server.texts import gettext as _

FILE = "tavolo.sqlite3"

# FULL, because an edit that its author was told is saved must survive a power cut.
PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=5000",
)

SQLITE_FAILURES = (
    ("full", "storage_full"),
    ("readonly", "storage_denied"),
    ("unable to open", "storage_denied"),
    ("locked", "storage_busy"),
    ("malformed", "storage_damaged"),
    ("not a database", "storage_damaged"),
    ("disk i/o", "storage_damaged"),
)
"""What SQLite says, in part, and the code of what it means."""


class Database:
    """One database; `url` is a SQLAlchemy URL."""

    def __init__(self, url: str | URL) -> None:
        # Parameters would carry names, addresses and plan text into the messages of errors.
        # A connection is cheap and a request may wait for a password to be hashed: no upper bound.
        self.engine: Engine = create_engine(url, hide_parameters=True, max_overflow=-1)
        if self.engine.dialect.name == "sqlite":
            event.listen(self.engine, "connect", set_pragmas)

    @contextmanager
    def session(self) -> Iterator[Session]:
        """Give a session that is rolled back unless the use case commits it.

        Never wait for anything (a thread, a room) between the first write and the commit: SQLite
        has one writer, and the next one would stop the whole process while it waits.

        Raises
        ------
        Refused
            When the disk is full, the folder cannot be written, or the file cannot be read.
        """
        with Session(self.engine, expire_on_commit=False) as session:
            try:
                yield session
            except DBAPIError as error:
                if (code := code_of_failure(error)) is None:
                    raise
                raise Refused(code) from error

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def copy_database(database: Database, file: Path) -> None:
    """Copy a SQLite database to a new file as it is at one moment, while others write on.

    Raises
    ------
    Refused
        When the copy cannot be written, or the database is none of SQLite's.
    """
    if database.engine.dialect.name != "sqlite":
        raise Refused("storage_denied", _("Back this database up with its own tools, such as pg_dump"))
    try:
        with database.engine.connect() as connection:
            connection.exec_driver_sql("VACUUM INTO ?", (str(file),))
    except DBAPIError as error:
        raise Refused(code_of_failure(error) or "storage_denied") from error


def set_pragmas(connection: Any, record: object) -> None:
    """Make a new SQLite connection durable and strict."""
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def code_of_failure(error: BaseException | None) -> str | None:
    """Return the code of what a failed statement means, or None when it is a mistake of ours.

    >>> code_of_failure(sqlite3.OperationalError("database or disk is full"))
    'storage_full'
    """
    cause = error.orig if isinstance(error, DBAPIError) else error
    if not isinstance(cause, sqlite3.DatabaseError) or isinstance(cause, sqlite3.IntegrityError):
        return None
    said = str(cause).lower()
    return next((code for part, code in SQLITE_FAILURES if part in said), None)


def open_database(folder: Path, url: str = "") -> Database:
    """Return the database at `url`, or the SQLite file of a data folder when `url` is empty."""
    return Database(url or URL.create("sqlite", database=str(folder / FILE)))

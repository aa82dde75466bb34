"""The database: how it is opened, what a session is, and what its failures mean to people."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.orm import Session

from config.settings import SettingRefused
from server.errors import Refused
from server.store.access_changes import count_access_changes
from server.store.failures import code_of_failure

FILE = "tavolo.sqlite3"

# Neither says what stands there: it holds a password.
NOT_A_URL = "TAVOLO_DATABASE_URL is not a database URL."
EXAMPLE = "Write it as postgresql://user:password@host/name, or leave it out to use SQLite."

# FULL, because an edit that its author was told is saved must survive a power cut; and what is deleted is
# overwritten, because somebody may be erased later (scrubbing.py).
PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
)

LOCK_SECONDS, LOCK_PAUSE = 5.0, 0.005
"""How long a statement waits for what another connection or program has locked, and until it looks again."""

PATIENCE_SECONDS = 5
"""How long a server may take to accept a connection, and how long a dead one goes unnoticed."""

POSTGRESQL_OPTIONS = {
    # A connection that died with the server is found before it is used, not by whoever uses it.
    "pool_pre_ping": True,
    "pool_size": 10,
    "max_overflow": 20,
    "pool_timeout": PATIENCE_SECONDS,
    "connect_args": {"connect_timeout": PATIENCE_SECONDS, "application_name": "tavolo"},
}
"""PostgreSQL has a hundred connections by default, for all processes together."""


class CountingSession(Session):
    """A session that counts what may change who sits where."""


count_access_changes(CountingSession)


class Database:
    """One database; `url` is a SQLAlchemy URL of SQLite or PostgreSQL."""

    def __init__(self, url: str | URL) -> None:
        address = url_of(url)
        # In SQLite a connection is cheap and a request may wait for a password to be hashed: no upper bound.
        options = POSTGRESQL_OPTIONS if address.drivername != "sqlite" else {"max_overflow": -1}
        # Parameters would carry names, addresses and plan text into the messages of errors.
        self.engine: Engine = create_engine(address, hide_parameters=True, **options)
        if self.engine.dialect.name == "sqlite":
            event.listen(self.engine, "connect", set_pragmas)
            event.listen(self.engine, "do_execute", _execute_patiently)
            event.listen(self.engine, "do_executemany", _execute_many_patiently)
        else:
            event.listen(self.engine, "connect", bound_waits)

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
        with CountingSession(self.engine, expire_on_commit=False) as session:
            try:
                yield session
            except DBAPIError as error:
                if (code := code_of_failure(error)) is None:
                    raise
                raise Refused(code) from error

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def set_pragmas(connection: Any, record: object) -> None:
    """Make a new SQLite connection durable and strict."""
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(pragma)
    # The library would wait with all the greenlets of its thread; see below, and the journal's own thread.
    cursor.execute("PRAGMA busy_timeout=0")
    cursor.close()


def _execute_patiently(cursor: Any, statement: str, parameters: Any, context: object) -> bool:
    """Execute a statement and, while another holds the lock, let others work and try again."""
    _repeat_while_locked(cursor.execute, statement, parameters)
    return True


def _execute_many_patiently(cursor: Any, statement: str, parameters: Any, context: object) -> bool:
    _repeat_while_locked(cursor.executemany, statement, parameters)
    return True


def _repeat_while_locked(execute: Any, statement: str, parameters: Any) -> None:
    until = monotonic() + LOCK_SECONDS
    while True:
        try:
            execute(statement, parameters)
        except sqlite3.OperationalError as problem:
            if problem.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() > until:
                raise
            sleep(LOCK_PAUSE)
        else:
            return


def bound_waits(connection: Any, record: object) -> None:
    """Let a new PostgreSQL connection wait for a lock no longer than one of SQLite does."""
    connection.execute(f"SET lock_timeout = '{LOCK_SECONDS * 1000:.0f}ms'")
    # A setting that is rolled back is as it was before.
    connection.commit()


def url_of(said: str | URL) -> URL:
    """Return a database URL with the driver that Tavolo brings.

    >>> url_of("postgres://tavolo@db.company.com/tavolo").drivername
    'postgresql+psycopg'

    Raises
    ------
    SettingRefused
        When it is no URL, or that of another kind of database.
    """
    try:
        url = make_url(said)
    except ArgumentError:
        raise SettingRefused(f"{NOT_A_URL} {EXAMPLE}") from None
    kind = url.drivername.split("+")[0]
    if kind not in ("sqlite", "postgresql", "postgres"):
        raise SettingRefused(f"TAVOLO_DATABASE_URL names a database of the kind {kind!r}. {EXAMPLE}")
    return url if kind == "sqlite" else url.set(drivername="postgresql+psycopg")


def open_database(folder: Path, url: str = "") -> Database:
    """Return the database at `url`, or the SQLite file of a data folder when `url` is empty."""
    return Database(url or URL.create("sqlite", database=str(folder / FILE)))

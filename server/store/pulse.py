"""Whether the database lives: asked on a connection of its own, so that no pool can hide the answer."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import URL, Connection, create_engine
from sqlalchemy.exc import DBAPIError

from server.store.failures import code_of_failure

SECONDS = 1.0
"""How long SQLite may be locked, and how long a server may not confirm what was sent, until it is lost."""

POSTGRESQL = {
    "connect_timeout": 2,  # the least that libpq takes
    "tcp_user_timeout": int(SECONDS * 1000),
    "keepalives_idle": 1,
    "application_name": "tavolo readiness",
}


class Pulse:
    """Feels one database; used by one thread.

    Parameters
    ----------
    written
        Returns how much was written so far. While that grows, the lock of SQLite is not asked for:
        under load it would be waited for in vain, though nothing is wrong.
    """

    def __init__(self, url: URL, written: Callable[[], int]) -> None:
        self._url, self._written = url, written
        self._known = -1
        self._engine = create_engine(url, pool_size=1, isolation_level="AUTOCOMMIT", connect_args=POSTGRESQL)
        self._connection: Connection | None = None

    def feel(self) -> str | None:
        """Return the code of what is wrong, None when the database can be read and written. It waits."""
        try:
            if self._url.drivername == "sqlite":
                self._feel_file(Path(self._url.database or ""))
                return None
            return self._feel_server()
        except (DBAPIError, sqlite3.Error) as problem:
            self._let_go()
            return code_of_failure(problem) or "storage_away"

    def _feel_file(self, file: Path) -> None:
        # Opened anew: a connection that is open reads on happily when its folder is gone.
        connection = sqlite3.connect(
            f"{file.absolute().as_uri()}?mode=rw", uri=True, timeout=SECONDS, isolation_level=None
        )
        try:
            connection.execute("SELECT count(*) FROM alembic_version")
            before, self._known = self._known, self._written()
            if before == self._known:
                connection.execute("BEGIN IMMEDIATE")
                connection.execute("ROLLBACK")
        finally:
            connection.close()

    def _feel_server(self) -> str | None:
        self._connection = self._connection or self._engine.connect()
        # What was promoted elsewhere still answers here, and takes no edit any more.
        is_standby = self._connection.exec_driver_sql("SELECT pg_is_in_recovery()").scalar()
        return "storage_denied" if is_standby else None

    def _let_go(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.invalidate()
            connection.close()

    def close(self) -> None:
        """Close the connection."""
        if self._connection is not None:
            self._connection.close()
        self._engine.dispose()

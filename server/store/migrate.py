"""Bring a database to the tables this version needs, and refuse one from a later version."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, column, func, inspect, select, table
from sqlalchemy.exc import DBAPIError

from server.errors import Refused
from server.store.database import Database
from server.store.failures import code_of_failure
from server.store.scrubbing import CLEAN, remove_leavings

if TYPE_CHECKING:
    from alembic.config import Config

LOCK = 7_206_551
"""Names the lock that migrations hold in PostgreSQL; any number that nothing else there uses."""

MIGRATIONS = Path(__file__).parent / "migrations"

REVISIONS = sorted(path.name.partition("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*_*.py"))
"""The revisions that this version knows, the one it needs at the end.

Told by their files and not by alembic: a server that has nothing to migrate starts a tenth sooner without it.
"""

PRESENT = table("alembic_version", column("version_num"))
"""Where alembic notes the revision of a database."""


def migrate(database: Database, *, is_alone: bool = True) -> None:
    """Run the migrations a database lacks, all or none.

    Parameters
    ----------
    is_alone
        Whether nobody else works on the file of SQLite: then what a scrubbing left that was broken off is
        removed. It would be taken from under one that is on its way.

    Raises
    ------
    Refused
        `newer_data` when a later version of Tavolo wrote it, or a failure of the storage.
    """
    try:
        with database.engine.connect() as connection:
            _bring_to_head(connection, is_alone)
    except DBAPIError as error:
        if (code := code_of_failure(error)) is None:
            raise
        raise Refused(code) from error


def revision_of(connection: Connection) -> str | None:
    """Return the revision of the tables of a database, or None before the first."""
    if not inspect(connection).has_table(PRESENT.name):
        return None
    revision: str | None = connection.execute(select(PRESENT.c.version_num)).scalar()
    return revision


def require_known_revision(database: Database) -> None:
    """Raise `newer_data` when a later version of Tavolo wrote a database; change nothing."""
    with database.engine.connect() as connection:
        _require_known(revision_of(connection))


def is_up_to_date(database: Database) -> bool:
    """Return whether a database has the tables of this version."""
    with database.engine.connect() as connection:
        return revision_of(connection) == REVISIONS[-1]


def _require_known(present: str | None) -> None:
    if present is not None and present not in REVISIONS:
        raise Refused("newer_data")


def _config() -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config


def _bring_to_head(connection: Connection, is_alone: bool) -> None:
    present = revision_of(connection)
    is_current = present == REVISIONS[-1]
    if connection.dialect.name == "sqlite" and (is_alone or not is_current):
        remove_leavings(connection)
    if is_current:
        return
    _require_known(present)
    connection.rollback()
    if connection.dialect.name == "sqlite":
        # The driver begins no transaction for CREATE TABLE, and half a schema is worse than none.
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        if present is None:
            connection.exec_driver_sql(f"PRAGMA user_version = {CLEAN}")
    else:
        # Processes that start together wait for the first of them, and then find nothing left to do.
        connection.exec_driver_sql("SET LOCAL lock_timeout = 0")
        connection.execute(select(func.pg_advisory_xact_lock(LOCK)))
    _upgrade(connection)
    connection.commit()


def _upgrade(connection: Connection) -> None:
    from alembic import command

    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")

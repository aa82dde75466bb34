"""Bring a database to the tables this version needs, and refuse one from a later version."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, func, select
from sqlalchemy.exc import DBAPIError

from server.errors import Refused
from server.store.database import Database
from server.store.failures import code_of_failure
from server.store.scrubbing import CLEAN, remove_leavings

LOCK = 7_206_551
"""Names the lock that migrations hold in PostgreSQL; any number that nothing else there uses."""

MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(database: Database) -> None:
    """Run the migrations a database lacks, all or none.

    Raises
    ------
    Refused
        `newer_data` when a later version of Tavolo wrote it, or a failure of the storage.
    """
    try:
        with database.engine.connect() as connection:
            _bring_to_head(connection)
    except DBAPIError as error:
        if (code := code_of_failure(error)) is None:
            raise
        raise Refused(code) from error


def revision_of(connection: Connection) -> str | None:
    """Return the revision of the tables of a database, or None before the first."""
    return MigrationContext.configure(connection).get_current_revision()


def require_known_revision(database: Database) -> None:
    """Raise `newer_data` when a later version of Tavolo wrote a database; change nothing."""
    with database.engine.connect() as connection:
        _require_known(revision_of(connection), ScriptDirectory.from_config(_config()))


def is_up_to_date(database: Database) -> bool:
    """Return whether a database has the tables of this version."""
    with database.engine.connect() as connection:
        return revision_of(connection) == ScriptDirectory.from_config(_config()).get_current_head()


def _require_known(present: str | None, scripts: ScriptDirectory) -> None:
    if present is not None and present not in {script.revision for script in scripts.walk_revisions()}:
        raise Refused("newer_data")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config


def _bring_to_head(connection: Connection) -> None:
    config = _config()
    scripts = ScriptDirectory.from_config(config)
    present = revision_of(connection)
    if connection.dialect.name == "sqlite":
        remove_leavings(connection)
    if present == scripts.get_current_head():
        return
    _require_known(present, scripts)
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
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    connection.commit()

"""Bring a database to the tables this version needs, and refuse one from a later version."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from server.errors import Refused
from server.store.database import Database, code_of_failure

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


def _bring_to_head(connection: Connection) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    scripts = ScriptDirectory.from_config(config)
    present = MigrationContext.configure(connection).get_current_revision()
    if present == scripts.get_current_head():
        return
    if present is not None and present not in {script.revision for script in scripts.walk_revisions()}:
        raise Refused("newer_data")
    connection.rollback()
    if connection.dialect.name == "sqlite":
        # The driver begins no transaction for CREATE TABLE, and half a schema is worse than none.
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    connection.commit()

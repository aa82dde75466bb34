"""A database of the first tables, with a plan in it, brought to those of the history."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import insert, select, text

from planning.tools import SCHEMA
from server.rooms.document import document_bytes, document_from, read_plan
from server.store.database import Database, open_database
from server.store.folder import make_folder
from server.store.journal import load_plan
from server.store.migrate import _config, is_up_to_date, migrate
from server.store.models import Account, Plan, PlanAuthorship, PlanSnapshot, PlanUpdate, PlanVersion
from tests.builders import a_plan, an_id
from tests.postgresql import ON_BOTH, PostgreSQL

PLAN = an_id("plan")
NOON = dt.datetime(2027, 1, 11, 12)


@pytest.fixture
def older(tmp_path: Path, database_kind: str, request: pytest.FixtureRequest) -> Iterator[Database]:
    """A database with the first tables, and a plan that was folded and edited since."""
    server: PostgreSQL | None = None
    if database_kind == "sqlite":
        make_folder(tmp_path)
        database = open_database(tmp_path)
    else:
        server = request.getfixturevalue("postgresql")
        database = Database(server.make_database())
    with database.engine.begin() as connection:
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    _write_plan(database)
    yield database
    database.close()
    if server is not None:
        server.drop(database.engine.url)


def _write_plan(database: Database) -> None:
    day = NOON.date()
    plan = {"id": PLAN, "account_id": an_id("account"), "title": "Plan", "lineage": an_id("lineage")}
    days = {"starts_on": day, "ends_on": day, "created_at": NOON, "changed_at": NOON}
    state = document_bytes(SCHEMA, a_plan(risks=[{"id": "risk", "title": "Fire"}]))
    said = {"author": an_id("anna"), "client": "key", "n": 1, "at": NOON}
    with database.engine.begin() as connection:
        connection.execute(insert(Account), {"id": an_id("account"), "name": "Polaris", "created_at": NOON})
        connection.execute(insert(Plan), plan | days)
        connection.execute(insert(PlanSnapshot), {"plan_id": PLAN, "seq": 4, "state": state, "at": NOON})
        connection.execute(insert(PlanUpdate), {"plan_id": PLAN, "seq": 5, "update": b"\x00\x00"} | said)


@ON_BOTH
def test_a_plan_of_the_first_tables_is_whole_afterwards_and_has_no_history_yet(older: Database) -> None:
    migrate(older)
    with older.engine.connect() as connection:
        assert is_up_to_date(older)
        stored = load_plan(connection, PLAN)
        assert stored is not None
        assert read_plan(document_from(*stored.updates), SCHEMA).records("risks")[0]["title"] == "Fire"
        assert [(row.seq, row.author, row.at) for row in stored.history.rows] == [
            (4, "", NOON),
            (5, an_id("anna"), NOON),
        ]
        assert stored.history.authorship is None
        assert connection.execute(select(PlanVersion.id)).all() == []


@ON_BOTH
def test_the_history_of_a_plan_goes_with_the_plan(older: Database) -> None:
    migrate(older)
    with older.engine.begin() as connection:
        blob = {"content": b"x"}
        connection.execute(insert(PlanAuthorship), {"plan_id": PLAN, "seq": 5} | blob)
        version = {"id": an_id("v"), "plan_id": PLAN, "seq": 5, "kind": "named", "name": "A", "made_at": NOON}
        connection.execute(insert(PlanVersion), version | blob | {"authorship": b"y"})
        connection.execute(text("DELETE FROM plan"))
        assert connection.execute(select(PlanVersion.id)).all() == []
        assert connection.execute(select(PlanAuthorship.plan_id)).all() == []

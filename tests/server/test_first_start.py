"""The first start, by several processes at once too: there is one installation afterwards."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import event

from server.store.database import Database
from server.store.installations import the_installation
from server.store.migrate import migrate
from server.usecases.set_up import begin
from tests.postgresql import ON_BOTH, PostgreSQL
from tests.server.builders import START

pytestmark = ON_BOTH


@pytest.fixture
def fresh(database_kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Database]:
    """A database with its tables and nothing in them."""
    url = f"sqlite:///{tmp_path / 'fresh.sqlite3'}"
    if database_kind == "postgresql":
        server: PostgreSQL = request.getfixturevalue("postgresql")
        url = server.make_database().render_as_string(hide_password=False)
    database = Database(url)
    migrate(database)
    yield database
    database.close()


def test_of_two_processes_that_start_at_once_over_an_empty_database_one_begins(fresh: Database) -> None:
    began: list[bool] = []

    def other_process(*_said: object) -> None:
        with fresh.session() as session:
            began.append(begin(session, START + dt.timedelta(seconds=1), "The other's"))

    with fresh.session() as session:
        # It has looked, and found nothing, when the other one comes.
        event.listen(session, "before_flush", other_process, once=True)
        began.append(begin(session, START, "Adler Works"))
    assert sorted(began) == [False, True]
    with fresh.session() as session:
        assert the_installation(session).company in ("Adler Works", "The other's")


def test_a_later_start_changes_nothing(fresh: Database) -> None:
    for company in ("Adler Works", "Another"):
        with fresh.session() as session:
            begin(session, START, company)
    with fresh.session() as session:
        assert the_installation(session).company == "Adler Works"

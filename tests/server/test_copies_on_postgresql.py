"""A copy of a database that a test has used is as good as new to the next one."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import text

from server.store.database import Database
from server.store.models import Account, Base
from tests.postgresql import PostgreSQL
from tests.postgresql_copies import Copies
from tests.server.builders import START

NOTE = text("INSERT INTO audit_entry (at, deed, detail) VALUES (now(), 'tried', '') RETURNING id")


@pytest.fixture
def copies(postgresql: PostgreSQL) -> Copies:
    """Copies of a database with one account."""
    url = postgresql.make_database()
    database = Database(url)
    Base.metadata.create_all(database.engine)
    with database.session() as session:
        session.add(Account(id="polaris", name="Polaris", created_at=START))
        session.commit()
    database.close()
    return Copies(postgresql, url)


@contextmanager
def lent(copies: Copies) -> Iterator[Database]:
    """Use a copy for a while."""
    url = copies.lend()
    database = Database(url)
    yield database
    database.close()
    copies.take_back(url)


def names_in(database: Database) -> list[str]:
    with database.engine.connect() as connection:
        return list(connection.scalars(text("SELECT name FROM account ORDER BY name")))


def test_rows_and_numbers_are_those_of_the_template_again(copies: Copies) -> None:
    with lent(copies) as first, first.engine.begin() as connection:
        connection.execute(text("UPDATE account SET name = 'Else'"))
        number = connection.scalar(NOTE)
    with lent(copies) as second, second.engine.begin() as connection:
        assert second.engine.url == first.engine.url
        assert names_in(second) == ["Polaris"]
        assert connection.scalar(NOTE) == number


@pytest.mark.parametrize(
    "change",
    [
        "ALTER TABLE account ADD COLUMN more text",
        "ALTER TABLE account ALTER COLUMN name DROP NOT NULL",
        "DROP INDEX failed_sign_in",
        "CREATE TABLE more (id text)",
        "CREATE FUNCTION more() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    ],
)
def test_one_whose_tables_were_changed_is_not_used_again(copies: Copies, change: str) -> None:
    with lent(copies) as first, first.engine.begin() as connection:
        connection.execute(text(change))
    with lent(copies) as second:
        assert second.engine.url != first.engine.url


def test_whoever_was_left_connected_is_gone(copies: Copies) -> None:
    url = copies.lend()
    left = Database(url)
    with left.engine.connect() as connection:
        connection.execute(text("LOCK TABLE account"))
        copies.take_back(url)
        connection.invalidate()
    left.close()
    with lent(copies) as next_one:
        assert names_in(next_one) == ["Polaris"]

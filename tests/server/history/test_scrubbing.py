"""What was deleted is in no byte of the file of SQLite, whatever was done to its tables before."""

import datetime as dt
import random
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from sqlalchemy import Connection, delete, func, insert, inspect, select, update

from server.commands import tavolo
from server.store import scrubbing as scrubber
from server.store.database import Database
from server.store.migrate import migrate
from server.store.models import Account, Guest, Member, Plan, PlanSnapshot, PlanUpdate, PlanVersion
from server.store.scrubbing import LARGE, SMALL, scrubbing
from tests.builders import an_id

NAME = "Canary"
NOW = dt.datetime(2027, 1, 11, tzinfo=dt.UTC)
PLANS = [an_id(f"plan{n}") for n in range(3)]
TABLES = [model.__table__ for model in (*SMALL, *LARGE)]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """A file with three plans in it."""
    opened = Database(f"sqlite:///{tmp_path / 'tavolo.sqlite3'}")
    migrate(opened)
    with opened.engine.begin() as connection:
        connection.execute(insert(Account), {"id": an_id("account"), "name": "A", "created_at": NOW})
        said = {"account_id": an_id("account"), "starts_on": NOW.date(), "ends_on": NOW.date()}
        moments = {"created_at": NOW, "changed_at": NOW}
        plans = [{"id": id, "title": id, "lineage": id, **said, **moments} for id in PLANS]
        connection.execute(insert(Plan), plans)
    yield opened
    opened.close()


class Life:
    """What a company may do to its database, by chance."""

    def __init__(self, seed: int) -> None:
        self.chance, self.numbers, self.people = random.Random(seed), count(1), count(1)

    def say(self, most: int) -> bytes:
        """Return words of random length, of which every seventh say the name."""
        name = NAME if self.chance.random() < 1 / 7 else "Finch"
        return f"{name} {self.chance.random()} ".encode() + b"x" * self.chance.randrange(most)

    def go_on(self, connection: Connection) -> None:
        """Let people come, write, be renamed; fold a log; keep a version and remove one."""
        plan = self.chance.choice(PLANS)
        connection.execute(insert(Member), [self._member() for _ in range(20)])
        connection.execute(insert(Guest), [self._guest(plan) for _ in range(5)])
        connection.execute(insert(PlanUpdate), [self._update(plan) for _ in range(40)])
        by_chance = select(Member.id).order_by(func.substr(Member.id, 9)).limit(6).scalar_subquery()
        moved = update(Member).where(Member.id.in_(by_chance))
        connection.execute(moved.values(department="z" * self.chance.randrange(120)))
        if self.chance.random() < 0.3:
            connection.execute(delete(PlanUpdate).where(PlanUpdate.plan_id == plan))
            connection.execute(delete(PlanSnapshot).where(PlanSnapshot.plan_id == plan))
            folded = {"plan_id": plan, "seq": next(self.numbers), "state": self.say(20_000), "at": NOW}
            connection.execute(insert(PlanSnapshot), folded)
            connection.execute(insert(PlanVersion), self._version(plan))

    def _member(self) -> dict[str, Any]:
        said = {"name": "", "password_hash": "", "department": "y" * self.chance.randrange(120)}
        return {
            "id": f"{self.chance.random()}"[:21],
            "email": self.say(60).decode(),
            "created_at": NOW,
            **said,
        }

    def _guest(self, plan: str) -> dict[str, Any]:
        said = {"name": self.say(60).decode(), "department": "", "role": "viewer", "joined_at": NOW}
        return {"id": f"{self.chance.random()}"[:21], "plan_id": plan, **said}

    def _update(self, plan: str) -> dict[str, Any]:
        said = {"author": an_id("author"), "client": "c", "n": 1, "update": self.say(400), "at": NOW}
        return {"plan_id": plan, "seq": next(self.numbers), **said}

    def _version(self, plan: str) -> dict[str, Any]:
        said = {"seq": next(self.numbers), "kind": "daily", "name": "", "made_at": NOW, "authorship": b""}
        return {"id": f"{self.chance.random()}"[:21], "plan_id": plan, "content": self.say(9_000), **said}


def live(database: Database, life: Life) -> None:
    """Let a company live, then take the name out of every row."""
    for _ in range(60):
        with database.engine.begin() as connection:
            life.go_on(connection)
    with database.engine.begin() as connection:
        connection.execute(update(Member).where(Member.email.contains(NAME)).values(email=Member.id))
        connection.execute(update(Guest).where(Guest.name.contains(NAME)).values(name=""))
        for column in (PlanUpdate.update, PlanSnapshot.state, PlanVersion.content):
            connection.execute(delete(column.class_).where(func.instr(column, NAME.encode()) > 0))


def rows_of(database: Database) -> dict[str, list[Any]]:
    with database.engine.connect() as connection:
        return {table.name: sorted(map(tuple, connection.execute(select(table)))) for table in TABLES}


def schema_of(database: Database) -> set[tuple[str, str, str]]:
    with database.engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT type, name, replace(sql, '\"', '') FROM sqlite_master")
        return {tuple(row) for row in found}


def speaks(database: Database) -> list[str]:
    """Return the files beside each other that say the name."""
    file = Path(str(database.engine.url.database))
    return [path.name for path in file.parent.iterdir() if NAME.encode() in path.read_bytes()]


@pytest.mark.parametrize("seed", range(2, 6))
def test_no_byte_says_what_was_deleted_and_every_row_is_as_it_was(database: Database, seed: int) -> None:
    live(database, Life(seed))
    rows, schema = rows_of(database), schema_of(database)
    list(scrubbing(database.engine))

    assert speaks(database) == []
    assert rows_of(database) == rows
    assert schema_of(database) == schema


def test_overwriting_alone_leaves_some(database: Database) -> None:
    live(database, Life(5))
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    assert speaks(database) == ["tavolo.sqlite3"], "Then there is no need to write tables anew."


def test_what_others_write_between_the_steps_is_kept(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scrubber, "STEP_BYTES", 5_000)
    life = Life(2)
    live(database, life)
    # From now on nobody says the name.
    life.say = lambda most: f"Finch {life.chance.random()}".encode()  # type: ignore[method-assign]
    written = []
    for _ in scrubbing(database.engine):
        with database.engine.begin() as connection:
            life.go_on(connection)
        written.append(rows_of(database))

    assert len(written) > 30
    assert rows_of(database) == written[-1]
    with database.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    assert speaks(database) == []


@pytest.mark.parametrize("steps", [4, 8, 20, 30])
def test_what_is_broken_off_leaves_nothing_and_is_done_by_the_next(
    database: Database, monkeypatch: pytest.MonkeyPatch, steps: int
) -> None:
    monkeypatch.setattr(scrubber, "STEP_BYTES", 5_000)
    live(database, Life(3))
    rows, schema = rows_of(database), schema_of(database)
    begun = scrubbing(database.engine)
    for _ in range(steps):
        next(begun)
    begun.close()
    assert schema_of(database) != schema
    migrate(database)

    assert (rows_of(database), schema_of(database)) == (rows, schema)
    list(scrubbing(database.engine))
    assert speaks(database) == []


def spoil_copies(database: Database, steps: Iterator[None]) -> None:
    """Take rows out of a table's copy between the steps in which it is made."""
    for _ in steps:
        with database.engine.begin() as connection:
            if "plan_update_anew" in inspect(connection).get_table_names():
                connection.exec_driver_sql("DELETE FROM plan_update_anew WHERE rowid % 7 = 0")


def test_a_table_whose_copy_is_not_whole_stays(database: Database) -> None:
    live(database, Life(2))
    rows = rows_of(database)
    with pytest.raises(OSError, match="plan_update is not whole"):
        spoil_copies(database, scrubbing(database.engine))

    assert rows_of(database) == rows
    migrate(database)
    list(scrubbing(database.engine))
    assert (rows_of(database), speaks(database)) == (rows, [])


def test_a_file_of_an_earlier_version_is_written_anew_once(database: Database) -> None:
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA user_version = 0")
        connection.exec_driver_sql("PRAGMA secure_delete = OFF")
        for words in ("CREATE TABLE t (w)", f"INSERT INTO t VALUES ('{NAME}')", "DROP TABLE t"):
            connection.exec_driver_sql(words)
        connection.commit()
    list(scrubbing(database.engine))

    assert speaks(database) == []
    with database.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == scrubber.CLEAN


def test_a_command_that_is_given_meanwhile_is_in_nobody_s_way(database: Database, tmp_path: Path) -> None:
    live(database, Life(3))
    rows = rows_of(database)
    for _ in scrubbing(database.engine):
        said = CliRunner().invoke(tavolo, ["audit", "--data", str(tmp_path)])
        assert said.exit_code == 0, said.output

    assert rows_of(database) == rows
    assert speaks(database) == []

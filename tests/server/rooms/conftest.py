"""Rooms in the process of the test, over a real journal on a real disk."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import gevent
import pytest
from sqlalchemy import Executable

from planning.tools import SCHEMA
from server.access import Role, Seat
from server.rooms.attendance import Attendance, Limits
from server.rooms.document import document_bytes
from server.rooms.journal import Journal
from server.rooms.messages import Edits
from server.rooms.rooms import Rooms
from server.store.database import Database
from server.store.models import Account, Base, Plan, PlanUpdate
from tests.postgresql import PostgreSQL
from tests.postgresql_copies import Copies
from tests.server.rooms.builders import PLAN, Copy, Door, Inbox, a_seat, a_used_door, deliver

NOON = dt.datetime(2027, 1, 11, 12, 0, 0)
PATIENCE = 10.0


class Table:
    """A plan on a disk, the rooms over it, and the people whom a test seats there."""

    def __init__(self, url: str, **options: Any) -> None:
        self.url = url
        self.options = options
        self.gone: set[str] = set()
        self.roles: dict[str, Role] = {}
        self.database = Database(self.url)
        Base.metadata.create_all(self.database.engine)
        self.make_plan(PLAN)
        self.start()

    def make_plan(self, plan_id: str) -> None:
        """Put an empty plan on the disk."""
        with self.database.session() as session:
            if session.get(Account, "account") is None:
                session.add(Account(id="account", name="Northlake", created_at=NOON))
                session.flush()
            day, lineage = NOON.date(), plan_id[::-1]
            session.add(
                Plan(
                    id=plan_id,
                    account_id="account",
                    title="Plan",
                    starts_on=day,
                    ends_on=day,
                    lineage=lineage,
                    created_at=NOON,
                    changed_at=NOON,
                )
            )
            session.flush()
            session.add(
                PlanUpdate(
                    plan_id=plan_id,
                    seq=1,
                    author="server",
                    client="server",
                    n=0,
                    at=NOON,
                    update=document_bytes(SCHEMA),
                )
            )
            session.commit()

    def start(self) -> None:
        """Start the rooms."""
        self.journal = Journal(lambda: Database(self.url).engine)
        options = {"recheck_after": 60.0, "unload_after": 60.0, "limits": Limits()} | self.options
        self.rooms = Rooms(SCHEMA, self.journal, deliver, self.check, now=lambda: NOON, **options)

    def restart(self) -> None:
        """Stop the rooms as a server stops, and start them again."""
        self.rooms.stop()
        self.start()

    def check(self, wanted: set[tuple[str, str]]) -> Mapping[tuple[str, str], Seat]:
        """Return the seats of everybody who is not gone."""
        names = {key: key[0].removeprefix("session of ") for key in wanted}
        return {key: self.seat_of(name, key[1]) for key, name in names.items() if name not in self.gone}

    def seat_of(self, name: str, plan: str) -> Seat:
        """Return the seat somebody has at a plan now."""
        return replace(a_seat(name, self.roles.get(name, Role.PARTICIPANT)), plan=plan)

    def seat(self, name: str, key: str = "", plan: str = PLAN) -> "Guest":
        """Seat somebody at the plan, with a copy of it."""
        return Guest(self, name, key or f"key of {name}", plan)

    def execute(self, statement: str) -> list[Any]:
        """Run a statement on the disk's copy, beside the journal."""
        with self.database.engine.begin() as connection:
            result = connection.exec_driver_sql(statement)
            return list(result.all()) if result.returns_rows else []

    def change(self, statement: Executable) -> None:
        """Run a statement of SQLAlchemy's on the disk's copy, beside the journal."""
        with self.database.engine.begin() as connection:
            connection.execute(statement)

    def break_disk(self, event: str = "INSERT ON plan_update") -> None:
        """Let every such event fail, as on a full disk."""
        if self.database.engine.dialect.name == "sqlite":
            self.execute(f"CREATE TRIGGER broken BEFORE {event} BEGIN SELECT RAISE(ABORT, 'full'); END")
            return
        self.execute(
            "CREATE FUNCTION fails() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'full'; END $$"
        )
        self.execute(f"CREATE TRIGGER broken BEFORE {event} FOR EACH ROW EXECUTE FUNCTION fails()")

    def mend_disk(self, where: str = "plan_update") -> None:
        """Let what failed succeed again."""
        on = "" if self.database.engine.dialect.name == "sqlite" else f" ON {where}"
        self.execute(f"DROP TRIGGER broken{on}")

    @contextmanager
    def slow_disk(self) -> Iterator[None]:
        """Let whoever writes edits wait, as for a slow disk."""
        is_sqlite = self.database.engine.dialect.name == "sqlite"
        with self.database.engine.connect() as disk:
            disk.exec_driver_sql("BEGIN IMMEDIATE" if is_sqlite else "LOCK TABLE plan_update")
            yield
            disk.rollback()

    def read(self, plan: str = PLAN) -> Any:
        """Return the plan as the rooms have it."""
        return self.rooms.read(plan)[0]


class Guest:
    """Somebody at the table, or in `rooms` of another process over its disk."""

    def __init__(self, table: Table, name: str, key: str, plan: str, rooms: Rooms | None = None) -> None:
        self.table, self.inbox, self.n, self._elsewhere = table, Inbox(), 0, rooms
        self.attendance = Attendance(key, table.seat_of(name, plan), self.inbox, self.rooms.limits)
        self.open()

    @property
    def rooms(self) -> Rooms:
        """The rooms that this person's connection leads to."""
        return self._elsewhere or self.table.rooms

    def open(self, lineage: str | None = None) -> Any:
        """Open the plan with an empty copy."""
        opened = self.rooms.join(self.attendance, lineage, None)
        self.copy = Copy(opened.update)
        self.n = 0
        return opened

    def edit(self, change: Callable[["Guest"], Any]) -> int:
        """Change the copy and send what changed."""
        return self.send(self.copy.change(lambda: change(self)))

    def send(self, update: bytes) -> int:
        """Send an update."""
        self.n += 1
        self.rooms.edit(self.attendance, self.n, update)
        return self.n

    def section(self, key: str) -> Any:
        """Return the map of a section of the copy."""
        return self.copy.section(key)

    @property
    def saved(self) -> int:
        """The last edit there is a receipt for."""
        return max((m.saved.get(self.attendance.key, 0) for m in self.inbox.of(Edits)), default=0)

    def wait_saved(self) -> None:
        """Wait for the receipt of the last edit."""
        wait_for(lambda: self.saved >= self.n)


def wait_for(condition: Callable[[], Any]) -> Any:
    """Let the rooms work until a condition holds, and return its value."""
    with gevent.Timeout(PATIENCE, AssertionError("Waited in vain.")):
        while not (value := condition()):
            gevent.sleep(0.001)
    return value


@pytest.fixture(scope="session")
def laid(postgresql: PostgreSQL) -> Copies:
    """Databases on PostgreSQL with the tables of the models, and nothing in them."""
    url = postgresql.make_database()
    database = Database(url)
    Base.metadata.create_all(database.engine)
    database.close()
    return Copies(postgresql, url)


@pytest.fixture
def place(database_kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The URL of a database without a row: SQLite, unless the module asks for both kinds (`ON_BOTH`)."""
    if database_kind == "sqlite":
        yield f"sqlite:///{tmp_path}/tavolo.sqlite3"
        return
    copies: Copies = request.getfixturevalue("laid")
    url = copies.lend()
    yield url.render_as_string(hide_password=False)
    copies.take_back(url)


@pytest.fixture
def tables(place: str) -> Iterator[Callable[..., Table]]:
    """Make tables with options of `Rooms`; they are cleared away afterwards."""
    made: list[Table] = []

    def make(**options: Any) -> Table:
        made.append(Table(place, **options))
        return made[-1]

    yield make
    for table in made:
        table.rooms.stop()
        table.database.close()


@pytest.fixture
def table(tables: Callable[..., Table]) -> Table:
    """A table with the usual options."""
    return tables()


@pytest.fixture
def door() -> Door:
    """A plan with one action and one comment of Anna's."""
    return a_used_door()

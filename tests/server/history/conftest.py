"""Worlds in which people write, and tables whose days go by."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from planning.tools import SCHEMA
from server.access import Role, Seat
from server.analyses.bounds import Bounds
from server.rooms.attendance import Limits
from server.rooms.journal import Journal
from server.rooms.rooms import Rooms
from server.store.database import Database
from tests.server.analyses.conftest import FollowedTable
from tests.server.builders import World
from tests.server.rooms.builders import Copy, deliver


class Pen:
    """Lets the people of a world write in its plan."""

    def __init__(self, world: World) -> None:
        self.world = world

    def write(self, name: str, change: Callable[[Copy], Any]) -> int:
        """Let somebody change the plan, and return the number of the edit."""
        copy = Copy(b"\x00\x00")
        for update in self.world.live.stored(self.world.plan).updates:
            copy.document.apply_update(update)
        update = copy.change(lambda: change(copy))
        return self.world.live.enter(self.world.plan, self.seat(name), [update])

    def seat(self, name: str) -> Seat:
        """Return the seat of somebody."""
        participant = self.world.members[name]
        return Seat("session", participant, name.title(), "Sales", Role.PARTICIPANT, self.world.plan)


@pytest.fixture
def pen(world: World) -> Pen:
    """A pen in the world."""
    return Pen(world)


class DatedTable(FollowedTable):
    """A followed table over which days go by."""

    def __init__(self, folder: Path, **options: Any) -> None:
        super().__init__(folder, Bounds(answer_patience=60.0), **options)

    def start(self) -> None:
        """Start the rooms with this table's clock."""
        self.journal = Journal(lambda: Database(self.url).engine)
        options = {"recheck_after": 60.0, "unload_after": 60.0, "limits": Limits()} | self.options
        self.rooms = Rooms(SCHEMA, self.journal, deliver, self.check, now=lambda: self.moment, **options)

    def sleep(self, days: int = 1) -> None:
        """Let days go by."""
        self.moment += dt.timedelta(days=days)


Dated = Callable[..., DatedTable]


@pytest.fixture
def dated(tmp_path: Path) -> Iterator[Dated]:
    """Make tables over which days go by; they are cleared away afterwards."""
    made: list[DatedTable] = []

    def make(**options: Any) -> DatedTable:
        made.append(DatedTable(tmp_path, **options))
        made[-1].wait_for_child()
        return made[-1]

    yield make
    for table in made:
        table.end()

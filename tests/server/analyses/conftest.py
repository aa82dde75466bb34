"""Tables whose plans are followed by a real child process."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import gevent
import pytest

from server.analyses import process
from server.analyses.analyst import Analyst
from server.analyses.bounds import Bounds
from server.history.days import Day
from server.rooms.messages import Report
from tests.server.rooms.conftest import NOON, Guest, Table

PATIENCE = 60.0
"""Seconds that a child may take on the busiest machine."""

PERIOD = (dt.date(2027, 1, 1), dt.date(2028, 12, 31))
SIMPLE = "tests.server.analyses.simple_child"
REAL = process.PROGRAM


class FollowedTable(Table):
    """A table with a clock that a test sets, and an analyst."""

    def __init__(self, folder: Path, bounds: Bounds, **options: Any) -> None:
        self.moment = NOON
        self.days: list[Day] = []
        self.analyst = Analyst(
            lambda: self.moment,
            lambda plan_id: PERIOD,
            bounds,
            keep_day=lambda plan_id, day: self.days.append(day),
        )
        super().__init__(f"sqlite:///{folder}/tavolo.sqlite3", witness=self.analyst, **options)
        self.analyst.follow(self.rooms)

    def wait_for_child(self, other_than: int | None = None) -> int:
        """Wait until a child listens, and return its number."""
        self.analyst.warm()
        child: int = wait_for(lambda: self.analyst.child if self.analyst.child != other_than else None)
        return child

    def end(self) -> None:
        """Clear away."""
        self.analyst.stop()
        self.rooms.stop()
        self.database.close()


Followed = Callable[..., FollowedTable]


@pytest.fixture
def followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Followed]:
    """Make tables that are followed, with bounds of the child; they are cleared away afterwards."""
    made: list[FollowedTable] = []

    def make(program: str = SIMPLE, rooms: dict[str, Any] | None = None, **bounds: Any) -> FollowedTable:
        monkeypatch.setattr(process, "PROGRAM", program)
        made.append(FollowedTable(tmp_path, replace(Bounds(), **bounds), **(rooms or {})))
        made[-1].wait_for_child()
        return made[-1]

    yield make
    for table in made:
        table.end()


def wait_for(condition: Callable[[], Any]) -> Any:
    """Let everything work until a condition holds, and return its value."""
    with gevent.Timeout(PATIENCE, AssertionError("Waited in vain.")):
        while not (value := condition()):
            gevent.sleep(0.002)
    return value


def types(guest: Guest, words: str) -> None:
    """Type at the front of the vision and wait for the receipt."""
    guest.edit(lambda one: one.section("profile")["vision"].insert(0, words))
    guest.wait_saved()


def part_of(guest: Guest, name: str) -> str | None:
    """Return what somebody knows of a part of the report."""
    known = [report.parts[name] for report in guest.inbox.of(Report) if name in report.parts]
    return known[-1] if known else None


def wait_for_part(guest: Guest, name: str, part: str) -> None:
    """Wait until somebody knows that a part of the report says so."""
    wait_for(lambda: part_of(guest, name) == part)

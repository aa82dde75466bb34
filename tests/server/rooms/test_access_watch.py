"""Everybody is asked about when something has changed, and otherwise now and then (W7)."""

from collections.abc import Callable

import pytest

from server.rooms.access_watch import MOST_SECONDS, AccessWatch
from server.rooms.messages import Refused
from tests.server.rooms.conftest import Table, wait_for


class Changes:
    """A count of changes and a clock that stand still, and how often everybody was asked about."""

    def __init__(self) -> None:
        self.number, self.now, self.asked = 0, 100.0, 0
        self.watch = AccessWatch(lambda: self.number, lambda: self.now)

    def check(self) -> None:
        self.asked += 1

    def run(self, times: int = 1) -> int:
        for _time in range(times):
            self.watch.run(self.check)
        return self.asked


def test_w7_each_change_is_followed_by_one_check() -> None:
    changes = Changes()
    assert changes.run(3) == 1
    changes.number += 5
    assert changes.run(3) == 2


def test_now_and_then_everybody_is_asked_about_though_nothing_was_written() -> None:
    changes = Changes()
    changes.run()
    changes.now += MOST_SECONDS - 1
    assert changes.run() == 1
    changes.now += 1
    assert changes.run(2) == 2


def test_w7_what_changes_while_the_check_is_under_way_is_checked_the_next_time() -> None:
    changes = Changes()

    def change() -> None:
        changes.number += 1

    changes.watch.run(change)
    assert changes.run(2) == 1


def test_w7_a_check_that_failed_is_done_again() -> None:
    changes = Changes()

    def fail() -> None:
        raise LookupError("away")

    with pytest.raises(LookupError, match="away"):
        changes.watch.run(fail)
    assert changes.run(2) == 1


def test_w7_rooms_ask_again_when_the_count_has_grown(tables: Callable[..., Table]) -> None:
    asked, number = [0], [0]

    def count() -> int:
        asked[0] += 1
        return number[0]

    table = tables(recheck_after=0.01, access_changes=count)
    anna = table.seat("anna")
    wait_for(lambda: asked[0] > 2)
    table.gone.add("anna")
    before = asked[0]
    wait_for(lambda: asked[0] > before + 3)
    assert not anna.inbox.is_closed
    number[0] += 1
    wait_for(lambda: anna.inbox.is_closed)
    assert [m.code for m in anna.inbox.of(Refused)] == ["removed"]

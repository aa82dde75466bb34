"""Somebody else holds the database locked, for longer than anybody waits (W1, W9)."""

from collections.abc import Callable

import pytest

from server.rooms.messages import Edits, Refused
from server.store import database
from tests.postgresql import ON_BOTH
from tests.server.rooms.conftest import Guest, Table, wait_for

pytestmark = ON_BOTH

NAMES = ("anna", "ben", "cleo")


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody wait for a lock as long as an installation does."""
    monkeypatch.setattr(database, "LOCK_SECONDS", 0.2)


def types(words: str) -> Callable[[Guest], None]:
    """Return an edit that types words at the front of the vision."""
    return lambda guest: guest.section("profile")["vision"].insert(0, words)


def test_w1_edits_that_find_the_database_locked_are_told_to_nobody_and_are_there_once_afterwards(
    table: Table,
):
    guests = [table.seat(name) for name in NAMES]
    for guest in guests:
        guest.edit(types(f"<{guest.attendance.seat.name} before>"))
        guest.wait_saved()
    told = {guest.attendance.key: len(guest.inbox.of(Edits)) for guest in guests}
    with table.slow_disk():
        lost = [guest.copy.change(lambda g=guest: types("<x>")(g)) for guest in guests]
        for guest, update in zip(guests, lost, strict=True):
            guest.send(update)
        wait_for(lambda: all(guest.inbox.is_closed for guest in guests))
        for guest in guests:
            assert [message.code for message in guest.inbox.of(Refused)] == ["storage"]
            assert len(guest.inbox.of(Edits)) == told[guest.attendance.key]
            assert guest.saved == 1
    for name, update in zip(NAMES, lost, strict=True):
        again = table.seat(name, f"another key of {name}")
        again.send(update)
        again.wait_saved()
    words = table.read().fact("profile")["vision"]
    assert [words.count(f"<{name.capitalize()} before>") for name in NAMES] == [1, 1, 1]
    assert words.count("<x>") == len(NAMES)
    log = [seq for (seq,) in table.execute("SELECT seq FROM plan_update ORDER BY seq")]
    assert log == list(range(1, 2 + 2 * len(NAMES)))


def test_w1_whoever_waited_for_a_lock_in_vain_has_nothing_written_when_it_is_let_go(table: Table):
    anna = table.seat("anna")
    with table.slow_disk():
        anna.edit(types("lost"))
        wait_for(lambda: anna.inbox.is_closed)
    assert "vision" not in table.read().fact("profile")
    assert table.execute("SELECT count(*) FROM plan_update") == [(1,)]


def test_a_lock_that_is_let_go_in_time_costs_nobody_anything(table: Table, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(database, "LOCK_SECONDS", 5)
    table.restart()
    anna = table.seat("anna")
    with table.slow_disk():
        n = anna.edit(types("kept"))
        wait_for(lambda: not table.journal._is_free.is_set())
        assert anna.saved < n
    anna.wait_saved()
    assert not anna.inbox.is_closed

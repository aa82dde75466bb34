"""What rooms count as they work."""

from collections.abc import Callable

from server.rooms.tally import Tally
from tests.server.rooms.builders import a_record
from tests.server.rooms.conftest import Guest, Table, wait_for


def test_edits_are_counted_with_how_long_they_took(tables: Callable[..., Table]):
    tally = Tally()
    table = tables(tally=tally)
    anna, ben = table.seat("anna"), table.seat("ben")
    for number in range(3):
        anna.edit(puts_risk(f"r{number}"))
    anna.wait_saved()
    ben.edit(puts_risk("ben"))
    ben.wait_saved()
    assert tally.batches.total == 4
    assert 2 <= sum(tally.batches.counts) <= 4
    assert sum(tally.durable.counts) == sum(tally.seen.counts) == 4
    assert 0 < tally.durable.total <= tally.seen.total < 60


def test_an_edit_that_is_not_accepted_is_counted_by_its_code_and_as_nothing_else(
    tables: Callable[..., Table],
):
    tally = Tally()
    anna = tables(tally=tally).seat("anna")
    anna.send(b"\xff")
    wait_for(lambda: tally.rejected)
    assert tally.rejected == {"malformed": 1}
    assert tally.batches.total == sum(tally.durable.counts) == sum(tally.seen.counts) == 0


def test_edits_that_come_with_a_request_are_counted_too(tables: Callable[..., Table]):
    tally = Tally()
    table = tables(tally=tally)
    anna = table.seat("anna")
    change = anna.copy.change(lambda: puts_risk("one")(anna))
    table.rooms.enter(anna.attendance.seat.plan, anna.attendance.seat, [change])
    assert sum(tally.seen.counts) == 1


def puts_risk(id: str) -> Callable[[Guest], None]:
    """Return a change that adds a risk."""
    return lambda guest: guest.section("risks").update({id.ljust(21, "_"): a_record("risks", title=id)})

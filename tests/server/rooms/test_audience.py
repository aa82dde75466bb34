"""Everybody at a plan hears everything, and nobody always after the others."""

from typing import Any

import pytest

from server.rooms.attendance import Attendance, Limits
from server.rooms.audience import Audience
from server.rooms.messages import Edits
from tests.server.rooms.builders import Inbox, a_seat


@pytest.mark.parametrize("count", [1, 2, 5])
def test_everybody_is_told_and_each_is_the_last_sometimes(count: int):
    orders: list[list[Any]] = []
    audience = Audience(lambda _message, links: orders.append(list(links)), Limits())
    people = [Attendance(f"key{n}", a_seat(f"p{n}"), Inbox(), Limits()) for n in range(count)]
    for one in people:
        audience.seat(one)
    for seq in range(300):
        audience.tell(Edits(seq, b"", {}))
    links = {id(one.link) for one in people}
    assert {frozenset(map(id, order)) for order in orders} == {frozenset(links)}
    assert {id(order[-1]) for order in orders} == links


def test_what_is_said_to_nobody_reaches_nobody():
    orders: list[list[Any]] = []
    Audience(lambda _message, links: orders.append(list(links)), Limits()).tell(Edits(1, b"", {}))
    assert orders == [[]]

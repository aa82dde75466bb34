"""Everybody at a plan hears everything, and nobody always after the others."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import pytest

from server.rooms import audience as audiences
from server.rooms.attendance import Attendance, Limits
from server.rooms.audience import PRESENCE_WINDOW, Audience
from server.rooms.messages import Edits, Message, Present
from server.rooms.presence import Shown, read_awareness, write_awareness
from tests.server.rooms.builders import Inbox, a_seat
from tests.server.rooms.conftest import wait_for


@dataclass
class Post:
    """Keeps what went out in one go, and to whom."""

    sent: list[tuple[list[Any], tuple[Message, ...]]] = field(default_factory=list)

    def __call__(self, links: Iterable[Any], *messages: Message) -> None:
        """Take what goes out."""
        self.sent.append((list(links), messages))

    def take(self) -> list[tuple[Message, ...]]:
        """Return what went to somebody since the last call, without the people."""
        sent, self.sent = self.sent, []
        return [messages for links, messages in sent if links]


def edits(seq: int) -> Edits:
    """Return edits of which only the number matters."""
    return Edits(seq, b"", {})


def somebody(name: str) -> Attendance:
    """Return a connection of somebody."""
    return Attendance(f"key of {name}", a_seat(name), Inbox(), Limits())


class Seated:
    """Anna and Ben at a plan, a clock that stands still, and news that would wait a minute for edits."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 100.0
        monkeypatch.setattr(audiences, "monotonic", lambda: self.now)
        monkeypatch.setattr(audiences, "RIDE", 60.0)
        self.post, self.anna, self._clock = Post(), somebody("anna"), 0
        self.audience = Audience(self.post, Limits())
        for one in (self.anna, somebody("ben")):
            self.audience.seat(one)

    def show(self) -> int:
        """Let Anna move, and return how often she has."""
        self._clock += 1
        self.audience.show(self.anna, write_awareness({7: Shown(self._clock, {"at": None})}), lambda *_: True)
        return self._clock

    def tell(self, seq: int) -> list[tuple[Message, ...]]:
        """Tell everybody of edits, and return what went out."""
        self.audience.tell_everybody(edits(seq))
        return self.post.take()


@pytest.fixture
def seated(monkeypatch: pytest.MonkeyPatch) -> Seated:
    """Anna and Ben, who know of each other."""
    table = Seated(monkeypatch)
    wait_for(lambda: table.audience._telling is None)
    table.now += 10
    table.post.take()
    return table


def clock_in(message: Message) -> int:
    """Return how often Anna had moved."""
    assert isinstance(message, Present)
    return read_awareness(message.update)[7].clock


def test_who_is_where_goes_behind_the_edits_of_people_who_type(seated: Seated):
    assert seated.tell(1) == [(edits(1),)]
    moved = seated.show()
    ((told, where),) = seated.tell(2)
    assert told == edits(2)
    assert clock_in(where) == moved
    assert seated.tell(3) == [(edits(3),)]


def test_who_is_where_goes_with_edits_at_most_ten_times_a_second(seated: Seated):
    seated.tell(1)
    seated.show()
    seated.tell(2)
    seated.show()
    seated.now += PRESENCE_WINDOW * 0.9
    assert seated.tell(3) == [(edits(3),)]
    moved = seated.show()
    seated.now += PRESENCE_WINDOW * 0.2
    ((_edits, where),) = seated.tell(4)
    assert clock_in(where) == moved


def test_who_is_where_waits_for_nothing_when_nobody_types(seated: Seated):
    moved = seated.show()
    ((where,),) = wait_for(seated.post.take)
    assert clock_in(where) == moved
    assert seated.tell(1) == [(edits(1),)]


def test_who_is_where_waits_for_edits_that_do_not_come_only_so_long(
    seated: Seated, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(audiences, "RIDE", 0.01)
    seated.tell(1)
    moved = seated.show()
    ((where,),) = wait_for(seated.post.take)
    assert clock_in(where) == moved


def test_a_newcomer_hears_who_is_where_before_what_changes_there(seated: Seated):
    seated.tell(1)
    seated.show()
    carla = somebody("carla")
    seated.audience.seat(carla)
    assert seated.tell(2) == [(edits(2),)]
    seated.audience._tell_presence()
    to_carla = [messages for links, messages in seated.post.sent if carla.link in links]
    assert [clock_in(message) for (message,) in to_carla] == [1]


@pytest.mark.parametrize("count", [1, 2, 5])
def test_everybody_is_told_and_each_is_the_last_sometimes(count: int):
    post = Post()
    audience = Audience(post, Limits())
    people = [somebody(f"p{n}") for n in range(count)]
    for one in people:
        audience.seat(one)
    for seq in range(300):
        audience.tell_everybody(edits(seq))
    links = {id(one.link) for one in people}
    assert {frozenset(map(id, order)) for order, _messages in post.sent} == {frozenset(links)}
    assert {id(order[-1]) for order, _messages in post.sent} == links


def test_what_is_said_to_nobody_reaches_nobody():
    post = Post()
    Audience(post, Limits()).tell_everybody(edits(1))
    assert [links for links, _messages in post.sent] == [[]]

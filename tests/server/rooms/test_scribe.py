"""A thread that works for greenlets."""

import threading
from collections.abc import Iterator
from typing import Any

import gevent
import pytest
from gevent import get_hub

from server.rooms.scribe import Scribe
from tests.server.rooms.conftest import wait_for


@pytest.fixture
def scribe() -> Iterator[Scribe]:
    """A thread, ended afterwards."""
    made = Scribe()
    yield made
    made.end()


def test_it_works_beside_the_greenlets(scribe: Scribe):
    assert scribe.do(threading.get_ident) != threading.get_ident()


def test_everything_is_done_in_the_order_it_was_asked_for(scribe: Scribe):
    answers: list[Any] = []
    for number in range(100):
        scribe.ask(lambda n=number: n, lambda answer, problem: answers.append(answer))
    wait_for(lambda: len(answers) == 100)
    assert answers == list(range(100))


def test_an_error_comes_back_to_who_asked_and_nobody_else(scribe: Scribe):
    with pytest.raises(ZeroDivisionError):
        scribe.do(lambda: 1 // 0)
    assert scribe.do(lambda: 1) == 1


def test_who_goes_away_before_the_answer_stops_nobody(scribe: Scribe):
    goes_on = threading.Event()
    first = gevent.spawn(scribe.do, goes_on.wait)
    second = gevent.spawn(scribe.do, lambda: "done")
    gevent.idle()
    first.kill()
    goes_on.set()
    assert second.get(timeout=10) == "done"


def test_an_answer_that_cannot_be_taken_keeps_no_other_back(scribe: Scribe, monkeypatch: pytest.MonkeyPatch):
    reported: list[Any] = []
    monkeypatch.setattr(get_hub(), "handle_error", lambda *about: reported.append(about[1]))

    def fails(answer: Any, problem: Any) -> None:
        raise KeyError(answer)

    scribe.ask(lambda: 1, fails)
    assert scribe.do(lambda: 2) == 2
    assert reported == [KeyError]

"""Many people at one plan: everybody stays, everybody gets everything, everybody comes back."""

import os
from collections.abc import Callable
from time import monotonic

from tests.benchmarks.crowd import Crowd, Person
from tests.benchmarks.wires import TavoloWire
from tests.server.sockets.conftest import RunningServer
from tests.server.sockets.harness.installation import PLAN
from tests.wire_client import WireClient

SOAKING = bool(os.environ.get("TAVOLO_SOAK"))
PEOPLE, TYPING, SECONDS = (1_000, 100, 60) if SOAKING else (60, 20, 2)
RETURNING = 200 if SOAKING else 30
RATE = 5
BACK_WITHIN = 5.0
PATIENCE = 60.0


def content_of(server: RunningServer) -> bytes:
    """Return the plan as one update."""
    client = WireClient(server.url, PLAN, "reader").join()
    client.close()
    return bytes(client.document.get_update())


def a_crowd(server: RunningServer) -> Crowd:
    """Seat everybody, of whom the first ones have a record to type in."""
    crowd, content = Crowd(server.port), content_of(server)
    for number in range(PEOPLE):
        crowd.join(TavoloWire(PLAN, f"p{number}"), PLAN)
    for person in crowd.people[:TYPING]:
        person.type(content)
        crowd.rest(0.002)
    crowd.rest(1.0)
    return crowd


def test_a_thousand_people_stay_and_miss_nothing(a_server: Callable[..., RunningServer]):
    server = a_server()
    crowd = a_crowd(server)
    readers: list[Person] = [*crowd.people[-5:], *crowd.people[:5]]
    for person in readers:
        person.reads = True
    crowd.type(crowd.people[:TYPING], RATE, RATE * SECONDS)
    until = monotonic() + PATIENCE
    while any(len(person.marks) < TYPING * RATE * SECONDS for person in readers) and monotonic() < until:
        crowd.rest(0.2)
    assert not [person.number for person in crowd.people if person.is_gone]
    assert {len(person.marks) for person in readers} == {TYPING * RATE * SECONDS}
    assert not [person.number for person in readers if person.sent_at]
    crowd.leave()


def test_after_a_restart_everybody_is_back_and_equal_within_seconds(
    a_server: Callable[..., RunningServer],
):
    server = a_server()
    people = [WireClient(server.url, PLAN, f"p{number}").join() for number in range(RETURNING)]
    for number, person in enumerate(people):
        scope = person.section("charter", "team")["scope"]
        person.edit(lambda scope=scope, n=number: scope.insert(0, f"<{n}>"))
    server.kill()
    server.start()
    length, began = sum(len(f"<{number}>") for number in range(RETURNING)), monotonic()
    for person in people:
        person.close()
        person.join()
    for person in people:
        person.wait_saved()
        person.wait_for(lambda p=person: len(scope_of(p)) == length)
    assert monotonic() - began < BACK_WITHIN
    assert {scope_of(person) for person in people} == {scope_of(people[0])}
    assert all(f"<{number}>" in scope_of(people[0]) for number in range(RETURNING))
    for person in people:
        person.close()


def scope_of(client: WireClient) -> str:
    """Return the text in which everybody has written."""
    return str(client.section("charter", "team")["scope"])

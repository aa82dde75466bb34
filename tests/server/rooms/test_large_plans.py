"""A large plan is opened in small pieces of work, between which others have their turns."""

from collections.abc import Callable

import gevent
import gevent.socket
from gevent.socket import wait_write
from sqlalchemy import update

from planning.tools import SCHEMA
from server.rooms.document import complete_document, document_bytes, document_from
from server.rooms.gate import Gate
from server.rooms.updates import WITHOUT_PAUSE, decode_update
from server.store.models import PlanUpdate
from tests.server.rooms.builders import PLAN, Copy, a_seat
from tests.server.rooms.conftest import Table
from tests.server.sockets.harness.installation import a_large_plan

CONTENT = document_bytes(SCHEMA, a_large_plan(300))
PIECES = len(decode_update(CONTENT).structures) // WITHOUT_PAUSE


def answer_messages(until: Callable[[], bool]) -> int:
    """Read what comes in until something holds, as connections do; return how often that was."""
    receiver, sender = gevent.socket.socketpair()
    with receiver, sender:
        turns = 0
        while not until():
            sender.send(b"x")
            receiver.recv(1)
            # It goes on when the event loop has looked at its connections, and not before.
            wait_write(sender.fileno())
            turns += 1
    return turns


def test_connections_are_served_between_opening_a_large_plan_and_its_first_edit(table: Table):
    table.change(update(PlanUpdate).values(update=CONTENT))
    rooms = table.rooms._rooms
    anna = table.seat("anna")
    assert not rooms[PLAN]._gate._is_ready
    others = gevent.spawn(answer_messages, lambda: rooms[PLAN]._gate._is_ready)
    anna.edit(lambda guest: guest.section("profile").update({"employees": 12}))
    anna.wait_saved()
    assert PIECES > 10
    assert others.get() >= PIECES
    assert table.read().fact("profile")["employees"] == 12


def test_whose_an_identifier_is_is_known_before_the_first_edit():
    document = document_from(CONTENT)
    (known,) = {structure.client for structure in decode_update(CONTENT).structures}
    gate = Gate(SCHEMA, document, {known: "anna"})
    assert gate.may_use(known, "anna")
    assert not gate.may_use(known, "ben")
    assert not Gate(SCHEMA, document, {}).may_use(known, "anna")
    assert gate.may_use(known + 1, "ben")


def test_a_gate_that_nobody_made_ready_is_so_at_the_first_edit():
    document = document_from(CONTENT)
    copy = Copy(document)
    admitted = Gate(SCHEMA, document, {}).admit(
        copy.change(lambda: copy.section("profile").update({"employees": 12})), a_seat()
    )
    assert admitted is not None


def test_an_older_plan_is_completed_with_a_pause_after_every_section():
    document, pauses = document_from(CONTENT), []
    assert complete_document(document, SCHEMA, lambda: pauses.append(1)) is None
    assert len(pauses) == len(SCHEMA.sections)

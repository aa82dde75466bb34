"""A reader who does not read is dropped, and nobody else notices (W8)."""

import json
import socket
from collections.abc import Callable

from tests.builders import an_id
from tests.server.sockets.conftest import RunningServer
from tests.server.sockets.harness.installation import PLAN
from tests.server.sockets.raw import Raw
from tests.wire_client import WireClient

WORDS = 4_900
FIELDS = ("scope", "decision_rights", "escalation", "rhythm")


def flood(client: WireClient, rounds: int) -> None:
    """Replace long texts many times, which everybody is sent."""
    texts = [client.section("charter", "team")[field] for field in FIELDS]
    for _ in range(rounds):
        client.edit(lambda: [(text.clear(), text.insert(0, "x" * WORDS)) for text in texts])
        client.wait_saved()


def test_w8_a_reader_who_does_not_read_is_dropped_at_a_bounded_queue(a_server: Callable[..., RunningServer]):
    server = a_server(edits_per_second=10_000)
    slow = Raw(server.port, PLAN, "slow")
    # Less than one segment of this machine's own network would be handed out in drips of 40 ms, all of it in
    # longer than somebody who is dropped is given.
    slow.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65_536)
    slow.open()
    anna, ben = (WireClient(server.url, PLAN, name).join() for name in ("anna", "ben"))
    before = server.ask("/spent")["memory"]
    rounds = 0
    while an_id("slow") in server.ask(f"/plans/{PLAN}")["people"]:
        assert (rounds := rounds + 1) < 1_200, "The slow reader was never dropped."
        # One at a time, so that it is known at once.
        flood(anna, 1)
    assert rounds > 4
    assert server.ask("/spent")["memory"] - before < 64 * 1024 * 1024
    # The stream that the slow reader gets is whole to its end: no frame is torn.
    texts = []
    while True:
        opcode, content = slow.read()
        if opcode == 8:
            break
        texts.append(content.decode())
    events = [json.loads(text[8:]) for text in texts if text.startswith("42/plan,")]
    assert all(event[0] in ("edits", "presence") for event in events[:-1])
    assert events[-1][0] == "refused"
    assert events[-1][1]["code"] == "slow"
    ben.wait_for(lambda: ben.seq >= anna.seq)
    for client in (anna, ben):
        client.close()
    slow.close()


def test_w8_who_was_dropped_comes_back_by_their_state_vector(a_server: Callable[..., RunningServer]):
    server = a_server(edits_per_second=10_000)
    slow, anna = (WireClient(server.url, PLAN, name).join() for name in ("slow", "anna"))
    slow.close()
    flood(anna, 5)
    slow.join()
    assert str(slow.section("charter", "team")["scope"]) == "x" * WORDS
    slow.close()
    anna.close()


def test_a_reader_who_is_only_late_gets_everything_in_order(a_server: Callable[..., RunningServer]):
    server = a_server(edits_per_second=10_000)
    late = Raw(server.port, PLAN, "late")
    late.open()
    anna = WireClient(server.url, PLAN, "anna").join()
    flood(anna, 100)
    seqs = []
    while not seqs or seqs[-1] < anna.seq:
        seqs.append(json.loads(late.read_text('42/plan,["edits"')[8:])[1])
    assert seqs == sorted(seqs)
    anna.close()
    late.close()

"""The transport: frames, sizes, fragments, pings, closing (ARCHITECTURE.md, Transport)."""

import json
import threading
import urllib.error
import urllib.request
from base64 import b64encode
from collections.abc import Callable, Iterator

import pytest

from tests.server.sockets.conftest import RunningServer
from tests.server.sockets.harness.origin import ORIGIN
from tests.server.sockets.raw import Raw
from tests.wire_client import WireClient

Connect = Callable[..., Raw]


@pytest.fixture
def connect(running_server: RunningServer, plan: str) -> Iterator[Connect]:
    """Open connections to the plan of the test."""
    peers: list[Raw] = []

    def connect(**options: str) -> Raw:
        peers.append(Raw(running_server.port, plan, **options))
        return peers[-1]

    yield connect
    for peer in peers:
        peer.close()


def test_the_handshake_is_answered_with_the_accepted_key(connect: Connect):
    peer = connect(Sec_WebSocket_Key="dGhlIHNhbXBsZSBub25jZQ==")
    assert peer.head.startswith("HTTP/1.1 101 ")
    assert "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=" in peer.head


@pytest.mark.parametrize(
    "wrong",
    [{"Sec_WebSocket_Key": ""}, {"Sec_WebSocket_Version": "8"}, {"Sec_WebSocket_Key": "short"}],
    ids=str,
)
def test_a_handshake_that_is_wrong_is_refused(connect: Connect, wrong: dict[str, str]):
    assert " 101 " not in connect(**wrong).head


def test_pages_of_other_origins_are_refused(connect: Connect):
    assert " 101 " in connect(Origin=ORIGIN).head
    assert " 400 " in connect(Origin="https://evil.example").head


FORGED = {
    "Origin": "https://evil.example",
    "Forwarded": "host=evil.example;proto=https",
    "X-Forwarded-Host": "evil.example",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-For": "127.0.0.1",
}
"""What a page elsewhere would have to say for its origin to look like that of the server."""


def test_headers_about_forwarding_make_no_origin_welcome(connect: Connect):
    assert " 400 " in connect(**FORGED).head
    assert " 400 " in connect(**FORGED, Host="evil.example").head


def test_pages_of_other_origins_cannot_poll_either_whatever_they_say_of_forwarding(
    running_server: RunningServer, plan: str
):
    address = f"{running_server.url}/socket.io/?EIO=4&transport=polling&plan={plan}"
    with pytest.raises(urllib.error.HTTPError) as refusal:
        urllib.request.urlopen(urllib.request.Request(address, headers=FORGED | {"Cookie": "tavolo=anna"}))
    assert refusal.value.code == 400
    refusal.value.close()


def test_a_program_without_origin_needs_a_session_like_everybody(connect: Connect):
    peer = connect(Cookie="")
    peer.read_text("0")
    peer.send("40/plan,")
    answer = json.loads(peer.read_text("44/plan,")[8:])
    assert answer["data"]["code"] == "sign_in_needed"


@pytest.mark.parametrize("cookie", ["tavolo=anna", "__Host-tavolo=anna", "a=b; tavolo=anna; c=d"])
def test_the_session_is_found_in_either_cookie(connect: Connect, cookie: str):
    peer = connect(Cookie=cookie)
    assert '"name":"Anna"' in peer.open()


def test_a_token_may_come_without_a_cookie(connect: Connect):
    peer = connect(Cookie="")
    peer.read_text("0")
    peer.send('40/plan,{"token":"anna"}')
    assert peer.read_text("40/plan,")


def test_a_message_in_fragments_with_a_ping_between_is_one_message(connect: Connect):
    peer = connect()
    peer.read_text("0")
    peer.send("40/pl", fin=False)
    peer.send(b"are you there", opcode=9)
    peer.send("an", opcode=0, fin=False)
    peer.send(",", opcode=0)
    assert peer.read() == (10, b"are you there")
    assert peer.read_text("40/plan,")


def test_a_message_byte_by_byte_is_a_message(connect: Connect):
    peer = connect()
    peer.read_text("0")
    for byte in peer.frame(b"40/plan,"):
        peer.socket.sendall(bytes([byte]))
    assert peer.read_text("40/plan,")


def test_many_messages_in_one_packet_are_many_messages(connect: Connect):
    peer = connect()
    peer.open()
    edits = [b'42/plan,["edit",%d,"AAA="]' % n for n in range(1, 9)]
    peer.socket.sendall(b"".join(peer.frame(edit) for edit in edits))
    assert '{"' in peer.read_text('42/plan,["edits"')


@pytest.mark.parametrize(
    "edit",
    [
        '[ "edit",7,"AAA="]',
        '["edit", 7, "AAA="]',
        '["edit",7,"A\\u0041A="]',
        '["edit",7,"AAA="\n]',
        '["\\u0065dit",7,"AAA="]',
    ],
)
def test_an_edit_is_one_however_its_json_is_written(connect: Connect, edit: str):
    peer = connect()
    peer.open()
    peer.send(f"42/plan,{edit}")
    assert ":7}" in peer.read_text('42/plan,["edits"')


def test_a_payload_beyond_the_limit_is_refused_by_its_head_before_it_is_read(connect: Connect):
    peer = connect()
    peer.read_text("0")
    peer.socket.sendall(peer.frame(b"", length=2**40))
    assert peer.close_code() == 1009


def test_fragments_beyond_the_limit_are_refused_together(connect: Connect):
    peer = connect()
    peer.read_text("0")
    peer.send(b"4" + b"x" * 600_000, fin=False)
    peer.socket.sendall(peer.frame(b"", opcode=0, length=600_000))
    assert peer.close_code() == 1009


WRONG = {
    "a frame that is not masked": (b"\x81\x02hi", 1002),
    "an unknown opcode": (b"\x83\x80\x00\x00\x00\x00", 1002),
    "a reserved bit": (b"\xc1\x80\x00\x00\x00\x00", 1002),
    "a continuation of nothing": (b"\x80\x80\x00\x00\x00\x00", 1002),
    "a ping in fragments": (b"\x09\x80\x00\x00\x00\x00", 1002),
    "a ping of 126 bytes": (b"\x89\xfe\x00\x7e\x00\x00\x00\x00" + b"x" * 126, 1002),
    "a text that is no UTF-8": (b"\x81\x82\x00\x00\x00\x00\xc3\x28", 1007),
    "a close code that does not exist": (b"\x88\x82\x00\x00\x00\x00\x03\xe7", 1002),
}


@pytest.mark.parametrize(("written", "code"), WRONG.values(), ids=list(WRONG))
def test_what_the_protocol_forbids_closes_the_connection_with_its_code(
    connect: Connect, written: bytes, code: int
):
    peer = connect()
    peer.read_text("0")
    peer.socket.sendall(written)
    assert peer.close_code() == code


@pytest.mark.parametrize(
    "packet",
    [
        *("", "4", "9", "49", "44/plan,", "x"),
        *('42/plan,["edit"', "42/plan,{}", "42/plan,[]", "42/plan,[[],1]"),
        *(
            '42/plan,["edit",007,"AAA="]',
            '42/plan,["edit",1,"AAA=""]',
            f'42/plan,["edit",{"9" * 5_000},"AAA="]',
        ),
    ],
    ids=lambda packet: packet[:30],
)
def test_a_packet_that_is_none_ends_the_connection_and_no_other(connect: Connect, packet: str, plan: str):
    other = connect()
    other.open()
    peer = connect()
    peer.open()
    peer.send(packet)
    peer.send("42/plan," + "[" * 5_000)
    assert peer.close_code() in (0, 1000, 1008)
    other.send('42/plan,["edit",1,"AAA="]')
    assert other.read_text('42/plan,["edits"')


def test_bytes_end_the_connection(connect: Connect):
    peer = connect()
    peer.open()
    peer.send(b"\x00\x01", opcode=2)
    assert peer.close_code() in (0, 1000)


def test_closing_is_answered(connect: Connect):
    peer = connect()
    peer.open()
    peer.send((1000).to_bytes(2, "big"), opcode=8)
    assert peer.close_code() == 1000


def test_a_connection_that_breaks_is_noticed(connect: Connect, running_server: RunningServer, plan: str):
    peer, witness = connect(), WireClient(running_server.url, plan, "ben").join()
    peer.open()
    peer.send('42/plan,["presence","AQcBEXsiYXQiOm51bGwsImEiOjF9"]')
    witness.wait_event("presence")
    peer.close()
    (gone,) = witness.wait_event("presence")
    assert gone == b64encode(bytes([1, 7, 2, 4]) + b"null").decode()
    witness.close()


def test_a_client_that_polls_can_take_part_and_change_to_a_websocket(
    running_server: RunningServer, plan: str
):
    address = f"{running_server.url}/socket.io/?EIO=4&transport=polling&plan={plan}"
    opened = json.loads(poll(address)[0][1:])
    assert opened["upgrades"] == ["websocket"]
    session = f"{address}&sid={opened['sid']}"
    poll(session, "40/plan,")
    assert poll(session)[0].startswith("40/plan,")
    poll(
        session,
        "\x1e".join(['42/plan,1["open",{}]'] + [f'42/plan,["edit",{n},"AAA="]' for n in range(1, 40)]),
    )
    answers = poll(session)
    assert answers[0].startswith("43/plan,1")
    while not any('"edits"' in answer for answer in answers):
        answers = poll(session)
    waiting: list[list[str]] = []
    poller = threading.Thread(target=lambda: waiting.append(poll(session)))
    poller.start()
    peer = Raw(running_server.port, plan, query=f"&sid={opened['sid']}")
    peer.send("2probe")
    assert peer.read() == (1, b"3probe")
    poller.join(20)
    assert waiting == [["6"]]
    peer.send("5")
    peer.send('42/plan,["edit",40,"AAA="]')
    assert peer.read_text('42/plan,["edits"')
    peer.close()


def poll(address: str, body: str | None = None) -> list[str]:
    """Ask as a client that polls, and return the packets of the answer."""
    request = urllib.request.Request(address, body.encode() if body else None)
    request.add_header("Cookie", "tavolo=anna")
    with urllib.request.urlopen(request, timeout=20) as answer:
        return answer.read().decode().split("\x1e")


def test_a_poll_without_a_seat_is_refused(running_server: RunningServer, plan: str):
    with pytest.raises(urllib.error.HTTPError) as refusal:
        poll(f"{running_server.url}/socket.io/?EIO=4&transport=polling&plan={plan}&sid=nobody")
    assert refusal.value.code == 400
    refusal.value.close()


def test_an_edit_right_behind_the_opening_is_handled_after_it(connect: Connect):
    peer = connect()
    peer.read_text("0")
    packets = ["40/plan,", '42/plan,1["open",{}]', '42/plan,["edit",1,"AAA="]', '42/plan,["edit",2,"AAA="]']
    peer.socket.sendall(b"".join(peer.frame(packet.encode()) for packet in packets))
    assert peer.read_text("43/plan,1")
    saved = ""
    while not saved.endswith(":2}]"):
        saved = peer.read_text('42/plan,["edits"')


def test_who_floods_is_shown_out_and_nobody_else(connect: Connect):
    peer, other = connect(), connect()
    other.open()
    peer.open()
    peer.socket.sendall(peer.frame(b'42/plan,["edit",1,"AAA="]') * 600)
    assert '"flood"' in peer.read_text('42/plan,["refused"')
    assert peer.close_code() in (0, 1000)
    other.send('42/plan,["edit",1,"AAA="]')
    assert other.read_text('42/plan,["edits"')

"""What a client sees of the wire (W1, W6, W7, W9, D2, D6)."""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from typing import Any

import pytest

from tests.builders import an_id
from tests.server.sockets.conftest import RunningServer
from tests.wire_client import Unwelcome, WireClient

Join = Callable[..., WireClient]


def vision(client: WireClient) -> Any:
    """Return the shared text in which these tests type."""
    return client.section("profile", "customer_profile")["vision"]


def types(client: WireClient, words: str) -> int:
    """Type at the front of the text and return the number of the edit."""
    return client.edit(lambda: vision(client).insert(0, words))


def awareness(client: int, clock: int, state: Any) -> str:
    """Return an awareness update of one small state."""
    content = json.dumps(state).encode()
    assert max(client, clock, len(content)) < 128
    return b64encode(bytes([1, client, clock, len(content)]) + content).decode()


def test_the_answer_to_open_says_who_one_is_and_what_one_may_use(join: Join, plan: str):
    answer = join("anna").opened
    assert answer["lineage"] == plan[::-1]
    assert answer["reset"] is False
    assert answer["seq"] == 1
    assert answer["workshop"] is None
    you = answer["you"]
    assert you | {"key": ""} == {
        "key": "",
        "participant": an_id("anna"),
        "name": "Anna",
        "role": "participant",
        "department": "Sales",
    }
    assert len(you["key"]) == 16
    assert set(answer["limits"]) == {"update_bytes", "edits_per_second", "presence_bytes", "text_length"}


def test_w1_the_author_and_everybody_else_get_the_same_message(join: Join):
    anna, ben = join("anna"), join("ben")
    n = types(anna, "Hello")
    anna.wait_saved()
    ben.wait_for(lambda: str(vision(ben)) == "Hello")
    assert anna.events[-1] == ben.events[-1]
    assert ben.events[-1][1][2] == {anna.you["key"]: n}


def test_two_people_who_type_at_once_see_the_same_in_the_end(join: Join):
    anna, ben = join("anna"), join("ben")
    for _ in range(30):
        types(anna, "a")
        types(ben, "b")
    for client in (anna, ben):
        client.wait_saved()
        client.wait_for(lambda c=client: len(str(vision(c))) == 60)
    assert str(vision(anna)) == str(vision(ben))


def test_two_connections_of_one_person_have_keys_of_their_own(join: Join):
    one, other = join("anna"), join("anna")
    assert one.you["key"] != other.you["key"]
    assert one.you["participant"] == other.you["participant"]
    types(one, "x")
    one.wait_saved()
    other.wait_for(lambda: str(vision(other)) == "x")
    assert other.saved == 0


def test_what_was_written_offline_is_sent_on_opening(join: Join, running_server: RunningServer, plan: str):
    anna, ben = join("anna"), join("ben")
    anna.close()
    anna.change(lambda: vision(anna).insert(0, "offline "))
    types(ben, "online ")
    ben.wait_saved()
    anna.join()
    anna.wait_saved()
    ben.wait_for(lambda: "offline" in str(vision(ben)))
    assert str(vision(anna)) == str(vision(ben))
    assert running_server.ask(f"/plans/{plan}")["facts"]["profile"]["vision"] == str(vision(ben))


def test_w9_an_edit_sent_again_after_a_reconnection_is_harmless(join: Join):
    anna, ben = join("anna"), join("ben")
    update = anna.change(lambda: vision(anna).insert(0, "once"))
    anna.send_edit(update)
    anna.wait_saved()
    anna.close()
    anna.join()
    anna.send_edit(update)
    anna.wait_saved()
    ben.wait_for(lambda: str(vision(ben)) == "once")
    assert anna.events[-1] == ("edits", [2, "", {anna.you["key"]: 1}])


def test_d2_a_copy_of_another_lineage_is_replaced(join: Join, running_server: RunningServer):
    anna = join("anna")
    types(anna, "here")
    anna.wait_saved()
    anna.close()
    anna.plan = running_server.make_plan("elsewhere")
    assert anna.join().opened["reset"]
    assert str(vision(anna)) == ""


def test_w6_a_rejected_edit_is_told_to_its_author_alone_who_then_begins_anew(join: Join):
    anna, ben = join("anna"), join("ben")
    profile = anna.section("profile", "customer_profile")
    n = anna.edit(lambda: profile.update({"employees": "many"}))
    (rejected,) = anna.wait_event("rejected")
    assert rejected == {
        "n": n,
        "code": "invalid",
        "where": "profile/employees",
        "message": "Employees: Must be a number.",
    }
    anna.new_document()
    anna.open()
    types(anna, "better")
    anna.wait_saved()
    ben.wait_for(lambda: str(vision(ben)) == "better")
    assert not [event for event in ben.events if event[0] == "rejected"]


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        [1],
        [1, 2],
        [1, "%%%"],
        [1, "AAA"],
        ["1", "AAA="],
        [True, "AAA="],
        [None, None],
        [1, "AAAA", 3],
        [{}, []],
    ],
    ids=str,
)
def test_w6_what_is_no_edit_is_rejected(join: Join, arguments: list[Any]):
    anna = join("anna")
    anna.send("edit", *arguments)
    (rejected,) = anna.wait_event("rejected")
    assert rejected["code"] == "malformed"


def test_an_edit_larger_than_allowed_is_rejected_and_the_connection_stays(join: Join):
    anna = join("anna")
    anna.send_edit(b"\x00" * (anna.opened["limits"]["update_bytes"] + 1))
    assert anna.wait_event("rejected")[0]["code"] == "too_large"
    assert "error" not in anna.open()


def test_w7_a_viewer_may_not_edit(join: Join):
    victor = join("victor:viewer")
    assert victor.you["role"] == "viewer"
    types(victor, "x")
    assert victor.wait_event("rejected")[0]["code"] == "read_only"


def test_w7_another_role_takes_effect_on_an_open_socket_within_two_seconds(
    join: Join, running_server: RunningServer
):
    client = join("walter")
    running_server.ask("/seat/walter", {"role": "viewer"})
    assert client.wait_event("you", patience=2.0) == [
        {"role": "viewer", "name": "Walter", "department": "Service"}
    ]
    types(client, "x")
    assert client.wait_event("rejected")[0]["code"] == "read_only"


def test_w7_lost_access_ends_an_open_socket_within_two_seconds(join: Join, running_server: RunningServer):
    client, other = join("xaver"), join("anna")
    running_server.ask("/seat/xaver", {"plan": "nowhere"})
    assert client.wait_event("refused", patience=2.0)[0]["code"] == "removed"
    client.wait_closed()
    types(other, "x")
    other.wait_saved()


def test_w7_a_change_that_is_announced_takes_effect_at_once(join: Join, running_server: RunningServer):
    client = join("yvonne")
    running_server.ask("/seat/yvonne?now=1", {"role": "viewer"})
    (you,) = client.wait_event("you", patience=0.5)
    assert you["role"] == "viewer"


def test_who_signs_out_is_shown_out(join: Join, running_server: RunningServer):
    client = join("zoe")
    running_server.ask("/sign_out/zoe", {})
    assert client.wait_event("refused")[0]["code"] == "signed_out"
    client.wait_closed()


def test_d6_presence_carries_the_name_of_the_session(join: Join):
    anna, ben = join("anna"), join("ben")
    at = {"section": "actions", "id": None, "field": "title"}
    anna.send("presence", awareness(7, 1, {"user": {"name": "Boss"}, "at": at}))
    (update,) = ben.wait_event("presence")
    content = b64decode(update)
    assert content[:3] == bytes([1, 7, 1])
    state = json.loads(content[content.index(b"{") :])
    assert state["user"]["name"] == "Anna"
    assert state["user"]["participant"] == an_id("anna")
    assert state["at"] == at


def test_d6_nobody_moves_somebody_elses_cursor(join: Join):
    anna, ben, carla = join("anna"), join("ben"), join("carla")
    anna.send("presence", awareness(7, 1, {"at": None}))
    carla.wait_event("presence")
    ben.send("presence", awareness(7, 9, None))
    ben.send("presence", awareness(8, 1, {"at": None}))
    (update,) = carla.wait_event("presence")
    assert b64decode(update)[:3] == bytes([1, 8, 1])


def test_a_newcomer_is_told_who_is_here_and_everybody_who_left(join: Join):
    anna = join("anna")
    anna.send("presence", awareness(7, 1, {"at": None}))
    anna.wait_event("presence")
    ben = join("ben")
    (update,) = ben.wait_event("presence")
    assert b64decode(update)[:3] == bytes([1, 7, 1])
    anna.close()
    (update,) = ben.wait_event("presence")
    assert b64decode(update) == bytes([1, 7, 2, 4]) + b"null"


def test_presence_that_is_too_large_goes_no_further(join: Join):
    anna, ben = join("anna"), join("ben")
    anna.send("presence", b64encode(b"\x01\x07\x01" + b"x" * 5_000).decode())
    anna.send("presence", "%%%")
    anna.send("presence")
    ben.send("presence", awareness(8, 1, {"at": None}))
    (update,) = anna.wait_event("presence")
    assert b64decode(update)[:3] == bytes([1, 8, 1])


def test_edits_before_open_are_not_taken(running_server: RunningServer, plan: str):
    client = WireClient(running_server.url, plan, "anna").connect()
    client.send_edit(b"\x00\x00")
    client.send("presence", awareness(7, 1, {}))
    client.open()
    types(client, "x")
    client.wait_saved(1)
    assert client.events == [("edits", [2, client.events[0][1][1], {client.you["key"]: 1}])]
    client.close()


@pytest.mark.parametrize(
    "asked", [3, [], {"lineage": 3}, {"state_vector": "%"}, {"state_vector": b64encode(b"\xff").decode()}]
)
def test_an_open_that_cannot_be_read_is_answered_with_an_error(
    running_server: RunningServer, plan: str, asked: Any
):
    client = WireClient(running_server.url, plan, "anna").connect()
    client.send_text("42/plan,1" + json.dumps(["open", asked]))
    client.wait_for(lambda: client.opened)
    assert client.opened["error"]["code"] == "malformed"
    client.close()


def test_a_plan_that_is_not_there_is_answered_with_an_error(running_server: RunningServer):
    client = WireClient(running_server.url, an_id("nothing"), "anna").connect()
    assert client.open()["error"]["code"] == "unknown_plan"
    client.close()


@pytest.mark.parametrize(("token", "code"), [("", "sign_in_needed"), ("nobody", "unknown_plan")])
def test_who_has_no_seat_is_not_let_in(running_server: RunningServer, plan: str, token: str, code: str):
    running_server.ask("/seat/nobody", {"plan": "nowhere"})
    client = WireClient(running_server.url, plan, token)
    with pytest.raises(Unwelcome) as refusal:
        client.connect()
    assert refusal.value.code == code
    client.close()

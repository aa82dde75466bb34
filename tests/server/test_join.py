"""Joining a plan by its code: who gets in, as whom, and how often one may be wrong."""

from typing import Any

import pytest
from sqlalchemy import event

from server.store.models import Member
from server.usecases import join
from server.usecases.attempts import Attempts
from server.usecases.callers import Caller, caller_of_member
from server.usecases.join import Door
from server.usecases.secrets import CODE_ALPHABET, new_code
from tests.postgresql import ON_BOTH
from tests.server.builders import LIFE, START, World

pytestmark = ON_BOTH

WRONG = "ZZZZZZZZ"


def newcomer(code: str, name: str = "Nina", department: str = "Service") -> dict[str, str]:
    return {"code": code, "name": name, "department": department}


def people_of(world: World) -> dict[str, dict[str, object]]:
    guests = world.browser("facilitator").get(f"/api/plans/{world.plan}/people").json["guests"]
    return {guest["name"]: guest for guest in guests}


def test_a_code_is_eight_characters_without_look_alikes() -> None:
    assert len(CODE_ALPHABET) == 31
    assert not set(CODE_ALPHABET) & set("0O1IL")
    assert len(new_code()) == 8
    assert set(new_code()) <= set(CODE_ALPHABET)


def test_somebody_with_the_code_joins_without_an_account(world: World) -> None:
    browser = world.browser()
    joined = browser.post("/api/join", newcomer(world.code()))
    assert joined.json == {"plan": world.plan}
    session = browser.get("/api/session").json
    assert (session["kind"], session["name"], session["department"]) == ("guest", "Nina", "Service")
    assert browser.get(f"/api/plans/{world.plan}").json["can"] == ["comment", "edit", "read"]


def test_a_code_may_be_typed_in_small_letters_with_spaces_and_hyphens(world: World) -> None:
    code = world.code().lower()
    typed = f" {code[:4]}-{code[4:]} "
    assert world.browser().post("/api/join", newcomer(typed)).status_code == 200


def test_a_code_can_be_looked_at_before_joining(world: World) -> None:
    seen = world.browser().post("/api/join/look", {"code": world.code()})
    assert seen.json == {"plan_title": "Meridian 2027", "account_name": "Meridian", "company": "Adler Works"}
    assert world.browser().post("/api/join/look", {"code": WRONG}).json["code"] == "unknown_code"


def test_a_guest_says_who_they_are(world: World) -> None:
    refused = world.browser().post("/api/join", {"code": world.code(), "name": " "})
    assert refused.status_code == 422
    assert [fault["where"] for fault in refused.json["errors"]] == ["name", "department"]


def test_a_guest_who_joins_again_from_the_same_browser_stays_the_same_participant(world: World) -> None:
    browser, code = world.browser(), world.code()
    browser.post("/api/join", newcomer(code))
    first = browser.get("/api/session").json["participant"]
    browser.post("/api/join", newcomer(code, name="Nina Berg"))
    again = browser.get("/api/session").json
    assert again["participant"] == first
    assert again["name"] == "Nina Berg"
    assert set(people_of(world)) == {"Gus", "Nina Berg"}


def test_two_guests_of_one_name_are_two_participants(world: World) -> None:
    code = world.code()
    browsers = [world.browser(), world.browser()]
    for browser in browsers:
        browser.post("/api/join", newcomer(code))
    assert len({browser.get("/api/session").json["participant"] for browser in browsers}) == 2


def test_a_member_with_access_just_gets_the_plan(world: World) -> None:
    browser = world.browser("viewer")
    assert browser.post("/api/join", {"code": world.code()}).json == {"plan": world.plan}
    assert browser.get("/api/session").json["kind"] == "member"
    assert browser.get(f"/api/plans/{world.plan}").json["role"] == "viewer"
    assert list(people_of(world)) == ["Gus"]


def test_a_member_without_access_gets_a_seat_in_that_plan_and_stays_signed_in(world: World) -> None:
    browser = world.browser("stranger")
    for _ in range(2):
        assert browser.post("/api/join", {"code": world.code()}).json == {"plan": world.plan}
    assert browser.get("/api/session").json["kind"] == "member"
    assert browser.get(f"/api/plans/{world.plan}").json["role"] == "participant"
    assert browser.get(f"/api/accounts/{world.account}").status_code == 404
    assert browser.get("/api/accounts").json == []
    assert people_of(world)["Stranger"]["participant"] == world.members["stranger"]


def test_a_member_who_joined_by_code_can_be_shown_out(world: World) -> None:
    browser = world.browser("stranger")
    browser.post("/api/join", {"code": world.code()})
    seat = people_of(world)["Stranger"]["id"]
    assert world.browser("facilitator").delete(f"/api/plans/{world.plan}/guests/{seat}").status_code == 204
    assert browser.get(f"/api/plans/{world.plan}").json["code"] == "unknown_plan"
    assert browser.get("/api/session").json["kind"] == "member"


def member_called(world: World, name: str) -> Caller:
    with world.database.session() as session:
        return caller_of_member("session", session.get_one(Member, world.members[name]))


def join_twice_at_once(world: World) -> list[str]:
    """Let a member press the button twice, and return the seats they have afterwards."""
    member = member_called(world, "stranger")
    code, door = world.code(), Door("browser", Attempts(9, LIFE), Attempts(9, LIFE))

    def press(*_said: object) -> None:
        with world.database.session() as session:
            join.join(session, door, member, START, LIFE, code=code)

    with world.database.session() as session:
        event.listen(session, "before_flush", press, once=True)
        join.join(session, door, member, START, LIFE, code=code)
    return [one["id"] for one in guests_of(world) if one["name"] == "Stranger"]


def guests_of(world: World) -> list[dict[str, Any]]:
    return list(world.browser("owner").get(f"/api/plans/{world.plan}/people").json["guests"])


def test_a_member_who_pressed_the_button_twice_is_shown_out_with_every_seat(world: World) -> None:
    seats = join_twice_at_once(world)
    assert (
        world.browser("facilitator").delete(f"/api/plans/{world.plan}/guests/{seats[0]}").status_code == 204
    )
    assert world.browser("stranger").get(f"/api/plans/{world.plan}").json["code"] == "unknown_plan"
    assert all(one["removed"] for one in guests_of(world) if one["id"] in seats)


@pytest.mark.parametrize("seat", [0, -1])
def test_a_member_who_pressed_the_button_twice_has_one_role(world: World, seat: int) -> None:
    address = f"/api/plans/{world.plan}/guests/{join_twice_at_once(world)[seat]}"
    assert world.browser("facilitator").patch(address, {"role": "viewer"}).status_code == 200
    assert world.browser("stranger").get(f"/api/plans/{world.plan}").json["role"] == "viewer"


def test_a_guest_of_another_plan_becomes_a_guest_of_this_one(world: World) -> None:
    browser = world.browser("other guest")
    browser.post("/api/join", newcomer(world.code()))
    assert browser.get(f"/api/plans/{world.plan}").status_code == 200
    assert browser.get(f"/api/plans/{world.other_plan}").status_code == 404


def test_a_new_code_ends_the_one_before_and_leaves_everybody_in(world: World) -> None:
    browser, first = world.browser(), world.code()
    browser.post("/api/join", newcomer(first))
    second = world.code()
    assert first != second
    assert world.browser().post("/api/join", newcomer(first)).json["code"] == "unknown_code"
    assert world.browser().post("/api/join", newcomer(second)).status_code == 200
    assert browser.get(f"/api/plans/{world.plan}").status_code == 200


def test_a_code_expires(world: World) -> None:
    code = world.code()
    world.clock.advance(hours=25)
    assert world.browser().post("/api/join", newcomer(code)).json["code"] == "unknown_code"
    shown = world.browser("facilitator").get(f"/api/plans/{world.plan}/join-code").json
    assert shown == {"code": None, "link": None, "qr_svg": None, "expires_at": None}


def test_a_closed_code_admits_nobody(world: World) -> None:
    code = world.code()
    assert world.browser("facilitator").delete(f"/api/plans/{world.plan}/join-code").status_code == 204
    assert world.browser().post("/api/join", newcomer(code)).json["code"] == "unknown_code"


def test_the_code_of_a_plan_in_the_bin_admits_nobody_even_after_it_came_back(world: World) -> None:
    code = world.code()
    world.browser("owner").delete(f"/api/plans/{world.plan}")
    assert world.browser().post("/api/join", newcomer(code)).json["code"] == "unknown_code"
    world.browser("owner").post(f"/api/plans/{world.plan}/restore")
    assert world.browser().post("/api/join", newcomer(code)).json["code"] == "unknown_code"


def test_a_code_is_shown_with_a_link_and_a_picture_of_it(world: World) -> None:
    made = world.browser("facilitator").post(f"/api/plans/{world.plan}/join-code").json
    assert made["link"] == f"http://127.0.0.1:8765/join/{made['code']}"
    assert made["qr_svg"].startswith("<svg")
    assert made["expires_at"] == "2027-01-12T09:00:00.000Z"


def test_ten_wrong_codes_a_minute_close_the_door_to_one_browser_only(world: World) -> None:
    browser, code = world.browser(), world.code()
    for _ in range(10):
        assert browser.post("/api/join", newcomer(WRONG)).json["code"] == "unknown_code"
    refused = browser.post("/api/join", newcomer(code))
    assert refused.status_code == 429
    assert refused.headers["Retry-After"] == "61"
    neighbour = world.browser()
    assert neighbour.post("/api/join", newcomer(code)).status_code == 200
    world.clock.advance(seconds=61)
    assert browser.post("/api/join", newcomer(code)).status_code == 200


def test_looking_counts_as_trying(world: World) -> None:
    browser = world.browser()
    for _ in range(10):
        browser.post("/api/join/look", {"code": WRONG})
    assert browser.post("/api/join/look", {"code": WRONG}).status_code == 429


def test_browsers_that_keep_no_cookie_are_stopped_together(world: World) -> None:
    code = world.code()
    for _ in range(600):
        assert world.browser().post("/api/join/look", {"code": WRONG}).status_code == 404
    assert world.browser().post("/api/join", newcomer(code)).status_code == 429
    world.clock.advance(seconds=61)
    assert world.browser().post("/api/join", newcomer(code)).status_code == 200


def test_a_removed_guest_is_out_at_once_but_what_they_are_called_stays(world: World) -> None:
    browser = world.browser("guest")
    guest = f"/api/plans/{world.plan}/guests/{world.members['guest']}"
    assert world.browser("facilitator").delete(guest).status_code == 204
    assert world.live.told == [("recheck", "")]
    assert browser.get("/api/session").json["kind"] == "nobody"
    assert people_of(world)["Gus"]["removed"] is True
    assert world.browser("facilitator").delete(guest).json["code"] == "unknown_guest"


def test_a_guest_is_only_changed_from_the_plan_they_are_in(world: World) -> None:
    foreign = f"/api/plans/{world.plan}/guests/{world.members['other guest']}"
    assert world.browser("owner").delete(foreign).json["code"] == "unknown_guest"


@pytest.mark.parametrize(("role", "can_edit"), [("viewer", False), ("participant", True)])
def test_a_guest_can_be_given_another_role(world: World, role: str, can_edit: bool) -> None:
    guest = f"/api/plans/{world.plan}/guests/{world.members['guest']}"
    assert world.browser("facilitator").patch(guest, {"role": role}).json["role"] == role
    assert ("edit" in world.browser("guest").get(f"/api/plans/{world.plan}").json["can"]) is can_edit


def test_a_guest_never_owns_a_plan(world: World) -> None:
    guest = f"/api/plans/{world.plan}/guests/{world.members['guest']}"
    assert world.browser("owner").patch(guest, {"role": "owner"}).json["code"] == "not_allowed"

"""The first set-up, invitations, and who the members are."""

from typing import Any

import pytest

from server.store.models import Installation, Member
from server.usecases import set_up
from tests.postgresql import ON_BOTH
from tests.server.builders import PASSWORD, World

pytestmark = ON_BOTH

OWNER = {
    "company": "Adler Works",
    "name": "Olga",
    "email": "Olga@adler.example",
    "password": PASSWORD,
    "department": "Sales",
}


@pytest.fixture
def setup_token(world: World) -> str:
    """The secret of a set-up link, in an installation that nobody owns."""
    with world.database.session() as session:
        for member in session.query(Member):
            member.is_owner = False
        session.commit()
        token = set_up.new_setup_token(session)
        assert token is not None
        return token


def invitation(**said: Any) -> dict[str, Any]:
    return {"email": "new@adler.example", "name": "Nils", "department": "Finance"} | said


def invite(world: World, **said: Any) -> str:
    """Invite somebody and return the secret part of their link."""
    made = world.browser("owner").post("/api/invitations", invitation(**said))
    assert made.status_code == 201, made.json
    address, _, token = made.json["link"].partition("#")
    assert address == "http://127.0.0.1:8765/invitation"
    return str(token)


def accepting(token: str) -> dict[str, str]:
    return {"token": token, "name": "Nils", "department": "Finance", "password": PASSWORD}


def test_the_set_up_link_makes_the_owner_once(world: World, setup_token: str) -> None:
    browser = world.browser()
    assert browser.get("/api/session").json["kind"] == "setup"
    made = browser.post("/api/setup", OWNER | {"token": setup_token})
    assert (made.json["kind"], made.json["is_owner"]) == ("member", True)
    assert made.json["email"] == "olga@adler.example"
    assert len(browser.get("/api/accounts").json) == 2
    again = world.browser().post("/api/setup", OWNER | {"token": setup_token})
    assert again.json["code"] == "already_set_up"


def test_a_wrong_set_up_token_makes_nothing(world: World, setup_token: str) -> None:
    refused = world.browser().post("/api/setup", OWNER | {"token": "x" * 43})
    assert refused.json["code"] == "unknown_setup_token"
    assert world.browser().get("/api/session").json["kind"] == "setup"


def test_a_new_set_up_link_ends_the_one_before(world: World, setup_token: str) -> None:
    with world.database.session() as session:
        second = set_up.new_setup_token(session)
    assert world.browser().post("/api/setup", OWNER | {"token": setup_token}).status_code == 403
    assert world.browser().post("/api/setup", OWNER | {"token": second}).status_code == 200


def test_a_weak_password_leaves_the_set_up_link_usable(world: World, setup_token: str) -> None:
    weak = world.browser().post("/api/setup", OWNER | {"token": setup_token, "password": "short"})
    assert weak.json["code"] == "weak_password"
    assert world.browser().post("/api/setup", OWNER | {"token": setup_token}).status_code == 200


def test_no_set_up_link_is_made_for_an_installation_that_somebody_owns(world: World) -> None:
    with world.database.session() as session:
        assert set_up.new_setup_token(session) is None


def test_only_hashes_of_tokens_are_kept(world: World, setup_token: str) -> None:
    with world.database.session() as session:
        kept = session.query(Installation).one().setup_token_hash
    assert kept is not None
    assert setup_token.encode() not in kept


def test_an_invitation_makes_a_member_with_access_to_its_account(world: World) -> None:
    token, browser = invite(world, account_id=world.account, role="facilitator"), world.browser()
    seen = browser.post("/api/invitations/look", {"token": token}).json
    assert seen == {
        "email": "new@adler.example",
        "name": "Nils",
        "department": "Finance",
        "company": "Adler Works",
    }
    accepted = browser.post("/api/invitations/accept", accepting(token))
    assert accepted.json["kind"] == "member"
    assert browser.get(f"/api/plans/{world.plan}").json["role"] == "facilitator"
    assert browser.get(f"/api/plans/{world.other_plan}").status_code == 404


def test_an_invitation_is_used_once(world: World) -> None:
    token = invite(world)
    world.browser().post("/api/invitations/accept", accepting(token))
    again = world.browser().post("/api/invitations/accept", accepting(token))
    assert again.json["code"] == "unknown_invitation"


def test_an_invitation_expires_and_can_be_withdrawn(world: World) -> None:
    withdrawn, late = invite(world), invite(world, email="late@adler.example")
    owner = world.browser("owner")
    open_ones = {i["email"]: i["id"] for i in owner.get("/api/invitations").json}
    assert owner.delete(f"/api/invitations/{open_ones['new@adler.example']}").status_code == 204
    assert world.browser().post("/api/invitations/look", {"token": withdrawn}).status_code == 404
    assert world.browser().post("/api/invitations/look", {"token": late}).status_code == 200
    world.clock.advance(days=15)
    assert world.browser().post("/api/invitations/look", {"token": late}).status_code == 404


def test_a_member_is_not_invited_again(world: World) -> None:
    refused = world.browser("owner").post("/api/invitations", invitation(email="Viewer@adler.example"))
    assert refused.json["code"] == "already_member"


def test_two_invitations_to_one_address_make_one_member(world: World) -> None:
    first, second = invite(world), invite(world)
    assert world.browser().post("/api/invitations/accept", accepting(first)).status_code == 200
    assert world.browser().post("/api/invitations/accept", accepting(second)).json["code"] == "already_member"


def test_an_invitation_to_an_account_in_the_bin_is_refused(world: World) -> None:
    world.browser("owner").delete(f"/api/accounts/{world.account}")
    refused = world.browser("owner").post("/api/invitations", invitation(account_id=world.account))
    assert refused.json["code"] == "unknown_account"


def test_a_weak_password_leaves_the_invitation_usable(world: World) -> None:
    token = invite(world)
    weak = world.browser().post("/api/invitations/accept", accepting(token) | {"password": "short"})
    assert weak.json["code"] == "weak_password"
    assert world.browser().post("/api/invitations/accept", accepting(token)).status_code == 200


def test_the_last_owner_can_neither_leave_nor_step_down(world: World) -> None:
    owner, me = world.browser("owner"), f"/api/members/{world.members['owner']}"
    assert owner.patch(me, {"is_owner": False}).json["code"] == "last_owner"
    assert owner.patch(me, {"deactivated": True}).json["code"] == "last_owner"
    assert owner.patch(f"/api/members/{world.members['viewer']}", {"is_owner": True}).json["is_owner"] is True
    assert owner.patch(me, {"is_owner": False}).status_code == 200
    assert owner.get("/api/invitations").json["code"] == "not_allowed"


def test_a_member_is_renamed_and_taken_back(world: World) -> None:
    owner, viewer = world.browser("owner"), f"/api/members/{world.members['viewer']}"
    assert owner.patch(viewer, {"name": "Vera", "deactivated": True}).json["deactivated"] is True
    assert owner.patch(viewer, {"deactivated": False}).json["name"] == "Vera"
    assert {m["name"] for m in owner.get("/api/members").json} >= {"Vera", "Owner"}


def test_an_unknown_member_is_named_so(world: World) -> None:
    assert world.browser("owner").patch("/api/members/nobody", {"name": "X"}).json["code"] == "unknown_member"

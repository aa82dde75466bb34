"""Accounts, the plans in them, and the bin they go to."""

from time import time
from typing import Any

import pytest

from server.store.models import PlanLease
from tests.postgresql import ON_BOTH
from tests.server.builders import World

pytestmark = ON_BOTH

DATES = {"starts_on": "2027-01-01", "ends_on": "2028-12-31"}


def names(accounts: list[dict[str, Any]]) -> list[str]:
    return [account["name"] for account in accounts]


def test_members_see_the_accounts_given_to_them_and_the_owner_all(world: World) -> None:
    assert names(world.browser("owner").get("/api/accounts").json) == ["Meridian", "Orion"]
    assert names(world.browser("viewer").get("/api/accounts").json) == ["Meridian"]
    assert names(world.browser("stranger").get("/api/accounts").json) == []


def test_an_account_lists_its_plans_with_who_is_at_them_now(world: World) -> None:
    world.live.open_now[world.plan] = ("Ana", "Ben")
    account = world.browser("viewer").get(f"/api/accounts/{world.account}").json
    assert account["role"] == "viewer"
    [plan] = account["plans"]
    assert (plan["title"], plan["people_now"], plan["starts_on"]) == ("Meridian 2027", 2, "2027-01-01")
    assert plan["changed_at"] == "2027-01-11T09:00:00.000Z"


@pytest.mark.parametrize(("here", "told", "now"), [(0, 3, 3), (2, 3, 2), (0, 0, 0)])
def test_an_account_lists_who_is_at_its_plans_at_another_process_too(
    world: World, here: int, told: int, now: int
) -> None:
    world.live.open_now[world.plan] = ["somebody"] * here
    with world.database.session() as session:
        lease = {"holder": "another", "epoch": 1, "expires_at": time() + 60, "people": told}
        session.add(PlanLease(plan_id=world.plan, **lease))
        session.commit()
    viewer = world.browser("viewer")
    (listed,) = viewer.get("/api/accounts").json[0]["plans"]
    (shown,) = viewer.get(f"/api/accounts/{world.account}").json["plans"]
    assert listed["people_now"] == shown["people_now"] == now


def test_whoever_makes_an_account_owns_it(world: World) -> None:
    made = world.browser("stranger").post("/api/accounts", {"name": " Polaris "})
    assert made.status_code == 201
    assert (made.json["name"], made.json["role"]) == ("Polaris", "owner")
    address = f"/api/accounts/{made.json['id']}"
    assert world.browser("stranger").delete(address).status_code == 204
    assert world.browser("viewer").get(address).status_code == 404


def test_two_accounts_of_one_name_would_be_taken_for_each_other(world: World) -> None:
    assert world.browser("stranger").post("/api/accounts", {"name": "MERIDIAN"}).json["code"] == "name_taken"
    rename = world.browser("owner").patch(f"/api/accounts/{world.account}", {"name": "Orion"})
    assert rename.json["code"] == "name_taken"
    same = world.browser("owner").patch(f"/api/accounts/{world.account}", {"name": "meridian"})
    assert same.json["name"] == "meridian"


def test_an_account_in_the_bin_takes_its_plans_along_and_brings_them_back(world: World) -> None:
    browser, address = world.browser("account owner"), f"/api/accounts/{world.account}"
    assert browser.delete(address).status_code == 204
    assert browser.get(address).json["code"] == "unknown_account"
    assert world.browser("guest").get(f"/api/plans/{world.plan}").json["code"] == "unknown_plan"
    assert browser.get("/api/accounts").json == []
    assert names(browser.get("/api/accounts?removed=true").json) == ["Meridian"]
    assert world.browser("facilitator").get("/api/accounts?removed=true").json == []
    assert browser.post(f"{address}/restore").json["name"] == "Meridian"
    assert world.browser("guest").get(f"/api/plans/{world.plan}").status_code == 200


def test_an_account_does_not_come_back_beside_another_of_its_name(world: World) -> None:
    browser = world.browser("owner")
    browser.delete(f"/api/accounts/{world.account}")
    browser.post("/api/accounts", {"name": "Meridian"})
    assert browser.post(f"/api/accounts/{world.account}/restore").json["code"] == "name_taken"


def test_a_role_in_an_account_is_given_changed_and_taken(world: World) -> None:
    browser, stranger = world.browser("account owner"), world.browser("stranger")
    address = f"/api/accounts/{world.account}/members/{world.members['stranger']}"
    given = browser.put(address, {"role": "participant"}).json
    assert {"Stranger": "participant"}.items() <= {m["name"]: m["role"] for m in given}.items()
    assert stranger.get(f"/api/plans/{world.plan}").json["role"] == "participant"
    browser.put(address, {"role": "viewer"})
    assert stranger.get(f"/api/plans/{world.plan}").json["role"] == "viewer"
    assert browser.delete(address).status_code == 204
    assert stranger.get(f"/api/plans/{world.plan}").status_code == 404
    assert browser.delete(address).json["code"] == "unknown_member"
    assert world.live.told == [("recheck", "")] * 3


def test_a_role_is_one_of_four(world: World) -> None:
    address = f"/api/accounts/{world.account}/members/{world.members['stranger']}"
    refused = world.browser("owner").put(address, {"role": "emperor"})
    assert refused.status_code == 422
    assert refused.json["errors"][0]["where"] == "role"


def test_a_new_plan_is_empty_and_has_a_lineage_of_its_own(world: World) -> None:
    browser = world.browser("facilitator")
    address = f"/api/accounts/{world.account}/plans"
    first = browser.post(address, {"title": "Next", **DATES})
    second = browser.post(address, {"title": "Next", **DATES})
    assert first.status_code == 201
    assert first.json["account"] == {"id": world.account, "name": "Meridian", "has_logo": False}
    assert first.json["lineage"] != second.json["lineage"]
    content, seq = world.live.read(first.json["id"])
    assert seq == 1
    assert content.records("actions") == []


@pytest.mark.parametrize(
    ("starts_on", "ends_on"),
    [("2027-01-01", "2027-01-01"), ("2027-01-01", "2026-12-31"), ("2027-01-01", "2031-01-01")],
)
def test_a_plan_ends_after_it_starts_and_within_three_years(
    world: World, starts_on: str, ends_on: str
) -> None:
    said = {"title": "Next", "starts_on": starts_on, "ends_on": ends_on}
    refused = world.browser("facilitator").post(f"/api/accounts/{world.account}/plans", said)
    assert refused.json["code"] == "wrong_dates"


def test_a_plan_is_renamed_and_moved(world: World) -> None:
    browser, address = world.browser("facilitator"), f"/api/plans/{world.plan}"
    assert browser.patch(address, {"title": "Meridian II"}).json["title"] == "Meridian II"
    moved = browser.patch(address, {"ends_on": "2029-06-30"}).json
    assert (moved["starts_on"], moved["ends_on"], moved["title"]) == (
        "2027-01-01",
        "2029-06-30",
        "Meridian II",
    )
    assert browser.patch(address, {"ends_on": "2026-06-30"}).json["code"] == "wrong_dates"


def test_a_plan_in_the_bin_is_unknown_until_it_comes_back(world: World) -> None:
    browser, address = world.browser("account owner"), f"/api/plans/{world.plan}"
    assert browser.delete(address).status_code == 204
    assert world.live.told == [("forget", world.plan)]
    assert browser.get(address).json["code"] == "unknown_plan"
    assert browser.delete(address).json["code"] == "unknown_plan"
    account = browser.get(f"/api/accounts/{world.account}").json
    assert (account["plans"], account["removed_plans"][0]["id"]) == ([], world.plan)
    assert world.browser("viewer").get(f"/api/accounts/{world.account}").json["removed_plans"] == []
    assert browser.post(f"{address}/restore").json["title"] == "Meridian 2027"
    assert browser.post(f"{address}/restore").json["code"] == "unknown_plan"
    assert browser.get(address).status_code == 200


def test_the_bin_of_a_foreign_account_is_unknown(world: World) -> None:
    world.browser("owner").delete(f"/api/plans/{world.other_plan}")
    refused = world.browser("account owner").post(f"/api/plans/{world.other_plan}/restore")
    assert refused.json["code"] == "unknown_plan"


def test_the_people_of_a_plan_are_its_members_the_owners_and_its_guests(world: World) -> None:
    people = world.browser("guest").get(f"/api/plans/{world.plan}/people").json
    assert {m["name"]: m["role"] for m in people["members"]} == {
        "Owner": "owner",
        "Account Owner": "owner",
        "Facilitator": "facilitator",
        "Participant": "participant",
        "Viewer": "viewer",
    }
    assert [(g["name"], g["role"], g["removed"]) for g in people["guests"]] == [("Gus", "participant", False)]


def test_a_deactivated_member_is_at_no_table(world: World) -> None:
    world.browser("owner").patch(f"/api/members/{world.members['viewer']}", {"deactivated": True})
    people = world.browser("guest").get(f"/api/plans/{world.plan}/people").json
    assert "Viewer" not in {m["name"] for m in people["members"]}

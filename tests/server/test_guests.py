"""Guests of all plans: the owner finds them, takes along what is kept, and erases them."""

import pytest
from sqlalchemy import select

from server.store.models import Guest, Member
from server.usecases import guests
from tests.builders import an_id
from tests.postgresql import ON_BOTH
from tests.server.builders import START, World

pytestmark = ON_BOTH


def join(world: World, *names: str) -> None:
    code = world.code()
    for name in names:
        said = {"code": code, "name": name, "department": "Service"}
        assert world.browser().post("/api/join", said).status_code == 200


def listed(world: World, asked: str = "") -> list[str]:
    found = world.browser("owner").get(f"/api/guests{asked}").json["guests"]
    return [guest["name"] for guest in found]


def test_the_owner_finds_the_guests_of_all_plans_by_name(world: World) -> None:
    join(world, "nina", "Olaf")
    page = world.browser("owner").get("/api/guests").json
    assert [guest["name"] for guest in page["guests"]][-2:] == ["nina", "Olaf"]
    assert page["next"] is None
    nina = page["guests"][-2]
    assert (nina["department"], nina["plan"], nina["account"], nina["removed"]) == (
        "Service",
        "Meridian 2027",
        "Meridian",
        False,
    )


def test_a_member_who_came_by_the_code_is_no_guest(world: World) -> None:
    before = listed(world)
    with world.database.session() as session:
        member = session.scalars(select(Member.id)).first()
        said = {"name": "Nina", "department": "", "joined_at": START}
        session.add(Guest(id=an_id("seat"), plan_id=world.plan, member_id=member, **said))
        session.commit()
    assert listed(world) == before


@pytest.mark.parametrize("words", ["nin", "NINA", "%20Nina%20", "service", "meridian"])
def test_guests_are_found_by_what_is_said_about_them(world: World, words: str) -> None:
    join(world, "Nina")
    assert "Nina" in listed(world, f"?search={words}")


@pytest.mark.parametrize("words", ["Olga", "N_na", "%25"])
def test_other_words_find_nobody(world: World, words: str) -> None:
    join(world, "Nina")
    assert listed(world, f"?search={words}") == []


def test_hundreds_of_guests_are_listed_a_page_at_a_time(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guests, "A_PAGE", 2)
    join(world, "Nina", "Nora", "Nuno")
    owner, skip, pages = world.browser("owner"), 0, []
    while skip is not None:
        page = owner.get(f"/api/guests?skip={skip}").json
        pages.append([guest["name"] for guest in page["guests"]])
        skip = page["next"]
    assert pages == [["Gus", "Gus"], ["Nina", "Nora"], ["Nuno"]]

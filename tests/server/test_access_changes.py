"""What may change who sits where is counted with the change itself (W7)."""

from collections.abc import Callable

import pytest
from sqlalchemy import delete, select, update

from server.store.access_changes import access_changes
from server.store.models import AccountMember, Guest, Installation, SignIn
from tests.postgresql import ON_BOTH
from tests.server.builders import World

pytestmark = ON_BOTH

Deed = Callable[[World], object]


def count_of(world: World) -> int:
    with world.database.session() as session:
        return access_changes(session)


def members_of(world: World) -> str:
    return f"/api/accounts/{world.account}/members"


def by_statement(world: World) -> None:
    with world.database.session() as session:
        session.execute(update(Guest).values(name="Somebody"))
        session.commit()


def by_statement_on_a_table(world: World) -> None:
    with world.database.session() as session:
        session.execute(delete(AccountMember.__table__))
        session.commit()


def a_session_is_deleted(world: World) -> None:
    with world.database.session() as session:
        session.delete(session.scalars(select(SignIn)).first())
        session.commit()


def flushed_before(world: World) -> None:
    with world.database.session() as session:
        session.get_one(Guest, world.members["guest"]).department = "Sales"
        session.flush()
        session.commit()


DEEDS: dict[str, Deed] = {
    "a member leaves an account": lambda w: w.browser("owner").delete(
        f"{members_of(w)}/{w.members['viewer']}"
    ),
    "a member gets another role": lambda w: w.browser("owner").put(
        f"{members_of(w)}/{w.members['participant']}", {"role": "viewer"}
    ),
    "a guest is removed": lambda w: w.browser("facilitator").delete(
        f"/api/plans/{w.plan}/guests/{w.members['guest']}"
    ),
    "a member signs out": lambda w: w.browser("facilitator").delete("/api/session"),
    "a member is deactivated": lambda w: w.browser("owner").patch(
        f"/api/members/{w.members['account owner']}", {"deactivated": True}
    ),
    "a member is renamed": lambda w: w.browser("owner").patch(
        f"/api/members/{w.members['viewer']}", {"name": "Another Name"}
    ),
    "a plan goes to the bin": lambda w: w.browser("owner").delete(f"/api/plans/{w.plan}"),
    "an account goes to the bin": lambda w: w.browser("owner").delete(f"/api/accounts/{w.account}"),
    "a statement writes such rows": by_statement,
    "a statement names no class": by_statement_on_a_table,
    "rows are written before the commit": flushed_before,
    "a session is deleted": a_session_is_deleted,
}


@pytest.mark.parametrize("deed", DEEDS)
def test_w7_what_may_change_a_seat_is_counted(world: World, deed: str) -> None:
    before = count_of(world)
    DEEDS[deed](world)
    assert count_of(world) > before


def test_w7_a_plan_that_comes_back_is_counted(world: World) -> None:
    world.browser("owner").delete(f"/api/plans/{world.plan}")
    before = count_of(world)
    assert world.browser("owner").post(f"/api/plans/{world.plan}/restore").status_code < 300
    assert count_of(world) > before


def look(world: World) -> None:
    assert world.browser("owner").get(f"/api/plans/{world.plan}").status_code == 200


def use_a_session(world: World) -> None:
    world.clock.advance(hours=2)
    assert world.browser("owner").get("/api/session").status_code == 200


def rename_the_company(world: World) -> None:
    with world.database.session() as session:
        session.get_one(Installation, 1).company = "Another"
        session.commit()


NOTHING: dict[str, Deed] = {
    "somebody looks": look,
    "a session is in use": use_a_session,
    "the company is renamed": rename_the_company,
}


@pytest.mark.parametrize("deed", NOTHING)
def test_what_changes_nobodys_seat_is_not_counted(world: World, deed: str) -> None:
    before = count_of(world)
    NOTHING[deed](world)
    assert count_of(world) == before


def test_what_is_taken_back_is_not_counted(world: World) -> None:
    before = count_of(world)
    with world.database.session() as session:
        session.get_one(Guest, world.members["guest"]).name = "Another"
        session.flush()
        session.rollback()
        session.get_one(Installation, 1).company = "Another"
        session.commit()
    assert count_of(world) == before

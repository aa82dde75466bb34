"""Who sits at which plan, asked by sockets at connect and every second after (W7)."""

from sqlalchemy import event

from server.access import Role
from server.store.models import SignIn
from server.usecases.seats import Key, seat_at, seats_now
from tests.postgresql import ON_BOTH
from tests.server.builders import World

pytestmark = ON_BOTH


def keys_of(world: World) -> dict[str, Key]:
    """Return everybody's session, at the plan of the world."""
    from server.usecases.secrets import hash_of

    with world.database.session() as session:
        hashes = {row.token_hash: row.id for row in session.query(SignIn)}
    return {name: (hashes[hash_of(token)], world.plan) for name, token in world.tokens.items()}


def roles_now(world: World) -> dict[str, Role]:
    keys = keys_of(world)
    with world.database.session() as session:
        seats = seats_now(session, set(keys.values()), world.clock())
    return {name: seats[key].role for name, key in keys.items() if key in seats}


def test_everybody_has_the_seat_of_their_role_and_strangers_have_none(world: World) -> None:
    assert roles_now(world) == {
        "owner": Role.OWNER,
        "account owner": Role.OWNER,
        "facilitator": Role.FACILITATOR,
        "participant": Role.PARTICIPANT,
        "viewer": Role.VIEWER,
        "guest": Role.PARTICIPANT,
    }


def test_a_seat_says_who_sits_there_from_what_the_server_knows_d6(world: World) -> None:
    with world.database.session() as session:
        seat = seat_at(session, world.tokens["guest"], world.plan, world.clock())
    assert seat is not None
    assert (seat.participant, seat.name, seat.department) == (world.members["guest"], "Gus", "Service")
    assert (seat.plan, seat.is_guest) == (world.plan, True)


def test_nobody_sits_with_a_token_of_nobody_or_at_a_plan_that_is_none(world: World) -> None:
    with world.database.session() as session:
        assert seat_at(session, "", world.plan, world.clock()) is None
        assert seat_at(session, "x" * 43, world.plan, world.clock()) is None
        assert seat_at(session, world.tokens["owner"], "nothing", world.clock()) is None
        assert seat_at(session, world.tokens["guest"], world.other_plan, world.clock()) is None


def test_losing_access_loses_the_seat(world: World) -> None:
    account = f"/api/accounts/{world.account}/members"
    world.browser("owner").delete(f"{account}/{world.members['viewer']}")
    world.browser("owner").put(f"{account}/{world.members['participant']}", {"role": "viewer"})
    world.browser("facilitator").delete(f"/api/plans/{world.plan}/guests/{world.members['guest']}")
    world.browser("facilitator").delete("/api/session")
    world.browser("owner").patch(f"/api/members/{world.members['account owner']}", {"deactivated": True})
    assert roles_now(world) == {"owner": Role.OWNER, "participant": Role.VIEWER}


def test_a_plan_or_account_in_the_bin_has_no_seats(world: World) -> None:
    world.browser("owner").delete(f"/api/plans/{world.plan}")
    assert roles_now(world) == {}
    world.browser("owner").post(f"/api/plans/{world.plan}/restore")
    world.browser("owner").delete(f"/api/accounts/{world.account}")
    assert roles_now(world) == {}


def test_a_session_that_ran_out_has_no_seat(world: World) -> None:
    world.clock.advance(days=31)
    assert roles_now(world) == {}


def test_asking_about_everybody_takes_as_many_queries_as_asking_about_one(world: World) -> None:
    asked: list[str] = []
    event.listen(world.database.engine, "before_cursor_execute", lambda *said: asked.append(said[2]))
    keys = keys_of(world)
    counts = []
    for wanted in ({keys["stranger"], keys["guest"]}, set(keys.values())):
        asked.clear()
        with world.database.session() as session:
            seats_now(session, wanted, world.clock())
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 5


def test_nobody_asks_nothing_of_the_database_that_matters(world: World) -> None:
    with world.database.session() as session:
        assert seats_now(session, set(), world.clock()) == {}

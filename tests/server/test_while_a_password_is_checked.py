"""A password takes a while to check or to hash; what happened to the person meanwhile counts."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from werkzeug.test import TestResponse

from server.services import EXTENSION
from server.usecases.passwords import Passwords
from tests.postgresql import ON_BOTH
from tests.server.builders import PASSWORD, QUICK, Browser, World

pytestmark = ON_BOTH

ANOTHER = "another long one"
INVITED = {"email": "new@adler.example", "name": "Nils", "department": "Finance"}


def meanwhile(happens: Callable[[], object]) -> None:
    """Let something happen to its end, in a request of its own."""
    with ThreadPoolExecutor(1) as hands:
        hands.submit(happens).result()


class Slow(Passwords):
    """Checks and hashes at leisure: something else happens before the first answer of a kind."""

    def __init__(self) -> None:
        super().__init__(QUICK._hasher)
        self.while_checking: list[Callable[[], object]] = []
        self.while_hashing: list[Callable[[], object]] = []

    def matches(self, stored: str | None, password: str) -> bool:
        """Return whether it is the password, some time later."""
        found = super().matches(stored, password)
        while self.while_checking:
            meanwhile(self.while_checking.pop())
        return found

    def hash(self, password: str) -> str:
        """Return the hash, some time later."""
        found = super().hash(password)
        while self.while_hashing:
            meanwhile(self.while_hashing.pop())
        return found


@pytest.fixture
def slow(world: World) -> Slow:
    """The passwords of the installation."""
    passwords = Slow()
    world.flask.extensions[EXTENSION] = replace(world.flask.extensions[EXTENSION], passwords=passwords)
    return passwords


def sign_in(world: World, password: str = PASSWORD) -> tuple[Browser, int]:
    browser = world.browser()
    said = {"email": "viewer@adler.example", "password": password}
    return browser, browser.post("/api/session", said).status_code


def change(browser: Browser, present: str = PASSWORD, new: str = ANOTHER) -> int:
    said = {"name": "Vera", "department": "Legal", "password": present, "new_password": new}
    return browser.patch("/api/session/person", said).status_code


def set_deactivated(world: World, said: bool) -> None:
    address = f"/api/members/{world.members['viewer']}"
    assert world.browser("owner").patch(address, {"deactivated": said}).status_code == 200


def kind(browser: Browser) -> str:
    return str(browser.get("/api/session").json["kind"])


def test_who_signs_in_with_a_password_that_is_being_changed_does_not_stay(world: World, slow: Slow) -> None:
    slow.while_checking.append(lambda: change(world.browser("viewer")))
    browser, status = sign_in(world)
    assert (status, kind(browser)) == (401, "nobody")
    assert sign_in(world, ANOTHER)[1] == 200


def test_who_is_deactivated_while_they_sign_in_is_not_in_when_they_may_come_back(
    world: World, slow: Slow
) -> None:
    slow.while_checking.append(lambda: set_deactivated(world, True))
    browser, status = sign_in(world)
    set_deactivated(world, False)
    assert (status, kind(browser)) == (401, "nobody")


def test_who_is_deactivated_while_they_change_their_password_has_not_changed_it(
    world: World, slow: Slow
) -> None:
    slow.while_hashing.append(lambda: set_deactivated(world, True))
    browser = world.browser("viewer")
    assert change(browser) == 401
    set_deactivated(world, False)
    assert kind(browser) == "nobody"
    assert sign_in(world)[1] == 200


def test_of_two_who_change_a_password_at_once_the_second_does_not_know_it_any_more(
    world: World, slow: Slow
) -> None:
    other, here = sign_in(world)[0], world.browser("viewer")
    slow.while_hashing.append(lambda: change(other))
    assert change(here, new="a third long one") in (401, 422)
    assert sign_in(world, ANOTHER)[1] == 200


def test_the_present_password_cannot_be_guessed_from_an_open_session_for_ever(world: World) -> None:
    browser = world.browser("viewer")
    assert [change(browser, f"guess {n}") for n in range(12)] == [422] * 10 + [429] * 2
    assert change(browser) == 429
    assert sign_in(world)[1] == 429
    world.clock.advance(minutes=11)
    assert change(browser) == 200


def test_who_knows_their_password_may_change_it_as_often_as_they_like(world: World) -> None:
    browser, present = world.browser("viewer"), PASSWORD
    for number in range(12):
        assert change(browser, present, f"{ANOTHER} {number}") == 200
        present = f"{ANOTHER} {number}"


def test_of_two_invitations_of_one_address_that_are_accepted_at_once_one_counts(
    world: World, slow: Slow
) -> None:
    def accept(token: str) -> TestResponse:
        said = {"token": token, "name": "Nils", "department": "Finance", "password": PASSWORD}
        return world.browser().post("/api/invitations/accept", said)

    made = [world.browser("owner").post("/api/invitations", INVITED).json["link"] for _ in range(2)]
    first, second = (link.partition("#")[2] for link in made)
    slow.while_hashing.append(lambda: accept(first))
    answer = accept(second)
    assert (answer.status_code, answer.json["code"]) == (409, "already_member")

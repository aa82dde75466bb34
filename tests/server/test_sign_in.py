"""Signing in, signing out, and what a page may know of its reader."""

import datetime as dt

from tests.postgresql import ON_BOTH
from tests.server.builders import PASSWORD, World

pytestmark = ON_BOTH


def credentials(who: str = "viewer", password: str = PASSWORD) -> dict[str, str]:
    return {"email": f"{who}@adler.example", "password": password}


def test_a_member_signs_in_with_address_and_password(world: World) -> None:
    browser = world.browser()
    answer = browser.post("/api/session", credentials())
    assert answer.status_code == 200
    assert answer.json["kind"] == "member"
    assert answer.json["email"] == "viewer@adler.example"
    assert browser.get("/api/session").json["name"] == "Viewer"


def test_capitals_in_the_address_do_not_matter(world: World) -> None:
    said = {"email": "Viewer@Adler.example", "password": PASSWORD}
    assert world.browser().post("/api/session", said).status_code == 200


def test_a_wrong_password_and_an_unknown_address_are_answered_alike(world: World) -> None:
    wrong = world.browser().post("/api/session", credentials(password="wrong"))
    unknown = world.browser().post("/api/session", credentials("nobody-here"))
    assert wrong.status_code == unknown.status_code == 401
    assert wrong.json == unknown.json
    assert wrong.json["code"] == "wrong_credentials"


def test_an_unknown_address_costs_a_hash_too(world: World) -> None:
    passwords = world.flask.extensions["tavolo"].passwords
    assert passwords.matches(None, "nobody has this password") is False


def test_the_session_cookie_cannot_be_read_by_scripts_nor_sent_by_other_sites(world: World) -> None:
    cookie = world.browser().post("/api/session", credentials()).headers["Set-Cookie"]
    assert cookie.startswith("tavolo=")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Path=/" in cookie
    assert "Secure" not in cookie


def test_signing_in_gives_a_new_token_and_ends_the_one_before(world: World) -> None:
    browser, before = world.browser("participant"), world.tokens["participant"]
    browser.post("/api/session", credentials("participant"))
    assert browser.token != before
    assert world.browser("participant").get("/api/session").json["kind"] == "nobody"
    assert browser.get("/api/session").json["kind"] == "member"


def test_signing_out_ends_the_session_everywhere_it_is_used(world: World) -> None:
    browser = world.browser("viewer")
    assert browser.delete("/api/session").status_code == 204
    assert browser.token is None
    assert world.browser("viewer").get("/api/session").json["kind"] == "nobody"
    assert [what for what, _ in world.live.told] == ["sign_out"]


def test_signing_out_when_nobody_is_signed_in_is_no_error(world: World) -> None:
    assert world.browser().delete("/api/session").status_code == 204


def test_ten_wrong_passwords_close_the_address_for_a_while_even_to_the_right_one(world: World) -> None:
    for _ in range(10):
        assert world.browser().post("/api/session", credentials(password="wrong")).status_code == 401
    refused = world.browser().post("/api/session", credentials())
    assert refused.status_code == 429
    assert refused.json["code"] == "too_many_attempts"
    assert int(refused.headers["Retry-After"]) > 0
    world.clock.advance(minutes=11)
    assert world.browser().post("/api/session", credentials()).status_code == 200


def test_one_closed_address_does_not_close_another(world: World) -> None:
    for _ in range(11):
        world.browser().post("/api/session", credentials(password="wrong"))
    assert world.browser().post("/api/session", credentials("participant")).status_code == 200


def test_a_session_that_is_used_lives_on_and_one_that_is_not_ends(world: World) -> None:
    used, unused = world.browser("viewer"), world.browser("participant")
    for _ in range(3):
        world.clock.advance(days=20)
        assert used.get("/api/session").json["kind"] == "member"
    assert unused.get("/api/session").json["kind"] == "nobody"


def test_a_guest_is_told_which_plan_is_theirs(world: World) -> None:
    session = world.browser("guest").get("/api/session").json
    assert session["kind"] == "guest"
    assert session["plan"] == {"id": world.plan, "title": "Meridian 2027"}
    assert session["email"] is None


def test_a_deactivated_member_is_out_at_once_and_stays_out(world: World) -> None:
    world.browser("owner").patch(f"/api/members/{world.members['viewer']}", {"deactivated": True})
    assert world.browser("viewer").get("/api/session").json["kind"] == "nobody"
    assert world.browser().post("/api/session", credentials()).status_code == 401


def test_a_new_password_ends_every_other_session(world: World) -> None:
    here, there = world.browser("viewer"), world.browser()
    there.post("/api/session", credentials())
    person = {"name": "Vera", "department": "Legal", "password": PASSWORD, "new_password": "another long one"}
    changed = here.patch("/api/session/person", person)
    assert changed.status_code == 200
    assert (changed.json["name"], changed.json["department"]) == ("Vera", "Legal")
    assert here.get("/api/session").json["name"] == "Vera"
    assert there.get("/api/session").json["kind"] == "nobody"
    assert world.browser().post("/api/session", credentials(password="another long one")).status_code == 200


def test_a_new_password_needs_the_present_one_and_ten_characters(world: World) -> None:
    browser, person = world.browser("viewer"), {"name": "Vera", "department": "Legal"}
    wrong = browser.patch(
        "/api/session/person", person | {"password": "no", "new_password": "another long one"}
    )
    short = browser.patch("/api/session/person", person | {"password": PASSWORD, "new_password": "short"})
    assert (wrong.json["code"], short.json["code"]) == ("wrong_password", "weak_password")
    assert browser.get("/api/session").json["name"] == "Viewer"


def test_the_name_alone_changes_without_a_password(world: World) -> None:
    browser = world.browser("viewer")
    assert browser.patch("/api/session/person", {"name": "Vera", "department": ""}).json["name"] == "Vera"
    assert browser.get("/api/session").json["name"] == "Vera"


def test_using_a_session_is_noted_at_most_once_an_hour(world: World) -> None:
    world.clock.advance(minutes=30)
    world.browser("viewer").get("/api/session")
    assert seen_at(world) == world.clock.moment - dt.timedelta(minutes=30)
    world.clock.advance(hours=1)
    world.browser("viewer").get("/api/session")
    assert seen_at(world) == world.clock.moment


def seen_at(world: World) -> dt.datetime:
    from server.store.sign_ins import sign_in_by_token
    from server.usecases.secrets import hash_of

    with world.database.session() as session:
        found = sign_in_by_token(session, hash_of(world.tokens["viewer"]), world.clock.moment)
        assert found is not None
        return found.seen_at

"""The audit log: what is in it, that nothing is left out, and that nobody changes it."""

import csv
import datetime as dt
import io
import json
from typing import Any

import pytest
from sqlalchemy import func, insert, select, text
from sqlalchemy.exc import DBAPIError

from config.settings import Settings
from server.services import EXTENSION
from server.store.database import Database
from server.store.models import AccountMember, AuditEntry
from server.usecases.attempts import Attempts
from server.usecases.audit import INSTALLATION, PAGE, Deed
from server.usecases.failed_sign_ins import DROPPED_AT_ONCE, FailedSignIns
from tests.postgresql import ON_BOTH
from tests.server.builders import PASSWORD, START, World
from tests.server.history.asking import adds_a_risk, keeps
from tests.server.history.conftest import Pen


def entries(world: World, **asked: Any) -> list[dict[str, Any]]:
    """Return what the owner reads, the oldest first; only what happened in the test."""
    query = "&".join(f"{name}={value}" for name, value in asked.items())
    answer = world.browser("owner").get(f"/api/audit?{query}")
    assert answer.status_code == 200, answer.json
    return [
        one for one in reversed(answer.json["entries"]) if one["by"] != {"id": "tavolo", "name": "Tavolo"}
    ]


def last(world: World) -> tuple[Any, ...]:
    """Return the last entry: the deed, by whom, about whom, and its word."""
    one = entries(world)[-1]
    return one["deed"], (one["by"] or {}).get("name"), (one["about"] or {}).get("name"), one["detail"]


@ON_BOTH
@pytest.mark.parametrize("statement", ["UPDATE audit_entry SET detail = 'x'", "DELETE FROM audit_entry"])
def test_the_database_refuses_to_change_or_remove_an_entry(database: Database, statement: str) -> None:
    with database.engine.begin() as connection:
        before = connection.scalar(select(func.count()).select_from(AuditEntry))
    assert before
    with pytest.raises(DBAPIError, match="only ever added to"), database.engine.begin() as connection:
        connection.execute(text(statement))
    with database.engine.begin() as connection:
        assert connection.scalar(select(func.count()).select_from(AuditEntry)) == before


@ON_BOTH
def test_the_log_cannot_be_emptied_at_one_stroke(database: Database) -> None:
    if database.engine.dialect.name == "sqlite":
        statements = ["REPLACE INTO audit_entry SELECT * FROM audit_entry", "DELETE FROM audit_entry WHERE 1"]
    else:
        statements = ["TRUNCATE audit_entry", "TRUNCATE audit_entry CASCADE"]
    for statement in statements:
        with database.engine.begin() as connection:
            before = connection.execute(text("SELECT * FROM audit_entry")).all()
        with pytest.raises(DBAPIError), database.engine.begin() as connection:
            connection.execute(text(statement))
        with database.engine.begin() as connection:
            assert connection.execute(text("SELECT * FROM audit_entry")).all() == before


def sign_in(world: World, password: str = PASSWORD, email: str = "viewer@adler.example") -> Any:
    return world.browser().post("/api/session", {"email": email, "password": password})


def test_signing_in_failing_to_and_signing_out_are_in_it(world: World) -> None:
    assert sign_in(world).status_code == 200
    assert last(world) == ("signed_in", "Viewer", None, "")
    assert sign_in(world, "wrong").status_code == 401
    assert last(world) == ("sign_in_failed", None, "Viewer", "")
    assert sign_in(world, "wrong", "nobody@adler.example").status_code == 401
    assert last(world) == ("sign_in_failed", None, None, "")
    world.browser("viewer").delete("/api/session")
    assert last(world) == ("signed_out", "Viewer", None, "")


def failed_at(world: World, at: dt.datetime, count: int = 1, deed: str = "sign_in_failed") -> None:
    """Write failed sign-ins of a past day."""
    rows = [{"at": at, "deed": deed, "detail": "old"} for _ in range(count)]
    with world.database.engine.begin() as connection:
        connection.execute(insert(AuditEntry), rows)


@ON_BOTH
def test_failed_sign_ins_leave_it_when_they_are_old_and_nothing_else_does(world: World) -> None:
    long_ago = START - dt.timedelta(days=Settings().failed_sign_in_days + 1)
    failed_at(world, long_ago, DROPPED_AT_ONCE + 10)
    failed_at(world, long_ago, deed="signed_in")
    failed_at(world, long_ago + dt.timedelta(days=2))
    for left in (11, 1):
        assert sign_in(world, "wrong").status_code == 401
        assert len([one for one in entries(world) if one["detail"] == "old"]) == left + 1
    assert [one["deed"] for one in entries(world) if one["detail"] == "old"] == [
        "signed_in",
        "sign_in_failed",
    ]


@ON_BOTH
def test_the_database_refuses_to_remove_a_failed_sign_in_that_is_fresh(database: Database) -> None:
    fresh = dt.datetime.now(dt.UTC).replace(tzinfo=None) - dt.timedelta(days=29)
    with database.engine.begin() as connection:
        for at in (fresh, fresh - dt.timedelta(days=2)):
            connection.execute(insert(AuditEntry), {"at": at, "deed": "sign_in_failed", "detail": ""})
    remove = "DELETE FROM audit_entry WHERE deed = 'sign_in_failed'"
    with pytest.raises(DBAPIError, match="only ever added to"), database.engine.begin() as connection:
        connection.execute(text(remove))
    with database.engine.begin() as connection:
        connection.execute(text(f"{remove} AND at < :fresh"), {"fresh": fresh})
        assert connection.scalar(select(func.count()).where(AuditEntry.deed == "sign_in_failed")) == 1


def test_somebody_who_guesses_on_and_on_cannot_fill_the_disk(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    attempts = Attempts(3, dt.timedelta(hours=1))
    limits = world.flask.extensions[EXTENSION].limits
    monkeypatch.setitem(vars(limits), "failed_sign_ins", FailedSignIns(dt.timedelta(0), attempts))
    for number in range(6):
        assert sign_in(world, "wrong", f"nobody{number}@adler.example").status_code == 401
    assert [one["detail"] for one in entries(world)] == ["", "", "more"]
    assert sign_in(world, "wrong").status_code == 401
    assert last(world) == ("sign_in_failed", None, "Viewer", "")
    world.clock.advance(hours=2)
    assert sign_in(world, "wrong", "nobody@adler.example").status_code == 401
    assert [one["detail"] for one in entries(world)] == ["", "", "more", "", ""]


def test_whoever_is_let_in_or_out_is_in_it(world: World) -> None:
    owner = world.browser("owner")
    said = {"email": "new@adler.example", "account_id": world.account, "role": "viewer"}
    link = owner.post("/api/invitations", said).json["link"]
    assert last(world) == ("invited", "Owner", None, "viewer")
    accepted = {"token": link.split("#")[1], "name": "Nora", "department": "Sales", "password": PASSWORD}
    assert world.browser().post("/api/invitations/accept", accepted).status_code < 300
    assert last(world) == ("invitation_accepted", "Nora", None, "")
    invited = owner.post("/api/invitations", {"email": "other@adler.example"}).json["id"]
    owner.delete(f"/api/invitations/{invited}")
    assert last(world) == ("invitation_withdrawn", "Owner", None, "")
    assert entries(world)[-1]["about"] == {"id": invited, "name": None}


def test_roles_of_members_are_in_it(world: World) -> None:
    owner, viewer = world.browser("owner"), world.members["viewer"]
    place = f"/api/accounts/{world.account}/members/{viewer}"
    owner.put(place, {"role": "facilitator"})
    assert last(world) == ("account_role_given", "Owner", "Viewer", "facilitator")
    owner.delete(place)
    assert last(world) == ("account_role_taken", "Owner", "Viewer", "")
    changes = (("is_owner", "owner_made", "owner_unmade"), ("deactivated", "deactivated", "reactivated"))
    for field, given, taken in changes:
        owner.patch(f"/api/members/{viewer}", {field: True})
        assert last(world) == (given, "Owner", "Viewer", "")
        owner.patch(f"/api/members/{viewer}", {field: False})
        assert last(world) == (taken, "Owner", "Viewer", "")


def test_a_change_that_changes_nobody_s_rights_is_not_in_it(world: World) -> None:
    before = entries(world)
    world.browser("owner").patch(f"/api/members/{world.members['viewer']}", {"is_owner": False, "name": "Vi"})
    assert entries(world) == before


def test_a_new_password_is_in_it(world: World) -> None:
    said = {"name": "Viewer", "department": "", "password": PASSWORD, "new_password": "four plain words here"}
    assert world.browser("viewer").patch("/api/session/person", said).status_code == 200
    assert last(world) == ("password_changed", "Viewer", None, "")


def test_codes_and_guests_are_in_it(world: World) -> None:
    code = world.code()
    assert last(world) == ("code_rotated", "Facilitator", None, "")
    said = {"code": code, "name": "Gina", "department": "Service"}
    assert world.browser().post("/api/join", said).status_code == 200
    assert last(world) == ("guest_joined", "Gina", None, "")
    assert world.browser("stranger").post("/api/join", {"code": code}).status_code == 200
    assert last(world) == ("guest_joined", "Stranger", None, "")
    guest = f"/api/plans/{world.plan}/guests/{world.members['guest']}"
    world.browser("facilitator").patch(guest, {"role": "viewer"})
    assert last(world) == ("guest_role_given", "Facilitator", "Gus", "viewer")
    world.browser("facilitator").delete(guest)
    assert last(world) == ("guest_removed", "Facilitator", "Gus", "")
    world.browser("facilitator").delete(f"/api/plans/{world.plan}/join-code")
    assert last(world) == ("code_closed", "Facilitator", None, "")


def test_what_leaves_the_house_is_in_it_with_for_whom_it_was(world: World) -> None:
    browser, plan = world.browser("facilitator"), f"/api/plans/{world.plan}"
    for audience in ("team", "customer"):
        browser.get(f"{plan}/document?audience={audience}")
        assert last(world) == ("exported", "Facilitator", None, f"json {audience}")
        browser.post(f"{plan}/exports", {"audience": audience})
        assert last(world) == ("exported", "Facilitator", None, f"pdf {audience}")


def test_accounts_and_plans_that_come_and_go_are_in_it(world: World) -> None:
    owner = world.browser("owner")
    account = owner.post("/api/accounts", {"name": "Polaris"}).json["id"]
    days = {"starts_on": "2027-01-01", "ends_on": "2027-12-31"}
    plan = owner.post(f"/api/accounts/{account}/plans", {"title": "Grow"} | days).json["id"]
    document = owner.get(f"/api/plans/{plan}/document?audience=team").json
    owner.post(f"/api/accounts/{account}/plans/import", {"document": document})
    owner.post(f"/api/plans/{plan}/duplicate", {"title": "Again"})
    for address in (f"/api/plans/{plan}", f"/api/accounts/{account}"):
        owner.delete(address)
        owner.post(f"{address}/restore")
    found = [(one["deed"], one["account"]["name"]) for one in entries(world)]
    deeds = ["account_created", "plan_created", "exported", "plan_imported", "plan_duplicated"]
    deeds += ["plan_removed", "plan_restored", "account_removed", "account_restored"]
    assert found == [(deed, "Polaris") for deed in deeds]
    assert entries(world, deed="plan_created")[-1]["plan"] == {"id": plan, "name": "Grow"}


def test_versions_that_are_brought_back_or_removed_are_in_it(world: World) -> None:
    version = keeps(world)["id"]
    adds_a_risk(Pen(world))
    browser, versions = world.browser("facilitator"), f"/api/plans/{world.plan}/versions"
    assert browser.post(f"{versions}/{version}/restore", {}).status_code == 200
    assert last(world) == ("version_restored", "Facilitator", None, "")
    assert browser.delete(f"{versions}/{version}").status_code == 204
    assert last(world) == ("version_removed", "Facilitator", None, "")


def test_every_deed_is_recorded_somewhere() -> None:
    from pathlib import Path

    from server import usecases

    folder = Path(usecases.__file__).parent
    source = "\n".join(path.read_text() for path in folder.glob("*.py") if path.name != "audit.py")
    assert [deed for deed in Deed if f"Deed.{deed.name}" not in source] == []


@ON_BOTH
@pytest.mark.parametrize("table", ["audit_entry", "account_member"])
def test_neither_the_deed_nor_its_entry_is_there_without_the_other(world: World, table: str) -> None:
    refuse = "SELECT RAISE(ABORT, 'no')"
    with world.database.engine.begin() as connection:
        if connection.dialect.name == "sqlite":
            connection.execute(text(f"CREATE TRIGGER no BEFORE INSERT ON {table} BEGIN {refuse}; END"))
        else:
            body = "$$ BEGIN RAISE EXCEPTION 'no'; END $$"
            connection.execute(text(f"CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS {body}"))
            connection.execute(
                text(f"CREATE TRIGGER no BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION no()")
            )
    before = entries(world)
    place = f"/api/accounts/{world.account}/members/{world.members['stranger']}"
    assert world.browser("owner").put(place, {"role": "viewer"}).status_code == 500
    assert entries(world) == before
    with world.database.session() as session:
        assert session.get(AccountMember, (world.account, world.members["stranger"])) is None


def test_a_long_log_comes_in_pages_without_a_gap(world: World) -> None:
    rows = [{"at": START, "deed": "signed_in", "by": "x" * 21, "detail": str(n)} for n in range(PAGE * 2 + 5)]
    with world.database.engine.begin() as connection:
        connection.execute(insert(AuditEntry), rows)
    seen, before = [], ""
    while True:
        page = world.browser("owner").get(f"/api/audit?deed=signed_in{before}").json
        seen += [one["detail"] for one in page["entries"]]
        if page["next"] is None:
            break
        before = f"&before={page['next']}"
    assert seen == [str(n) for n in reversed(range(PAGE * 2 + 5))]


def test_it_is_read_by_deed_and_by_person(world: World) -> None:
    sign_in(world)
    sign_in(world, "wrong")
    sign_in(world, email="owner@adler.example")
    assert [one["deed"] for one in entries(world, deed="sign_in_failed")] == ["sign_in_failed"]
    of_viewer = entries(world, person=world.members["viewer"])
    assert [one["deed"] for one in of_viewer] == ["signed_in", "sign_in_failed"]
    assert world.browser("owner").get("/api/audit?deed=danced").status_code == 422
    assert world.browser("owner").get("/api/audit?before=-1").status_code == 422


def test_as_a_file_it_holds_everything_and_no_cell_is_a_formula(world: World) -> None:
    formula = '=HYPERLINK("http://evil.example")'
    code = world.code()
    world.browser().post("/api/join", {"code": code, "name": formula, "department": "Sales"})
    owner = world.browser("owner")
    answer = owner.get("/api/audit/file?format=csv")
    assert (answer.mimetype, "audit.csv" in answer.headers["Content-Disposition"]) == ("text/csv", True)
    table = list(csv.DictReader(io.StringIO(answer.text)))
    assert table[0]["by_name"] == f"'{formula}"
    assert (table[0]["deed"], table[0]["plan_name"]) == ("guest_joined", "Meridian 2027")
    found = owner.get("/api/audit/file?format=json").json
    assert [one["by_name"] for one in found][:2] == [formula, "Facilitator"]
    assert len(found) == len(table) == len(owner.get("/api/audit").json["entries"])
    only = owner.get("/api/audit/file?format=json&deed=code_rotated").json
    assert [one["deed"] for one in only] == ["code_rotated"]


def test_it_names_people_by_identifier_and_holds_nothing_that_somebody_typed(world: World) -> None:
    code = world.code()
    said = {"code": code, "name": "Gina Canary", "department": "Canary Service"}
    world.browser().post("/api/join", said)
    sign_in(world, "canary password", "canary@adler.example")
    invited = {"email": "canary@adler.example", "name": "Canary"}
    link = world.browser("owner").post("/api/invitations", invited).json["link"]
    with world.database.engine.connect() as connection:
        rows = connection.execute(text("SELECT * FROM audit_entry")).all()
    written = json.dumps([list(map(str, row)) for row in rows])
    for secret in ("anary", code, link.split("#")[1], "adler.example"):
        assert secret not in written


def test_it_can_be_printed_on_the_machine(world: World) -> None:
    from server.administration import audit_text

    world.code()
    settings = Settings(database_url=world.database.engine.url.render_as_string(hide_password=False))
    assert audit_text(settings, "csv").splitlines()[1].split(",")[1:4:2] == ["code_rotated", "Facilitator"]
    assert json.loads(audit_text(settings, "json"))[0]["deed"] == "code_rotated"


def test_what_an_administrator_does_on_the_machine_is_the_installation_s(world: World) -> None:
    found = world.browser("owner").get("/api/audit?deed=plan_created").json["entries"]
    assert {one["by"]["id"] for one in found} == {INSTALLATION}

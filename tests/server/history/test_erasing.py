"""Somebody is erased: no byte of the data says their name, and what they worked on is whole."""

import contextlib
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from pycrdt import Text
from sqlalchemy import select, text

from config.settings import Settings
from server.access import Role, Seat
from server.app import Application, create_app
from server.commands import tavolo
from server.store.models import Base, Guest, Invitation, Member
from tests.builders import an_id
from tests.postgresql import ON_BOTH, PostgreSQL
from tests.server.analyses.conftest import wait_for
from tests.server.builders import QUICK, START, Browser, StoppedClock
from tests.server.history.test_installation import Installed
from tests.server.rooms.builders import Copy, a_record, a_seat, a_stamp

NAME, DEPARTMENT, EMAIL = "Zacharias Canary", "Aviary Department", "zacharias@canary.example"
WORDS = (NAME, "Zacharias", "Canary", DEPARTMENT, "Aviary", "zacharias")
RISK, COMMENT, OTHER = an_id("risk"), an_id("comment"), an_id("other")


@pytest.fixture
def canary(tmp_path: Path, database_kind: str, request: pytest.FixtureRequest) -> Iterator[Installed]:
    """An installation with somebody in it who left their name everywhere."""
    url = ""
    if database_kind == "postgresql":
        server: PostgreSQL = request.getfixturevalue("postgresql")
        url = server.make_database().render_as_string(hide_password=False)
    settings = Settings(data=tmp_path, database_url=url)
    application = create_app(settings, clock=StoppedClock(), passwords=QUICK)
    application.analyst.warm()
    wait_for(lambda: application.analyst.child)
    installed = Installed(application, application.services.clock)
    with application.database.session() as session:
        person = session.get_one(Member, installed.members["participant"])
        person.name, person.department, person.email = NAME, DEPARTMENT, EMAIL
        session.add(seat_of(installed))
        session.add(invitation(installed))
        session.commit()
    leave_traces(installed)
    yield installed
    if not canary_is_stopped(installed):
        application.stop()


def canary_is_stopped(installed: Installed) -> bool:
    """Return whether a test has stopped the installation itself."""
    return bool(vars(installed).get("is_stopped"))


def seat_of(installed: Installed) -> Guest:
    said = {"name": NAME, "department": DEPARTMENT, "joined_at": START}
    member = installed.members["participant"]
    return Guest(id=an_id("seat"), plan_id=installed.plan, member_id=member, **said)


def invitation(installed: Installed) -> Invitation:
    said = {"email": EMAIL, "name": NAME, "department": DEPARTMENT, "role": "viewer"}
    moments = {"created_at": START, "expires_at": START, "used_at": START}
    by = installed.members["owner"]
    return Invitation(id=an_id("invitation"), token_hash=b"h" * 32, invited_by=by, **said, **moments)


def leave_traces(installed: Installed) -> None:
    """Write a comment, remove a record and bring it back, keep a version; let another one write too."""
    stamp = a_stamp(a_seat("participant")) | {
        "key": installed.members["participant"],
        "name": NAME,
        "department": DEPARTMENT,
    }
    comment = {"text": Text("Keep the spare pump."), "written": stamp, "about": f"risks/{RISK}"}
    write(installed, lambda copy: copy.section("risks").update({RISK: a_record("risks", title="Fire")}))
    write(installed, lambda copy: copy.section("comments").update({COMMENT: a_record("comments", **comment)}))
    write(installed, lambda copy: copy.section("risks")[RISK].update({"removed": stamp}))
    installed.write("facilitator", lambda copy: copy.section("risks").update({OTHER: a_record("risks")}))
    installed.ask("POST", "versions", {"name": "Agreed"})
    write(installed, lambda copy: copy.section("risks")[RISK].update({"removed": None}))


def write(installed: Installed, change: Any) -> None:
    """Let the person change the plan under their own name."""
    rooms, participant = installed.application.rooms, installed.members["participant"]
    rooms.wake(installed.plan)
    history = rooms.history_of(installed.plan)
    assert history is not None
    copy = Copy(history.rows[0].update)
    for row in history.rows[1:]:
        copy.document.apply_update(row.update)
    seat = Seat("session", participant, NAME, DEPARTMENT, Role.PARTICIPANT, installed.plan)
    rooms.enter(installed.plan, seat, [copy.change(lambda: change(copy))])


def places_of(application: Application, folder: Path) -> list[str]:
    """Return where a trace of the person is: files of the folder, tables, and what is packed in them."""
    found = [
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and speaks(path.read_bytes())
    ]
    with application.database.engine.connect() as connection:
        for table in Base.metadata.sorted_tables:
            for row in connection.execute(select(table)).mappings():
                found += [f"{table.name}.{name}" for name, value in row.items() if speaks(value)]
    return found


def speaks(value: Any) -> bool:
    """Return whether a value says one of the words, also when it is compressed."""
    content = value if isinstance(value, bytes) else str(value).encode()
    with contextlib.suppress(zlib.error):
        content += zlib.decompress(content)
    return any(word.encode() in content for word in WORDS)


def erase(installed: Installed, participant: str) -> Any:
    browser = Browser(installed.application.flask, installed.tokens["owner"])
    return browser.delete(f"/api/persons/{participant}")


@ON_BOTH
def test_whoever_is_erased_is_in_no_byte_and_what_they_worked_on_is_whole(
    canary: Installed, tmp_path: Path
) -> None:
    application = canary.application
    before = set(places_of(application, tmp_path))
    tables = ("member.email", "guest.name", "invitation.name", "plan_update.update", "plan_version.content")
    assert before >= set(tables)
    plan = application.rooms.read(canary.plan)[0]
    assert erase(canary, canary.members["participant"]).status_code == 204
    assert places_of(application, tmp_path) == []
    now = application.rooms.read(canary.plan)[0]
    comment, former = now.record("comments", COMMENT), plan.record("comments", COMMENT)
    assert comment is not None
    assert former is not None
    assert comment["written"]["name"] == "Somebody who has left"
    assert {k: v for k, v in comment.items() if k != "written"} == {
        k: v for k, v in former.items() if k != "written"
    }
    assert now.collections["risks"] == plan.collections["risks"]
    (version,) = canary.ask("GET", "versions", who="facilitator")
    assert version["made_by"]["name"] == "Somebody who has left"
    canary.ask("POST", f"versions/{version['id']}/restore", {}, who="facilitator")


@ON_BOTH
def test_whoever_is_erased_is_shown_out_and_is_nobody_s_member_any_more(canary: Installed) -> None:
    browser = Browser(canary.application.flask, canary.tokens["participant"])
    assert browser.get("/api/session").json["kind"] == "member"
    assert erase(canary, canary.members["participant"]).status_code == 204
    assert browser.get("/api/session").json["kind"] == "nobody"
    owner = Browser(canary.application.flask, canary.tokens["owner"])
    assert canary.members["participant"] not in [one["id"] for one in owner.get("/api/members").json]
    entry = owner.get("/api/audit").json["entries"][0]
    assert (entry["deed"], entry["by"]["name"]) == ("person_erased", "Owner")
    assert entry["about"] == {"id": canary.members["participant"], "name": None}
    # Once more does no harm: it overwrites what was deleted.
    assert erase(canary, canary.members["participant"]).status_code == 204


def test_a_guest_is_erased_too(canary: Installed, tmp_path: Path) -> None:
    with canary.application.database.session() as session:
        guest = session.get_one(Guest, canary.members["guest"])
        guest.name = "Gustav Finch"
        session.commit()
    assert erase(canary, canary.members["guest"]).status_code == 204
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [path for path in files if b"Finch" in path.read_bytes()] == []


def test_the_last_owner_is_not_erased(canary: Installed) -> None:
    refused = erase(canary, canary.members["owner"])
    assert (refused.status_code, refused.json["code"]) == (409, "last_owner")


def test_a_log_that_cannot_be_folded_yet_is_said_and_asking_again_ends_it(
    canary: Installed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as late:
        late.setattr("server.rooms.room.FOLD_PAUSE", 0.001)
        late.setattr(canary.application.analyst, "fold", lambda plan_id, seq, updates: None)
        refused = erase(canary, canary.members["participant"])
        assert refused.json["code"] == "analysis_late"
    assert erase(canary, canary.members["participant"]).status_code == 204
    assert places_of(canary.application, tmp_path) == []


@ON_BOTH
def test_what_is_kept_about_somebody_is_given_out_without_secrets(canary: Installed) -> None:
    owner = Browser(canary.application.flask, canary.tokens["owner"])
    answer = owner.get(f"/api/persons/{canary.members['participant']}")
    found = json.loads(answer.text)
    assert found["person"]["email"] == EMAIL
    assert found["accounts"] == [{"account": "Meridian", "role": "participant"}]
    assert found["seats"][0]["name"] == found["invitations"][0]["name"] == NAME
    assert len(found["sessions"]) == 1
    (signed,) = found["plans"][0]["signed"]
    assert (signed["text"], signed["stamp"]["name"]) == ("Keep the spare pump.", NAME)
    with canary.application.database.engine.connect() as connection:
        hashed = connection.execute(text("SELECT password_hash FROM member")).scalar()
    assert str(hashed) not in answer.text
    assert canary.tokens["participant"] not in answer.text
    assert owner.get("/api/audit").json["entries"][0]["deed"] == "person_exported"


def test_an_administrator_gives_out_and_erases_on_the_machine(canary: Installed, tmp_path: Path) -> None:
    canary.application.stop()
    vars(canary)["is_stopped"] = True
    run = CliRunner()
    printed = run.invoke(tavolo, ["person", "export", EMAIL, "--data", str(tmp_path)])
    assert json.loads(printed.stdout)["person"]["name"] == NAME
    kept = run.invoke(tavolo, ["person", "erase", EMAIL, "--data", str(tmp_path)], input="n\n")
    assert kept.exit_code == 1
    assert "member.name" in places_of(canary.application, tmp_path)
    erased = run.invoke(tavolo, ["person", "erase", EMAIL, "--yes", "--data", str(tmp_path)])
    assert erased.exit_code == 0, erased.output
    assert places_of(canary.application, tmp_path) == []
    unknown = run.invoke(tavolo, ["person", "erase", EMAIL, "--yes", "--data", str(tmp_path)])
    assert "Nobody has the address" in unknown.output


def test_who_asks_again_ends_an_erasure_that_could_not_overwrite_everything(
    canary: Installed, tmp_path: Path
) -> None:
    application, participant = canary.application, canary.members["participant"]
    with application.database.engine.connect() as reading:
        # Whoever reads on and on keeps the log beside the file from being emptied.
        reading.exec_driver_sql("BEGIN")
        reading.exec_driver_sql("SELECT * FROM member").all()
        assert erase(canary, participant).status_code == 503
    assert places_of(application, tmp_path) != []
    assert erase(canary, participant).status_code == 204
    assert places_of(application, tmp_path) == []


def test_nobody_brings_back_who_is_erased(canary: Installed) -> None:
    participant = canary.members["participant"]
    assert erase(canary, participant).status_code == 204
    owner = Browser(canary.application.flask, canary.tokens["owner"])
    for change in ({"name": NAME}, {"deactivated": False, "is_owner": True}):
        assert owner.patch(f"/api/members/{participant}", change).json["code"] == "unknown_member"
    # Nor can they stand in for the last one who could sign in.
    retires = owner.patch(f"/api/members/{canary.members['owner']}", {"is_owner": False})
    assert retires.json["code"] == "last_owner"

"""Versions over HTTP: kept, listed, named, removed, restored; on every kind of database."""

from typing import Any

import pytest

from server.history.days import Day
from server.history.retention import MOST_NAMED, Kind
from server.rooms.refusals import Rejection
from server.store.models import PlanVersion
from server.usecases.history import add_version, keep_day, view_versions
from tests.postgresql import ON_BOTH
from tests.server.analyses.test_ways import analyses_of
from tests.server.builders import World
from tests.server.history.asking import RISK, adds_a_risk, compared, keeps, listed, restores
from tests.server.history.builders import sets
from tests.server.history.conftest import Pen


def a_day(seq: int, at: str = "2027-01-11T09:00:00") -> Day:
    """Return the end of a day."""
    return Day(seq, at, b"content", b"authorship")


def add_day(world: World, seq: int, at: str = "2027-01-11T09:00:00") -> None:
    """Keep the end of a day."""
    with world.database.session() as session:
        keep_day(session, world.plan, a_day(seq, at), world.clock())


@ON_BOTH
def test_what_somebody_keeps_is_listed_with_who_and_when(world: World, pen: Pen):
    seq = adds_a_risk(pen)
    version = keeps(world)
    assert listed(world) == [version]
    author = {"participant": world.members["participant"], "name": "Participant", "department": "Sales"}
    assert version == {
        "id": version["id"],
        "kind": "named",
        "name": "Before the fair",
        "made_by": author,
        "made_at": "2027-01-11T09:00:00.000Z",
        "seq": seq,
    }


@ON_BOTH
def test_the_end_of_a_day_is_kept_once_and_listed_without_an_author(world: World):
    add_day(world, 4)
    add_day(world, 4)
    (version,) = listed(world)
    assert (version["kind"], version["name"], version["made_by"], version["seq"]) == ("daily", "", None, 4)


def test_old_days_go_when_a_new_one_comes(world: World):
    for day in range(11, 18):
        add_day(world, day, f"2027-01-{day}T09:00:00")
    world.clock.advance(days=120)
    add_day(world, 99, "2027-05-10T09:00:00")
    with world.database.session() as session:
        assert [one.seq for one in view_versions(session, world.plan)] == [99, 17]


@ON_BOTH
def test_a_version_is_renamed_and_one_that_kept_itself_then_stays(world: World):
    add_day(world, 4)
    (version,) = listed(world)
    address = f"/api/plans/{world.plan}/versions/{version['id']}"
    answer = world.browser("participant").patch(address, {"name": "As agreed"})
    assert answer.json == listed(world)[0]
    assert (answer.json["kind"], answer.json["name"]) == ("named", "As agreed")
    assert answer.json["made_by"]["name"] == "Participant"


@ON_BOTH
def test_a_version_is_removed_by_whoever_manages_the_plan(world: World):
    version = keeps(world)["id"]
    address = f"/api/plans/{world.plan}/versions/{version}"
    assert world.browser("participant").delete(address).json["code"] == "not_allowed"
    assert world.browser("facilitator").delete(address).status_code == 204
    assert listed(world) == []
    assert world.browser("facilitator").delete(address).json["code"] == "unknown_version"


def test_a_version_of_another_plan_is_unknown(world: World):
    with world.database.session() as session:
        other = add_version(session, world.other_plan, Kind.NAMED, a_day(1)).id
        session.commit()
    assert listed(world) == []
    assert restores(world, other).json["code"] == "unknown_version"
    address = f"/api/plans/{world.plan}/versions/compare?from={other}"
    assert world.browser("viewer").get(address).json["code"] == "unknown_version"


def test_there_are_only_so_many_named_versions(world: World):
    with world.database.session() as session:
        for number in range(MOST_NAMED):
            add_version(session, world.plan, Kind.NAMED, a_day(number))
        session.commit()
    answer = world.browser("participant").post(f"/api/plans/{world.plan}/versions", {"name": "One more"})
    assert (answer.status_code, answer.json["code"]) == (409, "too_many_versions")


def test_a_version_that_is_restored_is_a_new_edit_of_whoever_asked(world: World, pen: Pen):
    adds_a_risk(pen, impact=3)
    version = keeps(world)
    seq = pen.write("guest", sets("risks", "risk", impact=5))
    answer = restores(world, version["id"])
    assert answer.json == {"seq": seq + 1}
    plan, _ = world.live.read(world.plan)
    assert plan.records("risks")[0]["impact"] == 3
    fields = (
        world.browser("viewer").get(f"/api/plans/{world.plan}/authorship?place=risks/{RISK}").json["fields"]
    )
    assert fields["impact"]["name"] == "Participant"


def test_what_was_there_before_a_restoration_is_a_version(world: World, pen: Pen):
    adds_a_risk(pen, impact=3)
    version = keeps(world)
    pen.write("guest", sets("risks", "risk", impact=5))
    world.clock.advance(minutes=1)
    restores(world, version["id"])
    before = listed(world)[0]
    assert (before["kind"], before["name"], before["made_by"]["name"]) == (
        "before_restore",
        "",
        "Participant",
    )
    restores(world, before["id"])
    plan, _ = world.live.read(world.plan)
    assert plan.records("risks")[0]["impact"] == 5


def test_a_restoration_that_changes_nothing_does_nothing(world: World, pen: Pen):
    seq = adds_a_risk(pen)
    version = keeps(world)
    assert restores(world, version["id"]).json == {"seq": seq}
    assert listed(world) == [version]


def test_a_record_that_was_not_there_cannot_be_restored_alone(world: World, pen: Pen):
    version = keeps(world)
    adds_a_risk(pen)
    assert restores(world, version["id"], section="risks", record=RISK).json["code"] == "unknown_record"
    assert restores(world, version["id"], record=RISK).json["code"] == "invalid"
    assert restores(world, version["id"], section="no such").json["code"] == "invalid"


def test_a_restoration_that_the_gate_refuses_says_why(
    world: World, pen: Pen, monkeypatch: pytest.MonkeyPatch
):
    def refuse(*_said: Any) -> int:
        raise Rejection("too_large", "The edit is too large; make it in smaller steps.")

    adds_a_risk(pen, impact=3)
    version = keeps(world)
    pen.write("guest", sets("risks", "risk", impact=5))
    monkeypatch.setattr(world.live, "enter", refuse)
    answer = restores(world, version["id"])
    assert (answer.status_code, answer.json["code"]) == (409, "restore_refused")
    assert "too large" in answer.json["detail"]
    assert listed(world)[0]["kind"] == "before_restore"


def test_viewers_read_the_history_and_change_nothing(world: World, pen: Pen):
    version = keeps(world)
    adds_a_risk(pen)
    assert listed(world, "viewer") == [version]
    assert len(compared(world, version["id"])["sentences"]) == 1
    assert restores(world, version["id"], "viewer").json["code"] == "not_allowed"


def test_a_copy_of_a_plan_begins_without_a_history(world: World, pen: Pen):
    adds_a_risk(pen)
    keeps(world)
    copy = world.browser("owner").post(f"/api/plans/{world.plan}/duplicate", {"title": "Copy"}).json["id"]
    assert world.browser("owner").get(f"/api/plans/{copy}/versions").json == []


def test_an_answer_that_does_not_come_in_time_keeps_nothing(world: World):
    version = keeps(world)
    analyses_of(world).is_late = True
    for answer in (
        world.browser("participant").post(f"/api/plans/{world.plan}/versions", {"name": "Late"}),
        restores(world, version["id"]),
        world.browser("viewer").get(f"/api/plans/{world.plan}/versions/compare?from={version['id']}"),
    ):
        assert (answer.status_code, answer.json["code"]) == (503, "analysis_late")
    assert listed(world) == [version]


def test_a_list_of_versions_does_not_load_what_they_hold(world: World):
    keeps(world)
    with world.database.session() as session:
        version = session.query(PlanVersion).one()
        assert "content" not in version.__dict__

"""The best ways to somebody: asked over HTTP, worked out in the child."""

import os
import signal

import gevent
import pytest

from planning.interchange import to_document
from server.analyses.analyst import MOST_ASKED, NotAnswered
from server.errors import Refused
from server.rooms.rooms import UnknownPlan
from server.services import EXTENSION
from server.usecases.find_ways import find_ways, period_of
from tests.builders import a_plan, an_id
from tests.server.analyses.conftest import REAL, Followed, wait_for
from tests.server.builders import AnalysesAtOnce, World
from tests.server.rooms.builders import PLAN, a_record
from tests.server.rooms.conftest import Guest
from tests.server.test_documents import import_document

EXECUTIVE = an_id("executive")


def adds_the_people(guest: Guest) -> None:
    """Add an executive, an adviser whom we cover well, and the adviser's strong line to the executive."""
    records = {
        "stakeholders": {
            "executive": {"name": "Eve", "power": 5},
            "adviser": {"name": "Adam", "side": "adviser"},
        },
        "team_members": {"manager": {"name": "Mia"}},
        "coverage": {"cover": {"member": an_id("manager"), "stakeholder": an_id("adviser"), "quality": 4}},
        "influence_lines": {
            "line": {"from_whom": an_id("adviser"), "to_whom": EXECUTIVE, "strength": 3, "kind": "influences"}
        },
    }
    for section, made in records.items():
        whole = {an_id(id): a_record(section, **values) for id, values in made.items()}
        guest.edit(lambda one, section=section, whole=whole: one.section(section).update(whole))
        guest.wait_saved()


def test_the_ways_are_those_of_the_plan_as_it_stands(followed: Followed):
    table = followed(REAL)
    adds_the_people(table.seat("anna"))
    (way,) = table.analyst.ways(PLAN, EXECUTIVE) or []
    assert way["words"] == "Mia → Adam → Eve"
    assert [step["by"] for step in way["steps"]] == [None, "coverage", "influence"]
    assert way["chance"] == pytest.approx(0.9 * 0.75)
    assert table.analyst.ways(PLAN, an_id("nobody")) is None


def test_a_plan_that_nobody_has_open_is_loaded_first(followed: Followed):
    table = followed(REAL, rooms={"unload_after": 60.0})
    anna = table.seat("anna")
    adds_the_people(anna)
    table.rooms.forget(PLAN)
    assert table.rooms.live() == []
    assert table.analyst.ways(PLAN, EXECUTIVE)
    assert table.rooms.live() == [PLAN]
    with pytest.raises(UnknownPlan):
        table.analyst.ways(an_id("unknown"), EXECUTIVE)


def test_who_asks_while_the_child_starts_waits_for_it(followed: Followed):
    table = followed(REAL, answer_patience=60.0)
    adds_the_people(table.seat("anna"))
    os.kill(table.wait_for_child(), signal.SIGKILL)
    wait_for(lambda: table.analyst.child is None)
    assert table.analyst.ways(PLAN, EXECUTIVE)


def test_who_asks_a_child_that_does_not_answer_is_told_so_in_time(followed: Followed):
    table = followed(REAL, answer_patience=0.05)
    os.kill(table.wait_for_child(), signal.SIGSTOP)
    with pytest.raises(NotAnswered):
        table.analyst.ways(PLAN, EXECUTIVE)


def test_when_too_many_wait_for_an_answer_one_more_is_not_kept_waiting(followed: Followed):
    table = followed(REAL, answer_patience=60.0)
    table.seat("anna")
    os.kill(table.wait_for_child(), signal.SIGSTOP)
    waiting = [gevent.spawn(table.analyst.ways, PLAN, EXECUTIVE) for _ in range(MOST_ASKED)]
    gevent.idle()
    with pytest.raises(NotAnswered):
        table.analyst.ways(PLAN, EXECUTIVE)
    gevent.killall(waiting)


def analyses_of(world: World) -> AnalysesAtOnce:
    """Return what works things out in a world."""
    analyses: AnalysesAtOnce = world.flask.extensions[EXTENSION].analyses
    return analyses


def a_plan_with_people(world: World) -> str:
    """Import a plan with an executive, an adviser and a manager of ours, and return its identifier."""
    plan = a_plan(
        stakeholders=[{"id": "executive", "name": "Eve"}, {"id": "adviser", "name": "Adam"}],
        team_members=[{"id": "manager", "name": "Mia"}],
        coverage=[{"member": "manager", "stakeholder": "adviser", "quality": 4}],
        influence_lines=[{"from_whom": "adviser", "to_whom": "executive", "strength": 3}],
    )
    head = {"title": "Ways", "starts_on": "2027-01-01", "ends_on": "2028-12-31", "account": "Meridian"}
    return str(import_document(world, to_document(plan, **head)).json["id"])


def test_the_answer_names_the_people_and_the_lines_between_them(world: World):
    plan = a_plan_with_people(world)
    answer = world.browser("viewer").get(f"/api/plans/{plan}/ways/{EXECUTIVE}")
    assert answer.status_code == 200
    assert answer.json["stakeholder"] == EXECUTIVE
    (way,) = answer.json["ways"]
    assert set(way) == {"chance", "steps", "words"}
    assert way["steps"][-1] == {
        "section": "stakeholders",
        "id": EXECUTIVE,
        "name": "Eve",
        "by": "influence",
        "line": f"influence_lines/{an_id('influence_lines'[:15] + '-0')}",
        "chance": 0.75,
    }


def test_a_stakeholder_whom_the_plan_does_not_know_is_not_found(world: World):
    answer = world.browser("viewer").get(f"/api/plans/{world.plan}/ways/{an_id('nobody')}")
    assert (answer.status_code, answer.json["code"]) == (404, "unknown_stakeholder")


def test_an_answer_that_does_not_come_in_time_is_a_problem_with_a_remedy(world: World):
    analyses_of(world).is_late = True
    answer = world.browser("viewer").get(f"/api/plans/{world.plan}/ways/{EXECUTIVE}")
    assert (answer.status_code, answer.json["code"]) == (503, "analysis_late")
    assert answer.json["remedy"]
    assert answer.headers["Retry-After"] == "10"


def test_a_plan_that_gets_other_dates_is_reported_on_with_them(world: World):
    said = {"starts_on": "2027-02-01", "ends_on": "2027-06-30"}
    world.browser("facilitator").patch(f"/api/plans/{world.plan}", said)
    with world.database.session() as session:
        period = period_of(session, world.plan)
        assert period_of(session, an_id("unknown")) is None
    assert analyses_of(world).periods == {world.plan: period}
    assert period is not None
    assert [day.isoformat() for day in period] == list(said.values())


def test_while_an_answer_is_waited_for_no_connection_to_the_database_is_kept(world: World):
    with world.database.session() as session:
        period_of(session, world.plan)
        with pytest.raises(Refused):
            find_ways(session, analyses_of(world), world.plan, EXECUTIVE)
        assert not session.in_transaction()

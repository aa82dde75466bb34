"""Over HTTP: who wrote what, and what changed between two versions."""

import pytest

from server.store.models import Member
from tests.postgresql import ON_BOTH
from tests.server.builders import World
from tests.server.history.asking import RISK, adds_a_risk, compared, keeps, listed
from tests.server.history.builders import sets
from tests.server.history.conftest import Pen
from tests.server.rooms.builders import a_stamp


@pytest.mark.parametrize("who", ["participant", "guest"])
def test_who_is_gone_or_deactivated_still_has_a_name(world: World, pen: Pen, who: str):
    adds_a_risk(pen, who)
    version = keeps(world, who=who)
    if who == "guest":
        world.browser("facilitator").delete(f"/api/plans/{world.plan}/guests/{world.members['guest']}")
    else:
        world.browser("owner").patch(f"/api/members/{world.members[who]}", {"active": False})
    (now,) = listed(world, "owner")
    assert now["made_by"] == version["made_by"]
    answer = world.browser("viewer").get(f"/api/plans/{world.plan}/authorship?place=risks/{RISK}")
    assert answer.json["created"]["name"] == version["made_by"]["name"]


def test_who_was_deleted_has_another_name_in_place_of_theirs(world: World, pen: Pen):
    adds_a_risk(pen, "stranger")
    with world.database.session() as session:
        session.delete(session.get_one(Member, world.members["stranger"]))
        session.commit()
    answer = world.browser("viewer").get(f"/api/plans/{world.plan}/authorship?place=risks/{RISK}")
    assert answer.json["created"]["name"] == "Somebody who has left"


def test_who_wrote_each_field_of_a_record_is_told(world: World, pen: Pen):
    adds_a_risk(pen, "participant")
    world.clock.advance(days=1)
    pen.write("guest", sets("risks", "risk", impact=5))
    answer = world.browser("viewer").get(f"/api/plans/{world.plan}/authorship?place=risks/{RISK}").json
    assert answer["created"] == {
        "participant": world.members["participant"],
        "name": "Participant",
        "department": "Sales",
        "at": "2027-01-11T09:00:00.000Z",
    }
    assert {field: (one["name"], one["at"][:10]) for field, one in answer["fields"].items()} == {
        "title": ("Participant", "2027-01-11"),
        "impact": ("Gus", "2027-01-12"),
    }


def test_who_wrote_a_section_of_one_record_is_told(world: World, pen: Pen):
    pen.write("participant", lambda copy: copy.section("profile")["vision"].insert(0, "Grow"))
    answer = world.browser("viewer").get(f"/api/plans/{world.plan}/authorship?place=profile").json
    assert (answer["created"], list(answer["fields"])) == (None, ["vision"])


@pytest.mark.parametrize(
    ("place", "code"),
    [
        (f"risks/{RISK}", "unknown_record"),
        ("risks", "invalid"),
        (f"profile/{RISK}", "invalid"),
        ("nothing/x", "invalid"),
    ],
)
def test_a_place_that_is_no_record_is_refused(world: World, place: str, code: str):
    answer = world.browser("viewer").get(f"/api/plans/{world.plan}/authorship?place={place}")
    assert answer.json["code"] == code


@ON_BOTH
def test_what_changed_since_a_version_is_told_by_whom_and_when(world: World, pen: Pen):
    adds_a_risk(pen, impact=3)
    version = keeps(world)
    world.clock.advance(hours=1)
    pen.write("guest", sets("risks", "risk", impact=5))
    found = compared(world, version["id"])
    assert (found["from"], found["to"]) == (version, None)
    (sentence,) = found["sentences"]
    assert sentence == {
        "code": "changed_by",
        "where": f"risks/{RISK}/impact",
        "values": {
            "title": "Fire",
            "field": "Impact",
            "before": "Medium",
            "after": "Very high",
            "by": ["Gus"],
        },
        "by": [{"participant": world.members["guest"], "name": "Gus", "department": "Service"}],
        "at": "2027-01-11T10:00:00.000Z",
        "before": 3,
        "after": 5,
    }
    assert found["records"] == {"added": 0, "removed": 0, "restored": 0, "changed": 1}
    assert found["left_out"] == 0


def test_two_versions_are_compared_with_the_authors_between_them(world: World, pen: Pen):
    first = keeps(world, "First")
    adds_a_risk(pen)
    second = keeps(world, "Second")
    stamp = a_stamp(pen.seat("guest"))
    pen.write("guest", sets("risks", "risk", removed=stamp))
    (added,) = compared(world, first["id"], second["id"])["sentences"]
    assert (added["code"], added["by"][0]["name"]) == ("added_by", "Participant")
    (removed,) = compared(world, second["id"])["sentences"]
    assert (removed["code"], removed["by"][0]["name"]) == ("removed_by", "Gus")
    (undone,) = compared(world, second["id"], first["id"])["sentences"]
    assert (undone["code"], undone["by"]) == ("removed", [])

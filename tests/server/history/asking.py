"""What the people of a world ask of the history of its plan."""

from typing import Any

from tests.builders import an_id
from tests.server.builders import World
from tests.server.history.conftest import Pen
from tests.server.rooms.builders import a_record

RISK = an_id("risk")


def keeps(world: World, name: str = "Before the fair", who: str = "participant") -> Any:
    """Keep a version and return it."""
    answer = world.browser(who).post(f"/api/plans/{world.plan}/versions", {"name": name})
    assert answer.status_code == 201, answer.json
    return answer.json


def listed(world: World, who: str = "viewer") -> Any:
    """Return the versions as somebody sees them."""
    answer = world.browser(who).get(f"/api/plans/{world.plan}/versions")
    assert answer.status_code == 200
    return answer.json


def compared(world: World, start: str, end: str = "now") -> Any:
    """Return what changed from one version to another."""
    answer = world.browser("viewer").get(f"/api/plans/{world.plan}/versions/compare?from={start}&to={end}")
    assert answer.status_code == 200, answer.json
    return answer.json


def restores(world: World, version: str, who: str = "participant", **part: str) -> Any:
    """Restore a version, or a part of it, and return the answer."""
    return world.browser(who).post(f"/api/plans/{world.plan}/versions/{version}/restore", part)


def adds_a_risk(pen: Pen, who: str = "participant", **values: Any) -> int:
    """Let somebody add the risk."""
    record = a_record("risks", **({"title": "Fire"} | values))
    return pen.write(who, lambda copy: copy.section("risks").update({RISK: record}))

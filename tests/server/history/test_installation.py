"""A whole installation: requests, rooms, the process that follows them, and the database together."""

import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from config.settings import Settings
from server.access import Role, Seat
from server.app import Application, create_app
from tests.builders import an_id
from tests.server.analyses.conftest import wait_for
from tests.server.builders import QUICK, Browser, StoppedClock, populate
from tests.server.history.builders import sets
from tests.server.rooms.builders import Copy, a_record

RISK = an_id("risk")


class Installed:
    """An installation with people in it."""

    def __init__(self, application: Application, clock: StoppedClock) -> None:
        self.application, self.clock = application, clock
        people = populate(application.database)
        self.plan: str = people["plan"]
        self.members: dict[str, str] = people["members"]
        self.tokens: dict[str, str] = people["tokens"]

    def ask(self, method: str, address: str, body: Any = None, who: str = "participant") -> Any:
        """Ask something about the plan, and return the answer, which must be one."""
        browser = Browser(self.application.flask, self.tokens[who])
        answer = browser.ask(method, f"/api/plans/{self.plan}/{address}", body)
        assert answer.status_code < 300, answer.json
        return answer.json

    def write(self, name: str, change: Callable[[Copy], Any]) -> None:
        """Let somebody change the plan."""
        rooms = self.application.rooms
        rooms.wake(self.plan)
        history = rooms.history_of(self.plan)
        assert history is not None
        copy = Copy(history.rows[0].update)
        for row in history.rows[1:]:
            copy.document.apply_update(row.update)
        seat = Seat("session", self.members[name], name.title(), "Sales", Role.PARTICIPANT, self.plan)
        rooms.enter(self.plan, seat, [copy.change(lambda: change(copy))])

    def risk(self) -> Any:
        """Return the risk as the plan has it."""
        return self.application.rooms.read(self.plan)[0].record("risks", RISK)


@pytest.fixture
def installed(tmp_path: Path) -> Iterator[Installed]:
    """An installation that follows its plans."""
    clock = StoppedClock()
    application = create_app(Settings(data=tmp_path), clock=clock, passwords=QUICK)
    application.analyst.warm()
    wait_for(lambda: application.analyst.child)
    yield Installed(application, clock)
    application.stop()


def test_a_plan_is_kept_compared_and_restored(installed: Installed):
    risk = a_record("risks", title="Fire", impact=3)
    installed.write("participant", lambda copy: copy.section("risks").update({RISK: risk}))
    version = installed.ask("POST", "versions", {"name": "Agreed"})
    installed.clock.advance(hours=1)
    installed.write("guest", sets("risks", "risk", impact=5))
    (sentence,) = installed.ask("GET", f"versions/compare?from={version['id']}")["sentences"]
    assert (sentence["code"], sentence["by"][0]["name"], sentence["after"]) == ("changed_by", "Gus", 5)
    assert installed.ask("POST", f"versions/{version['id']}/restore", {}) == {"seq": version["seq"] + 2}
    assert installed.risk()["impact"] == 3
    created = installed.ask("GET", f"authorship?place=risks/{RISK}")["created"]
    assert created["participant"] == installed.members["participant"]
    assert [one["kind"] for one in installed.ask("GET", "versions")] == ["before_restore", "named"]


def test_the_end_of_a_day_is_a_version_that_can_be_restored(installed: Installed):
    risk = a_record("risks", title="Fire", impact=3)
    installed.write("participant", lambda copy: copy.section("risks").update({RISK: risk}))
    installed.clock.advance(days=1)
    installed.write("guest", sets("risks", "risk", impact=5))
    (day,) = wait_for(lambda: installed.ask("GET", "versions"))
    assert (day["kind"], day["made_by"], day["made_at"]) == ("daily", None, "2027-01-11T09:00:00.000Z")
    installed.ask("POST", f"versions/{day['id']}/restore", {"section": "risks", "record": RISK})
    assert installed.risk()["impact"] == 3


def test_a_day_that_cannot_be_kept_is_logged_and_harms_nobody(
    installed: Installed, logs: io.StringIO, monkeypatch: pytest.MonkeyPatch
):
    def broken(plan_id: str, day: object) -> None:
        raise OSError("no space")

    monkeypatch.setattr(installed.application.analyst, "_keep_day", broken)
    risk = a_record("risks", title="Fire")
    installed.write("participant", lambda copy: copy.section("risks").update({RISK: risk}))
    installed.clock.advance(days=1)
    installed.write("guest", sets("risks", "risk", impact=5))
    assert installed.ask("POST", "versions", {"name": "Agreed"})["seq"] == 3
    events = [json.loads(line)["event"] for line in logs.getvalue().splitlines()]
    assert "A day of a plan could not be kept" in events
    assert installed.ask("GET", f"authorship?place=risks/{RISK}")["fields"]["impact"]["name"] == "Gus"

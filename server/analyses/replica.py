"""A copy of one live plan, who wrote it, and the report that is made of it."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from time import monotonic
from typing import Any, NamedTuple

from planning.analyses.influence import Way, ways_to
from planning.analyses.report import report_of
from planning.analyses.schedule import Period
from planning.plan import Plan
from planning.tools import SCHEMA
from server.analyses.pace import Pace
from server.history.authorship import Authorship, Touch
from server.history.content import pack_content
from server.history.days import Day, is_later_day
from server.history.log import MANY, SERVER
from server.history.observing import Observer
from server.rooms.document import document_from, read_plan


class Row(NamedTuple):
    """An edit: its number, author (`MANY` of a snapshot) and moment (UTC, ISO 8601)."""

    seq: int
    author: str
    at: str
    update: bytes


class Replica:
    """What the child knows of one plan. `seq` is the number of the last edit it holds.

    Parameters
    ----------
    rows
        The plan as the log has it; a snapshot first, when there is one.
    authorship
        Who wrote what of the snapshot, when that is known.
    """

    def __init__(self, rows: Sequence[Row], authorship: bytes | None, period: Period | None) -> None:
        self.period, self.pace = period, Pace()
        self.days: list[Day] = []
        """The ends of days that were seen and are not told yet."""

        snapshots = [row for row in rows if row.author == MANY]
        self.seq = snapshots[-1].seq if snapshots else 0
        self.document = document_from(*(row.update for row in snapshots))
        known = Authorship.unpack(authorship) if authorship else Authorship()
        self._observer = Observer(self.document, SCHEMA, known)
        self._edited_at = known.last_at or (snapshots[-1].at if snapshots else "")
        self._told: dict[str, bytes] = {}
        self._plan: Plan | None = None
        self._ways: dict[str, list[Way]] = {}
        self.edit(rows)

    @property
    def authorship(self) -> Authorship:
        """Who wrote what."""
        return self._observer.authorship

    def edit(self, rows: Sequence[Row]) -> None:
        """Take in what entered the plan; what it holds already counts once."""
        for row in rows:
            if row.seq > self.seq:
                self._take(row)
        self.pace.wake(monotonic())

    def keep(self) -> Day:
        """Return the plan as a version holds it."""
        return Day(self.seq, self._edited_at, pack_content(self.read()), self.authorship.pack())

    def close(self) -> None:
        """Let go of the plan."""
        self._observer.stop()

    def read(self) -> Plan:
        """Return the plan as plain values."""
        if self._plan is None:
            self._plan = read_plan(self.document, SCHEMA)
        return self._plan

    def _take(self, row: Row) -> None:
        is_somebodys = row.author != SERVER
        if is_somebodys and is_later_day(row.at, than=self._edited_at):
            self.days.append(self.keep())
        self._observer.apply(row.update, Touch(row.author, row.at, row.seq) if is_somebodys else None)
        self._edited_at = row.at if is_somebodys else self._edited_at
        self.seq, self._plan = row.seq, None
        self._ways.clear()

    def best_ways(self, stakeholder: str) -> list[Way] | None:
        """Return the three best ways to a stakeholder; None when the plan has no such person."""
        plan = self.read()
        if plan.record("stakeholders", stakeholder) is None:
            return None
        if stakeholder not in self._ways:
            self._ways[stakeholder] = ways_to(plan, stakeholder)
        return self._ways[stakeholder]

    def changed_parts(self, today: dt.date) -> Mapping[str, bytes]:
        """Make a report and return, by name, the parts that are not as they were in the last one."""
        parts = parts_of(self.read(), today, self.period)
        changed = {name: part for name, part in parts.items() if self._told.get(name) != part}
        self._told = parts
        return changed


def parts_of(plan: Plan, today: dt.date, period: Period | None) -> dict[str, bytes]:
    """Return the parts of a plan's report as JSON by name."""
    report = report_of(plan, today, period=period)
    return {one.name: as_json(getattr(report, one.name)) for one in fields(report)}


def as_json(figures: Any) -> bytes:
    """Return figures as JSON; raise ValueError when one is no number that JSON has."""
    # Not `asdict`, which copies everything there is before it is written.
    return json.dumps(
        figures, default=vars, ensure_ascii=False, allow_nan=False, separators=(",", ":")
    ).encode()

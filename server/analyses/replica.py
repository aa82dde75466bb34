"""A copy of one live plan, and the report that is made of it."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from time import monotonic
from typing import Any

from planning.analyses.influence import Way, ways_to
from planning.analyses.report import report_of
from planning.analyses.schedule import Period
from planning.plan import Plan
from planning.tools import SCHEMA
from server.analyses.pace import Pace
from server.rooms.document import document_from, read_plan


class Replica:
    """What the child knows of one plan. `seq` is the number of the last edit it holds."""

    def __init__(self, seq: int, updates: Sequence[bytes], period: Period | None) -> None:
        self.seq, self.period, self.pace = seq, period, Pace()
        self._document = document_from(*updates)
        self._told: dict[str, bytes] = {}
        self._plan: Plan | None = None
        self._ways: dict[str, list[Way]] = {}
        self.pace.wake(monotonic())

    def edit(self, seq: int, update: bytes) -> None:
        """Take in what entered the plan."""
        self._document.apply_update(update)
        self.seq, self._plan = seq, None
        self._ways.clear()
        self.pace.wake(monotonic())

    def read(self) -> Plan:
        """Return the plan as plain values."""
        if self._plan is None:
            self._plan = read_plan(self._document, SCHEMA)
        return self._plan

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

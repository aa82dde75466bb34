"""Everything that a plan works out by itself, in one report of named parts."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from planning.analyses.accountability import check_accountability
from planning.analyses.collaboration import Collaboration, check_collaboration, collaboration
from planning.analyses.competition import Competition, check_competition, competition
from planning.analyses.health import Health, check_health, health
from planning.analyses.influence import Influence, check_influence, influence
from planning.analyses.once import read_once
from planning.analyses.schedule import Period, Schedule, check_schedule, check_workload, schedule
from planning.analyses.traceability import Traceability, check_traceability, traceability
from planning.analyses.white_space import WhiteSpace, check_white_space, white_space
from planning.findings import SEVERITIES, Change, Finding, Severity, Value
from planning.plan import PlainRecord, Plan
from planning.references import dangling_references


@dataclass(frozen=True)
class ReportedFinding:
    """A finding, and whether somebody has set it aside."""

    code: str
    where: str
    """Target: `section`, `section/id` or `section/id/field`."""
    values: Mapping[str, Value]
    """What the words of this code say by name."""
    severity: Severity
    mend: tuple[Change, ...]
    """What puts it right safely, all together; empty when a person must decide."""
    aside: str | None
    """Record of `set_aside` that says why it may stay; None while it is open."""


@dataclass(frozen=True)
class Report:
    """What a plan says about itself. Every part can travel and change on its own."""

    traceability: Traceability
    influence: Influence
    schedule: Schedule
    collaboration: Collaboration
    competition: Competition
    white_space: WhiteSpace
    health: Health
    findings: tuple[ReportedFinding, ...]
    """The gravest first, then in the order of the plan."""


def report_of(plan: Plan, today: dt.date, *, period: Period | None = None) -> Report:
    """Return the report of a plan.

    Parameters
    ----------
    period
        The days the plan is for; without it nothing is said about what lies beyond its end.
    """
    plan = read_once(plan)
    traced, reached, together = traceability(plan), influence(plan), collaboration(plan)
    compared, space = competition(plan), white_space(plan)
    found = [
        *dangling_references(plan),
        *check_traceability(plan, traced),
        *check_influence(plan, today, reached),
        *check_schedule(plan, today, period),
        *check_workload(plan, today),
        *check_collaboration(plan, together),
        *check_accountability(plan),
        *check_competition(plan, compared),
        *check_white_space(plan, today, space),
        *check_health(plan, today),
    ]
    aside = _set_aside(plan)
    here = in_order(plan, (one for one in found if not _is_in_the_bin(plan, one.where)))
    return Report(
        traceability=traced,
        influence=reached,
        schedule=schedule(plan, period),
        collaboration=together,
        competition=compared,
        white_space=space,
        health=health(plan, today, [one for one in here if (one.code, one.where) not in aside]),
        findings=tuple(_reported(one, aside.get((one.code, one.where))) for one in here),
    )


def in_order(plan: Plan, findings: Iterable[Finding]) -> list[Finding]:
    """Return findings by severity, then in the order in which their places come in the plan."""
    sections = {key: place for place, key in enumerate(plan.schema.sections)}

    gravity = {severity: place for place, severity in enumerate(SEVERITIES)}

    def place(finding: Finding) -> tuple[int, int, str, str, str]:
        section, record = _record_at(plan, finding.where)
        order = record.get("order") or ""
        return (gravity[finding.severity], sections[section], order, finding.where, finding.code)

    return sorted(findings, key=place)


def _set_aside(plan: Plan) -> dict[tuple[str, str], str]:
    """Return what has been set aside: code and place to the record that says so."""
    return {(r.get("code") or "", r.get("place") or ""): r["id"] for r in plan.records("set_aside")}


def _is_in_the_bin(plan: Plan, where: str) -> bool:
    return bool(_record_at(plan, where)[1].get("removed"))


def _record_at(plan: Plan, where: str) -> tuple[str, PlainRecord]:
    """Return the section a finding speaks of, and the record; empty when it speaks of the whole section."""
    section, _, rest = where.partition("/")
    return section, plan.collections.get(section, {}).get(rest.partition("/")[0], {})


def _reported(finding: Finding, aside: str | None) -> ReportedFinding:
    return ReportedFinding(finding.code, finding.where, finding.values, finding.severity, finding.mend, aside)

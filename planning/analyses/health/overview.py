"""The state of a plan on one page: how full it is, how well it is known, what is open."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from planning.analyses.content import content_tools
from planning.analyses.health.completeness import completeness
from planning.analyses.health.evidence import Evidence, evidence_of, together
from planning.findings import Finding, Severity
from planning.plan import Plan
from planning.records import Tool


@dataclass(frozen=True)
class Open:
    """Findings that nobody has mended or set aside, by severity."""

    must: int
    should: int
    could: int


@dataclass(frozen=True)
class ToolHealth:
    """A tool by key; `completeness` is in per cent, as the ring beside its name shows it."""

    tool: str
    completeness: int
    evidence: Evidence
    findings: Open


@dataclass(frozen=True)
class Health:
    """Every tool that is part of the plan, and the plan as a whole.

    `completeness` is the mean of the tools in per cent, each weighing the same. `findings` count all
    that were given, those about the plan as a whole too.
    """

    completeness: float
    evidence: Evidence
    findings: Open
    tools: tuple[ToolHealth, ...]


def health(plan: Plan, today: dt.date, findings: Sequence[Finding] = ()) -> Health:
    """Return the state of a plan.

    Parameters
    ----------
    findings
        Those that are open: nobody has set them aside.

    >>> from planning.tools import SCHEMA
    >>> found = health(Plan(SCHEMA), dt.date(2026, 11, 21))
    >>> found.completeness, found.findings
    (0.0, Open(must=0, should=0, could=0))
    """
    filled = completeness(plan)
    tools = content_tools(plan.schema)
    about = _by_section(findings)
    every = tuple(_tool(plan, tool, filled[tool.key], today, about) for tool in tools)
    return Health(
        completeness=sum(one.completeness for one in every) / len(every) if every else 0.0,
        evidence=together(tool.evidence for tool in every),
        findings=_open(findings),
        tools=every,
    )


def _by_section(findings: Sequence[Finding]) -> Mapping[str, list[Finding]]:
    about: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        about[finding.where.split("/")[0]].append(finding)
    return about


def _tool(
    plan: Plan, tool: Tool, filled: int, today: dt.date, about: Mapping[str, list[Finding]]
) -> ToolHealth:
    findings = [finding for section in tool.sections for finding in about.get(section.key, ())]
    return ToolHealth(tool.key, filled, evidence_of(plan, tool.sections, today), _open(findings))


def _open(findings: Sequence[Finding]) -> Open:
    def count(severity: Severity) -> int:
        return sum(finding.severity == severity for finding in findings)

    return Open(count("must"), count("should"), count("could"))

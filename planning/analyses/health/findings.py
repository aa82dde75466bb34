"""What rests on sand: that which weighs most in the plan and is only assumed, or long unasked."""

import datetime as dt
from collections.abc import Iterator

from planning.analyses.content import content_tools
from planning.analyses.health.evidence import is_old
from planning.findings import Finding, Value, declare_words, target_of
from planning.naming import name_of
from planning.plan import PlainRecord, Plan

WEIGHED_BY = {"strategy_nodes": "importance", "stakeholders": "power", "buying_criteria": "weight"}
"""Section to the field, 1 to 5, that says how much a record of it weighs."""

HEAVY = 4

WORDS = declare_words(
    {
        "only_assumed": (
            '"{title}" weighs much in this plan and is only assumed.',
            "Ask somebody at the customer who knows, and note who said it and when.",
        ),
        "evidence_old": (
            '"{title}" weighs much in this plan and was last looked at on {seen:day}.',
            "Ask whether it still holds, and note the new date.",
        ),
        "evidence_ahead": (
            'The evidence of "{title}" is dated {seen:day}, which is still to come.',
            "Correct the date.",
        ),
    }
)


def check_health(plan: Plan, today: dt.date) -> list[Finding]:
    """Return what weighs much and is only assumed or long unasked, and evidence from the future."""
    return [
        finding
        for tool in content_tools(plan.schema)
        for section in tool.sections
        if section.many
        for record in plan.records(section.key)
        for finding in _check(plan, section.key, record, today)
    ]


def _check(plan: Plan, section: str, record: PlainRecord, today: dt.date) -> Iterator[Finding]:
    if not record.get("evidence") and not record.get("evidence_on"):
        return
    seen = record.get("evidence_on") or ""
    where = target_of(section, record["id"])
    values: dict[str, Value] = {"title": name_of(plan, section, record["id"])}
    is_heavy = section in WEIGHED_BY and (record.get(WEIGHED_BY[section]) or 0) >= HEAVY
    if is_heavy and record.get("evidence") == "assumed":
        yield Finding("only_assumed", f"{where}/evidence", values, "should")
    elif is_heavy and is_old(record, today):
        yield Finding("evidence_old", f"{where}/evidence_on", {**values, "seen": seen}, "could")
    if seen and dt.date.fromisoformat(seen) > today:
        yield Finding("evidence_ahead", f"{where}/evidence_on", {**values, "seen": seen}, "should")

"""Whether somebody answers for every workstream, and something is done about every great risk."""

from collections import defaultdict
from collections.abc import Iterator

from planning.analyses.serving import serving
from planning.findings import Finding, declare_words, target_of
from planning.plan import Plan

GREAT_RISK = 12
"""Likelihood times impact, each 1 to 5, from which a risk belongs to the red corner of the matrix."""

WORDS = declare_words(
    {
        "nobody_accountable": (
            'Nobody answers for "{name}".',
            "Give one person the A.",
        ),
        "several_accountable": (
            '{names:list} answer for "{name}" at the same time, so in the end nobody does.',
            "Leave the A with one of them.",
        ),
        "risk_without_answer": (
            'Nothing is done about "{title}" (likelihood {likelihood:number}, impact {impact:number}).',
            "Choose the action that deals with it, or write one.",
        ),
        "risk_without_owner": (
            'Nobody keeps an eye on "{title}" (likelihood {likelihood:number}, impact {impact:number}).',
            "Name the person of ours who does.",
        ),
    }
)


def check_accountability(plan: Plan) -> list[Finding]:
    """Return the workstreams without exactly one A, and the great risks that nobody deals with."""
    return [*_check_workstreams(plan), *_check_risks(plan)]


def _check_workstreams(plan: Plan) -> Iterator[Finding]:
    members = {member["id"]: member.get("name") or "" for member in plan.records("team_members")}
    accountable: dict[str, list[str]] = defaultdict(list)
    for one in plan.records("responsibilities"):
        if one.get("letter") == "A" and one.get("member") in members:
            accountable[one.get("workstream") or ""].append(members[one["member"]])
    for stream in plan.records("workstreams"):
        names = list(dict.fromkeys(accountable[stream["id"]]))
        where, values = target_of("workstreams", stream["id"]), {"name": stream.get("name") or ""}
        if not names:
            yield Finding("nobody_accountable", where, values, "should")
        elif len(names) > 1:
            yield Finding("several_accountable", where, {**values, "names": names}, "should")


def _check_risks(plan: Plan) -> Iterator[Finding]:
    threads = serving(plan)
    for risk in plan.records("risks"):
        likelihood, impact = risk.get("likelihood") or 0, risk.get("impact") or 0
        if likelihood * impact < GREAT_RISK or risk.get("status") == "closed":
            continue
        values = {"title": risk.get("title") or "", "likelihood": likelihood, "impact": impact}
        if risk.get("answer") not in threads.actions:
            where = target_of("risks", risk["id"], "answer")
            yield Finding("risk_without_answer", where, values, "should")
        if threads.owner_of(risk) is None:
            yield Finding("risk_without_owner", target_of("risks", risk["id"], "owner"), values, "should")

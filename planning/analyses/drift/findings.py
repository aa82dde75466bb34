"""What a change asks for."""

from planning.analyses.drift.changes import Drift
from planning.findings import Finding, declare_words, target_of
from planning.naming import name_of
from planning.plan import Plan

WORDS = declare_words(
    {
        "objective_lost_actions": (
            '"{title}" had actions and has lost them all since the last checkpoint.',
            "Agree on the next step towards it, or drop it.",
        ),
    }
)


def check_drift(found: Drift, after: Plan) -> list[Finding]:
    """Return what a change between two states of a plan asks for; `after` is the later one."""
    return [
        Finding(
            "objective_lost_actions",
            target_of("objectives", id),
            {"title": name_of(after, "objectives", id)},
            "must",
        )
        for id in found.orphaned
    ]

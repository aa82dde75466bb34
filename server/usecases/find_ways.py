"""What plans work out by themselves, for whoever asks; the rest is told without being asked."""

from collections.abc import Sequence
from typing import Any, Protocol

from sqlalchemy.orm import Session

from server.analyses.analyst import NotAnswered
from server.analyses.outbox import Period
from server.errors import Refused
from server.store.models import Plan

RETRY_AFTER = 10


class Analyses(Protocol):
    """Works things out of live plans; `server.analyses.analyst.Analyst` is one."""

    def ways(self, plan_id: str, stakeholder: str) -> list[dict[str, Any]] | None:
        """Return the best ways to a stakeholder, None when there is no such person; may raise NotAnswered."""

    def ask(self, plan_id: str, question: str, pieces: Sequence[bytes] = (), **arguments: Any) -> list[bytes]:
        """Return the answer to a question (see `server.analyses.questions`); may raise NotAnswered."""

    def redate(self, plan_id: str, period: Period) -> None:
        """Take in that a plan runs from one day to another now."""


def find_ways(session: Session, analyses: Analyses, plan_id: str, stakeholder: str) -> list[dict[str, Any]]:
    """Return the three best ways to a stakeholder; raise `unknown_stakeholder` or `analysis_late`."""
    # What is waited for is not the database: others may have the connection meanwhile.
    session.rollback()
    try:
        ways = analyses.ways(plan_id, stakeholder)
    except NotAnswered:
        raise Refused("analysis_late", retry_after=RETRY_AFTER) from None
    if ways is None:
        raise Refused("unknown_stakeholder")
    return ways


def period_of(session: Session, plan_id: str) -> Period | None:
    """Return from which day to which a plan runs, None when there is no such plan."""
    plan = session.get(Plan, plan_id)
    return (plan.starts_on, plan.ends_on) if plan else None

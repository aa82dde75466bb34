"""The child, with a report that tests foresee, and which does what the vision of a plan says."""

import datetime as dt
import os
import signal
from dataclasses import dataclass

from planning.analyses.schedule import Period
from planning.plan import Plan
from server.analyses import replica
from server.analyses.child import main


@dataclass(frozen=True)
class SimpleReport:
    """What tests look at."""

    vision: str
    actions: int
    day: str
    period: list[str]


def report_of(plan: Plan, today: dt.date, *, period: Period | None) -> SimpleReport:
    """Return the report, unless the vision says otherwise."""
    vision = plan.fact("profile").get("vision") or ""
    if "die" in vision:
        os.kill(os.getpid(), signal.SIGKILL)
    if "hang" in vision:
        os.kill(os.getpid(), signal.SIGSTOP)
    if "toil" in vision:
        while True:
            pass
    if "fail" in vision:
        raise ValueError(vision)
    days = [period.starts_on, period.ends_on] if period else []
    return SimpleReport(vision, len(plan.records("actions")), today.isoformat(), days)


replica.report_of = report_of  # type: ignore[assignment]

if __name__ == "__main__":
    main()

"""Who has promised more hours than they have.

The rule: the effort of an open action is spread evenly over its calendar days, from its start to
its due day, and over its people, of whom the owner carries twice as much as each helper; a day of
effort is eight hours. A person is overloaded in a month for which that makes more than the hours a
month they have for this account.
"""

import datetime as dt
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator

from planning.analyses.serving import Serving, is_open, serving
from planning.findings import Finding, Value, declare_words, target_of
from planning.plan import PlainRecord, Plan

HOURS_A_DAY = 8
OWNERS_PART = 2
LONGEST = 3 * 366
"""Days of an action beyond which one of its two days must be a slip of a key: plans are for 1 to 3 years."""
TOLERANCE = 1.1
"""Effort is an estimate: a tenth more than somebody has is no reason to speak up."""

WORDS = declare_words(
    {
        "overloaded": (
            "{name} is to work {hours:number} hours on actions of this plan in {month:month}, with "
            "{has:number} to give. This holds for {count:plural:month|months}.",
            "Give an action to somebody else, move one, or agree on more hours with their boss.",
        ),
    }
)

Load = dict[str, dict[str, float]]
"""Member to month (`YYYY-MM`) to hours."""


def workload(plan: Plan) -> Load:
    """Return how many hours a month everybody is to work on open actions that say effort and days."""
    threads = serving(plan)
    load: Load = defaultdict(lambda: defaultdict(float))
    for id, action in threads.actions.items():
        people = threads.people_of[id]
        if not people or not is_open(action):
            continue
        owner = threads.owner_of(action)
        parts = {person: OWNERS_PART if person == owner else 1 for person in people}
        whole = sum(parts.values())
        for month, days in _effort_by_month(action):
            for person, part in parts.items():
                load[person][month] += days * HOURS_A_DAY * part / whole
    return {person: dict(months) for person, months in load.items()}


def check_workload(plan: Plan, today: dt.date) -> list[Finding]:
    """Return who is overloaded from this month on."""
    threads, load = serving(plan), workload(plan)
    return list(_check_members(threads, load, today.isoformat()[:7]))


def _check_members(threads: Serving, load: Load, this_month: str) -> Iterator[Finding]:
    for id, member in threads.members.items():
        has: float = member.get("hours_a_month") or 0
        months = {m: h for m, h in load.get(id, {}).items() if m >= this_month}
        over = [month for month, hours in sorted(months.items()) if has and hours > has * TOLERANCE]
        if over:
            worst = max(over, key=months.__getitem__)
            values: dict[str, Value] = {"name": member.get("name") or "", "has": has, "count": len(over)}
            values |= {"hours": round(months[worst]), "month": worst}
            yield Finding("overloaded", target_of("team_members", id, "hours_a_month"), values, "should")


def _effort_by_month(action: PlainRecord) -> Iterator[tuple[str, float]]:
    """Yield each month of an action with its share of the effort, in days."""
    effort, start, due = action.get("effort"), action.get("start"), action.get("due")
    if not effort or not start or not due:
        return
    first, last = dt.date.fromisoformat(start), dt.date.fromisoformat(due)
    days = (last - first).days + 1
    if not 0 < days <= LONGEST:
        return
    while True:
        year, month = first.year, first.month
        left = monthrange(year, month)[1] - first.day + 1
        inside = min(left, (last - first).days + 1)
        yield f"{year:04}-{month:02}", effort / days * inside
        if inside < left or (year, month) == (last.year, last.month):
            return
        first += dt.timedelta(days=left)

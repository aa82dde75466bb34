"""What the plan knows and what it assumes, and how long ago anybody looked.

Evidence is old when its day is more than 180 days back: two checkpoints of a quarter have passed
without anybody asking again. Records that nobody has marked are counted apart.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, fields

from planning.plan import PlainRecord, Plan
from planning.records import Section

FRESH_FOR = dt.timedelta(days=180)


@dataclass(frozen=True)
class Evidence:
    """Live records by what is said of their evidence: each is assumed, confirmed or unmarked.

    Of those that are marked, `old` were last looked at more than 180 days ago and `undated` say no day.
    """

    assumed: int
    confirmed: int
    unmarked: int
    old: int
    undated: int


def evidence_of(plan: Plan, sections: Iterable[Section], today: dt.date) -> Evidence:
    """Return the state of evidence over all records of some sections."""
    records = [record for section in sections if section.many for record in plan.records(section.key)]
    marked = [record for record in records if record.get("evidence")]
    assumed = sum(record["evidence"] == "assumed" for record in marked)
    return Evidence(
        assumed=assumed,
        confirmed=len(marked) - assumed,
        unmarked=len(records) - len(marked),
        old=sum(is_old(record, today) for record in marked),
        undated=sum(not record.get("evidence_on") for record in marked),
    )


def together(states: Iterable[Evidence]) -> Evidence:
    """Return several states of evidence as one.

    >>> together([Evidence(1, 2, 0, 0, 1), Evidence(0, 1, 5, 0, 0)])
    Evidence(assumed=1, confirmed=3, unmarked=5, old=0, undated=1)
    """
    every = list(states)
    return Evidence(*(sum(getattr(one, count.name) for one in every) for count in fields(Evidence)))


def is_old(record: PlainRecord, today: dt.date) -> bool:
    """Return whether the day of a record's evidence is more than 180 days back.

    >>> is_old({"evidence_on": "2026-01-31"}, dt.date(2026, 11, 21)), is_old({}, dt.date(2026, 11, 21))
    (True, False)
    """
    seen = record.get("evidence_on") or ""
    return bool(seen) and today - dt.date.fromisoformat(seen) > FRESH_FOR

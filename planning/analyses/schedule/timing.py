"""When everything can and must happen: the critical path, and how far each action can slip.

The critical path method (Kelley and Walker 1959) over the actions that are still open.
"""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from planning.analyses.schedule.network import Network, network
from planning.plan import PlainRecord, Plan

Days = dict[str, int | None]
"""Action to a day as `number_of` counts it."""

DAYS_OF_A_PLAN = 2_000
"""So many days are remembered as they are written and counted: those of five years, of many actions each."""


@dataclass(frozen=True)
class Period:
    """The days a plan is for, both included, as `YYYY-MM-DD`."""

    starts_on: str
    ends_on: str


@dataclass(frozen=True)
class Timing:
    """When an open action can and must happen; days are `YYYY-MM-DD`."""

    action: str
    days: int
    """How many calendar days it takes."""
    earliest_start: str | None
    earliest_end: str | None
    """None when neither it nor anything it waits for says when it starts."""
    latest_start: str | None
    latest_end: str | None
    """None when neither it, nor anything that waits for it, nor the plan says a day."""
    slack: int | None
    """Days by which it can end later than planned (its due day, or else its earliest end) before what
    is promised further on must move; below 0 what waits for it has too little time already."""


@dataclass(frozen=True)
class Schedule:
    """What holds up what, and for how long."""

    critical_path: tuple[str, ...]
    """The chain of actions, each waiting for the one before, that takes longest; empty when none waits."""
    critical_days: int
    """How many calendar days it takes without a pause."""
    timings: tuple[Timing, ...]
    """Every open action, each after what it waits for."""
    circles: tuple[tuple[str, ...], ...]
    """Actions that wait for each other."""


def schedule(plan: Plan, period: Period | None = None) -> Schedule:
    """Return when everything can and must happen.

    An action starts on its start day, or when all that it waits for is over, whichever is later.
    It must end before what waits for it starts at the latest; the last of a chain by its due day,
    or else by that of its objective or the end of the plan. The due days in the middle of a chain
    do not count: those are ours to move.
    """
    net = network(plan)
    path = _longest_chain(net)
    return Schedule(
        critical_path=path,
        critical_days=sum(net.days[id] for id in path),
        timings=_timings(net, _last_days(plan, net, period)),
        circles=net.circles,
    )


def _longest_chain(net: Network) -> tuple[str, ...]:
    """Return the chain of two actions or more that takes longest; of equal ones the first in the plan."""
    total: dict[str, int] = {}
    before: dict[str, str | None] = {}
    for id in net.actions:
        before[id] = max(net.waits_for[id], key=total.__getitem__, default=None)
        total[id] = net.days[id] + (total[previous] if (previous := before[id]) else 0)
    last = max((id for id in net.actions if before[id]), key=total.__getitem__, default=None)
    path = []
    while last is not None:
        path.append(last)
        last = before[last]
    return tuple(path[::-1])


def _last_days(plan: Plan, net: Network, period: Period | None) -> dict[str, str | None]:
    """Return the day by which each action must be over when nothing waits for it."""
    objectives = {objective["id"]: objective for objective in plan.records("objectives")}
    end = period.ends_on if period else None
    return {id: _promised(action, objectives) or end for id, action in net.actions.items()}


def _promised(action: PlainRecord, objectives: dict[str, PlainRecord]) -> str | None:
    return action.get("due") or objectives.get(action.get("objective") or "", {}).get("due")


def _timings(net: Network, last_days: dict[str, str | None]) -> tuple[Timing, ...]:
    first, last = _forwards(net), _backwards(net, last_days)
    return tuple(
        _timing(id, action.get("due"), net.days[id], first[id], last[id])
        for id, action in net.actions.items()
    )


def _forwards(net: Network) -> Days:
    """Return the earliest start of every action."""
    starts: Days = {}
    for id, action in net.actions.items():
        days = [number_of(action["start"])] if action.get("start") else []
        for before in net.waits_for[id]:
            if (start := starts[before]) is not None:
                days.append(start + net.days[before])
        starts[id] = max(days, default=None)
    return starts


def _backwards(net: Network, last_days: dict[str, str | None]) -> Days:
    """Return the latest end of every action."""
    ends: Days = {}
    for id in reversed(net.actions):
        days = [end - net.days[after] for after in net.holds_up[id] if (end := ends[after]) is not None]
        promised = last_days[id]
        if promised and not days:
            days.append(number_of(promised))
        ends[id] = min(days, default=None)
    return ends


def _timing(id: str, due: str | None, days: int, start: int | None, end: int | None) -> Timing:
    earliest = None if start is None else start + days - 1
    planned = number_of(due) if due else earliest
    return Timing(
        action=id,
        days=days,
        earliest_start=_day_of(start),
        earliest_end=_day_of(earliest),
        latest_start=_day_of(None if end is None else end - days + 1),
        latest_end=_day_of(end),
        slack=None if planned is None or end is None else end - planned,
    )


@lru_cache(DAYS_OF_A_PLAN)
def number_of(day: str) -> int:
    """Return a day as the number of days since the beginning of the calendar."""
    return dt.date.fromisoformat(day).toordinal()


@lru_cache(DAYS_OF_A_PLAN)
def _day_of(number: int | None) -> str | None:
    """Return a day as a plan writes it, kept within the calendar however far a slip of a key led."""
    if number is None:
        return None
    return dt.date.fromordinal(min(max(1, number), dt.date.max.toordinal())).isoformat()

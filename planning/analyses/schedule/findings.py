"""Days that cannot be kept: what is late, what waits for something later, what is past the end."""

import datetime as dt
from collections.abc import Iterator

from planning.analyses.once import read_once
from planning.analyses.schedule.network import Network, network
from planning.analyses.schedule.timing import Period
from planning.analyses.serving import GONE, Serving, is_open, serving
from planning.findings import Change, Finding, declare_words, target_of
from planning.plan import PlainRecord, Plan

WORDS = declare_words(
    {
        "actions_in_circle": (
            "{titles:list} wait for each other in a circle, so none of them can begin.",
            "Decide which of them can begin first, and take what it waits for out of it.",
        ),
        "action_waits_for_itself": (
            '"{title}" waits for itself.',
            "Take it out of what it waits for.",
        ),
        "due_before_prerequisite": (
            '"{title}" is due {due:day}, before "{before}", which it waits for, on {day:day}.',
            'Move it to {day:day} or later, or bring "{before}" forward.',
        ),
        "too_little_time": (
            '"{title}" takes {count:plural:day|days}, but only {room:number} are left once "{before}", '
            "which it waits for, is due.",
            'Bring "{before}" forward, or give "{title}" more time.',
        ),
        "waits_for_dropped": (
            '"{title}" waits for "{before}", which is dropped.',
            "Take it out, or choose what it waits for instead.",
        ),
        "begun_too_early": (
            '"{title}" is being done, but "{before}", for which it waits, is not.',
            'Finish "{before}" first, or say that it does not hold this one up.',
        ),
        "start_after_due": (
            '"{title}" starts {start:day}, after it is due on {due:day}.',
            "Correct one of the two days.",
        ),
        "due_after_plan": (
            '"{title}" is due {due:day}, after the plan ends on {end:day}.',
            "Move it or extend the plan.",
        ),
        "due_after_objective": (
            '"{title}" is due {due:day}, after its objective "{objective}" on {end:day}.',
            "Move one of the two.",
        ),
        "overdue": (
            '"{title}" was due {due:day}, {count:plural:day|days} ago.',
            "Finish it, or agree with its owner on a new day.",
        ),
        "done_without_day": (
            '"{title}" is done, but nobody has said when.',
            "Say on which day it was finished; the day it was due is the likeliest.",
        ),
        "done_in_part": (
            '"{title}" is done, but its progress stands at {progress:number} %.',
            "Set its progress to 100 %, or its status back to doing.",
        ),
        "blocked_without_obstacle": (
            '"{title}" is blocked, but nobody has said by what.',
            "Write down the obstacle, so that somebody can take it away.",
        ),
    }
)


def check_schedule(plan: Plan, today: dt.date, period: Period | None = None) -> list[Finding]:
    """Return the days that cannot be kept.

    Parameters
    ----------
    period
        The days the plan is for; without it nothing is said about its end.
    """
    plan = read_once(plan)
    threads, net = serving(plan), network(plan)
    return [
        *_check_circles(net),
        *_check_order(net),
        *_check_dropped(plan, threads),
        *_check_begun(net),
        *_check_actions(threads, today.isoformat(), period),
        *_check_objectives(threads, today.isoformat(), period),
        *_check_done(threads, today.isoformat()),
    ]


def _title(record: PlainRecord) -> str:
    return record.get("title") or ""


def _days_between(first: str, last: str) -> int:
    return (dt.date.fromisoformat(last) - dt.date.fromisoformat(first)).days


def _check_circles(net: Network) -> Iterator[Finding]:
    for circle in net.circles:
        action = net.actions[circle[0]]
        where = target_of("actions", action["id"], "depends_on")
        if len(circle) > 1:
            titles = [f'"{_title(net.actions[id])}"' for id in circle]
            yield Finding("actions_in_circle", where, {"titles": titles}, "must")
        else:
            rest = [one for one in action["depends_on"] if one != action["id"]]
            mend = (Change("actions", action["id"], "depends_on", rest),)
            yield Finding("action_waits_for_itself", where, {"title": _title(action)}, "must", mend)


def _check_order(net: Network) -> Iterator[Finding]:
    """Compare the due day of each action with the last of those it waits for."""
    for id, action in net.actions.items():
        dated = [net.actions[one] for one in net.waits_for[id] if net.actions[one].get("due")]
        if not dated or not action.get("due"):
            continue
        last = max(dated, key=lambda one: str(one["due"]))
        room, days = _days_between(last["due"], action["due"]), net.days[id]
        is_late, is_tight = room < 0, room < days and bool(action.get("effort"))
        if not is_late and not is_tight:
            continue
        where = target_of("actions", id, "due")
        values = {"title": _title(action), "before": _title(last), "due": action["due"], "day": last["due"]}
        if is_late:
            mend = (Change("actions", id, "due", last["due"]),)
            yield Finding("due_before_prerequisite", where, values, "must", mend)
        else:
            yield Finding("too_little_time", where, values | {"count": days, "room": room}, "could")


def _check_dropped(plan: Plan, threads: Serving) -> Iterator[Finding]:
    dropped = {a["id"]: a for a in plan.records("actions") if a.get("status") == GONE}
    for id, action in threads.actions.items():
        for before in action.get("depends_on") or ():
            if before in dropped and is_open(action):
                rest = [one for one in action["depends_on"] if one != before]
                values = {"title": _title(action), "before": _title(dropped[before])}
                mend = (Change("actions", id, "depends_on", rest),)
                yield Finding(
                    "waits_for_dropped", target_of("actions", id, "depends_on"), values, "should", mend
                )


def _check_begun(net: Network) -> Iterator[Finding]:
    for id, action in net.actions.items():
        if action.get("status") == "doing" and net.waits_for[id]:
            values = {"title": _title(action), "before": _title(net.actions[net.waits_for[id][0]])}
            yield Finding("begun_too_early", target_of("actions", id, "status"), values, "could")


def _check_actions(threads: Serving, today: str, period: Period | None) -> Iterator[Finding]:
    for id, action in threads.actions.items():
        if not is_open(action):
            continue
        values = {"title": _title(action), "start": action.get("start") or "", "due": action.get("due") or ""}
        if values["start"] > values["due"] > "":
            yield Finding("start_after_due", target_of("actions", id, "start"), values, "must")
        if action.get("status") == "blocked" and not (action.get("obstacle") or "").strip():
            where = target_of("actions", id, "obstacle")
            yield Finding("blocked_without_obstacle", where, values, "should")
        objective = threads.objectives.get(action.get("objective") or "", {})
        yield from _check_end("actions", action, today, period)
        if values["due"] > (objective.get("due") or "9999"):
            said = {"objective": _title(objective), "end": objective["due"]}
            yield Finding("due_after_objective", target_of("actions", id, "due"), values | said, "should")


def _check_objectives(threads: Serving, today: str, period: Period | None) -> Iterator[Finding]:
    for objective in threads.objectives.values():
        if objective.get("status") != "reached":
            yield from _check_end("objectives", objective, today, period)


def _check_end(section: str, record: PlainRecord, today: str, period: Period | None) -> Iterator[Finding]:
    """Compare a due day with today and with the end of the plan."""
    due = record.get("due")
    if not due:
        return
    is_late, is_beyond = due < today, period is not None and due > period.ends_on
    if not is_late and not is_beyond:
        return
    where, values = target_of(section, record["id"], "due"), {"title": _title(record), "due": due}
    if is_late:
        yield Finding("overdue", where, values | {"count": _days_between(due, today)}, "should")
    if period and is_beyond:
        yield Finding("due_after_plan", where, values | {"end": period.ends_on}, "should")


def _check_done(threads: Serving, today: str) -> Iterator[Finding]:
    for id, action in threads.actions.items():
        if action.get("status") != "done":
            continue
        due, progress = action.get("due"), action.get("progress")
        if not action.get("done_on"):
            mend = (Change("actions", id, "done_on", min(due, today)),) if due else ()
            where = target_of("actions", id, "done_on")
            yield Finding("done_without_day", where, {"title": _title(action)}, "could", mend)
        if progress is not None and progress < 100:
            values = {"title": _title(action), "progress": progress}
            mend = (Change("actions", id, "progress", 100),)
            yield Finding("done_in_part", target_of("actions", id, "progress"), values, "could", mend)

"""Whether what we do follows from what the customer wants: goals ← objectives ← actions.

Traceability as requirements engineers mean it (Gotel and Finkelstein 1994): every goal can be
followed to the work that serves it, and every piece of work back to a goal.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from planning.analyses.once import read_once
from planning.analyses.serving import Serving, is_open, serving
from planning.findings import Finding, Severity, declare_words, target_of
from planning.plan import PlainRecord, Plan

USUAL_IMPORTANCE = 3
"""Counts for a goal of which nobody has said how important it is: the middle of the scale."""
GREAT_IMPORTANCE = 4

WORDS = declare_words(
    {
        "goal_without_objective": (
            'No objective of ours serves their goal "{title}" (importance {importance:number}).',
            "Write an objective for it, or agree and note that others look after it.",
        ),
        "goal_without_action": (
            'Nothing moves their goal "{title}" (importance {importance:number}): no live action of '
            "{objectives:list} has an owner and a due date.",
            "Agree on the next step, with one owner and a date.",
        ),
        "objective_without_action": (
            '"{title}" is an objective without a single live action.',
            "Write down the next step towards it, or drop it.",
        ),
        "objective_all_done": (
            'All actions of "{title}" are done, but it is not marked as reached.',
            "Mark it as reached, or agree on what comes next.",
        ),
        "objective_serves_nothing": (
            '"{title}" serves none of the customer\'s goals.',
            "Say which goal of theirs it serves; if there is none, ask whom it is for.",
        ),
        "objective_without_owner": (
            'Nobody answers for the objective "{title}".',
            "Name the one person of ours who does.",
        ),
        "objective_without_day": (
            'The objective "{title}" has no date.',
            "Say by when it is to be reached.",
        ),
        "action_serves_nothing": (
            '"{title}" serves no objective.',
            "Choose the objective that it brings closer, or drop it.",
        ),
        "action_for_dropped_objective": (
            '"{title}" is for "{objective}", which is dropped.',
            "Give it another objective, or drop it too.",
        ),
        "action_without_owner": (
            '"{title}" has no owner.',
            "Name the one person of ours who sees it through.",
        ),
        "action_without_day": (
            '"{title}" has no due date.',
            "Agree with its owner on a day.",
        ),
        "value_answers_nothing": (
            'The value proposition "{title}" answers no goal or challenge of the customer.',
            "Say which one it answers.",
        ),
    }
)


@dataclass(frozen=True)
class GoalThread:
    """What serves a goal of the customer; ids in the order of the plan."""

    goal: str
    importance: int
    """1 to 5."""
    served: bool
    """Whether at least one live action with an owner and a due date serves it."""
    objectives: tuple[str, ...]
    actions: tuple[str, ...]
    """Live actions of these objectives."""
    propositions: tuple[str, ...]
    """Value propositions that answer it."""


@dataclass(frozen=True)
class Traceability:
    """How far our actions cover the customer's goals."""

    coverage: float | None
    """Share (0 to 1) of their goals that are served, each weighted by its importance; None without goals."""
    goals: tuple[GoalThread, ...]
    actions_of: dict[str, tuple[str, ...]]
    """Objective to its live actions; with `goals` the whole path of a goal."""


def traceability(plan: Plan) -> Traceability:
    """Return how far live, owned and dated actions cover the customer's goals."""
    threads = serving(plan)
    answers = _propositions(plan)
    goals = tuple(_thread(threads, goal, answers.get(id, ())) for id, goal in threads.goals.items())
    weight = sum(goal.importance for goal in goals)
    served = sum(goal.importance for goal in goals if goal.served)
    return Traceability(served / weight if weight else None, goals, threads.actions_of)


def serves(threads: Serving, action: PlainRecord) -> bool:
    """Return whether an action counts: somebody owns it, and there is a day to hold them to.

    The day an action was done is as good as the day it was due.
    """
    return threads.owner_of(action) is not None and bool(action.get("due") or action.get("done_on"))


def check_traceability(plan: Plan, found: Traceability | None = None) -> list[Finding]:
    """Return the loose ends between goals, objectives and actions.

    Parameters
    ----------
    found
        The figures of this plan when they are known already.
    """
    plan = read_once(plan)
    threads = serving(plan)
    return [
        *_check_goals(threads, found or traceability(plan)),
        *_check_objectives(threads),
        *_check_actions(plan, threads),
        *_check_propositions(plan),
    ]


def _propositions(plan: Plan) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for one in plan.records("value_propositions"):
        goal = one.get("goal") or ""
        found[goal] = (*found.get(goal, ()), one["id"])
    return found


def _thread(threads: Serving, goal: PlainRecord, propositions: tuple[str, ...]) -> GoalThread:
    objectives = threads.objectives_of.get(goal["id"], ())
    actions = tuple(id for objective in objectives for id in threads.actions_of.get(objective, ()))
    return GoalThread(
        goal=goal["id"],
        importance=goal.get("importance") or USUAL_IMPORTANCE,
        served=any(serves(threads, threads.actions[id]) for id in actions),
        objectives=objectives,
        actions=actions,
        propositions=propositions,
    )


def _check_goals(threads: Serving, found: Traceability) -> Iterator[Finding]:
    for goal in found.goals:
        if goal.served:
            continue
        severity: Severity = "must" if goal.importance >= GREAT_IMPORTANCE else "should"
        values = {
            "title": threads.goals[goal.goal].get("title") or "",
            "importance": goal.importance,
            "objectives": [f'"{threads.objectives[id].get("title") or ""}"' for id in goal.objectives],
        }
        code = "goal_without_action" if goal.objectives else "goal_without_objective"
        yield Finding(code, target_of("strategy_nodes", goal.goal), values, severity)


def _check_objectives(threads: Serving) -> Iterator[Finding]:
    for id, objective in threads.objectives.items():
        actions = [threads.actions[one] for one in threads.actions_of.get(id, ())]
        is_reached = objective.get("status") == "reached"
        faults: list[tuple[bool, str, str | None, Severity]] = [
            (not actions and not is_reached, "objective_without_action", None, "should"),
            (bool(actions) and not is_reached and not any(map(is_open, actions)), "objective_all_done",
             "status", "could"),
            (not threads.goals_of[id], "objective_serves_nothing", "goals", "should"),
            (threads.owner_of(objective) is None and not is_reached, "objective_without_owner", "owner",
             "should"),
            (not objective.get("due") and not is_reached, "objective_without_day", "due", "should"),
        ]  # fmt: skip
        values = {"title": objective.get("title") or ""}
        for is_at_fault, code, field, severity in faults:
            if is_at_fault:
                yield Finding(code, target_of("objectives", id, field), values, severity)


def _check_actions(plan: Plan, threads: Serving) -> Iterator[Finding]:
    for id, action in threads.actions.items():
        if not is_open(action):
            continue
        values = {"title": action.get("title") or ""}
        if threads.owner_of(action) is None:
            yield Finding("action_without_owner", target_of("actions", id, "owner"), values, "must")
        if not action.get("due"):
            yield Finding("action_without_day", target_of("actions", id, "due"), values, "must")
        if action.get("objective") not in threads.objectives:
            dropped = plan.record("objectives", action.get("objective"))
            code = "action_for_dropped_objective" if dropped else "action_serves_nothing"
            values = values | {"objective": (dropped or {}).get("title") or ""}
            yield Finding(code, target_of("actions", id, "objective"), values, "should")


def _check_propositions(plan: Plan) -> Iterator[Finding]:
    nodes = {node["id"] for node in plan.records("strategy_nodes")}
    for one in plan.records("value_propositions"):
        if one.get("goal") not in nodes:
            where = target_of("value_propositions", one["id"], "goal")
            yield Finding("value_answers_nothing", where, {"title": one.get("statement") or ""}, "could")

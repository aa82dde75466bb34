"""Which actions are for which objective, and which objectives for which of the customer's goals.

The thread that several analyses follow. Alive is what is neither dropped nor in the bin. What is
done stays alive here: the work has been given to the goal. An objective serves the goals it
names; one that names a challenge, an initiative or a value of ours serves the goals to which the
arrows of the strategy map lead from there, up to the first goal on each way. It is not followed
beyond a goal: that one goal supports another does not mean that anybody works for the other.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from planning.analyses.once import once
from planning.plan import PlainRecord, Plan

GONE = "dropped"
Threads = dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Serving:
    """Who serves what, by id; everything in it is alive, and every id is of a record in the plan."""

    goals: dict[str, PlainRecord]
    objectives: dict[str, PlainRecord]
    actions: dict[str, PlainRecord]
    members: dict[str, PlainRecord]
    goals_of: Threads
    """Objective to the goals it serves."""
    actions_of: Threads
    """Objective to its actions."""
    objectives_of: Threads
    """Goal to the objectives that serve it."""

    def goals_of_action(self, action: PlainRecord) -> tuple[str, ...]:
        """Return the goals that an action serves."""
        return self.goals_of.get(action.get("objective") or "", ())

    def owner_of(self, record: PlainRecord) -> str | None:
        """Return who owns an action or an objective, None when that is nobody of the team."""
        owner = record.get("owner")
        return owner if owner in self.members else None

    @cached_property
    def people_of(self) -> Threads:
        """Each action to the members of the team who work on it, its owner first, each once."""
        return {
            id: tuple(
                m for m in dict.fromkeys((a.get("owner"), *(a.get("helpers") or ()))) if m in self.members
            )
            for id, a in self.actions.items()
        }


@once
def serving(plan: Plan) -> Serving:
    """Return the threads of a plan."""
    goals = {n["id"]: n for n in plan.records("strategy_nodes") if n.get("kind") == "goal"}
    objectives = _alive(plan.records("objectives"))
    actions = _alive(plan.records("actions"))
    goals_of = _goals_of(plan, goals, objectives)
    actions_of = _gathered((a.get("objective"), id) for id, a in actions.items())
    return Serving(
        goals=goals,
        objectives=objectives,
        actions=actions,
        members={m["id"]: m for m in plan.records("team_members")},
        goals_of=goals_of,
        actions_of={id: actions_of[id] for id in objectives if id in actions_of},
        objectives_of=_gathered((goal, id) for id, served in goals_of.items() for goal in served),
    )


def is_open(action: PlainRecord) -> bool:
    """Return whether there is still something to do."""
    return action.get("status") not in (GONE, "done")


def _alive(records: list[PlainRecord]) -> dict[str, PlainRecord]:
    return {r["id"]: r for r in records if r.get("status") != GONE}


def _gathered(pairs: Iterable[tuple[str | None, str]]) -> Threads:
    found: dict[str, list[str]] = defaultdict(list)
    for one, other in pairs:
        if one is not None:
            found[one].append(other)
    return {one: tuple(others) for one, others in found.items()}


def _goals_of(plan: Plan, goals: dict[str, PlainRecord], objectives: dict[str, PlainRecord]) -> Threads:
    links = plan.records("strategy_links")
    alive = {n["id"] for n in plan.records("strategy_nodes")}
    arrows = _gathered((k.get("from_node"), k["to_node"]) for k in links if k.get("to_node") in alive)
    return {
        id: tuple(_first_goals([n for n in o.get("goals") or () if n in alive], arrows, goals))
        for id, o in objectives.items()
    }


def _first_goals(nodes: list[str], arrows: Threads, goals: dict[str, PlainRecord]) -> dict[str, None]:
    found: dict[str, None] = {}
    seen, waiting = set(nodes), list(nodes)
    while waiting:
        node = waiting.pop(0)
        if node in goals:
            found[node] = None
            continue
        further = [n for n in arrows.get(node, ()) if n not in seen]
        seen.update(further)
        waiting.extend(further)
    return found

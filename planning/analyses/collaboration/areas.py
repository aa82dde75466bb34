"""Whether what we do in the customer's regions lines up.

An area is a region of the customer, or a division right below the group where there are no
regions above it. Two areas line up when an objective or a goal is served in both, or when an
action in one waits for an action in the other. That the same person works in both is not enough:
one can run two errands that have nothing to do with each other.
"""

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations

import networkx as nx

from planning.analyses.serving import Serving
from planning.plan import PlainRecord, Plan

ENOUGH_ACTIONS = 2
"""A single action somewhere is an errand; an area counts from two on."""


@dataclass(frozen=True)
class Area:
    """An area of the customer where we do something; ids in the order of the plan."""

    division: str
    actions: tuple[str, ...]
    objectives: tuple[str, ...]
    goals: tuple[str, ...]


def areas(plan: Plan, threads: Serving) -> tuple[Area, ...]:
    """Return the areas in which live actions are, in the order of the divisions."""
    divisions = {division["id"]: division for division in plan.records("divisions")}
    inside: dict[str, list[PlainRecord]] = defaultdict(list)
    for action in threads.actions.values():
        area = _area_of(action.get("division"), divisions)
        if area is not None:
            inside[area].append(action)
    return tuple(_area(id, inside[id], threads) for id in divisions if id in inside)


def groups_of_areas(threads: Serving, known: tuple[Area, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the areas with enough actions, in groups within which they line up."""
    large = [area for area in known if len(area.actions) >= ENOUGH_ACTIONS]
    graph = nx.Graph()
    graph.add_nodes_from(area.division for area in large)
    for one, other in combinations(large, 2):
        if _line_up(threads, one, other):
            graph.add_edge(one.division, other.division)
    order = [area.division for area in large]
    found = [tuple(sorted(group, key=order.index)) for group in nx.connected_components(graph)]
    return tuple(sorted(found, key=lambda group: order.index(group[0])))


def _area(id: str, actions: list[PlainRecord], threads: Serving) -> Area:
    objectives = dict.fromkeys(a["objective"] for a in actions if a.get("objective") in threads.objectives)
    goals = dict.fromkeys(goal for objective in objectives for goal in threads.goals_of[objective])
    return Area(id, tuple(a["id"] for a in actions), tuple(objectives), tuple(goals))


def _area_of(id: str | None, divisions: dict[str, PlainRecord]) -> str | None:
    """Return the area a division belongs to; None for the group itself, which is everywhere."""
    way: list[str] = []
    while id in divisions and id not in way:
        way.append(id)
        id = divisions[id].get("parent")
    regions = [one for one in way if divisions[one].get("level") == "region"]
    below_the_top = regions or way[-2:-1]
    return below_the_top[-1] if below_the_top else None


def _line_up(threads: Serving, one: Area, other: Area) -> bool:
    if set(one.objectives) & set(other.objectives) or set(one.goals) & set(other.goals):
        return True
    return _waits(threads, one, other) or _waits(threads, other, one)


def _waits(threads: Serving, one: Area, other: Area) -> bool:
    waited_for = {before for id in one.actions for before in threads.actions[id].get("depends_on") or ()}
    return bool(waited_for & set(other.actions))

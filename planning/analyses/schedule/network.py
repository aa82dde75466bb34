"""The actions that are still open, and which waits for which.

What is done or dropped holds nobody up, so it is no part of it. Where actions wait for each other
in a circle, none of the arrows of that circle counts: no day follows from it.
"""

import datetime as dt
import math
from collections.abc import Iterable
from dataclasses import dataclass

import networkx as nx

from planning.analyses.once import once
from planning.analyses.serving import is_open, serving
from planning.plan import PlainRecord, Plan

DAYS_A_WEEK, WORKING_DAYS_A_WEEK = 7, 5


@dataclass(frozen=True)
class Network:
    """Open actions with their durations, in an order in which each comes after what it waits for."""

    actions: dict[str, PlainRecord]
    days: dict[str, int]
    """How many calendar days an action takes, 1 or more."""
    waits_for: dict[str, tuple[str, ...]]
    holds_up: dict[str, tuple[str, ...]]
    circles: tuple[tuple[str, ...], ...]
    """Actions that wait for each other, in the order of the plan."""


@once
def network(plan: Plan) -> Network:
    """Return the open actions of a plan and what they wait for."""
    actions = {id: action for id, action in serving(plan).actions.items() if is_open(action)}
    place = {id: number for number, id in enumerate(actions)}
    graph = nx.DiGraph()
    graph.add_nodes_from(actions)
    graph.add_edges_from(
        (before, id) for id, a in actions.items() for before in a.get("depends_on") or () if before in actions
    )
    circles = _circles(graph, place)
    graph.remove_edges_from([(a, b) for circle in circles for a in circle for b in circle])
    order = list(nx.lexicographical_topological_sort(graph, key=place.__getitem__))
    return Network(
        actions={id: actions[id] for id in order},
        days={id: duration(actions[id]) for id in order},
        waits_for={id: _in_order(graph.pred[id], place) for id in order},
        holds_up={id: _in_order(graph.succ[id], place) for id in order},
        circles=circles,
    )


def duration(action: PlainRecord) -> int:
    """Return how many calendar days an action takes.

    Its effort in working days, five a week, but never more than from its start to its due day:
    those say how much room people gave themselves, not how long it takes, unless that is all they
    said. Without either it takes a day.

    >>> room = {"start": "2027-03-01", "due": "2027-03-31"}
    >>> duration(room | {"effort": 10}), duration(room | {"effort": 50}), duration(room), duration({})
    (14, 31, 31, 1)
    """
    work = math.ceil((action.get("effort") or 0) * DAYS_A_WEEK / WORKING_DAYS_A_WEEK)
    start, due = action.get("start"), action.get("due")
    if start and due:
        room = (dt.date.fromisoformat(due) - dt.date.fromisoformat(start)).days + 1
        return max(1, min(room, work or room))
    return max(1, work)


def _circles(graph: nx.DiGraph, place: dict[str, int]) -> tuple[tuple[str, ...], ...]:
    found = [
        _in_order(part, place)
        for part in nx.strongly_connected_components(graph)
        if len(part) > 1 or any(graph.has_edge(id, id) for id in part)
    ]
    return tuple(sorted(found, key=lambda circle: place[circle[0]]))


def _in_order(ids: Iterable[str], place: dict[str, int]) -> tuple[str, ...]:
    return tuple(sorted(ids, key=place.__getitem__))

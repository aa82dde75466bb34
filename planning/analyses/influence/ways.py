"""The surest ways from our team to a person.

Chances multiply along a way, so the surest is the shortest by -log of the chances: Dijkstra (1959)
for the first to everybody, Yen (1971) for the next ones to a single person.
"""

import math
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import islice, pairwise

import networkx as nx

from planning.analyses.influence.lines import LineKind, Lines, Node, lines
from planning.findings import target_of
from planning.naming import name_of
from planning.plan import Plan

TEAM = ("team_members", "")
"""Stands before all members of the team: every way begins here."""

Cost = tuple[float, int]
"""-log of the chance, then the number of steps: of two ways that are as sure, the shorter."""


@dataclass(frozen=True)
class Step:
    """A person on a way, and the line by which it came to them."""

    section: str
    id: str
    name: str
    by: LineKind | None
    """None for the member of ours with whom it begins."""
    line: str | None
    """Target of the record that says so."""
    chance: float
    """Of this step alone, 0 to 1."""


@dataclass(frozen=True)
class Way:
    """How somebody of ours reaches a stakeholder."""

    to: str
    chance: float
    """That it carries all the way, 0 to 1: the product of its steps."""
    steps: tuple[Step, ...]
    words: str
    """Their names in order: `Ana R. → Partner → Executive vice president`."""


def ways_to(plan: Plan, stakeholder_id: str, count: int = 3) -> list[Way]:
    """Return the surest ways from our team to a stakeholder, at most `count`, the surest first.

    No way passes the same person twice. There is none to somebody who is not in the plan.
    """
    known = lines(plan)
    graph = nx.DiGraph()
    graph.add_nodes_from([TEAM, ("stakeholders", stakeholder_id)])
    graph.add_edges_from((TEAM, start, {"cost": 0.0}) for start in known if start[0] == TEAM[0])
    every = (line for ends in known.values() for line in ends.values())
    graph.add_edges_from((line.start, line.end, {"cost": -math.log(line.chance)}) for line in every)
    found = nx.shortest_simple_paths(graph, TEAM, ("stakeholders", stakeholder_id), weight="cost")
    try:
        ways = [way_along(plan, known, path[1:]) for path in islice(found, count)]
    except nx.NetworkXNoPath:
        return []
    return sorted(ways, key=lambda way: (-way.chance, len(way.steps)))


def way_along(plan: Plan, known: Lines, path: list[Node]) -> Way:
    """Return the way along these people."""
    taken = [known[start][end] for start, end in pairwise(path)]
    first = Step(*path[0], name=name_of(plan, *path[0]), by=None, line=None, chance=1.0)
    rest = [
        Step(*line.end, name_of(plan, *line.end), line.by, target_of(*line.source), line.chance)
        for line in taken
    ]
    steps = (first, *rest)
    chance = math.prod(line.chance for line in taken)
    return Way(path[-1][1], chance, steps, " → ".join(step.name for step in steps))


@dataclass(frozen=True)
class Reached:
    """The surest path to everybody whom the team reaches."""

    chances: dict[Node, float]
    """0 to 1; 1 for the members of the team themselves."""
    before: dict[Node, Node]
    """Everybody to the one before them."""

    def path_to(self, node: Node) -> list[Node]:
        """Return the path from a member of the team to somebody who is reached."""
        path = []
        while node != TEAM:
            path.append(node)
            node = self.before[node]
        return path[::-1]


def surest_paths(known: Lines) -> Reached:
    """Return the surest path from the team to everybody whom one reaches (Dijkstra 1959)."""
    reached = Reached({}, {})
    waiting: list[tuple[Cost, Node, Node, float]] = [((0, 0), n, TEAM, 1) for n in known if n[0] == TEAM[0]]
    waiting.sort()
    while waiting:
        cost, node, previous, chance = heappop(waiting)
        if node in reached.chances:
            continue
        reached.chances[node], reached.before[node] = chance, previous
        for end, line in known.get(node, {}).items():
            if end not in reached.chances:
                further = (cost[0] - math.log(line.chance), cost[1] + 1)
                heappush(waiting, (further, end, node, chance * line.chance))
    return reached

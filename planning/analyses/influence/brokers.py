"""Who stands between others: the share of the shortest ways that pass by a person."""

import random

Graph = list[list[int]]
"""Node by number to the nodes it leads to."""

MOST_VISITS = 60_000
"""Steps over arrows that one reckoning may take: about 15 ms. Up to about 130 people it is exact."""

SEED = 2007


def betweenness(graph: Graph) -> list[float]:
    """Return each node's share, 0 to 1, of the shortest ways between others (Freeman 1977).

    By Brandes' algorithm (2001): one search from every node. In a graph where that would take
    more than `MOST_VISITS`, only as many nodes, drawn with a fixed seed, are searched from, and
    the result is scaled up (Brandes and Pich 2007): it keeps the order of the first brokers, and
    an analysis that runs at every edit cannot wait for more.

    >>> betweenness([[1], [2], []])
    [0.0, 0.5, 0.0]
    """
    count = len(graph)
    visits = max(1, sum(map(len, graph)) + count)
    pivots = list(range(count))
    if visits * count > MOST_VISITS:
        pivots = random.Random(SEED).sample(pivots, max(1, MOST_VISITS // visits))
    totals = [0.0] * count
    for pivot in pivots:
        _add_ways_from(graph, pivot, totals)
    pairs = (count - 1) * (count - 2) * len(pivots) / count if count > 2 else 1
    return [total / pairs for total in totals]


def _add_ways_from(graph: Graph, pivot: int, totals: list[float]) -> None:
    """Add to each node how many of the shortest ways that begin at `pivot` pass by it."""
    distance, ways = [-1] * len(graph), [0.0] * len(graph)
    before: dict[int, list[int]] = {}
    distance[pivot], ways[pivot] = 0, 1.0
    order = [pivot]
    for node in order:  # grows while it is gone through: a breadth-first search
        further, count = distance[node] + 1, ways[node]
        for end in graph[node]:
            known = distance[end]
            if known < 0:
                distance[end], ways[end], before[end] = further, count, [node]
                order.append(end)
            elif known == further:
                ways[end] += count
                before[end].append(node)
    depends = [0.0] * len(graph)
    for node in reversed(order[1:]):
        depending = depends[node]
        totals[node] += depending
        share = (1 + depending) / ways[node]
        for one in before[node]:
            depends[one] += ways[one] * share

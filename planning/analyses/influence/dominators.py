"""Who is on every way to a node: its dominators, as seen from where all ways begin."""

from collections.abc import Iterable, Mapping

from planning.analyses.influence.lines import Node


def immediate_dominators(leads_to: Mapping[Node, Iterable[Node]], root: Node) -> dict[Node, Node]:
    """Return everybody whom one reaches, `root` left out, to the last who is on every way to them.

    By the simple iterative algorithm of Cooper, Harvey and Kennedy (2001), which is faster than
    that of Lengauer and Tarjan (1979) on graphs of this size.

    >>> a, b, c, end = (("stakeholders", id) for id in ("a", "b", "c", "end"))
    >>> immediate_dominators({a: [b, c], b: [end], c: [end]}, a)[end] == a
    True
    """
    nodes = _furthest_first(leads_to, root)
    number = {node: n for n, node in enumerate(nodes)}
    before: list[list[int]] = [[] for _ in nodes]
    for n, node in enumerate(nodes):
        for end in leads_to.get(node, ()):
            before[number[end]].append(n)
    above = _settled(before)
    return {node: nodes[above[n]] for n, node in enumerate(nodes[:-1])}


def _furthest_first(leads_to: Mapping[Node, Iterable[Node]], root: Node) -> list[Node]:
    """Return everybody whom one reaches, each after those it leads to first: a depth-first search."""
    found, seen = [], {root}
    way = [(root, iter(leads_to.get(root, ())))]
    while way:
        node, ends = way[-1]
        for end in ends:
            if end not in seen:
                seen.add(end)
                way.append((end, iter(leads_to.get(end, ()))))
                break
        else:
            found.append(node)
            way.pop()
    return found


def _settled(before: list[list[int]]) -> list[int]:
    """Return each node's immediate dominator; the nodes are numbered in postorder, the root last."""
    root = len(before) - 1
    above = [-1] * root + [root]
    is_settled = False
    while not is_settled:
        is_settled = True
        for node in range(root - 1, -1, -1):
            known = [one for one in before[node] if above[one] >= 0]
            last = known[0]
            for one in known[1:]:
                last = _common(above, last, one)
            if above[node] != last:
                above[node], is_settled = last, False
    return above


def _common(above: list[int], one: int, other: int) -> int:
    """Return the last node that is above both."""
    while one != other:
        if one < other:
            one = above[one]
        else:
            other = above[other]
    return one

"""Nodes of a graph in rows: those of a lane side by side, near to what they are linked with."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from planning.layouts.boxes import apart
from planning.layouts.crossings import untangled

ROUNDS = 6
Places = Mapping[str, tuple[float, float]]
"""Node to where somebody has put it: across and down, in any unit."""


def rows_of_lanes(
    lanes: Sequence[Sequence[str]], links: Sequence[tuple[str, str]], abreast: int
) -> tuple[list[list[str]], list[int]]:
    """Return the rows of all lanes from the top, and to which lane each row belongs.

    A lane of more than `abreast` nodes takes several rows, about equally long; in it what is acted on
    stands above what acts on it.
    """
    rows, lane_of = [], []
    for number, lane in enumerate(lanes):
        for row in _rows_of_lane(lane, links, abreast):
            rows.append(row)
            lane_of.append(number)
    return untangled(rows, links), lane_of


def _rows_of_lane(lane: Sequence[str], links: Sequence[tuple[str, str]], abreast: int) -> list[list[str]]:
    count = -(-len(lane) // abreast)
    if count <= 1:
        return [list(lane)] if lane else []
    depth = _depths(lane, links, deepest=count)
    each = -(-len(lane) // count)
    acts = {start for start, end in links if start in depth and end in depth and start != end}
    acted_on = {end for start, end in links if start in depth and end in depth and start != end}
    # What has nothing to do with the others of its lane stands between effects and causes.
    ordered = sorted(lane, key=lambda id: 2 * depth[id] - (id in acted_on and id not in acts))
    return [ordered[at : at + each] for at in range(0, len(ordered), each)]


def _depths(lane: Sequence[str], links: Sequence[tuple[str, str]], deepest: int) -> dict[str, int]:
    """Return how many links lead from each to the last effect in its lane; circles end at `deepest`."""
    depth = dict.fromkeys(lane, 0)
    for _round in range(deepest):
        for start, end in links:
            if start in depth and end in depth and start != end:
                depth[start] = min(deepest, max(depth[start], depth[end] + 1))
    return depth


def rows_of_places(ids: Sequence[str], places: Places, near: float, abreast: int) -> list[list[str]]:
    """Return rows of the nodes as somebody has put them: those less than `near` apart downwards together.

    Each row is in order from the left; one that would have more than `abreast` continues below.

    >>> rows_of_places("abc", {"a": (9, 0), "b": (1, 5), "c": (4, 80)}, near=40, abreast=9)
    [['b', 'a'], ['c']]
    """
    rows: list[list[str]] = []
    top = 0.0
    for id in sorted(ids, key=lambda one: places[one][1]):
        if not rows or places[id][1] - top >= near:
            rows.append([])
            top = places[id][1]
        rows[-1].append(id)
    return [part for row in rows for part in _parts(sorted(row, key=lambda id: places[id][0]), abreast)]


def _parts(row: list[str], abreast: int) -> list[list[str]]:
    each = -(-len(row) // -(-len(row) // abreast))
    return [row[at : at + each] for at in range(0, len(row), each)]


def across_by_links(
    rows: Sequence[Sequence[str]], links: Sequence[tuple[str, str]], step: float, room: float
) -> dict[str, float]:
    """Return the middle of each node across, from 0 to `room`: `step` apart, near to its neighbours."""
    neighbours: dict[str, list[str]] = defaultdict(list)
    for start, end in links:
        neighbours[start].append(end)
        neighbours[end].append(start)
    middle = {id: room * (at + 0.5) / len(row) for row in rows for at, id in enumerate(row)}
    for sweep in range(ROUNDS):
        for row in rows if sweep % 2 else reversed(rows):
            around = [[middle[n] for n in neighbours[id] if n in middle] or [middle[id]] for id in row]
            wanted = [sum(places) / len(places) for places in around]
            middle |= zip(row, apart(wanted, step, step / 2, room - step / 2), strict=True)
    return middle


def across_by_places(
    rows: Sequence[Sequence[str]], places: Places, step: float, room: float
) -> dict[str, float]:
    """Return the middle of each node across, as somebody has put it, scaled to `room`, none on another."""
    ids = [id for row in rows for id in row]
    left = min((places[id][0] for id in ids), default=0)
    width = max((places[id][0] for id in ids), default=0) - left
    middle: dict[str, float] = {}
    for row in rows:
        wanted = [
            step / 2 + (places[id][0] - left) / width * (room - step) if width else room / 2 for id in row
        ]
        middle |= zip(row, apart(wanted, step, step / 2, room - step / 2), strict=True)
    return middle

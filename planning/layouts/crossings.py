"""An order within rows in which few links cross."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

Rows = Sequence[Sequence[str]]
Links = Sequence[tuple[str, str]]

ROUNDS = 8
MOST_FOR_SWAPS = 60
"""Links up to which neighbours are swapped one by one; beyond, that would take longer than the page."""


def untangled(rows: Rows, links: Links) -> list[list[str]]:
    """Return the same rows, each in an order in which few links cross.

    Sweeps by the mean of the neighbours (Sugiyama, Tagawa and Toda 1981) of which the best is kept,
    then swaps of neighbours as long as one helps (Eades and Kelly 1986).

    >>> untangled([["a", "b"], ["c", "d"]], [("c", "b"), ("d", "a")])
    [['a', 'b'], ['d', 'c']]
    """
    present = {id for row in rows for id in row}
    known = [(a, b) for a, b in links if a in present and b in present and a != b]
    best = [list(row) for row in rows]
    fewest = crossings(best, known)
    current = best
    for sweep in range(ROUNDS):
        if not fewest:
            return best
        current = _swept(current, known, is_downwards=sweep % 2 == 1)
        if (count := crossings(current, known)) < fewest:
            best, fewest = current, count
    return _swapped(best, known, fewest) if len(known) <= MOST_FOR_SWAPS else best


def crossings(rows: Rows, links: Links) -> int:
    """Return how many pairs of links cross when each is a straight line, rows evenly filled.

    >>> crossings([["a", "b"], ["c", "d"]], [("c", "b"), ("d", "a")])
    1
    """
    place = _places(rows)
    lines = [sorted((place[a][::-1], place[b][::-1])) for a, b in links]
    return sum(_cross(one, other) for one, other in combinations(lines, 2))


def _places(rows: Rows) -> dict[str, tuple[float, int]]:
    return {id: ((at + 0.5) / len(row), y) for y, row in enumerate(rows) for at, id in enumerate(row)}


def _cross(one: list[tuple[int, float]], other: list[tuple[int, float]]) -> bool:
    top, bottom = max(one[0][0], other[0][0]), min(one[1][0], other[1][0])
    if top >= bottom:
        return False
    before = _across(one, top) - _across(other, top)
    return before * (_across(one, bottom) - _across(other, bottom)) < 0


def _across(line: list[tuple[int, float]], y: int) -> float:
    (y1, x1), (y2, x2) = line
    return x1 + (x2 - x1) * (y - y1) / (y2 - y1)


def _swept(rows: list[list[str]], links: Links, *, is_downwards: bool) -> list[list[str]]:
    neighbours: dict[str, list[str]] = defaultdict(list)
    for a, b in links:
        neighbours[a].append(b)
        neighbours[b].append(a)
    place = {id: x for id, (x, _) in _places(rows).items()}
    swept = [list(row) for row in rows]
    for row in swept if is_downwards else reversed(swept):
        mean = {id: sum(map(place.__getitem__, neighbours[id])) / (len(neighbours[id]) or 1) for id in row}
        row.sort(key=lambda id: mean[id] if neighbours[id] else place[id])
        place.update({id: (at + 0.5) / len(row) for at, id in enumerate(row)})
    return swept


def _swapped(rows: list[list[str]], links: Links, fewest: int) -> list[list[str]]:
    has_helped = True
    while has_helped and fewest:
        has_helped = False
        for row in rows:
            for at in range(len(row) - 1):
                row[at], row[at + 1] = row[at + 1], row[at]
                if (count := crossings(rows, links)) < fewest:
                    fewest, has_helped = count, True
                else:
                    row[at], row[at + 1] = row[at + 1], row[at]
    return rows

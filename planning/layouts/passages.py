"""By which gaps between the boxes of each row a line passes, and where across it does."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from planning.layouts.boxes import apart

MARGIN = 3.0
"""Between a line and the box beside it."""

STEP = 4.0
"""Between two lines in a gap; twice as much between two on the side of a box."""

CORNER = 7.0
"""At the ends of the side of a box, where no line arrives."""


@dataclass(frozen=True)
class Link:
    """A line between two nodes; those of the same `trunk` begin together."""

    start: str
    end: str
    trunk: str = ""


@dataclass(frozen=True)
class Way:
    """The channels that a line passes: channel 3 lies above row 3. Between two of them it crosses a row."""

    channels: tuple[int, ...]
    rows: tuple[int, ...]


@dataclass(frozen=True)
class Grid:
    """Boxes in rows: each node's row, and where it begins and ends across."""

    row: Mapping[str, int]
    side: Mapping[str, tuple[float, float]]
    gaps: Sequence[Sequence[tuple[float, float]]]
    """Of each row, from where to where nothing stands."""


def grid_of(
    rows: Sequence[Sequence[str]], middles: Mapping[str, float], widths: Mapping[str, float], room: float
) -> Grid:
    """Return the grid of rows whose nodes have these middles and widths."""
    side = {id: (middles[id] - widths[id] / 2, middles[id] + widths[id] / 2) for row in rows for id in row}
    gaps = []
    for row in rows:
        ends = [0.0, *(side[id][1] + MARGIN for id in row)]
        begins = [*(side[id][0] - MARGIN for id in row), room]
        gaps.append([(a, b) for a, b in zip(ends, begins, strict=True) if b >= a])
    return Grid({id: at for at, row in enumerate(rows) for id in row}, side, gaps)


def way_of(grid: Grid, link: Link) -> Way:
    """Return which channels and rows a line passes; within a row it goes over the tops."""
    first, last = grid.row[link.start], grid.row[link.end]
    if first == last:
        return Way((first,), ())
    if last < first:
        return Way(tuple(range(first, last, -1)), tuple(range(first - 1, last, -1)))
    return Way(tuple(range(first + 1, last + 1)), tuple(range(first + 1, last)))


def is_upwards(grid: Grid, link: Link) -> bool:
    """Return whether a line leaves its first box at the top."""
    return grid.row[link.end] <= grid.row[link.start]


def places_across(grid: Grid, links: Sequence[Link], ways: Sequence[Way]) -> list[list[float]]:
    """Return where each line stands across: at its start, in each row it crosses, at its end."""
    crossed = _spread(_gaps_taken(grid, links, ways))
    places: list[list[float]] = []
    for at, (link, way) in enumerate(zip(links, ways, strict=True)):
        inner = [crossed[row, _key(link, at)] for row in way.rows]
        places.append([_middle(grid, link.start), *inner, _middle(grid, link.end)])
    _set_ports(grid, links, places)
    return places


Taken = dict[tuple[int, tuple[float, float]], dict[str, float]]


def _gaps_taken(grid: Grid, links: Sequence[Link], ways: Sequence[Way]) -> Taken:
    """Return who wants to pass where: row and gap to each line's wish."""
    taken: Taken = defaultdict(dict)
    chosen: dict[tuple[int, str], float] = {}
    for at, (link, way) in enumerate(zip(links, ways, strict=True)):
        x, goal = _middle(grid, link.start), _middle(grid, link.end)
        for left, row in zip(range(len(way.rows), 0, -1), way.rows, strict=True):
            key = (row, _key(link, at))
            # What shares a trunk goes where the first of them went.
            wish = chosen.get(key, x + (goal - x) / (left + 1))
            gap = min(grid.gaps[row] or [(0.0, 0.0)], key=lambda one: abs(_within(wish, one) - wish))
            x = chosen[key] = _within(wish, gap)
            taken[row, gap].setdefault(key[1], x)
    return taken


def _spread(taken: Taken) -> dict[tuple[int, str], float]:
    found: dict[tuple[int, str], float] = {}
    for (row, gap), wishes in taken.items():
        keys = sorted(wishes, key=lambda key: wishes[key])
        places = apart([wishes[key] for key in keys], STEP, *gap)
        found |= {(row, key): place for key, place in zip(keys, places, strict=True)}
    return found


def _set_ports(grid: Grid, links: Sequence[Link], places: list[list[float]]) -> None:
    """Give the ends of all lines their places along the sides of the boxes, near to where each goes."""
    ports: dict[tuple[str, bool], dict[str, tuple[float, list[tuple[int, int]]]]] = defaultdict(dict)
    for at, link in enumerate(links):
        upwards, is_level = is_upwards(grid, link), grid.row[link.start] == grid.row[link.end]
        first, last = _wishes(grid, link, places[at])
        start = ports[link.start, upwards].setdefault(link.trunk or f"from {at}", (first, []))
        start[1].append((at, 0))
        ports[link.end, is_level or not upwards].setdefault(f"to {at}", (last, []))[1].append((at, -1))
    for (id, _), wishes in ports.items():
        low, high = grid.side[id]
        inset = min(CORNER, (high - low) / 4)
        ordered = sorted(wishes.values(), key=lambda one: one[0])
        for place, (_, ends) in zip(
            apart([wish for wish, _ in ordered], 2 * STEP, low + inset, high - inset), ordered, strict=True
        ):
            for at, end in ends:
                places[at][end] = place


def _wishes(grid: Grid, link: Link, places: list[float]) -> tuple[float, float]:
    """Return where along its boxes a line would begin and end: straight up or down, if it can."""
    start, end = grid.side[link.start], grid.side[link.end]
    if len(places) > 2:
        first, last = places[1], places[-2]
    else:
        low, high = max(start[0], end[0]), min(start[1], end[1])
        shared = (low + high) / 2
        first, last = (shared, shared) if low < high else (places[-1], places[0])
    return (_middle(grid, link.start) if link.trunk else _within(first, start)), _within(last, end)


def _middle(grid: Grid, id: str) -> float:
    return sum(grid.side[id]) / 2


def _within(place: float, between: tuple[float, float]) -> float:
    return min(max(place, between[0]), between[1])


def _key(link: Link, at: int) -> str:
    return f"trunk {link.trunk}" if link.trunk else f"link {at}"

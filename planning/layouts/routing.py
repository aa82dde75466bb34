"""Lines between boxes that stand in rows: upright between the boxes, level between the rows.

No line passes behind a box, and no two run on each other between rows: every level piece has a
track of its own, and the room between two rows grows with its tracks. Lines that belong together
(`trunk`), such as those from a boss to everybody below, share theirs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from planning.layouts.boxes import Box, Point
from planning.layouts.passages import Grid, Link, Way, grid_of, is_upwards, places_across, way_of
from planning.layouts.time_scale import tiers

TRACK = 4.0
"""Between two level pieces."""

STRAIGHT = 1.0
"""What is less apart across is joined by one upright line."""


@dataclass(frozen=True)
class Routed:
    """Boxes by node, a line a link in the same order (its corners from start to end), and heights.

    `channels` is where the room above each row begins, and that below the last.
    """

    boxes: dict[str, Box]
    lines: tuple[tuple[Point, ...], ...]
    channels: tuple[float, ...]
    height: float


def routed(
    rows: Sequence[Sequence[str]],
    middles: Mapping[str, float],
    sizes: Mapping[str, tuple[float, float]],
    links: Sequence[Link],
    *,
    room: float,
    gaps: Sequence[float],
) -> Routed:
    """Return where boxes and lines lie.

    Parameters
    ----------
    rows : nodes from the top, each row from the left and not empty
    middles : the middle of each node across
    sizes : width and height of each node
    links : both ends of each must be in the rows
    room : how wide the drawing is
    gaps : the least room above each row, and below the last; one more than there are rows
    """
    grid = grid_of(rows, middles, {id: width for id, (width, _) in sizes.items()}, room)
    ways = [way_of(grid, link) for link in links]
    across = places_across(grid, links, ways)
    tracks = _tracks(links, ways, across, len(gaps))
    y, boxes, channels = 0.0, dict[str, Box](), list[float]()
    for number, gap in enumerate(gaps):
        channels.append(y)
        y += gap + TRACK * _used(tracks[number])
        row = rows[number] if number < len(rows) else ()
        boxes |= {id: Box(grid.side[id][0], y, *sizes[id]) for id in row}
        y += max((sizes[id][1] for id in row), default=0)
    levels = [
        {key: top + gap / 2 + TRACK * (track + 0.5) for key, track in taken.items()}
        for top, gap, taken in zip(channels, gaps, tracks, strict=True)
    ]
    lines = []
    for at, (link, way, places) in enumerate(zip(links, ways, across, strict=True)):
        turns = [levels[channel].get(_shared(link, at)) for channel in way.channels]
        lines.append(_line(grid, link, turns, places, boxes))
    return Routed(boxes, tuple(lines), tuple(channels), y)


def _tracks(
    links: Sequence[Link], ways: Sequence[Way], across: Sequence[Sequence[float]], channels: int
) -> list[dict[str, int]]:
    """Return for each channel the track of every line that has a level piece there."""
    spans: list[dict[str, tuple[float, float]]] = [{} for _ in range(channels)]
    for at, (link, way, places) in enumerate(zip(links, ways, across, strict=True)):
        for channel, x1, x2 in zip(way.channels, places, places[1:], strict=False):
            if abs(x1 - x2) >= STRAIGHT:
                key = _shared(link, at)
                low, high = spans[channel].get(key, (x1, x1))
                spans[channel][key] = (min(low, x1, x2), max(high, x1, x2))
    return [dict(zip(one, tiers(list(one.values()), gap=3), strict=True)) for one in spans]


def _used(tracks: Mapping[str, int]) -> int:
    return max(tracks.values(), default=-1) + 1


def _shared(link: Link, at: int) -> str:
    return f"trunk {link.trunk}" if link.trunk else f"link {at}"


def _line(
    grid: Grid,
    link: Link,
    turns: Sequence[float | None],
    places: Sequence[float],
    boxes: Mapping[str, Box],
) -> tuple[Point, ...]:
    """Return the corners of a line; `turns` say at which height it turns in each channel."""
    start, end = boxes[link.start], boxes[link.end]
    upwards, is_level = is_upwards(grid, link), grid.row[link.start] == grid.row[link.end]
    points = [(places[0], start.y if upwards else start.bottom)]
    for level, (x1, x2) in zip(turns, pairwise(places), strict=True):
        if level is not None and abs(x1 - x2) >= STRAIGHT:
            points += [(x1, level), (x2, level)]
    return (*points, (places[-1], end.bottom if upwards and not is_level else end.y))

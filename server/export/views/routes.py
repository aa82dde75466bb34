"""Lines with corners: round ones, an arrow at the end, and a sign where the colour may be lost."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import copysign

from markupsafe import Markup

from planning.layouts.boxes import Point
from server.export.views.drawing import box, path, words

RADIUS = 4.0
TIP = 4.4
"""How long an arrow is."""


@dataclass(frozen=True)
class Stroke:
    """How a line looks: its dashes and its sign tell it from others without its colour."""

    colour: str
    dash: str = ""
    width: float = 1.0
    sign: str = ""


def arrow(points: Sequence[Point], stroke: Stroke, *, has_tip: bool = True) -> Iterator[Markup]:
    """Yield a line through these corners, with an arrow at its end unless it has none."""
    (_, y1), (x2, y2) = points[-2:]
    down = copysign(1, y2 - y1)
    line = [*points[:-1], (x2, y2 - down * TIP * 0.8)] if has_tip else list(points)
    yield path(rounded(line), stroke=stroke.colour, width=stroke.width, dash=stroke.dash)
    if has_tip:
        yield path(f"M{x2:.1f} {y2:.1f}l-2.3 {-down * TIP:.1f}h4.6z", fill=stroke.colour, stroke="none")
    if stroke.sign:
        yield from _sign(x2, y2 - down * 9.5, stroke)


def _sign(x: float, y: float, stroke: Stroke) -> Iterator[Markup]:
    yield box(x - 3.4, y - 3.4, 6.8, 6.8, fill="#ffffff", stroke=stroke.colour, stroke_width=0.6, radius=3.4)
    yield words(x, y + 2.2, stroke.sign, size=6.4, fill=stroke.colour, anchor="middle", bold=True)


def rounded(points: Sequence[Point]) -> str:
    """Return the path through corners, each of them round.

    >>> rounded([(0, 0), (0, 10), (20, 10)])
    'M0.0 0.0L0.0 6.0Q0.0 10.0 4.0 10.0L20.0 10.0'
    """
    said = ["M{:.1f} {:.1f}".format(*points[0])]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        near, far = _on_the_way(corner, before), _on_the_way(corner, after)
        said.append("L{:.1f} {:.1f}Q{:.1f} {:.1f} {:.1f} {:.1f}".format(*near, *corner, *far))
    return "".join([*said, "L{:.1f} {:.1f}".format(*points[-1])])


def _on_the_way(corner: Point, towards: Point) -> Point:
    """Return the point near a corner where its rounding begins; half of a short piece at most."""
    dx, dy = towards[0] - corner[0], towards[1] - corner[1]
    length = (dx * dx + dy * dy) ** 0.5
    share = min(RADIUS, length / 2) / length if length else 0.0
    return corner[0] + dx * share, corner[1] + dy * share

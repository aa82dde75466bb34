"""What the drawings share: colours, measures of text, and SVG elements with everything escaped.

One unit of a drawing is one point on the page, so that letters have the size they say.
"""

import unicodedata
from collections.abc import Iterable

from markupsafe import Markup

WIDTH = 470
"""Points between the margins of a page."""

TALLEST = 620.0
"""Points that a drawing may take of a page, which has some 690: its heading must stand above it."""

WIDE, WIDE_TALLEST = 717.0, 355.0
"""The same of a page lying on its side."""

INK, MUTED, FAINT, LINE = "#1d2530", "#5f6b7a", "#8a94a3", "#dfe3e8"
ACCENT, SOFT, GOOD, BAD, PANEL = "#0b6b72", "#e3f0f0", "#2f6b34", "#a3361f", "#f4f5f6"

FONTS = "Tavolo Sans, Tavolo Han, Tavolo Hangul, Tavolo World"
"""A drawing does not inherit the fonts of the page around it."""

NARROW = frozenset("iljtfrI.,:;'|!()[]{}-·/ ")
BROAD = frozenset("mwMWOQGDCHNU@%—…")


def svg(
    height: float,
    title: str,
    parts: Iterable[Markup],
    width: float = WIDTH,
    tallest: float | None = None,
) -> Markup:
    """Return a drawing; `title` tells what it shows to whoever cannot see it.

    One that is taller than a page is made smaller: a drawing is never cut.
    """
    scale = min(1.0, (tallest or TALLEST) / height) if height else 1.0
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {:.1f} {:.1f}" width="{:.1f}pt" '
        'height="{:.1f}pt" role="img" font-family="{}"><title>{}</title>{}</svg>'
    ).format(width, height, width * scale, height * scale, FONTS, title, Markup("").join(parts))


def words(
    x: float,
    y: float,
    said: str,
    *,
    size: float = 8,
    fill: str = INK,
    anchor: str = "start",
    bold: bool = False,
) -> Markup:
    """Return one line of text whose baseline is at `y`."""
    return Markup(
        '<text x="{:.1f}" y="{:.1f}" font-size="{}" fill="{}" text-anchor="{}" font-weight="{}">{}</text>'
    ).format(x, y, size, fill, anchor, 600 if bold else 400, said)


def line(
    x1: float, y1: float, x2: float, y2: float, *, stroke: str = LINE, width: float = 0.6, dash: str = ""
) -> Markup:
    """Return a straight line."""
    return Markup(
        '<line x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}" stroke="{}" stroke-width="{}" '
        'stroke-dasharray="{}"/>'
    ).format(x1, y1, x2, y2, stroke, width, dash or "none")


def box(
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    fill: str = "#ffffff",
    stroke: str = "none",
    stroke_width: float = 0.8,
    radius: float = 3,
    dash: str = "",
) -> Markup:
    """Return a rectangle with round corners."""
    return Markup(
        '<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" rx="{}" fill="{}" stroke="{}" '
        'stroke-width="{}" stroke-dasharray="{}"/>'
    ).format(x, y, max(width, 0), height, radius, fill, stroke, stroke_width, dash or "none")


def path(d: str, *, stroke: str = FAINT, width: float = 1, fill: str = "none", dash: str = "") -> Markup:
    """Return a path."""
    return Markup('<path d="{}" fill="{}" stroke="{}" stroke-width="{}" stroke-dasharray="{}"/>').format(
        d, fill, stroke, width, dash or "none"
    )


def circle(x: float, y: float, radius: float, *, fill: str = ACCENT) -> Markup:
    """Return a disc."""
    return Markup('<circle cx="{:.1f}" cy="{:.1f}" r="{}" fill="{}"/>').format(x, y, radius, fill)


def width_of(said: str, size: float = 8) -> float:
    """Return about how wide a text is, in points; rather too wide than too narrow."""
    return size * sum(_share(letter) for letter in said)


def _share(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.0
    return 0.3 if letter in NARROW else 0.78 if letter in BROAD else 0.54


def wrap(said: str, width: float, *, size: float = 8, lines: int = 3) -> list[str]:
    """Return a text in at most so many lines of this width, with an ellipsis when it is longer.

    >>> wrap("One record everywhere in the hospital", 60, lines=2)
    ['One record', 'everywhere in…']
    """
    wrapped = [""]
    for piece in _pieces(said):
        if wrapped[-1] and width_of((wrapped[-1] + piece).rstrip(), size) > width:
            wrapped.append("")
        wrapped[-1] = (wrapped[-1] + piece).lstrip()
    wrapped = [one.rstrip() for one in wrapped]
    if len(wrapped) > lines:
        wrapped = [*wrapped[: lines - 1], _cut(wrapped[lines - 1] + "…", width, size)]
    return [_cut(one, width, size) for one in wrapped]


def _pieces(said: str) -> Iterable[str]:
    # Chinese has no spaces: a line may end after any of its characters.
    piece = ""
    for letter in said:
        piece += letter
        if letter.isspace() or unicodedata.east_asian_width(letter) in "WF":
            yield piece
            piece = ""
    if piece:
        yield piece


def _cut(said: str, width: float, size: float) -> str:
    shown = said
    while width_of(shown, size) > width and len(shown) > 1:
        shown = shown.rstrip("…")[:-1].rstrip() + "…"
    return shown

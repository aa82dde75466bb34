"""The words of a cell, broken into lines and shaped at once.

WeasyPrint breaks one line after the other: it shapes all the words to see where the first line ends, then
with the next word, which might still fit, then the line alone as it will be drawn, then the rest. Pango
knows all the lines after the first time, and draws any of them.
"""

import re
from dataclasses import dataclass
from typing import Any

from weasyprint.text.ffi import FROM_UNITS, ffi, pango
from weasyprint.text.line_break import create_layout

from server.export.lines import SHORT, is_plain, split

FITS_WITHOUT_BLANK = 15_000
"""The version of Pango from which a line is not broken before a word that fits but for the blank after it."""

SIMPLE_WORDS = re.compile(
    r"[ -~\u00a0-\u00ac\u00ae-\u017f\u0391-\u03a1\u03a3-\u03ce\u0400-\u045f"
    r"\u2010-\u2014\u2018-\u201e\u2020-\u2022\u2026\u20ac]+"
)
"""Letters that all are in one font and stand one after the other: where another font or another direction
begins, or a hyphen may come, Pango tells something else of a whole text than of each of its lines."""

SIMPLE_STYLE = {
    "hyphens": "manual",
    "letter_spacing": "normal",
    # A blank may be kerned to the letter before it, which is seen where lines end below each other.
    "text_align_all": "start",
    "white_space": "normal",
    "word_break": "normal",
    "word_spacing": 0,
}


@dataclass(slots=True)
class Line:
    """A line of text, its size in CSS pixels, and how far its baseline is below its top."""

    layout: Any
    text: str
    width: float
    height: float
    baseline: float


class OneOfMany:
    """One line of a layout, in the place of a layout that has no other."""

    def __init__(self, whole: Any, number: int) -> None:
        self.layout, self.text, self.number = whole.layout, whole.text, number

    def get_first_line(self) -> tuple[Any, None]:
        """Return the line, after which no other is to be drawn."""
        return pango.pango_layout_get_line_readonly(self.layout, self.number), None

    def reactivate(self, style: Any) -> None:
        """Leave it as it was measured."""

    def deactivate(self) -> None:
        """Keep it, since it may be drawn again."""


def break_lines(words: str, style: Any, context: Any, width: float) -> list[Line]:
    """Return the lines that words are broken into, as WeasyPrint would break them."""
    known = style.__dict__.setdefault("paragraphs", {})
    if (words, width) in known:
        kept: list[Line] = known[words, width]
        return kept
    lines = _at_once(words, style, context, width) or _one_by_one(words, style, context, width)
    if len(words) <= SHORT:
        known[words, width] = lines
    return lines


def _at_once(words: str, style: Any, context: Any, width: float) -> list[Line]:
    """Return the lines, or none when it takes more than Pango to tell where they end."""
    is_simple = SIMPLE_WORDS.fullmatch(words) and _is_simple(style)
    if not is_simple or pango.pango_version() < FITS_WITHOUT_BLANK:
        return []
    whole = create_layout(words, style, context, width, 0)
    known = style.__dict__.setdefault("drawn", {})
    encoded = words.encode()
    lines: list[Line] = []
    extents = ffi.new("PangoRectangle *")
    while (line := pango.pango_layout_get_line_readonly(whole.layout, len(lines))) != ffi.NULL:
        pango.pango_layout_line_get_extents(line, ffi.NULL, extents)
        if extents.width * FROM_UNITS > width:
            # A word longer than the line.
            return []
        text = encoded[line.start_index : line.start_index + line.length].decode().rstrip(" ")
        sizes = (one * FROM_UNITS for one in (extents.width, extents.height, -extents.y))
        one = OneOfMany(whole, len(lines))
        # The same words are drawn once, whatever stands before them.
        lines.append(Line(known.setdefault(text, one) if len(text) <= SHORT else one, text, *sizes))
    return lines


def _is_simple(style: Any) -> bool:
    known = style.__dict__
    if "is_simple" not in known:
        settings = all(style[name] == value for name, value in SIMPLE_STYLE.items())
        known["is_simple"] = settings and is_plain(style)
    simple: bool = known["is_simple"]
    return simple


def _one_by_one(words: str, style: Any, context: Any, width: float) -> list[Line]:
    lines = []
    while words:
        layout, _length, at, measured, height, baseline = split(words, style, context, width, 0)
        lines.append(Line(layout, layout.text, measured, height, baseline))
        words = "" if at is None else words.encode()[at:].decode().lstrip(" ")
    return lines

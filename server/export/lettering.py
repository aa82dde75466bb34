"""Words in drawings, set a line at a time.

WeasyPrint sets them letter by letter, without kerning, and puts each line that is not set from the
left into a group of its own: in a document with drawings that takes a seventh of the time.
"""

from functools import cache
from math import inf
from typing import Any

from weasyprint import svg as drawings
from weasyprint.css.properties import INITIAL_VALUES
from weasyprint.draw.text import draw_first_line
from weasyprint.matrix import Matrix
from weasyprint.svg.text import Style, TextBox
from weasyprint.text.line_break import split_first_line

SHIFTS = {"start": 0.0, "middle": 0.5, "end": 1.0}


def set_lines_whole() -> None:
    """Make WeasyPrint draw each `<text>` as one line at `x`, `y`, by its `text-anchor`."""
    drawings.TAGS["text"] = _draw_line


def _draw_line(svg: Any, node: Any, font_size: float) -> None:
    if not node.text:
        return
    style = _style(node.get("font-family", "sans-serif"), int(node.get("font-weight", 400)), font_size)
    style.font_config = svg.font_config
    layout, _, _, width, _height, baseline = split_first_line(node.text, style, svg.context, inf, 0)
    x = float(node.get("x", 0)) - width * SHIFTS[node.get("text-anchor", "start")]
    svg.stream.push_state()
    fill, stroke = svg.set_graphical_state(node, font_size)
    svg.stream.begin_text()
    layout.reactivate(style)
    svg.fill_stroke(fill, stroke, text=True)
    line = TextBox(layout, style)
    line.baseline = baseline
    draw_first_line(svg.stream, line, "none", "none", Matrix(d=-1, e=x, f=float(node.get("y", 0))))
    svg.stream.end_text()
    svg.stream.pop_state()


@cache
def _style(family: str, weight: int, size: float) -> Any:
    style = Style()
    style.update(INITIAL_VALUES)
    families = [one.strip("\"' ") for one in family.split(",")]
    style.update({"font_family": families, "font_weight": weight, "font_size": size})
    return style

"""Lines of text, shaped once.

WeasyPrint shapes a line to measure it and again to draw it, tells Pango of its style each time anew, and
does all of that for the same words as often as they occur: a status, an owner, a day. In a document of
tables that takes a fifth of the time.
"""

from typing import Any

from weasyprint.draw import text as drawing
from weasyprint.layout import inline, preferred
from weasyprint.text import line_break
from weasyprint.text.constants import PANGO_DIRECTION
from weasyprint.text.ffi import ffi, gobject, pango, unicode_to_char_p
from weasyprint.text.fonts import get_font_description

SHORT = 60
"""Characters up to which the same words are worth being looked for."""

PARAGRAPHS = frozenset("\n\r\u2028\u2029")
"""Where Pango begins another line even when there is room."""

FEATURES = tuple(
    f"font_{name}"
    for name in (
        "feature_settings",
        "kerning",
        "language_override",
        "variant_alternates",
        "variant_caps",
        "variant_east_asian",
        "variant_ligatures",
        "variant_numeric",
        "variant_position",
    )
)
PLAIN = {name: "auto" if name == "font_kerning" else "normal" for name in FEATURES}

Line = tuple[Any, int, int | None, float, float, float]

set_up_each = line_break.Layout.setup
set_again = line_break.Layout.reactivate
set_each_text = line_break.Layout.set_text
draw_each = drawing.draw_first_line
split_each = line_break.split_first_line
strut_of_each = line_break.strut


def shape_once() -> None:
    """Make WeasyPrint keep the lines it has measured until they are drawn."""
    line_break.Layout.setup = _set_up
    line_break.Layout.deactivate = lambda layout: None
    line_break.Layout.reactivate = _as_measured
    line_break.Layout.set_text = _set_text
    drawing.draw_first_line = draw
    for module in (line_break, inline, preferred):
        module.split_first_line = split
        if hasattr(module, "strut"):
            module.strut = strut


def split(
    text: str,
    style: Any,
    context: Any,
    max_width: float | None,
    justification_spacing: float,
    is_line_start: bool = True,
    minimum: bool = False,
) -> Line:
    """Return as much of a text as fits on a line, as WeasyPrint does, and the same when it is asked again."""
    if len(text) > SHORT or justification_spacing:
        line: Line = split_each(
            text, style, context, max_width, justification_spacing, is_line_start, minimum
        )
        return line
    known = style.__dict__.setdefault("lines", {})
    key = (text, max_width, is_line_start, minimum)
    if key not in known:
        known[key] = split_each(text, style, context, max_width, 0, is_line_start, minimum)
    line = known[key]
    return line


def draw(stream: Any, box: Any, overflow: str, ellipsis: str, matrix: Any) -> list[Any]:
    """Draw a line as WeasyPrint does, and write the same again when the same words stand elsewhere."""
    layout, at = box.pango_layout, len(stream.stream)
    is_whole = (overflow, ellipsis) == ("clip", "none")
    fonts, written = layout.__dict__.get("written", (None, ()))
    # Each document has its own fonts, with the letters that are drawn in it.
    if is_whole and fonts is stream._fonts:
        stream.set_text_matrix(*matrix.values)
        stream.stream += written
        stream._current_font = None
        return []
    stream._current_font = None
    emojis: list[Any] = draw_each(stream, box, overflow, ellipsis, matrix)
    if is_whole and not emojis and len(box.text) <= SHORT:
        layout.written = stream._fonts, stream.stream[at + 1 :]
    return emojis


def strut(style: Any) -> tuple[float, float]:
    """Return the height of a line of this style and its baseline."""
    known = style.__dict__
    if "strut" not in known:
        known["strut"] = strut_of_each(style)
    height: tuple[float, float] = known["strut"]
    return height


def _set_up(layout: Any, style: Any) -> None:
    known = style.__dict__
    if "pango" not in known:
        known["pango"] = _pango_of(style) if is_plain(style) else None
    if known["pango"] is None:
        set_up_each(layout, style)
        return
    context, description, layout.language = known["pango"]
    layout.style, layout.first_line_direction = style, 0
    layout.ascent = layout.underline_position = layout.strikethrough_position = None
    layout.layout = ffi.gc(pango.pango_layout_new(context), gobject.g_object_unref)
    pango.pango_layout_set_auto_dir(layout.layout, False)
    # Lines are drawn in this mode; to change into it then would shape them again.
    pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
    pango.pango_layout_set_font_description(layout.layout, description)


def is_plain(style: Any) -> bool:
    """Return whether Pango needs to be told no more of a style than its font and its language."""
    decorated = style["text_decoration_line"] != "none"
    return not decorated and bool(style["lang"]) and all(style[n] == plain for n, plain in PLAIN.items())


def _pango_of(style: Any) -> tuple[Any, Any, Any]:
    """Return what Pango is told of a style: context, font and language."""
    context = ffi.gc(pango.pango_font_map_create_context(style.font_config.font_map), gobject.g_object_unref)
    pango.pango_context_set_round_glyph_positions(context, False)
    pango.pango_context_set_base_dir(context, PANGO_DIRECTION[style["direction"]])
    name, _kept_alive = unicode_to_char_p(style["lang"])
    language = pango.pango_language_from_string(name)
    pango.pango_context_set_language(context, language)
    return context, get_font_description(style), language


def _set_text(layout: Any, text: str, justify: bool = False) -> None:
    if not PARAGRAPHS.isdisjoint(text):
        pango.pango_layout_set_single_paragraph_mode(layout.layout, False)
    set_each_text(layout, text, justify)


def _as_measured(layout: Any, style: Any) -> None:
    if layout.justification_spacing:
        set_again(layout, style)

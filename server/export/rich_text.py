"""Formatted text as HTML: what `planning.rich_text` allows, written out by hand and nothing more.

A node or mark that is not named here leaves only its words; every word and address is escaped.
"""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup, escape

from planning.rich_text import LINK

BLOCKS = {
    "paragraph": "p",
    "bulletList": "ul",
    "orderedList": "ol",
    "listItem": "li",
    "blockquote": "blockquote",
}
MARKS = {"bold": "strong", "italic": "em", "underline": "u", "strike": "s"}
SHALLOWEST, DEEPEST = 4, 6
"""Headings inside a text stand below those of the chapter, whatever level they were typed at."""


def render_rich_text(document: Mapping[str, Any] | None) -> Markup:
    """Return a ProseMirror document as HTML.

    >>> text = {"type": "text", "text": "a < b", "marks": [{"type": "bold"}]}
    >>> render_rich_text({"type": "doc", "content": [{"type": "paragraph", "content": [text]}]})
    Markup('<p><strong>a &lt; b</strong></p>')
    """
    return _children(document or {})


def _children(node: Mapping[str, Any]) -> Markup:
    return Markup("").join(_node(child) for child in node.get("content") or [])


def _node(node: Mapping[str, Any]) -> Markup:
    kind = node.get("type")
    if kind == "text":
        return _text(node)
    if kind == "hardBreak":
        return Markup("<br>")
    if kind == "horizontalRule":
        return Markup("<hr>")
    if kind == "heading":
        return _heading(node)
    return _block(BLOCKS.get(str(kind)), node)


def _block(tag: str | None, node: Mapping[str, Any]) -> Markup:
    inside = _children(node)
    if tag is None or not inside:
        return inside
    start = (node.get("attrs") or {}).get("start")
    numbered_from = Markup(' start="{}"').format(int(start)) if tag == "ol" and start else Markup("")
    return Markup("<{0}{1}>{2}</{0}>").format(Markup(tag), numbered_from, inside)


def _heading(node: Mapping[str, Any]) -> Markup:
    level = int((node.get("attrs") or {}).get("level") or 1)
    shown = min(DEEPEST, max(SHALLOWEST, level + SHALLOWEST - 1))
    # Not an h4: what somebody typed in a field is no heading of the document's outline.
    return Markup('<p class="typed-heading level-{}">{}</p>').format(shown, _children(node))


def _text(node: Mapping[str, Any]) -> Markup:
    written = escape(node.get("text", ""))
    for mark in node.get("marks") or []:
        written = _marked(written, mark)
    return written


def _marked(written: Markup, mark: Mapping[str, Any]) -> Markup:
    kind = mark.get("type")
    address = (mark.get("attrs") or {}).get("href")
    if kind == "link" and isinstance(address, str) and LINK.fullmatch(address):
        return Markup('<a href="{}">{}</a>').format(address, written)
    if kind in MARKS:
        return Markup("<{0}>{1}</{0}>").format(Markup(MARKS[kind]), written)
    return written

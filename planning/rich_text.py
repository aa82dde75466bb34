"""Formatted text as ProseMirror writes it: what is allowed in it, and its words.

The plain form is the JSON of a ProseMirror document:
`{"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "…"}]}]}`.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

BLOCKS: dict[str, frozenset[str]] = {
    "paragraph": frozenset(),
    "heading": frozenset({"level"}),
    "bulletList": frozenset(),
    "orderedList": frozenset({"start", "type"}),
    "listItem": frozenset(),
    "blockquote": frozenset(),
    "hardBreak": frozenset(),
    "horizontalRule": frozenset(),
}
"""Allowed nodes and their attributes."""

FLOW = frozenset({"paragraph", "heading", "bulletList", "orderedList", "blockquote", "horizontalRule"})
INLINE = frozenset({"text", "hardBreak"})
CHILDREN: dict[str, frozenset[str]] = {
    "doc": FLOW,
    "paragraph": INLINE,
    "heading": INLINE,
    "bulletList": frozenset({"listItem"}),
    "orderedList": frozenset({"listItem"}),
    "listItem": FLOW,
    "blockquote": FLOW,
    "hardBreak": frozenset(),
    "horizontalRule": frozenset(),
}
"""Which nodes may stand in which. An editor deletes what stands elsewhere, for everybody."""

MARKS: dict[str, frozenset[str]] = {
    "bold": frozenset(),
    "italic": frozenset(),
    "underline": frozenset(),
    "strike": frozenset(),
    "link": frozenset({"href", "target", "rel", "class", "title"}),
}
"""Allowed marks and their attributes."""

UNPRINTABLE = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\ud800-\udfff]")
"""Control characters, and halves of a surrogate pair, which UTF-8 cannot carry."""

LINK = re.compile(r"(https?://|mailto:)[^\s<>\"']{1,2000}", re.IGNORECASE)
RANGES = {"level": (1, 6), "start": (0, 1_000_000)}
LIST_STYLES = ("1", "a", "A", "i", "I")
DEEPEST = 16


def problem_of(value: Any, *, most: int) -> str | None:
    """Return what is wrong with a document, or None when it may enter a plan.

    >>> problem_of({"type": "doc", "content": [{"type": "image"}]}, most=100)
    'image is not allowed in formatted text.'
    >>> problem_of(document_of("Grow with us."), most=100) is None
    True
    """
    if not isinstance(value, dict) or value.get("type") != "doc" or set(value) - {"type", "content"}:
        return "Must be a formatted text document."
    problem = _problem_of_children("doc", value.get("content", []), depth=1)
    if problem is None and (length := len(words_of(value))) > most:
        return f"At most {most} characters; this has {length}."
    return problem


def _problem_of_children(parent: str, children: Any, *, depth: int) -> str | None:
    if not isinstance(children, list):
        return "Content must be a list."
    if depth > DEEPEST:
        return f"Nested more than {DEEPEST} deep."
    for node in children:
        problem = _problem_of_node(node, depth=depth)
        if problem is None and node["type"] not in CHILDREN[parent]:
            problem = f"{node['type']} is not allowed inside {parent}."
        if problem is not None:
            return problem
    return None


def _problem_of_node(node: Any, *, depth: int) -> str | None:
    if not isinstance(node, dict) or not isinstance(kind := node.get("type"), str):
        return "Not a node of formatted text."
    if kind == "text":
        return _problem_of_words(node)
    if kind not in BLOCKS:
        return f"{kind} is not allowed in formatted text."
    if set(node) - {"type", "attrs", "content"} or not isinstance(node.get("attrs", {}), dict | None):
        return f"{kind} has parts that are not allowed."
    if (problem := problem_of_attributes(kind, node.get("attrs") or {})) is not None:
        return problem
    return _problem_of_children(kind, node.get("content", []), depth=depth + 1)


def _problem_of_words(node: Mapping[str, Any]) -> str | None:
    words, marks = node.get("text"), node.get("marks", [])
    if set(node) - {"type", "text", "marks"} or not isinstance(words, str) or not isinstance(marks, list):
        return "A text node needs text."
    if UNPRINTABLE.search(words):
        return "Contains control characters; type it again without them."
    return next(filter(None, map(problem_of_mark, marks)), None)


def problem_of_attributes(kind: str, attributes: Mapping[str, Any]) -> str | None:
    """Return what is wrong with the attributes of a node of this kind, or None.

    >>> problem_of_attributes("heading", {"level": 2}) is None
    True
    >>> problem_of_attributes("heading", {"level": 9})
    'level of heading must be a whole number from 1 to 6.'
    """
    for key, value in attributes.items():
        if key not in BLOCKS[kind]:
            return f"{kind} may not have {key}."
        if value is None:
            continue
        if key == "type":
            if value not in LIST_STYLES:
                return f"type of {kind} must be one of {', '.join(LIST_STYLES)}."
            continue
        low, high = RANGES[key]
        if not _is_whole(value, low, high):
            return f"{key} of {kind} must be a whole number from {low} to {high}."
    return None


def _is_whole(value: Any, low: int, high: int) -> bool:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return number and low <= value <= high and value == int(value)


def problem_of_mark(mark: Any) -> str | None:
    """Return what is wrong with a mark `{"type": …, "attrs": {…}}`, or None."""
    if not isinstance(mark, dict) or not isinstance(kind := mark.get("type"), str) or kind not in MARKS:
        return "This formatting is not allowed."
    attributes = mark.get("attrs") or {}
    if set(mark) - {"type", "attrs"} or not isinstance(attributes, dict) or set(attributes) - MARKS[kind]:
        return f"{kind} has attributes that are not allowed."
    return _problem_of_link(attributes) if kind == "link" else None


def _problem_of_link(attributes: Mapping[str, Any]) -> str | None:
    href = attributes.get("href")
    if not isinstance(href, str) or not LINK.fullmatch(href) or UNPRINTABLE.search(href):
        return "A link must begin with http://, https:// or mailto:."
    for key, value in attributes.items():
        if key != "href" and value is not None and not _is_short(value):
            return "A link has attributes that are not allowed."
    return None


def _is_short(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= 200 and not UNPRINTABLE.search(value)


def words_of(value: Mapping[str, Any] | None) -> str:
    """Return the words of a document, one line a block.

    >>> words_of(document_of("Grow.\\nWith us."))
    'Grow.\\nWith us.'
    """
    return "\n".join(_lines(value or {})).strip()


def _lines(node: Mapping[str, Any]) -> Iterator[str]:
    inline = ""
    for child in node.get("content") or []:
        if child.get("type") == "text":
            inline += child.get("text", "")
        elif child.get("type") == "hardBreak":
            inline += "\n"
        else:
            yield from _lines(child)
    if inline or node.get("type") == "paragraph":
        yield inline


def document_of(words: str) -> dict[str, Any]:
    """Return a document of plain paragraphs, one a line.

    >>> document_of("Hello")
    {'type': 'doc', 'content': [{'type': 'paragraph', 'content': [{'type': 'text', 'text': 'Hello'}]}]}
    """
    return {"type": "doc", "content": [_paragraph(line) for line in words.split("\n")]}


def _paragraph(line: str) -> dict[str, Any]:
    content = {"content": [{"type": "text", "text": line}]} if line else {}
    return {"type": "paragraph", **content}

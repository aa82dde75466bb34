"""Formatted text: a ProseMirror document as JSON, and as the shared type y-prosemirror writes.

A node is an XmlElement named after its type, with its attributes; the words between two nodes
are one XmlText, whose formatting attributes are the marks.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from pycrdt import XmlElement, XmlFragment, XmlText

from server.rooms.plain import plain

Node = dict[str, Any]


def write_formatted(parent: XmlFragment | XmlElement, nodes: list[Node]) -> None:
    """Append ProseMirror nodes to a shared type that is part of a document."""
    for is_text, run in groupby(nodes, key=lambda node: node["type"] == "text"):
        if is_text:
            _write_words(parent.children.append(XmlText()), list(run))
        else:
            for node in run:
                _write_node(parent, node)


def _write_node(parent: XmlFragment | XmlElement, node: Node) -> None:
    element = parent.children.append(XmlElement(node["type"]))
    for key, value in (node.get("attrs") or {}).items():
        if value is not None:
            element.attributes[key] = value
    write_formatted(element, node.get("content") or [])


def _write_words(text: XmlText, nodes: list[Node]) -> None:
    # The library counts in bytes here, unlike the clocks of its updates.
    at = 0
    for node in nodes:
        marks = {mark["type"]: mark.get("attrs") or {} for mark in node.get("marks") or []}
        text.insert(at, node["text"], marks)
        at += len(node["text"].encode())


def read_formatted(shared: Any, transaction: Any) -> Node:
    """Return the ProseMirror document in a shared type.

    Parameters
    ----------
    shared, transaction
        The library's own objects (`XmlFragment.integrated`, `Transaction._txn`), so that an
        observer can read within the transaction that it observes.
    """
    return {"type": "doc", "content": list(_nodes(shared, transaction))}


def says_nothing(document: Node) -> bool:
    """Return whether a ProseMirror document holds empty paragraphs at most."""
    return all(node["type"] == "paragraph" and "content" not in node for node in document["content"])


def _nodes(shared: Any, transaction: Any) -> Iterator[Node]:
    for child in shared.children(transaction):
        if hasattr(child, "tag"):
            yield _node(child, transaction)
        elif hasattr(child, "diff"):
            yield from map(_words, child.diff(transaction))
        else:
            yield {"type": "unknown"}


def _node(element: Any, transaction: Any) -> Node:
    node: Node = {"type": element.tag()}
    attributes = {key: plain(value) for key, value in element.attributes(transaction)}
    if attributes:
        node["attrs"] = attributes
    content = list(_nodes(element, transaction))
    if content:
        node["content"] = content
    return node


def _words(run: tuple[Any, dict[str, Any] | None]) -> Node:
    words, marks = run
    node: Node = {"type": "text", "text": words}
    if marks:
        node["marks"] = [_mark(name, attributes) for name, attributes in marks.items()]
    return node


def _mark(name: str, attributes: Any) -> Node:
    return {"type": name, "attrs": plain(attributes)} if attributes else {"type": name}

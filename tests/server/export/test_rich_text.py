"""Formatted text becomes HTML by an allow-list of our own."""

from typing import Any

from planning.rich_text import document_of
from server.export.rich_text import render_rich_text


def a_document(*blocks: dict[str, Any]) -> dict[str, Any]:
    return {"type": "doc", "content": list(blocks)}


def a_paragraph(*texts: dict[str, Any]) -> dict[str, Any]:
    return {"type": "paragraph", "content": list(texts)}


def a_text(text: str, *marks: dict[str, Any]) -> dict[str, Any]:
    return {"type": "text", "text": text, "marks": list(marks)}


def a_link(href: str) -> dict[str, Any]:
    return {"type": "link", "attrs": {"href": href}}


def test_words_are_escaped_and_never_read_as_html():
    shown = render_rich_text(document_of('<script>alert("1")</script>'))

    assert shown == "<p>&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt;</p>"


def test_marks_lists_and_breaks_become_their_elements():
    item = {"type": "listItem", "content": [a_paragraph(a_text("first"))]}
    shown = render_rich_text(
        a_document(
            a_paragraph(
                a_text("b", {"type": "bold"}), {"type": "hardBreak"}, a_text("i", {"type": "italic"})
            ),
            {"type": "orderedList", "attrs": {"start": 3}, "content": [item]},
        )
    )

    assert shown == ('<p><strong>b</strong><br><em>i</em></p><ol start="3"><li><p>first</p></li></ol>')


def test_a_link_keeps_its_address_only_when_it_leads_to_the_web_or_to_mail():
    good = render_rich_text(a_document(a_paragraph(a_text("report", a_link("https://example.com/?a=1&b=2")))))
    bad = render_rich_text(a_document(a_paragraph(a_text("report", a_link("javascript:alert(1)")))))

    assert good == '<p><a href="https://example.com/?a=1&amp;b=2">report</a></p>'
    assert bad == "<p>report</p>"


def test_an_address_cannot_break_out_of_its_attribute():
    shown = render_rich_text(a_document(a_paragraph(a_text("x", a_link('https://e.com/"onclick="1')))))

    assert shown == "<p>x</p>"


def test_a_node_nobody_knows_leaves_its_words():
    shown = render_rich_text(a_document({"type": "iframe", "content": [a_paragraph(a_text("words"))]}))

    assert shown == "<p>words</p>"


def test_a_typed_heading_is_no_heading_of_the_document():
    shown = render_rich_text(
        a_document({"type": "heading", "attrs": {"level": 1}, "content": [a_text("Big")]})
    )

    assert "<h" not in shown
    assert "Big" in shown


def test_nothing_gives_nothing():
    assert render_rich_text(None) == ""
    assert render_rich_text({"type": "doc"}) == ""

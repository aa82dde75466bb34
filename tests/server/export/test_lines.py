"""Lines that are kept are those that would have been measured, and drawn, again."""

from typing import Any

import pytest
import weasyprint
from PIL import ImageChops
from weasyprint.layout import inline

from server.export import lines
from server.export.edition import Audience
from server.export.page import TEMPLATES, render_html
from server.export.renderer import Renderer
from tests.server.export.northlake import an_edition, northlake
from tests.server.export.reading import page_as_image, words_of


def test_lines_that_are_kept_are_those_that_weasyprint_measures(monkeypatch: pytest.MonkeyPatch):
    kept_and_measured = []

    def both(text: str, style: Any, *said: Any, **named: Any) -> Any:
        line = lines.split(text, style, *said, **named)
        kept_and_measured.append((line[1:], lines.split_each(text, style, *said, **named)[1:]))
        return line

    monkeypatch.setattr(inline, "split_first_line", both)
    page = weasyprint.HTML(string=render_html(northlake(), an_edition(Audience.CUSTOMER)))
    page.render(stylesheets=[weasyprint.CSS(TEMPLATES / "pdf" / "plan.css")])

    assert len(kept_and_measured) > 500
    assert all(kept == measured for kept, measured in kept_and_measured)


HEIGHT = 12
"""Millimetres of a line, of three dots each."""


def a_page(body: str) -> str:
    style = (
        f"<style>p {{ font-size: 24pt; line-height: {HEIGHT}mm; margin: 0; white-space: pre-line }}</style>"
    )
    return f"<html lang='en'><head><title>x</title>{style}</head><body>{body}</body></html>"


def test_the_same_words_are_drawn_the_same_wherever_they_stand(renderer: Renderer):
    document = renderer.render(a_page("<p>Tavola 发现 rotonda</p>" * 3))
    page = page_as_image(document, 0)
    box = ImageChops.invert(page).getbbox()
    assert box is not None
    tops = (box[1] - 5 + n * 3 * HEIGHT for n in range(3))
    lines = [page.crop((0, top, page.width, top + 3 * HEIGHT)) for top in tops]
    first, *others = (ImageChops.invert(line).getbbox() for line in lines)

    assert words_of(document)[0].split() == ["Tavola", "发现", "rotonda"] * 3
    assert first is not None
    assert all(other == pytest.approx(first, abs=1) for other in others)


def test_a_text_with_lines_of_its_own_keeps_them(renderer: Renderer):
    document = renderer.render(a_page("<p>one\ntwo\u2028three</p>"))

    assert words_of(document)[0].split() == ["one", "two", "three"]

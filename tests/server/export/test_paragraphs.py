"""Lines that are broken at once are those that WeasyPrint breaks one after the other."""

import random
from collections.abc import Callable
from typing import Any

import pytest
import weasyprint
from fontTools.ttLib import TTFont
from weasyprint.formatting_structure.boxes import TextBox
from weasyprint.text.fonts import FontConfiguration

from server.export import paragraphs
from server.export.assets import FACES, PackagedOnly, font_faces, font_path
from server.export.page import TEMPLATES

SAID = (
    "agree test, deliver & <renewal> of the licence très—coûteux AVAToWa (Shared) 1.000 € e-mail/phone naïve "
    "fi ffl two-thirds extraordinarily-long-hyphenated-word Donaudampfschifffahrtsgesellschaftskapitän "
    "Überprüfung Œuvre Żółć Договор Σχέδιο \u2018quoted\u2019 “so” • 31\u00a0Mar\u00a02027 发现 "
    "可靠的共同计划 שלום co\u00adop"
)
WORDS = SAID.split(" ")
KERNED = 0.5
"""Pixels by which a line may seem wider: the blank behind it is kerned to its last letter, and not drawn."""


LETTERS = [chr(code) for code in range(0x3000)]


@pytest.fixture(scope="module")
def style() -> Any:
    """Return the style of the words in a cell of a register."""
    fonts, fetcher = FontConfiguration(), PackagedOnly()
    sheet = font_faces() + (TEMPLATES / "pdf" / "plan.css").read_text("utf-8")
    css = weasyprint.CSS(string=sheet, font_config=fonts, url_fetcher=fetcher)
    table = '<table class="records close"><tr><td>Words</td></tr></table>'
    page = weasyprint.HTML(string=f"<html lang=en><body>{table}</body></html>", url_fetcher=fetcher)
    laid = page.render(stylesheets=[css], font_config=fonts).pages[0]
    return next(box.style for box in laid._page_box.descendants() if isinstance(box, TextBox))


def broken(by: Callable[..., list[paragraphs.Line]], words: str, style: Any, width: float) -> list[Any]:
    return [(one.text, one.height, one.baseline, one.width) for one in by(words, style, None, width)]


def test_lines_that_are_broken_at_once_are_those_that_weasyprint_breaks(style: Any):
    chance, compared = random.Random(7), 0
    for _ in range(600):
        words = " ".join(chance.choices(WORDS, k=chance.randrange(1, 16)))
        width = chance.uniform(30, 400)
        at_once = broken(paragraphs._at_once, words, style, width)
        one_by_one = broken(paragraphs._one_by_one, words, style, width)
        compared += len(at_once) > 1
        if at_once:
            assert [one[:3] for one in at_once] == [one[:3] for one in one_by_one]
            assert [one[3] for one in at_once] == pytest.approx([one[3] for one in one_by_one], abs=KERNED)

    assert compared > 50


@pytest.mark.parametrize(
    "words", ["发现 plan", "שלום plan", "co\u00adoperate", "one\u2028two", "Donaudampfschiff"]
)
def test_words_of_which_pango_alone_does_not_know_the_lines_are_broken_one_by_one(style: Any, words: str):
    assert paragraphs._at_once(words, style, None, 40) == []
    assert broken(paragraphs.break_lines, words, style, 40) == broken(
        paragraphs._one_by_one, words, style, 40
    )


@pytest.mark.parametrize("face", [face for face in FACES if face.family == "Tavolo Sans"])
def test_letters_that_are_called_simple_are_all_in_one_font(face: Any):
    drawn = TTFont(font_path(face)).getBestCmap()
    simple = [letter for letter in LETTERS if paragraphs.SIMPLE_WORDS.fullmatch(letter)]

    assert len(simple) > 400
    assert [letter for letter in simple if ord(letter) not in drawn] == []


def test_no_words_have_no_lines(style: Any):
    assert paragraphs.break_lines("", style, None, 40) == []

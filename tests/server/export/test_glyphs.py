"""Letters are drawn with the right glyphs, not only stored as the right text.

The renderer's letter is compared, as pixels, with the same letter drawn by Pillow straight
from the font file. Subset fonts under one family pass every test of the text layer and fail this one.
"""

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont, ImageStat

from server.export.assets import FACES, Face, font_path
from server.export.renderer import Renderer
from tests.server.export.reading import page_as_image, words_of

SIZE = 120
"""Pixels of the side of the square in which two letters are compared."""

ALIKE = 0.08
"""Share of grey by which two drawings of the same letter may differ at their edges."""


def face(family: str, weight: int = 400) -> Face:
    return next(f for f in FACES if f.family == family and f.weight == weight and f.style == "normal")


def framed(picture: Image.Image) -> Image.Image:
    """Return the ink of a picture, black on white, stretched over a square."""
    ink = ImageChops.invert(picture)
    box = ink.getbbox()
    assert box is not None, "nothing was drawn"
    return ink.crop(box).resize((SIZE, SIZE))


def drawn_by_pillow(letter: str, font: Face) -> Image.Image:
    picture = Image.new("L", (600, 700), 255)
    ImageDraw.Draw(picture).text((60, 60), letter, font=ImageFont.truetype(font_path(font), 400), fill=0)
    return framed(picture)


def a_letter(letter: str, weight: int) -> str:
    return (
        "<html lang='en'><head><title>x</title></head><body>"
        "<p style='font-size:300pt;line-height:1.4;color:#000;break-before:page;"
        f"font-weight:{weight}'>{letter}</p>"
        "</body></html>"
    )


def difference(one: Image.Image, other: Image.Image) -> float:
    return ImageStat.Stat(ImageChops.difference(one, other)).mean[0] / 255


@pytest.mark.parametrize(
    ("letter", "family", "weight"),
    [
        ("è", "Tavolo Sans", 400),
        ("ł", "Tavolo Sans", 400),
        ("ę", "Tavolo Sans", 700),
        ("Ź", "Tavolo Sans", 600),
        ("€", "Tavolo Sans", 400),
        ("●", "Tavolo Sans", 400),
        ("发", "Tavolo Han", 400),
        ("靠", "Tavolo Han", 700),
        ("고", "Tavolo Hangul", 400),
    ],
)
def test_a_letter_is_drawn_as_its_font_has_it(renderer: Renderer, letter: str, family: str, weight: int):
    document = renderer.render(a_letter(letter, weight))
    drawn = framed(page_as_image(document, 0))

    assert letter in words_of(document)[0]
    assert difference(drawn, drawn_by_pillow(letter, face(family, weight))) < ALIKE


@pytest.mark.parametrize("letter", ["ł", "发", "고"])
def test_no_letter_is_the_box_for_a_missing_one(renderer: Renderer, letter: str):
    drawn = framed(page_as_image(renderer.render(a_letter(letter, 400)), 0))
    missing = drawn_by_pillow("\U0010fffd", face("Tavolo Sans"))

    assert difference(drawn, missing) > 3 * ALIKE


def test_italian_polish_and_chinese_can_be_read_back(team_pdf: bytes):
    text = "".join("".join(words_of(team_pdf)).split())

    assert "Perchélaqualitàègiàpiùalta" in text
    assert "Zażółćgęśląjaźń" in text
    assert "发现可靠的共同计划" in text


def a_drawing(letter: str, anchor: str = "start") -> str:
    return (
        "<html lang='en'><head><title>x</title></head><body>"
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" width="400pt" height="400pt" '
        'font-family="Tavolo Sans, Tavolo Han, Tavolo Hangul, Tavolo World"><title>x</title>'
        f'<text x="200" y="300" font-size="200" fill="#000000" text-anchor="{anchor}" font-weight="400">'
        f"{letter}</text></svg></body></html>"
    )


@pytest.mark.parametrize(
    ("letter", "family"), [("ę", "Tavolo Sans"), ("发", "Tavolo Han"), ("고", "Tavolo Hangul")]
)
def test_a_letter_in_a_drawing_is_drawn_as_its_font_has_it(renderer: Renderer, letter: str, family: str):
    document = renderer.render(a_drawing(letter))

    assert letter in words_of(document)[0]
    assert difference(framed(page_as_image(document, 0)), drawn_by_pillow(letter, face(family))) < ALIKE


def test_words_in_a_drawing_stand_where_their_anchor_says(renderer: Renderer):
    places = {}
    for anchor in ("start", "middle", "end"):
        box = ImageChops.invert(page_as_image(renderer.render(a_drawing("HOH", anchor)), 0)).getbbox()
        assert box is not None
        places[anchor] = (box[0] + box[2]) / 2
    width = places["start"] - places["end"]

    assert width > 100
    assert abs(places["middle"] - (places["start"] + places["end"]) / 2) < 3


def test_words_in_a_drawing_are_one_line_of_text_and_not_letters(renderer: Renderer):
    assert "Tavola rotonda" in words_of(renderer.render(a_drawing("Tavola rotonda")))[0]


def test_a_page_that_is_not_well_formed_is_still_printed(renderer: Renderer):
    page = "<!doctype html><html lang='en'><head><title>x</title></head><body><p>one<br>two\x0b</body></html>"

    assert "two" in words_of(renderer.render(page))[0]

"""A register whose rows are set whole is the register that WeasyPrint would have set cell by cell."""

import re
from typing import Any
from xml.etree import ElementTree

import pytest
from PIL import ImageChops

from server.export.edition import Audience
from server.export.page import render_html
from server.export.register import MANY
from server.export.renderer import Renderer
from server.export.rows import LONGEST, fold_rows
from tests.builders import a_plan
from tests.server.export.northlake import an_edition
from tests.server.export.reading import opened, pages_as_images, words_of

CELL = re.compile(r"(<td[^>]*>)([^<]+)(</td>)")
UNSEEN = 16
"""Shades of grey by which a stripe may differ: painted whole it has no seams."""
LONG = "A sentence of an obstacle that goes on and on, so that it takes more lines than one. " * 2


def a_register() -> str:
    """Return a page with a register that has every kind of cell: wide, narrow, figures, empty, Chinese."""
    actions = [
        {"id": f"a{n}", "title": f"Agree, test & deliver <{n}>", "due": "2027-03-31", "effort": n % 9}
        | {"owner": "ana", "obstacle": LONG if n % 7 == 0 else "", "shared": n % 2 == 0, "helpers": ["ana"]}
        | ({"priority": "high"} if n % 3 else {"title": f"发现可靠的共同计划 {n}"})
        for n in range(MANY)
    ]
    plan = a_plan(actions=actions, team_members=[{"id": "ana", "name": "Ana R."}])
    return render_html(plan, an_edition(Audience.TEAM))


def cell_by_cell(page: str) -> str:
    """Return the page with words in a box of their own, which rows that are set whole do not have."""
    start = page.index('<table class="records close">')
    end = page.index("</table>", start)
    return page[:start] + CELL.sub(r"\1<span>\2</span>\3", page[start:end]) + page[end:]


@pytest.fixture(scope="module")
def whole(renderer: Renderer) -> bytes:
    return renderer.render(a_register())


@pytest.fixture(scope="module")
def by_cells(renderer: Renderer) -> bytes:
    return renderer.render(cell_by_cell(a_register()))


def tagged(document: bytes, kind: str) -> list[Any]:
    found, waiting = [], [opened(document).trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop().get_object()
        if isinstance(element, dict):
            found += [element] if element.get("/S") == kind else []
            children = element.get("/K", [])
            waiting += reversed(children if isinstance(children, list) else [children])
    return found


def test_rows_that_are_set_whole_look_as_if_they_were_set_cell_by_cell(whole: bytes, by_cells: bytes):
    pages = zip(pages_as_images(whole), pages_as_images(by_cells), strict=True)
    differences = [ImageChops.difference(one, other).getextrema()[1] for one, other in pages]

    assert len(differences) > 4
    assert max(differences) < UNSEEN


def test_rows_that_are_set_whole_say_the_same_words(whole: bytes, by_cells: bytes):
    assert words_of(whole) == words_of(by_cells)


def test_every_cell_of_a_row_is_tagged_with_the_head_of_its_column(whole: bytes, by_cells: bytes):
    def heads(document: bytes) -> list[int]:
        return [len(cell["/A"].get("/Headers", ())) for cell in tagged(document, "/TD")]

    assert len(heads(whole)) > 5 * MANY
    assert heads(whole) == heads(by_cells)


def test_links_lead_to_the_same_places_on_rows_that_are_set_whole(whole: bytes, by_cells: bytes):
    def places(document: bytes) -> dict[str, float]:
        named = opened(document).named_destinations
        return {name: float(place.top) for name, place in named.items() if name.startswith("actions-")}

    # The place is the line and no more the cell around it.
    assert len(places(whole)) == MANY
    assert places(whole) == pytest.approx(places(by_cells), abs=3)


def test_a_row_longer_than_a_page_goes_on_on_the_next_one(renderer: Renderer):
    words = [f"word{n}" for n in range(LONGEST)]
    table = f'<table class="records close"><tr class="may-break"><td>{" ".join(words)}</td></tr></table>'
    page = f"<html lang='en'><head><title>x</title></head><body>{table}</body></html>"
    printed = "".join(words_of(renderer.render(page))).split()

    assert [word for word in words if word not in printed] == []


def test_what_is_words_in_every_cell_is_one_cell_before_styles_are_sought():
    rows = ["<td>a</td><td>b</td>"] * 2 + [
        f"<td>{'long ' * LONGEST}</td><td>b</td>",
        "<td>a</td><td><b>b</b></td>",
        "<td>a</td><td>b</td><td>c</td>",
        '<td id="here">a\n a</td><td/>',
    ]
    table = "".join(f"<tr>{row}</tr>" for row in rows)
    page = ElementTree.fromstring(
        f'<div><table class="records close">{table}</table><table>{table}</table></div>'
    )
    fold_rows(page)

    assert [len(row) for row in page.iter("tr")] == [2, 1, 2, 2, 3, 1, *[2] * 4, 3, 2]

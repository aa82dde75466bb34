"""The finished PDFs: pages, contents, bookmarks, tags, metadata, margins."""

import re

import pytest

from planning.plan import Plan
from planning.tools import SCHEMA
from server.export.edition import Audience
from server.export.manuscript import prepare_manuscript
from server.export.renderer import Renderer
from tests.builders import a_plan, every_field_filled
from tests.server.export.northlake import an_edition
from tests.server.export.reading import A4, opened, pages_as_images, squeezed, words_of

MARGIN = 22
"""Millimetres left and right."""

DOCUMENTS = pytest.mark.parametrize("name", ["customer_pdf", "team_pdf"])


@pytest.fixture
def document(name: str, request: pytest.FixtureRequest) -> bytes:
    return request.getfixturevalue(name)


def expect_free_margins(document: bytes) -> None:
    """Look at every page but the cover: some lie on their side, for a large drawing."""
    for number, page in enumerate(pages_as_images(document, dots_per_mm=2)):
        box = page.point(lambda grey: 255 if grey < 200 else 0).getbbox()
        width = round(page.width / 2)
        if number == 0 or box is None:
            continue
        assert width in A4
        assert box[0] // 2 >= MARGIN - 1, f"page {number + 1} begins at {box[0] // 2} mm"
        assert box[2] // 2 <= width - MARGIN + 1, f"page {number + 1} ends at {box[2] // 2} mm"


def bookmarked(document: bytes) -> dict[str, list[int]]:
    """Return the pages to which the bookmarks of each title lead."""
    reader = opened(document)
    found: dict[str, list[int]] = {}

    def collect(outline: list) -> None:
        for one in outline:
            if isinstance(one, list):
                collect(one)
            else:
                page = reader.get_destination_page_number(one)
                found.setdefault(one.title, []).append(0 if page is None else page + 1)

    collect(reader.outline)
    return found


@DOCUMENTS
def test_every_page_says_its_number_and_how_many_there_are(document: bytes):
    pages = words_of(document)

    for number, words in enumerate(pages[1:], start=2):
        assert f"Page {number} of {len(pages)}" in words


@DOCUMENTS
def test_the_contents_name_the_page_on_which_each_chapter_begins(document: bytes):
    pages = words_of(document)
    listed = re.findall(r"^(.+?)(?: ?\.){3,} ?(\d+)\s*$", pages[1], flags=re.MULTILINE)

    assert len(listed) >= 6
    begins = bookmarked(document)
    for title, number in listed:
        assert title.strip() in pages[int(number) - 1]
        assert int(number) in begins.get(title.strip(), [int(number)])


@DOCUMENTS
def test_bookmarks_lead_to_every_chapter(document: bytes):
    reader = opened(document)

    def titles(outline: list) -> list[str]:
        return [t for one in outline for t in (titles(one) if isinstance(one, list) else [one.title])]

    marks = titles(reader.outline)
    assert marks[0] == "Contents"
    assert "Objectives" in marks
    assert len(marks) > 15


@DOCUMENTS
def test_the_document_is_tagged_and_says_its_language(document: bytes):
    root = opened(document).trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712  (pypdf gives a boolean of its own)
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "en"


@DOCUMENTS
def test_metadata_names_title_author_and_day(document: bytes):
    said = opened(document).metadata

    assert said is not None
    assert said.title == "Northlake: growing together · Northlake Hospitals"
    assert said.author == "Meridian Cloud"
    assert said.creation_date is not None
    assert said.creation_date.date().isoformat() == "2027-02-21"


@DOCUMENTS
def test_drawings_describe_themselves_to_whoever_cannot_see_them(document: bytes):
    reader = opened(document)
    described, waiting = [], [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop().get_object()
        if isinstance(element, dict):
            if element.get("/S") == "/Figure":
                described.append(str(element.get("/Alt", "")))
            children = element.get("/K", [])
            waiting += children if isinstance(children, list) else [children]

    assert any(alt.startswith("Strategy map") for alt in described)
    assert any(alt.startswith("Calendar of") for alt in described)
    assert all(described)


@DOCUMENTS
def test_nothing_is_printed_in_the_margins(document: bytes):
    expect_free_margins(document)


@pytest.mark.parametrize("audience", list(Audience))
def test_the_widest_values_stay_between_the_margins(renderer: Renderer, audience: Audience):
    plan = every_field_filled(canary="WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW")
    expect_free_margins(renderer.render_manuscript(prepare_manuscript(plan, an_edition(audience))))


def test_links_to_the_web_and_inside_the_document_are_live(customer_pdf: bytes):
    reader = opened(customer_pdf)
    notes = [note.get_object() for page in reader.pages for note in page.get("/Annots") or []]

    assert any(note.get("/A", {}).get("/URI") == "https://example.com/report" for note in notes)
    assert sum("/Dest" in note for note in notes) > 30


def test_heads_of_a_table_are_repeated_on_every_page_it_goes_over(renderer: Renderer):
    actions = [{"title": f"Action {n}", "due": "2027-03-31", "shared": True} for n in range(120)]
    document = renderer.render_manuscript(
        prepare_manuscript(a_plan(actions=actions), an_edition(Audience.CUSTOMER))
    )
    pages = [words for words in words_of(document) if "Action 60" in words or "Action 90" in words]

    assert len(pages) >= 2
    assert all("Due" in words for words in pages)


@pytest.mark.parametrize("audience", list(Audience))
def test_an_empty_plan_and_a_plan_of_one_record_print(renderer: Renderer, audience: Audience):
    about = an_edition(audience)
    # Of nothing there are no contents for the customer: a cover, and a page that says so.
    bare = 2 if audience is Audience.CUSTOMER else 3
    for plan, least in ((Plan(SCHEMA), bare), (a_plan(actions=[{"title": "Call back", "shared": True}]), 3)):
        document = renderer.render_manuscript(prepare_manuscript(plan, about))
        assert len(words_of(document)) >= least

    assert "Callback" in squeezed(document)


def test_two_hundred_records_print_completely(renderer: Renderer):
    actions = [{"title": f"Action {n:03};", "result": "Done and dusted."} for n in range(200)]
    text = squeezed(renderer.render_manuscript(prepare_manuscript(a_plan(actions=actions), an_edition())))

    assert [n for n in range(200) if f"Action{n:03};" not in text] == []


def test_no_row_stands_alone_on_top_of_a_page(renderer: Renderer):
    def rows(count: int) -> list[int]:
        decisions = [{"title": f"Decided {n:02};", "status": "decided"} for n in range(count)]
        document = renderer.render_manuscript(prepare_manuscript(a_plan(decisions=decisions), an_edition()))
        found = [len(re.findall(r"Decided \d\d;", words)) for words in words_of(document)]
        return [number for number in found if number]

    first, *_ = rows(60)

    assert rows(first + 1) == [first - 1, 2]

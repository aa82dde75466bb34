"""A document that is bound of runs that are kept is the document that is made anew."""

import os
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from PIL import ImageChops

from planning.plan import Plan
from server.export.binding import MOST_PAGES, RUN, Binder
from server.export.edition import Audience
from server.export.manuscript import prepare_manuscript
from server.export.page import render_html
from server.export.renderer import Renderer
from tests.builders import a_plan
from tests.server.export.northlake import CONTENT, an_edition, northlake
from tests.server.export.reading import pages_as_images, words_of
from tests.server.export.test_document import bookmarked

SOAKING = bool(os.environ.get("TAVOLO_SOAK"))
AUDIENCES = pytest.mark.parametrize("audience", list(Audience))


@pytest.fixture
def fresh() -> Iterator[Renderer]:
    """Render in a child that has made nothing yet."""
    other = Renderer(seconds=300)
    yield other
    other.stop()


def edited(more: int = 0) -> Plan:
    """Return their plan after an edit, and with so many more decisions, which move what follows."""
    decisions = [{"title": f"Decided {n}", "reason": "So it is. " * 30, "shared": True} for n in range(more)]
    first, *actions = CONTENT["actions"]
    content = {"actions": [first | {"title": "A pilot of dictation"}, *actions]}
    return a_plan(**CONTENT | content | {"decisions": [*CONTENT["decisions"], *decisions]})


@pytest.mark.parametrize("audience", list(Audience) if SOAKING else [Audience.CUSTOMER])
@pytest.mark.parametrize("more", [0, 40])
def test_after_an_edit_the_document_is_the_one_that_is_made_anew(
    renderer: Renderer, fresh: Renderer, audience: Audience, more: int
):
    about = an_edition(audience)
    renderer.render_manuscript(prepare_manuscript(northlake(), about))
    bound = renderer.render_manuscript(prepare_manuscript(edited(more), about))
    anew = fresh.render_manuscript(prepare_manuscript(edited(more), about))

    assert words_of(bound) == words_of(anew)
    assert bookmarked(bound) == bookmarked(anew)
    pages = zip(pages_as_images(bound), pages_as_images(anew), strict=True)
    assert all(ImageChops.difference(one, other).getbbox() is None for one, other in pages)


@AUDIENCES
def test_a_run_begins_with_every_part_and_every_chapter_that_starts_a_page(audience: Audience):
    page = render_html(northlake(), an_edition(audience))
    _head, cover, contents, *runs = page.split(RUN)

    assert 'class="cover"' in cover
    assert 'class="contents"' in contents
    assert all(run.lstrip().startswith(('<p class="part', '<section class="chapter')) for run in runs)
    assert sum(run.count('<section class="chapter" ') for run in runs) >= len(runs) - 2


def test_no_more_runs_are_kept_than_their_limit():
    binder = Binder(lambda page: SimpleNamespace(pages=[page] * 40))
    for number in range(20):
        binder._laid_out(f"<p>{number}</p>")
        binder._prune()

    assert sum(len(one.pages) for one in binder._kept.values()) <= MOST_PAGES
    assert "<p>19</p>" in binder._kept


def a_run(pages: int, filled: float) -> SimpleNamespace:
    """Return a document of so many pages, of the last of which a share is used."""
    last = SimpleNamespace(position_y=100, margin_height=lambda: filled * 1_000)
    root = SimpleNamespace(children=[last])
    box = SimpleNamespace(children=[root], height=1_000, content_box_y=lambda: 100)
    return SimpleNamespace(pages=[SimpleNamespace(_page_box=box)] * pages)


@pytest.mark.parametrize(
    ("as_it_is", "closer", "pages"),
    [
        ((3, 0.1), (2, 0.9), 2),
        ((3, 0.1), (3, 0.01), 3),
        ((3, 0.8), (2, 0.9), 3),
        ((1, 0.1), (1, 0.1), 1),
    ],
)
def test_a_run_is_set_closer_where_that_spares_a_page_with_little_on_it(
    as_it_is: tuple[int, float], closer: tuple[int, float], pages: int
):
    binder = Binder(lambda page: a_run(*(closer if "closer" in page else as_it_is)))

    assert len(binder._fitted('<body class="team">', lambda _: None).pages) == pages

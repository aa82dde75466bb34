"""A document that is bound of runs that are kept is the document that is made anew."""

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


@AUDIENCES
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

"""One warm renderer for all tests, and the two documents of one rich plan."""

from collections.abc import Iterator

import pytest

from server.export.edition import Audience
from server.export.manuscript import prepare_manuscript
from server.export.renderer import Renderer
from tests.server.export.northlake import an_edition, northlake


@pytest.fixture(scope="session")
def renderer() -> Iterator[Renderer]:
    """Render in a child process that is started once."""
    # What is limited has its own tests; a busy machine is no reason for the others to fail.
    shared = Renderer(seconds=300)
    yield shared
    shared.stop()


@pytest.fixture(scope="session")
def customer_pdf(renderer: Renderer) -> bytes:
    """Return the customer's document of the rich plan."""
    return renderer.render_manuscript(prepare_manuscript(northlake(), an_edition(Audience.CUSTOMER)))


@pytest.fixture(scope="session")
def team_pdf(renderer: Renderer) -> bytes:
    """Return the team's document of the rich plan."""
    return renderer.render_manuscript(prepare_manuscript(northlake(), an_edition(Audience.TEAM)))

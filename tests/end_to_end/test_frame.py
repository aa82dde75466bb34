"""What stays in its place: the frame of a plan, and the edges of a small window."""

import pytest

from tests.end_to_end.conftest import SitDown
from tests.end_to_end.installation import Installation
from tests.end_to_end.person import Person

SPARE_HEIGHT = "document.scrollingElement.scrollHeight - innerHeight"
SPARE_WIDTH = "document.scrollingElement.scrollWidth - innerWidth"


@pytest.mark.parametrize("tool", ["customer_profile", "stakeholders", "team"])
def test_the_frame_of_a_plan_cannot_be_scrolled_away(tavolo: Installation, ana: Person, tool: str) -> None:
    ana.open(tavolo.demo_plan(), tool)
    assert ana.page.evaluate(SPARE_HEIGHT) == 0


@pytest.mark.parametrize("path", ["/", "/plans/{}/customer_profile", "/plans/{}/actions", "/plans/{}/kpis"])
def test_a_phone_shows_a_page_without_scrolling_sideways(
    tavolo: Installation, sit_down: SitDown, path: str
) -> None:
    mei = sit_down(tavolo, phone=True)
    mei.bring_owner()
    mei.page.goto(path.format(tavolo.demo_plan()))
    mei.page.get_by_role("heading", level=1).wait_for()
    assert mei.page.evaluate(SPARE_WIDTH) == 0

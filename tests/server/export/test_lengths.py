"""Lengths that are kept are those that would have been reckoned."""

from typing import Any

import pytest
import weasyprint

from server.export import lengths
from server.export.edition import Audience
from server.export.page import TEMPLATES, render_html
from tests.server.export.northlake import an_edition, northlake


def test_kept_lengths_are_those_that_weasyprint_reckons(monkeypatch: pytest.MonkeyPatch):
    kept_and_reckoned = []

    def both(box: Any, containing_block: Any) -> None:
        is_kept = bool(box.style.__dict__.get("lengths"))
        lengths.resolve(box, containing_block)
        kept = [getattr(box, name) for name in lengths.USED]
        lengths.resolve_each(box, containing_block)
        if is_kept:
            kept_and_reckoned.append((kept, [getattr(box, name) for name in lengths.USED]))

    for module in lengths.modules_that_reckon():
        monkeypatch.setattr(module, "resolve_percentages", both)
    page = weasyprint.HTML(string=render_html(northlake(), an_edition(Audience.CUSTOMER)))
    page.render(stylesheets=[weasyprint.CSS(TEMPLATES / "pdf" / "plan.css")])

    assert len(kept_and_reckoned) > 1_000
    assert all(kept == reckoned for kept, reckoned in kept_and_reckoned)

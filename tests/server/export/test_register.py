"""How the columns of a register share the width of the page."""

import re

import pytest

from server.export.blocks import Table
from server.export.collection import show_collection
from server.export.edition import Audience
from server.export.manuscript import Manuscript, prepare_manuscript
from server.export.register import MANY
from server.export.renderer import Renderer
from server.export.writing import Writer
from tests.builders import a_plan
from tests.server.export.northlake import an_edition
from tests.server.export.reading import words_of

PLAN = a_plan(
    profile={"currency": "EUR"},
    team_members=[{"id": "ana", "name": "Ana R."}],
    objectives=[{"id": "empty", "title": "The old data centre is empty"}],
    actions=[
        {"title": f"Report {n}", "due": "2027-05-27", "status": "doing", "owner": "ana", "objective": "empty"}
        | {"cost": 1_250_000, "effort": 140, "result": "A page that ward managers read."}
        for n in range(MANY)
    ],
    financial_years=[
        {
            "year": 2000 + n,
            "customer_revenue": 1_305_000_000,
            "our_revenue": -6_300_000,
            "potential": 21_000_000,
        }
        for n in range(MANY)
    ],
)


def the_register(section: str) -> Table:
    writer = Writer(Manuscript(PLAN, an_edition(Audience.TEAM)))
    [table] = show_collection(writer, PLAN.schema.sections[section], writer.plan.records(section))
    assert isinstance(table, Table)
    return table


@pytest.mark.parametrize(("language", "day"), [("en", "27 May 2027"), ("it", "27 mag 2027")])
def test_no_day_and_no_amount_of_a_register_is_broken_over_two_lines(
    renderer: Renderer, language: str, day: str
):
    manuscript = prepare_manuscript(PLAN, an_edition(Audience.TEAM, language=language))
    printed = "\n".join(words_of(renderer.render_manuscript(manuscript))).replace("\u00a0", " ")

    assert printed.count(day) >= MANY
    assert len(re.findall(r"1[.,]305[.,]000[.,]000\b", printed)) == MANY


@pytest.mark.parametrize("section", ["actions", "financial_years"])
def test_the_columns_of_a_register_take_the_width_of_the_page_together(section: str):
    widths = [column.width for column in the_register(section).columns]

    assert sum(widths) == pytest.approx(100, abs=0.001)
    assert min(widths) > 5

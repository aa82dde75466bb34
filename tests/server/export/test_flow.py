"""Where chapters and parts begin a page, and that what says nothing takes none of its own."""

import re

from markupsafe import Markup

from planning.plan import Plan
from planning.tools import SCHEMA
from server.export.blocks import Chapter, Prose
from server.export.edition import Audience
from server.export.flow import openings_of
from server.export.manuscript import prepare_manuscript
from server.export.renderer import Renderer
from tests.server.export.northlake import an_edition
from tests.server.export.reading import words_of


def a_chapter(title: str, part: str = "", *, says: bool = True, **more: bool) -> Chapter:
    return Chapter(title, title, "", [Prose(Markup("So it is."))] if says else [], part, **more)


def blank(title: str, part: str) -> Chapter:
    return a_chapter(title, part, says=False)


def beginning(*chapters: Chapter) -> list[str]:
    return [one.chapter.title for one in openings_of(chapters) if one.begins]


def test_every_part_and_every_chapter_that_is_worth_it_begins_a_page():
    chapters = [
        a_chapter("Glance"),
        a_chapter("Profile", "Information"),
        a_chapter("Industry", "Information"),
    ]
    short = a_chapter("Charter", "People", starts_a_page=False)
    team = [a_chapter("Team", "People"), short]

    assert beginning(*chapters, *team) == ["Glance", "Profile", "Industry", "Team"]


def test_the_first_chapter_of_a_part_that_says_something_stands_below_those_that_do_not():
    people = [blank("Stakeholders", "People"), a_chapter("Team", "People"), a_chapter("Value", "People")]
    openings = list(openings_of([a_chapter("Profile", "Information"), *people]))

    assert [one.chapter.title for one in openings if one.begins] == ["Profile", "Stakeholders", "Value"]
    assert [one.running for one in openings if one.part] == ["Profile", "Team"]


def test_a_part_that_says_nothing_goes_on_after_the_one_before_it():
    chapters = [a_chapter("Profile", "Information"), blank("Team", "People"), blank("Risks", "Actions")]

    assert beginning(*chapters) == ["Profile"]
    assert [one.part for one in openings_of(chapters)] == ["Information", "People", "Actions"]


def test_the_team_reads_an_empty_plan_on_one_page(renderer: Renderer):
    pages = words_of(renderer.render_manuscript(prepare_manuscript(Plan(SCHEMA), an_edition(Audience.TEAM))))
    listed = re.findall(r"^(.+?)(?: ?\.){3,} ?(\d*)\s*$", pages[1], flags=re.MULTILINE)

    assert len(pages) == 3
    assert {number for _title, number in listed} == {"3"}
    assert all(title.strip() in pages[2] for title, _number in listed)


def test_the_customer_reads_of_an_empty_plan_that_it_is_and_no_contents(renderer: Renderer):
    about = an_edition(Audience.CUSTOMER)
    pages = words_of(renderer.render_manuscript(prepare_manuscript(Plan(SCHEMA), about)))

    assert len(pages) == 2
    assert "There is nothing in this plan yet that is meant for you." in pages[1]
    assert "Contents" not in pages[1]

"""Not a word of the team reaches the customer's document: its text, its bytes, its HTML."""

import dataclasses
import re

import pytest

from planning.fields import TEAM
from planning.plan import Plan
from planning.tools import SCHEMA
from server.export.edition import Audience
from server.export.manuscript import prepare_manuscript
from server.export.page import render_html, typeset
from server.export.register import MANY
from server.export.renderer import Renderer
from server.export.writing import Writer
from tests.builders import STAMP, an_id, every_field_filled
from tests.server.export.northlake import an_edition
from tests.server.export.reading import everything_in, squeezed

CANARY = "Zq7"
WORDED = {"text", "long_text", "rich_text"}
FOR_THE_CUSTOMER = an_edition(Audience.CUSTOMER)


def canaries(*, of_the_team: bool) -> set[str]:
    """Return what `every_field_filled` writes into the fields of one side."""
    return {
        f"{CANARY}{section.key}.{name};"[: getattr(field, "most", None)]
        for section in SCHEMA.sections.values()
        for name, field in section.fields.items()
        if (section.audience == TEAM or field.audience == TEAM) == of_the_team
        and field.kind in WORDED
        and not field.system
    }


def with_every_record(**changes: object) -> Plan:
    """Return the plan full of canaries with every record changed in the same way."""
    plan = every_field_filled(canary=CANARY)
    collections = {
        key: {
            id: record | {n: v for n, v in changes.items() if n in plan.schema.sections[key].fields}
            for id, record in records.items()
        }
        for key, records in plan.collections.items()
    }
    return dataclasses.replace(plan, collections=collections)


def with_two_of_everything() -> Plan:
    """Return the plan full of canaries with every record twice: most drawings need two."""
    plan = every_field_filled(canary=CANARY)
    collections = {
        key: records | {an_id(f"{id[:18]}-2"): record for id, record in records.items()}
        for key, records in plan.collections.items()
    }
    return dataclasses.replace(plan, collections=collections)


def with_very_many_of_everything() -> Plan:
    """Return the plan full of canaries with so many of every record that collections become registers."""
    plan = every_field_filled(canary=CANARY)
    collections = {
        key: records
        | {an_id(f"{id[:16]}-{n}"): record for id, record in records.items() for n in range(1, MANY)}
        for key, records in plan.collections.items()
    }
    return dataclasses.replace(plan, collections=collections)


def drawings_in(page: str) -> str:
    return "".join(re.findall(r"<svg.*?</svg>", page, flags=re.DOTALL))


@pytest.fixture(scope="module")
def document(renderer: Renderer) -> bytes:
    return renderer.render_manuscript(prepare_manuscript(every_field_filled(canary=CANARY), FOR_THE_CUSTOMER))


def test_no_word_of_the_team_is_in_the_html():
    page = render_html(every_field_filled(canary=CANARY), FOR_THE_CUSTOMER)

    assert {one for one in canaries(of_the_team=True) if one in page} == set()


def test_no_word_of_the_team_is_in_any_drawing_for_the_customer():
    page = render_html(with_two_of_everything(), FOR_THE_CUSTOMER)
    drawn = drawings_in(page)

    for beginning in ("Strategy map", "Calendar of", "along the years", "Map of", "Our history", "over time"):
        assert beginning in drawn, beginning
    assert {one for one in canaries(of_the_team=True) if one in page} == set()


def test_no_drawing_of_the_team_is_in_the_document_for_the_customer():
    page = render_html(with_two_of_everything(), FOR_THE_CUSTOMER)
    for_the_team = render_html(with_two_of_everything(), an_edition(Audience.TEAM))

    for words in (
        "Organisation chart",
        "Keep satisfied",
        "Impact ↑",
        "Weighted score",
        "The plan at a glance",
    ):
        assert words in for_the_team, words
        assert words not in page, words


def test_the_customer_does_not_see_how_an_event_was_remembered():
    page = render_html(with_two_of_everything(), FOR_THE_CUSTOMER)
    drawn = next(one for one in re.findall(r"<svg.*?</svg>", page, flags=re.DOTALL) if "Our history" in one)

    assert "+2" in drawings_in(render_html(with_two_of_everything(), an_edition(Audience.TEAM)))
    assert "+2" not in drawn
    assert "remembered" not in page


def test_figures_of_the_team_cannot_be_asked_for_in_the_document_for_the_customer():
    writer = Writer(prepare_manuscript(every_field_filled(), FOR_THE_CUSTOMER))

    with pytest.raises(PermissionError):
        _ = writer.report


def test_no_word_of_the_team_is_in_the_text_of_the_document(document: bytes):
    text = squeezed(document)

    assert {one for one in canaries(of_the_team=True) if one in text} == set()


def test_no_word_of_the_team_is_anywhere_in_its_bytes(document: bytes):
    everything = everything_in(document)

    assert CANARY in everything, "the search must reach bookmarks, descriptions and links"
    assert {one for one in canaries(of_the_team=True) if one in everything} == set()


def test_every_word_for_the_customer_is_in_the_document(document: bytes):
    text = squeezed(document)

    assert {one for one in canaries(of_the_team=False) if one not in text} == set()


def test_the_team_reads_every_word_of_both():
    page = render_html(every_field_filled(canary=CANARY), an_edition(Audience.TEAM))
    every = canaries(of_the_team=True) | canaries(of_the_team=False)

    assert {one for one in every if one not in page} == set()


def test_a_register_lets_no_word_of_the_team_through_and_leaves_none_for_the_customer_out():
    page = render_html(with_very_many_of_everything(), FOR_THE_CUSTOMER)

    assert 'class="records close"' in page
    assert {one for one in canaries(of_the_team=True) if one in page} == set()
    assert {one for one in canaries(of_the_team=False) if one not in page} == set()


def test_the_team_reads_every_word_in_registers_too():
    page = render_html(with_very_many_of_everything(), an_edition(Audience.TEAM))
    every = canaries(of_the_team=True) | canaries(of_the_team=False)

    assert {one for one in every if one not in page} == set()


@pytest.mark.parametrize("changes", [{"shared": False}, {"shared": None}, {"removed": STAMP}])
def test_records_that_are_not_shared_or_in_the_bin_leave_nothing(changes: dict[str, object]):
    page = render_html(with_every_record(**changes), FOR_THE_CUSTOMER)
    hidden = {
        section.key
        for section in SCHEMA.sections.values()
        if section.many and ("removed" in changes or section.shared_by)
    }

    assert {key for key in hidden if f"{CANARY}{key}." in page} == set()


def test_what_reaches_the_renderer_is_already_redacted():
    manuscript = prepare_manuscript(every_field_filled(canary=CANARY), FOR_THE_CUSTOMER)
    sent = manuscript.to_bytes().decode()

    assert {one for one in canaries(of_the_team=True) if one in sent} == set()


def test_a_manuscript_survives_the_way_to_the_renderer():
    logo = b"\x89PNG\r\n\x1a\n\x00\xff"
    about = an_edition(Audience.TEAM, account_logo=logo, language="it")
    manuscript = prepare_manuscript(every_field_filled(), about)
    arrived = type(manuscript).from_bytes(manuscript.to_bytes(), SCHEMA)

    assert arrived.about == about
    assert typeset(arrived) == typeset(manuscript)

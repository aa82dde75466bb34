"""What holds for every declaration, also for those that come later."""

import re

import pytest

from planning.fields import CUSTOMER, TEAM
from planning.kinds import Flag, Ref, Refs, Stamp, Target
from planning.records import PARTS, Record, Section
from planning.tools import SCHEMA, TOOLS

SECTIONS = [pytest.param(section, id=key) for key, section in SCHEMA.sections.items()]
KEY = re.compile(r"[a-z_]{1,40}")

NEVER_LEAVES = {
    "financial_years", "addresses", "customer_voice", "offerings", "white_space", "puzzle_pieces",
    "influence_lines", "coverage", "charter", "workstreams", "responsibilities", "competitors",
    "buying_criteria", "ratings", "swot_items", "risks", "parked_items", "comments",
    "set_aside",
}  # fmt: skip


def test_the_tools_come_in_the_order_of_the_three_parts():
    parts = [tool.part for tool in TOOLS]
    assert parts == sorted(parts, key=list(PARTS).index)
    assert set(parts) == set(PARTS)


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_says_what_it_is_and_what_belongs_there(section: Section):
    assert all([section.label, section.one, section.help, section.empty])
    assert section.empty.endswith((".", "?"))
    assert section.help.endswith(".")


@pytest.mark.parametrize("section", SECTIONS)
def test_every_field_has_a_short_label_and_a_sentence_of_help(section: Section):
    for key, field in section.fields.items():
        assert KEY.fullmatch(key), key
        assert 0 < len(field.label) <= 30, key
        assert field.system or re.fullmatch(r"[A-Z0-9].{8,118}[.?]", field.help), (key, field.help)
        assert field.audience in (TEAM, CUSTOMER), key


@pytest.mark.parametrize("section", SECTIONS)
def test_no_two_fields_of_a_section_have_the_same_label(section: Section):
    labels = [field.label for field in section.fields.values()]
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("section", SECTIONS)
def test_titles_columns_and_rules_name_fields_that_are_there(section: Section):
    named = {section.title, *section.columns, *section.only_with}
    named |= {name for name in (section.shared_by, section.owned_by) if name}
    assert named <= section.fields.keys()
    assert 3 <= len(section.columns) <= 7
    assert section.shared_by is None or isinstance(section.fields[section.shared_by], Flag)
    assert section.owned_by is None or isinstance(section.fields[section.owned_by], Stamp)
    assert all(isinstance(section.fields[name], Ref) for name in section.only_with)


@pytest.mark.parametrize("section", SECTIONS)
def test_references_point_to_collections_that_exist(section: Section):
    for field in section.fields.values():
        if isinstance(field, Ref | Refs):
            assert SCHEMA.sections[field.to].many


@pytest.mark.parametrize("section", SECTIONS)
def test_collections_carry_what_every_record_carries(section: Section):
    assert section.many == issubclass(section.schema, Record)


@pytest.mark.parametrize("section", SECTIONS)
def test_what_is_for_the_team_says_so_field_by_field_too(section: Section):
    own = {k: f for k, f in section.fields.items() if k != "order"}
    if section.audience == TEAM:
        assert {f.audience for f in own.values()} == {TEAM}
    assert all(f.audience == TEAM for f in own.values() if isinstance(f, Stamp | Target))


def test_what_is_only_for_us_stays_inside_as_a_whole():
    assert {key for key, s in SCHEMA.sections.items() if s.audience == TEAM} == NEVER_LEAVES


def test_how_we_judge_people_never_leaves():
    fields = SCHEMA.sections["stakeholders"].fields
    leaving = {key for key, field in fields.items() if field.audience == CUSTOMER}
    assert leaving == {"name", "title", "division", "order"}
    assert SCHEMA.sections["stakeholders"].only_when_named


def test_a_tool_never_has_the_key_of_another():
    assert len({tool.key for tool in TOOLS}) == len(TOOLS)

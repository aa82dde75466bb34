"""What the pages get: types, the description, and a catalogue of words."""

import re
from pathlib import Path

import pytest

from planning.kinds import PlanField
from planning.tools import SCHEMA
from planning.typescript import render_catalogue, render_files, render_types

PAGES = Path(__file__).parents[2] / "frontend" / "src"


@pytest.mark.parametrize("path", render_files(SCHEMA))
def test_the_generated_files_are_up_to_date(path: str):
    assert (PAGES / path).read_text() == render_files(SCHEMA)[path]


def test_types_name_every_tool_section_and_field():
    types = render_types(SCHEMA)
    for key, section in SCHEMA.sections.items():
        assert f'| "{key}"' in types
        assert f"  readonly {key}: " in types
        assert all(f"  readonly {field}: " in types for field in section.fields)


def test_each_kind_of_field_has_a_shape_in_the_types():
    union = re.search(r"export type FieldDescription =.*?;\n\n", render_types(SCHEMA), re.DOTALL)
    assert union is not None
    kinds = {field.kind for section in SCHEMA.sections.values() for field in section.fields.values()}
    assert [kind for kind in kinds if f'"{kind}"' not in union.group()] == []


def test_values_have_the_type_that_pages_read():
    types = render_types(SCHEMA)
    assert '  readonly status: "to_do" | "doing" | "blocked" | "done" | "dropped" | null;' in types
    assert "  readonly depends_on: readonly string[] | null;" in types
    assert "  readonly progress: number | null;" in types
    assert "  readonly written: Stamp | null;" in types
    assert "  readonly shared: boolean | null;" in types


def test_the_catalogue_has_a_word_for_everything_a_page_shows():
    catalogue = render_catalogue(SCHEMA)
    power = catalogue["section"]["stakeholders"]["fields"]["power"]
    assert power["labels"]["5"] == "Very high"
    assert catalogue["section"]["stakeholders"]["fields"]["stance"]["labels"]["-2"] == "Opponent"
    assert catalogue["section"]["actions"]["fields"]["status"]["choices"]["to_do"] == "To do"
    assert catalogue["section"]["ratings"]["fields"]["vendor"]["choices"] == {"us": "Us"}
    assert catalogue["section"]["actions"]["one"] == "action"
    assert catalogue["tool"]["team"]["label"] == "Team and coverage"
    assert catalogue["part"]["people"] == "People"
    assert catalogue["drift"]["removed_by"] == '{{by, list}} removed "{{title}}" from {{section}}.'


def test_no_word_of_the_catalogue_is_taken_for_a_placeholder():
    def words(value: object) -> list[str]:
        return [value] if isinstance(value, str) else [w for one in value.values() for w in words(one)]

    templates = {"findings", "drift"}
    declared = {key: said for key, said in render_catalogue(SCHEMA).items() if key not in templates}
    assert [w for w in words(declared) if "{{" in w or "$t(" in w] == []


def test_every_kind_says_what_it_is():
    assert all(
        isinstance(field, PlanField) and field.kind
        for section in SCHEMA.sections.values()
        for field in section.fields.values()
    )

"""The types of the report, as the pages get them."""

from dataclasses import dataclass, fields, make_dataclass

import pytest

from planning.analyses.report import Report
from planning.typescript_report import gather_dataclasses, render_report


def test_every_part_of_the_report_has_a_type():
    types = render_report()
    for part in fields(Report):
        assert f"  readonly {part.name}: " in types.split("export interface Report {")[1]


def test_an_interface_comes_after_those_it_is_made_of():
    names = [line.split()[2] for line in render_report().splitlines() if line.startswith("export interface")]
    assert names.index("Step") < names.index("Way") < names.index("Influence") < names.index("Report")
    assert len(set(names)) == len(names)


def test_types_say_what_can_be_missing_and_what_a_word_can_be():
    types = render_report()
    assert "  readonly coverage: number | null;" in types
    assert '  readonly severity: "must" | "should" | "could";' in types
    assert "  readonly values: Readonly<Record<string, string | number | readonly string[]>>;" in types
    assert "  readonly circles: readonly (readonly string[])[];" in types


def test_two_parts_of_one_name_are_refused():
    @dataclass(frozen=True)
    class Way:
        to: str

    pair = make_dataclass("Pair", [("ours", Way), ("theirs", make_dataclass("Way", ["to"]))])
    with pytest.raises(ValueError, match="called Way"):
        gather_dataclasses(pair, {})

"""What each kind of field accepts and refuses."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marshmallow import ValidationError

from planning import fields
from planning.tools import SCHEMA
from tests.builders import STAMP, filled

EVERY_FIELD = [
    pytest.param(field, id=f"{key}-{name}")
    for key, section in SCHEMA.sections.items()
    for name, field in section.fields.items()
]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def refusal(field: Any, value: Any) -> str:
    with pytest.raises(ValidationError) as refused:
        field.accept(value)
    return str(refused.value.messages[0])


@pytest.mark.parametrize("field", EVERY_FIELD)
def test_every_declared_field_accepts_a_value_of_its_kind(field: fields.PlanField):
    value = filled(field, "words")
    assert field.accept(value) == value


def accepted_or_reason(field: fields.PlanField, value: Any) -> tuple[Any, str]:
    try:
        return field.accept(value), ""
    except ValidationError as refused:
        return None, str(refused.messages[0])


@given(value=JSON)
def test_no_value_that_json_can_carry_breaks_a_field(value: Any):
    for field in {f.kind: f for s in SCHEMA.sections.values() for f in s.fields.values()}.values():
        accepted, reason = accepted_or_reason(field, value)
        assert reason or field.accept(accepted) == accepted


@pytest.mark.parametrize("value", ["bell\x07", "half \ud83d", "nul\x00"])
def test_text_that_cannot_be_stored_or_printed_is_refused(value: str):
    assert "control characters" in refusal(fields.text(label="Name"), value)
    assert "control characters" in refusal(fields.long_text(label="Story"), value)


def test_long_text_keeps_its_lines():
    assert fields.long_text(label="Story").accept("one\n\ttwo") == "one\n\ttwo"


def test_text_that_is_too_long_is_refused_with_its_length():
    assert refusal(fields.text(most=3, label="Code"), "four") == "At most 3 characters; this has 4."


@pytest.mark.parametrize("value", [True, "3", float("nan"), float("inf"), 10**400, -1e16, [3]])
def test_what_is_not_a_number_a_document_can_hold_is_refused(value: Any):
    assert refusal(fields.number(label="Effort"), value).startswith("Must be a number")


def test_whole_numbers_come_back_whole_though_a_document_makes_them_floats():
    accepted = fields.scale(1, 5, label="Power").accept(3.0)
    assert accepted == 3
    assert isinstance(accepted, int)


@pytest.mark.parametrize(("value", "why"), [(0, "1 or more"), (6, "5 or less"), (2.5, "whole number")])
def test_a_scale_has_two_ends_and_whole_steps(value: float, why: str):
    assert why in refusal(fields.scale(1, 5, label="Power"), value)


def test_a_scale_has_a_label_for_each_step_or_none():
    with pytest.raises(ValueError, match="needs 5 labels"):
        fields.scale(-2, 2, labels=("bad", "good"), label="Stance")


@pytest.mark.parametrize(
    "value", ["2027-02-30", "2027-W01-1", "20270301", "2027-3-1", "٢٠٢٧-03-01", 20270301]
)
def test_a_day_is_a_day_of_the_calendar_in_one_way_of_writing(value: Any):
    assert "such as 2027-03-31" in refusal(fields.day(label="Due"), value)


@pytest.mark.parametrize("value", ["javascript:alert(1)", "http:// spaced", "ftp://example.com"])
def test_links_lead_to_the_web_and_nowhere_else(value: str):
    assert refusal(fields.web_link(label="Site"), value) == "Must begin with http:// or https://."


def test_an_address_may_be_empty_again():
    assert fields.email(label="E-mail").accept("") == ""
    assert "name@company.com" in refusal(fields.email(label="E-mail"), "nobody")


def test_a_list_of_references_is_ordered_and_names_each_once():
    cares = fields.refs("stakeholders", most=2, label="Who cares")
    first, second = "a" * 21, "b" * 21
    assert cares.accept([second, first]) == [second, first]
    assert "twice" in refusal(cares, [first, first])
    assert "at most 2" in refusal(cares, [first, second, "c" * 21])
    assert "identifiers" in refusal(cares, ["short"])


def test_a_reference_may_be_one_of_the_words_that_stand_beside_records():
    vendor = fields.ref("competitors", also={"us": "Us"}, label="Vendor")
    assert vendor.accept("us") == "us"
    assert refusal(vendor, "them") == "Must be the identifier of a record."


@pytest.mark.parametrize(
    "value", ["actions", f"actions/{'a' * 21}", f"actions/{'a' * 21}/due", "profile/vision"]
)
def test_a_target_names_a_section_a_record_or_a_field(value: str):
    assert fields.target(label="About").accept(value) == value


@pytest.mark.parametrize("value", ["", "Actions", "actions/", "actions/x/y/z", "../etc"])
def test_what_names_no_place_is_no_target(value: str):
    assert "section, a record or a field" in refusal(fields.target(label="About"), value)


@pytest.mark.parametrize(
    "value",
    [
        {},
        STAMP | {"more": ""},
        STAMP | {"at": "yesterday"},
        STAMP | {"at": "2026-11-21T09:00:00"},
        STAMP | {"name": "x" * 121},
        STAMP | {"name": "\ud800"},
    ],
)
def test_a_stamp_says_who_and_when_and_nothing_else(value: Any):
    assert refusal(fields.stamp(label="Written"), value)


@pytest.mark.parametrize("value", ["", "a", "a00", "1", "a0!", "a0" + "V" * 127])
def test_a_place_that_would_stop_others_from_moving_records_is_refused(value: str):
    assert "fractional index" in refusal(fields.order_key(), value)


def test_choices_are_taken_from_their_list_each_once():
    colours = fields.choices({"red": "Red", "blue": "Blue"}, label="Colours")
    assert colours.accept(["blue", "red"]) == ["blue", "red"]
    assert "twice" in refusal(colours, ["red", "red"])
    assert "one of" in refusal(colours, ["green"])
    assert "list" in refusal(colours, "red")

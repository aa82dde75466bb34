"""The hard rules, by field and by record."""

from planning.tools import SCHEMA
from planning.validation import Problem, problem_of_field, problems_of_record
from tests.builders import an_id, every_field_filled

ACTIONS = SCHEMA.sections["actions"]


def test_a_plan_in_which_every_field_says_something_obeys_the_hard_rules():
    plan = every_field_filled()
    for key, section in SCHEMA.sections.items():
        records = plan.records(key) if section.many else [plan.fact(key)]
        assert [problems_of_record(section, record) for record in records] == [[]]


def test_a_field_that_is_not_declared_is_refused_by_name():
    assert problem_of_field(ACTIONS, "colour", "red") == "Actions has no field 'colour'."
    assert problem_of_field(ACTIONS, "colour", None) == "Actions has no field 'colour'."


def test_nothing_said_yet_is_always_allowed():
    assert all(problem_of_field(ACTIONS, field, None) is None for field in ACTIONS.fields)


def test_every_problem_of_a_record_is_told_with_its_place():
    record = {"id": an_id("pilot"), "title": "Pilot", "progress": 120, "status": "later"}
    assert problems_of_record(ACTIONS, record) == [
        Problem(f"actions/{an_id('pilot')}/progress", "Progress: Must be 100 or less."),
        Problem(
            f"actions/{an_id('pilot')}/status",
            "Status: Must be one of: to_do, doing, blocked, done, dropped.",
        ),
    ]


def test_a_single_record_has_no_identifier_in_its_place():
    problems = problems_of_record(SCHEMA.sections["profile"], {"website": "northlake"})
    assert [p.where for p in problems] == ["profile/website"]


def test_an_identifier_can_be_given_beside_the_record():
    assert problems_of_record(ACTIONS, {"due": "soon"}, "new")[0].where == "actions/new/due"

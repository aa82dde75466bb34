"""Plans as JSON documents, out and in."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.interchange import Unacceptable, read_document, to_document
from planning.plan import Plan
from planning.redaction import customer_view
from planning.tools import SCHEMA
from tests.builders import STAMP, a_plan, an_id, every_field_filled
from tests.planning.strategies import plans

HEAD = {
    "title": "Plan 2027-2029",
    "account": "Northlake Hospitals",
    "starts_on": "2027-01-01",
    "ends_on": "2029-12-31",
}


def written(plan: Plan) -> dict[str, Any]:
    return to_document(plan, **HEAD)


def through_a_file(document: Any) -> Any:
    return json.loads(json.dumps(document))


def problems_of(document: Any) -> dict[str, str]:
    with pytest.raises(Unacceptable) as refused:
        read_document(document, SCHEMA)
    return {problem.where: problem.message for problem in refused.value.problems}


def with_section(key: str, content: Any) -> dict[str, Any]:
    return written(Plan(SCHEMA)) | {"sections": {key: content}}


@given(plan=plans(SCHEMA))
def test_writing_reading_and_writing_again_gives_the_same_document(plan: Plan):
    document = through_a_file(written(plan))
    read = read_document(document, SCHEMA)
    assert through_a_file(written(read.plan)) == document


@given(plan=plans(SCHEMA))
def test_the_copy_for_the_customer_can_be_read_like_any_plan(plan: Plan):
    document = through_a_file(written(customer_view(plan)))
    assert customer_view(read_document(document, SCHEMA).plan).facts == customer_view(plan).facts


def test_a_plan_that_says_everything_comes_back_whole():
    plan = every_field_filled()
    read = read_document(through_a_file(written(plan)), SCHEMA)
    assert (read.title, read.account) == (HEAD["title"], HEAD["account"])
    assert read.plan == plan
    assert read.findings == []


def test_the_bin_travels_with_the_plan_but_not_with_the_copy_for_the_customer():
    plan = a_plan(actions=[{"id": "old", "title": "old", "shared": True, "removed": STAMP}])
    assert read_document(written(plan), SCHEMA).plan.removed("actions")[0]["id"] == an_id("old")
    assert "actions" not in written(customer_view(plan))["sections"]


@pytest.mark.parametrize("document", [None, [], "plan", 3, {}, {"format": "another"}])
def test_what_is_no_plan_is_refused(document: Any):
    assert "not a plan" in problems_of(document)["format"]


@pytest.mark.parametrize("version", [0, 2, "1", True, None])
def test_another_version_is_refused_with_a_remedy(version: Any):
    assert "Update this installation" in problems_of(written(Plan(SCHEMA)) | {"version": version})["version"]


def test_everything_wrong_with_the_head_is_told_at_once():
    wrong = {"title": " ", "account": 3, "starts_on": "soon", "ends_on": None, "colour": "red"}
    assert problems_of(written(Plan(SCHEMA)) | wrong).keys() == wrong.keys()


def test_a_plan_does_not_end_before_it_starts():
    document = written(Plan(SCHEMA)) | {"ends_on": "2026-12-31"}
    assert problems_of(document) == {"ends_on": "The plan ends before it starts."}


@pytest.mark.parametrize(
    ("section", "content", "where"),
    [
        ("colours", [], "colours"),
        ("actions", {}, "actions"),
        ("profile", [], "profile"),
        ("actions", ["x"], "actions/1"),
        ("actions", [{"id": "short"}], "actions/1"),
        ("actions", [{"title": "no id"}], "actions/1"),
        ("actions", [{"id": an_id("a"), "colour": "red"}], f"actions/{an_id('a')}/colour"),
        ("actions", [{"id": an_id("a"), "colour": None}], f"actions/{an_id('a')}/colour"),
        ("actions", [{"id": an_id("a"), "progress": "40"}], f"actions/{an_id('a')}/progress"),
        ("actions", [{"id": an_id("a")}, {"id": an_id("a")}], f"actions/{an_id('a')}"),
        ("profile", {"website": "northlake"}, "profile/website"),
        ("profile", {"vision": {"type": "doc"}}, "profile/vision"),
        ("decisions", [{"id": an_id("d"), "about": "colours/red"}], f"decisions/{an_id('d')}/about"),
        ("executive_pairs", [{"id": an_id("p")}] * 101, "executive_pairs"),
    ],
)
def test_a_problem_is_told_with_its_place(section: str, content: Any, where: str):
    assert list(problems_of(with_section(section, content))) == [where]


def test_sections_are_an_object():
    assert "sections" in problems_of(written(Plan(SCHEMA)) | {"sections": []})


def test_one_problem_refuses_the_whole_document():
    good, bad = {"id": an_id("good"), "title": "good"}, {"id": an_id("bad"), "progress": 101}
    assert list(problems_of(with_section("actions", [good, bad]))) == [f"actions/{an_id('bad')}/progress"]


def test_a_hostile_file_gets_a_hundred_problems_and_no_more():
    content = [{"id": an_id(str(n)), "progress": -1} for n in range(500)]
    assert len(problems_of(with_section("actions", content))) == 100


def test_references_to_records_that_are_not_there_are_found_but_accepted():
    content = [{"id": an_id("a"), "owner": an_id("nobody"), "helpers": [an_id("nobody")]}]
    read = read_document(with_section("actions", content), SCHEMA)
    assert [(f.code, f.where) for f in read.findings] == [
        ("dangling_reference", f"actions/{an_id('a')}/owner"),
        ("dangling_reference", f"actions/{an_id('a')}/helpers"),
    ]


def test_records_without_places_take_the_order_of_the_list():
    content = [{"id": an_id("z"), "title": "first"}, {"id": an_id("a"), "title": "second", "order": "a9"}]
    read = read_document(with_section("actions", content), SCHEMA)
    assert [record["title"] for record in read.plan.records("actions")] == ["first", "second"]


def test_whole_numbers_written_as_fractions_are_read_as_whole():
    read = read_document(with_section("actions", [{"id": an_id("a"), "progress": 40.0}]), SCHEMA)
    assert repr(read.plan.records("actions")[0]["progress"]) == "40"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.just(an_id("a")),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "title", "progress", "order", "removed", "x"]), inner, max_size=4
        )
    ),
    max_leaves=10,
)


@given(section=st.sampled_from([*SCHEMA.sections]), content=JSON)
def test_no_document_is_half_accepted_or_breaks_the_reader(section: str, content: Any):
    document = with_section(section, content)
    try:
        document = written(read_document(document, SCHEMA).plan)
    except Unacceptable:
        assert all(where and message for where, message in problems_of(document).items())
    else:
        assert written(read_document(document, SCHEMA).plan) == document

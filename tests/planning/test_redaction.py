"""What leaves the company, and above all what does not."""

import json
from typing import Any

import pytest
from hypothesis import given

from planning import kinds, rich_text
from planning.fields import CUSTOMER, TEAM
from planning.plan import Plan
from planning.records import Section
from planning.redaction import customer_view
from planning.tools import SCHEMA
from tests.builders import STAMP, a_plan, an_id, every_field_filled, id_in
from tests.planning.strategies import plans

CANARY = "canary-7f3a"


def everything_said(plan: Plan) -> str:
    return json.dumps([plan.facts, plan.collections], ensure_ascii=False)


def names(plan: Plan, section: str, field: str = "name") -> list[Any]:
    return [record.get(field) for record in plan.records(section)]


def test_of_a_plan_that_says_everything_only_fields_for_the_customer_leave():
    copy = customer_view(every_field_filled())
    said = everything_said(copy)
    for key, section in SCHEMA.sections.items():
        leaving = copy.fact(key) if not section.many else copy.record(key, id_in(key)) or {}
        for name, field in section.fields.items():
            inside = section.audience == TEAM or field.audience == TEAM
            assert not (inside and name in leaving), f"{key}.{name} leaves"
            assert not (inside and f"{key}.{name};" in said), f"{key}.{name} leaves somewhere else"


def test_every_field_for_the_customer_that_stays_whole_does_leave():
    copy = customer_view(every_field_filled())
    for key, section in SCHEMA.sections.items():
        leaving = copy.fact(key) if not section.many else copy.record(key, id_in(key)) or {}
        expected = {n for n, f in section.fields.items() if f.audience == CUSTOMER}
        assert section.audience == TEAM or expected <= leaving.keys(), key


def test_nothing_of_a_section_for_the_team_leaves_not_even_its_name():
    copy = customer_view(every_field_filled())
    for key, section in SCHEMA.sections.items():
        if section.audience == TEAM:
            assert key not in copy.facts
            assert key not in copy.collections
            assert id_in(key) not in everything_said(copy)


SHARED_BY_FLAG = [key for key, section in SCHEMA.sections.items() if section.shared_by]


@pytest.mark.parametrize("key", SHARED_BY_FLAG)
@pytest.mark.parametrize("unshared", [False, None])
def test_an_unshared_record_leaves_no_trace(key: str, unshared: bool | None):
    plan = every_field_filled()
    record = plan.collections[key][id_in(key)]
    record[SCHEMA.sections[key].shared_by] = unshared
    said = everything_said(customer_view(plan))
    assert f"{key}." not in said
    assert id_in(key) not in said


@pytest.mark.parametrize("key", [key for key, section in SCHEMA.sections.items() if section.many])
def test_a_record_in_the_bin_leaves_no_trace(key: str):
    plan = every_field_filled()
    plan.collections[key][id_in(key)]["removed"] = STAMP
    said = everything_said(customer_view(plan))
    assert f"{key}." not in said
    assert id_in(key) not in said


def with_canaries(plan: Plan) -> Plan:
    """Return the plan with a canary in every word that must stay inside."""

    def planted(section: Section, record: dict[str, Any]) -> dict[str, Any]:
        unshared = section.shared_by is not None and record.get(section.shared_by) is not True
        stays = section.audience == TEAM or unshared or record.get("removed")
        fields = {key: section.fields[key] for key in record}
        return {
            key: planted_in(field) if stays or field.audience == TEAM else record[key]
            for key, field in fields.items()
        } | {key: record[key] for key in ("removed", section.shared_by) if key in record}

    def planted_in(field: kinds.PlanField) -> Any:
        if isinstance(field, kinds.RichText):
            return rich_text.document_of(CANARY)
        return STAMP | {"name": CANARY} if isinstance(field, kinds.Stamp) else CANARY

    sections = plan.schema.sections
    return Plan(
        plan.schema,
        {key: planted(sections[key], record) for key, record in plan.facts.items()},
        {
            key: {id: planted(sections[key], record) for id, record in records.items()}
            for key, records in plan.collections.items()
        },
    )


@given(plan=plans(SCHEMA))
def test_no_canary_leaves_whatever_the_plan(plan: Plan):
    assert CANARY not in everything_said(customer_view(with_canaries(plan)))


@given(plan=plans(SCHEMA))
def test_a_copy_of_the_copy_is_the_copy(plan: Plan):
    copy = customer_view(plan)
    assert customer_view(copy) == copy


@given(plan=plans(SCHEMA))
def test_every_reference_in_the_copy_leads_somewhere_in_it(plan: Plan):
    copy = customer_view(plan)
    for key, records in copy.collections.items():
        for record in records.values():
            for name, value in record.items():
                field = SCHEMA.sections[key].fields[name]
                if isinstance(field, kinds.Ref):
                    assert value in field.also or copy.record(field.to, value)
                if isinstance(field, kinds.Refs):
                    assert value
                    assert all(copy.record(field.to, one) for one in value)


def test_what_is_not_shared_or_is_in_the_bin_stays():
    plan = a_plan(
        actions=[
            {"title": "shared", "shared": True},
            {"title": "not shared", "shared": False},
            {"title": "not said"},
            {"title": "in the bin", "shared": True, "removed": STAMP},
        ]
    )
    assert names(customer_view(plan), "actions", "title") == ["shared"]


def test_a_stakeholder_leaves_only_when_something_that_leaves_names_them():
    people = [{"id": name, "name": name} for name in ("nurse", "buyer", "director", "board")]
    plan = a_plan(
        stakeholders=people,
        objectives=[{"title": "one", "shared": True, "sponsor": "director"}],
        actions=[
            {"title": "pilot", "shared": True, "co_owner": "nurse"},
            {"title": "secret", "co_owner": "buyer"},
        ],
        strategy_nodes=[{"title": "goal", "shared": True, "cares": ["board"]}],
    )
    assert names(customer_view(plan), "stakeholders") == ["nurse", "director"]


def test_a_boss_does_not_leave_because_somebody_who_leaves_reports_to_them():
    plan = a_plan(
        stakeholders=[{"id": "boss", "name": "boss"}, {"id": "nurse", "name": "nurse", "reports_to": "boss"}],
        actions=[{"title": "pilot", "shared": True, "co_owner": "nurse"}],
    )
    assert names(customer_view(plan), "stakeholders") == ["nurse"]


def test_an_arrow_leaves_only_with_both_of_its_ends():
    plan = a_plan(
        strategy_nodes=[
            {"id": "goal", "title": "goal", "shared": True},
            {"id": "means", "title": "means", "shared": True},
            {"id": "trait", "title": "they fear change"},
        ],
        strategy_links=[
            {"id": "kept", "from_node": "means", "to_node": "goal", "kind": "supports"},
            {"id": "half", "from_node": "trait", "to_node": "goal", "kind": "hinders"},
            {"id": "open", "from_node": "means", "kind": "supports"},
        ],
    )
    assert [r["id"] for r in customer_view(plan).records("strategy_links")] == [an_id("kept")]


def test_values_of_a_kpi_leave_with_it():
    plan = a_plan(
        kpis=[{"id": "ours", "name": "margin"}, {"id": "theirs", "name": "uptime", "shared": True}],
        kpi_values=[
            {"kpi": "ours", "value": 12},
            {"kpi": "theirs", "value": 99, "note": "after the incident"},
        ],
    )
    copy = customer_view(plan)
    assert names(copy, "kpi_values", "value") == [99]
    assert "incident" not in everything_said(copy)


def test_references_to_what_stays_are_dropped_from_what_leaves():
    plan = a_plan(
        objectives=[{"id": "inside", "title": "win it"}],
        team_members=[{"id": "ana", "name": "Ana"}, {"id": "gone", "name": "Old", "removed": STAMP}],
        actions=[
            {"id": "first", "title": "quiet"},
            {
                "title": "loud",
                "shared": True,
                "objective": "inside",
                "owner": "gone",
                "depends_on": ["first"],
                "helpers": ["gone", "ana"],
            },
        ],
    )
    (action,) = customer_view(plan).records("actions")
    assert "objective" not in action
    assert "owner" not in action
    assert "depends_on" not in action
    assert action["helpers"] == [an_id("ana")]


def test_places_do_not_tell_how_much_stays_inside():
    plan = a_plan(actions=[{"title": str(n), "shared": n % 10 == 0} for n in range(50)])
    copy = customer_view(plan)
    assert names(copy, "actions", "title") == ["0", "10", "20", "30", "40"]
    assert names(copy, "actions", "order") == ["a0", "a1", "a2", "a3", "a4"]


def test_the_original_is_left_as_it_was():
    plan = every_field_filled()
    before = everything_said(plan)
    customer_view(plan)
    assert everything_said(plan) == before

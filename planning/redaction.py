"""The customer's copy of a plan: built from what may leave, never a plan with things hidden.

A record leaves when its section is for the customer, it is not in the bin, it is shared (where
its section asks for that), all that it must not leave without leaves too, and, where its section
asks for that, another record that leaves names it. Of a record that leaves only the fields for
the customer go along, without references to what stays.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from planning.fields import CUSTOMER
from planning.kinds import PlanField, Ref, Refs, Target
from planning.ordering import orders
from planning.plan import PlainRecord, Plan
from planning.records import Section
from planning.references import Place, names_of


def customer_view(plan: Plan) -> Plan:
    """Return the plan as the customer may see it; doing it twice changes nothing more."""
    leaving = leaving_records(plan)
    facts = {key: _customer_values(section, plan.fact(key), leaving) for key, section in _single(plan)}
    collections: dict[str, dict[str, PlainRecord]] = {}
    for key, section in _many(plan):
        records = [r for r in plan.records(key) if (key, r["id"]) in leaving]
        # Places are given out anew, so that a gap does not tell how much stays inside.
        collections[key] = {
            record["id"]: _customer_values(section, record, leaving) | {"order": place}
            for record, place in zip(records, orders(len(records)), strict=True)
        }
    return Plan(plan.schema, facts, collections)


def leaving_records(plan: Plan) -> set[Place]:
    """Return the section and id of every record of which something leaves.

    It is the smallest set that follows the rules: two records that only name each other stay.
    """
    candidates = {
        (key, record["id"]): record
        for key, section in _many(plan)
        for record in plan.records(key)
        if section.shared_by is None or record.get(section.shared_by) is True
    }
    named = {place for key, section in _single(plan) for place in _names(section, plan.fact(key))}
    leaving: set[Place] = set()
    while True:
        sections = plan.schema.sections
        found = {
            place
            for place, record in candidates.items()
            if place not in leaving and _may_leave(sections[place[0]], place, record, leaving, named)
        }
        if not found:
            return leaving
        leaving |= found
        named |= {name for place in found for name in _names(sections[place[0]], candidates[place])}


def _may_leave(
    section: Section, place: Place, record: PlainRecord, leaving: set[Place], named: set[Place]
) -> bool:
    if section.only_when_named and place not in named:
        return False
    company = [names_of(section.fields[key], record.get(key)) for key in section.only_with]
    return all(names and leaving.issuperset(names) for names in company)


def _customer_values(section: Section, record: PlainRecord, leaving: set[Place]) -> PlainRecord:
    kept = {}
    for key, field in _customer_fields(section):
        value = _without_what_stays(field, record.get(key), leaving)
        if value is not None:
            kept[key] = value
    return kept


def _without_what_stays(field: PlanField, value: Any, leaving: set[Place]) -> Any:
    if isinstance(field, Ref):
        return value if all(place in leaving for place in names_of(field, value)) else None
    if isinstance(field, Refs):
        return [id for to, id in names_of(field, value) if (to, id) in leaving] or None
    # A target may name any record or field, also one that stays.
    return None if isinstance(field, Target) else value


def _names(section: Section, record: Mapping[str, Any]) -> Iterator[Place]:
    """Yield what a record names in the fields that leave with it."""
    for key, field in _customer_fields(section):
        yield from names_of(field, record.get(key))


def _customer_fields(section: Section) -> list[tuple[str, PlanField]]:
    return [(key, field) for key, field in section.fields.items() if field.audience == CUSTOMER]


def _single(plan: Plan) -> list[tuple[str, Section]]:
    sections = plan.schema.sections.items()
    return [(key, s) for key, s in sections if s.audience == CUSTOMER and not s.many]


def _many(plan: Plan) -> list[tuple[str, Section]]:
    sections = plan.schema.sections.items()
    return [(key, s) for key, s in sections if s.audience == CUSTOMER and s.many]

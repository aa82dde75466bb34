"""Which records a plan's values name, and which of those are not there."""

from collections.abc import Iterator, Mapping
from typing import Any

from planning.findings import Finding, declare_words
from planning.kinds import PlanField, Ref, Refs
from planning.plan import Plan
from planning.records import Section

WORDS = declare_words(
    {
        "dangling_reference": (
            "{field} names a record that is not in this plan.",
            "Choose another record, or leave the field empty.",
        )
    }
)

Place = tuple[str, str]
"""Section key and record id."""


def names_of(field: PlanField, value: Any) -> list[Place]:
    """Return the records that a value of this field names; values that are no record are left out."""
    if isinstance(field, Ref):
        return [(field.to, value)] if value and value not in field.also else []
    return [(field.to, one) for one in value or []] if isinstance(field, Refs) else []


def dangling_references(plan: Plan) -> list[Finding]:
    """Return a finding for every reference to a record that is not in the plan, bin included.

    They are no reason to refuse anything: two people can remove and refer at the same moment.
    """
    return [
        Finding(
            code="dangling_reference",
            where=where,
            values={"field": field.label},
            severity="should",
        )
        for section in plan.schema.sections.values()
        for where, field in _dangling_in(plan, section)
    ]


def _dangling_in(plan: Plan, section: Section) -> Iterator[tuple[str, PlanField]]:
    # Chosen once a section: most fields of most records name nothing.
    naming = [(key, field) for key, field in section.fields.items() if isinstance(field, Ref | Refs)]
    for where, record in _places(plan, section) if naming else ():
        for key, field in naming:
            value = record.get(key)
            for to, id in names_of(field, value) if value else ():
                if id not in plan.collections.get(to, {}):
                    yield f"{where}/{key}", field


def _places(plan: Plan, section: Section) -> list[tuple[str, Mapping[str, Any]]]:
    if not section.many:
        return [(section.key, plan.fact(section.key))]
    records = plan.collections.get(section.key, {})
    return [(f"{section.key}/{id}", records[id]) for id in sorted(records)]

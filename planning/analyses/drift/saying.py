"""What a field says, in English words for a sentence."""

from typing import Any

from planning.analyses.drift.texts import clipped
from planning.findings import UNTITLED, say
from planning.kinds import Choice, Choices, Day, Flag, Number, People, Ref, Refs, Scale, Stamp, Target
from planning.naming import name_of
from planning.plan import Plan
from planning.plan_field import PlanField

SIGNS = {"percent": " %"}


def say_value(plan: Plan, field: PlanField, value: Any) -> str:
    """Return a value of a field in words; records by their names in `plan`, pieces of text in quotes.

    >>> from planning.tools import SCHEMA
    >>> fields = SCHEMA.sections["actions"].fields
    >>> say_value(Plan(SCHEMA), fields["due"], "2027-05-03"), say_value(Plan(SCHEMA), fields["progress"], 40)
    ('3 May 2027', '40 %')
    """
    match field:
        case Choices():
            return _say_list([field.choices[one] for one in value])
        case Choice():
            return field.choices[value]
        case Scale():
            return dict(field.steps()).get(value, str(value))
        case Number():
            return _say_number(field, value)
        case Day():
            return say("{day:day}", {"day": value})
        case Flag():
            return "yes" if value else "no"
        case Stamp():
            return str(value["name"])
        case Ref() | Refs() | People() | Target():
            return _say_named(plan, field, value)
        case _:
            return f'"{clipped(value)}"'


def _say_named(plan: Plan, field: PlanField, value: Any) -> str:
    match field:
        case Ref():
            return field.also.get(value) or name_of(plan, field.to, value) or UNTITLED
        case Refs():
            return _say_list([name_of(plan, field.to, one) or UNTITLED for one in value])
        case Target():
            section, _, rest = str(value).partition("/")
            return name_of(plan, section, rest.partition("/")[0]) or plan.schema.sections[section].label
        case _:
            # People are known to the server only; the plan has nothing but their keys.
            return say("{count:plural:person|people}", {"count": len(value)})


def _say_number(field: Number, value: float) -> str:
    # A year is a name more than a number, and has no thousands.
    return str(value) if field.kind == "year" else f"{value:,}{SIGNS.get(field.kind, '')}"


def _say_list(names: list[str]) -> str:
    return say("{names:list}", {"names": names})

"""The hard rules: what may not enter a plan at all.

They look at one value at a time (type, choice, range, length, shape). Whatever concerns two
fields or two records is a finding, because two edits that are each valid can merge into it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from marshmallow import ValidationError

from planning.records import Section


@dataclass(frozen=True)
class Problem:
    """Why something is refused: `where` is `section/id/field` or as much of it as is known."""

    where: str
    message: str


def problem_of_field(section: Section, field: str, value: Any) -> str | None:
    """Return why `value` may not be in a field of the section, or None when it may.

    >>> from planning.tools import SCHEMA
    >>> problem_of_field(SCHEMA.sections["stakeholders"], "power", 6)
    'Power: Must be 5 or less.'
    >>> problem_of_field(SCHEMA.sections["stakeholders"], "power", None) is None
    True
    """
    declared = section.fields.get(field)
    if declared is None:
        return f"{section.label} has no field {field[:40]!r}."
    if value is None:
        return None
    try:
        declared.accept(value)
    except ValidationError as refusal:
        return f"{declared.label}: {' '.join(map(str, refusal.messages))}"
    return None


def problems_of_record(section: Section, record: Mapping[str, Any], id: str | None = None) -> list[Problem]:
    """Return everything wrong with the values of a record, each with its place.

    Parameters
    ----------
    record
        Field to value. A key `id`, as `Plan.records` gives it, names the record and is no field.
    id
        The identifier, when the record does not carry it.
    """
    named = id or record.get("id")
    place = f"{section.key}/{named}" if named else section.key
    problems = []
    for field, value in record.items():
        if field != "id" and (message := problem_of_field(section, field, value)) is not None:
            problems.append(Problem(f"{place}/{field}", message))
    return problems

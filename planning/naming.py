"""How a record is called in a sentence."""

from planning.plan import Plan
from planning.references import names_of

FAR_ENOUGH = 4
"""Titles that are references are followed this far; two that name each other would never end."""


def name_of(plan: Plan, section: str, id: str | None, steps: int = FAR_ENOUGH) -> str:
    """Return what a record is called, "" when it has no title or is in the bin or nowhere.

    Where the title is a reference (a contact is called after the person of ours), that is followed.

    >>> from planning.tools import SCHEMA
    >>> plan = Plan(SCHEMA, {}, {"team_members": {"m": {"name": "Ana"}}, "coverage": {"c": {"member": "m"}}})
    >>> name_of(plan, "coverage", "c")
    'Ana'
    """
    record = plan.record(section, id)
    if record is None:
        return ""
    title = plan.schema.sections[section].title
    value = record.get(title)
    for to, other in names_of(plan.schema.sections[section].fields[title], value):
        return name_of(plan, to, other, steps - 1) if steps else ""
    return str(value or "")

"""People of ours and of theirs, and the lines between them, short to write."""

from planning.plan import PlainRecord, Plan
from tests.builders import a_plan

OURS = [{"id": "manager", "name": "account manager"}, {"id": "engineer", "name": "engineer"}]


def executive(**more: object) -> PlainRecord:
    return {"id": "executive", "name": "executive", "power": 5, "stance": 0, "side": "customer"} | more


def someone(id: str, **more: object) -> PlainRecord:
    return {"id": id, "name": id, "power": 2, "stance": 1, "side": "adviser"} | more


def covers(member: str, stakeholder: str, quality: int | None = 4, **more: object) -> PlainRecord:
    return {"member": member, "stakeholder": stakeholder, "quality": quality} | more


def influences(start: str, end: str, strength: int | None = 3, kind: str = "influences") -> PlainRecord:
    return {"from_whom": start, "to_whom": end, "strength": strength, "kind": kind}


def people(*stakeholders: PlainRecord, **sections: list[PlainRecord]) -> Plan:
    return a_plan(team_members=OURS, stakeholders=list(stakeholders), **sections)


def by_adviser(**adviser: object) -> Plan:
    """Return a plan in which the only line to the executive is an adviser's, whom we cover well."""
    return people(
        executive(),
        someone("adviser", **adviser),
        coverage=[covers("manager", "adviser")],
        influence_lines=[influences("adviser", "executive")],
    )

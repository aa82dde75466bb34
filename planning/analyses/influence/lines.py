"""Along which lines a case of ours travels, from our team to their people, and how surely.

Every line has a chance: how often, when we want something of somebody, the one at its beginning
carries it to the one at its end. Nobody can measure that; what counts is the order that follows
from it, and that is why the steps of each scale are kept even and simple:

- Coverage 0 to 4 is worth 0, 15, 40, 65 and 90 %: from *not at all*, over *by name*, to *they call
  back the same day*. A key contact whom no coverage mentions counts by the relationship, 0 to 4.
- Influence of strength 1 to 3 is worth 25, 50 and 75 %: who has a strong line is followed three
  times in four, who has a weak one once.
- A report carries a case up with 40 % (a boss listens, and decides alone) and a boss carries it
  down with 60 % (less than a strong line: told is not yet convinced).
- An opponent carries nothing of ours and a sceptic half as much. Conflicts carry nothing.

What is not said counts as the least that whoever made the record can have meant.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from planning.analyses.once import once
from planning.plan import PlainRecord, Plan

Node = tuple[str, str]
"""Section (`team_members` or `stakeholders`) and id: the two may have the same id."""

LineKind = Literal["coverage", "key_contact", "reports_to", "manages", "influence"]

COVERAGE = (0.0, 0.15, 0.4, 0.65, 0.9)
INFLUENCE = (0.25, 0.5, 0.75)
UP, DOWN = 0.4, 0.6
OPPONENT, SCEPTIC = -2, -1
CARRIES = {OPPONENT: 0.0, SCEPTIC: 0.5}
"""Stance to the share of a line that is left when it begins at such a person; 1 for everybody else."""


class Line(NamedTuple):
    """A line from one person to another."""

    start: Node
    end: Node
    by: LineKind
    source: Node
    """Section and id of the record that says so."""
    chance: float
    """0 to 1, exclusive."""


Lines = dict[Node, dict[Node, Line]]
"""Start to end to the surest line between them."""


@once
def lines(plan: Plan) -> Lines:
    """Return the surest line between any two people, opponents and conflicts left out."""
    people = {s["id"]: s for s in plan.records("stakeholders")}
    members = {m["id"] for m in plan.records("team_members")}
    found: Lines = {}
    for line in (*_of_coverage(plan, people, members), *_of_reporting(people), *_of_influence(plan, people)):
        ends = found.setdefault(line.start, {})
        known = ends.get(line.end)
        if line.chance > 0 and (known is None or line.chance > known.chance):
            ends[line.end] = line
    return found


def _person(id: str) -> Node:
    return ("stakeholders", id)


def _carried(person: PlainRecord, chance: float) -> float:
    return chance * CARRIES.get(person.get("stance") or 0, 1.0)


def _of_coverage(plan: Plan, people: dict[str, PlainRecord], members: set[str]) -> Iterator[Line]:
    said = set()
    for contact in plan.records("coverage"):
        member, id = contact.get("member"), contact.get("stakeholder")
        if member in members and id in people:
            said.add((member, id))
            quality = contact.get("quality")
            chance = COVERAGE[1 if quality is None else quality]
            yield Line(("team_members", member), _person(id), "coverage", ("coverage", contact["id"]), chance)
    for id, person in people.items():
        member = person.get("key_contact")
        if member in members and (member, id) not in said:
            chance = COVERAGE[person.get("relationship_now") or 1]
            yield Line(("team_members", member), _person(id), "key_contact", _person(id), chance)


def _of_reporting(people: dict[str, PlainRecord]) -> Iterator[Line]:
    for id, person in people.items():
        boss = people.get(person.get("reports_to") or "")
        if boss is None or boss is person:
            continue
        below, above = _person(id), _person(boss["id"])
        yield Line(below, above, "reports_to", below, _carried(person, UP))
        yield Line(above, below, "manages", below, _carried(boss, DOWN))


def _of_influence(plan: Plan, people: dict[str, PlainRecord]) -> Iterator[Line]:
    for line in plan.records("influence_lines"):
        start, end = line.get("from_whom"), line.get("to_whom")
        if line.get("kind") == "conflicts" or start not in people or end not in people or start == end:
            continue
        chance = _carried(people[start], INFLUENCE[(line.get("strength") or 1) - 1])
        yield Line(_person(start), _person(end), "influence", ("influence_lines", line["id"]), chance)

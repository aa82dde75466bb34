"""Who works with whom, and for which goal of the customer.

The network of people and the actions they share (an affiliation network: Breiger 1974), folded
onto departments: two of them are joined by every action on which people of both work.
"""

from collections import Counter
from dataclasses import dataclass
from itertools import combinations

from planning.analyses.collaboration.areas import Area, areas, groups_of_areas
from planning.analyses.once import once
from planning.analyses.serving import Serving, Threads, serving
from planning.plan import Plan


@dataclass(frozen=True)
class Department:
    """A department of ours and the live actions on which its people work."""

    name: str
    members: int
    actions: int
    shared: int
    """Of these actions, those with people of another department."""


@dataclass(frozen=True)
class DepartmentPair:
    """Two departments that both work on actions, and on how many of them together."""

    first: str
    second: str
    actions: int


@dataclass(frozen=True)
class Contribution:
    """What a member of the team does for a goal of the customer, in live actions."""

    member: str
    goal: str
    owns: int
    helps: int


@dataclass(frozen=True)
class Collaboration:
    """Who works with whom, and for what."""

    shared: float | None
    """Share (0 to 1) of the live actions on which two departments or more work; None without any."""
    departments: tuple[Department, ...]
    pairs: tuple[DepartmentPair, ...]
    contributions: tuple[Contribution, ...]
    areas: tuple[Area, ...]
    area_groups: tuple[tuple[str, ...], ...]
    """Areas with two actions or more, in groups within which they line up."""


def collaboration(plan: Plan) -> Collaboration:
    """Return who works with whom, and what each person does for which goal of the customer."""
    threads = serving(plan)
    by_action = departments_by_action(plan)
    staffed = [found for found in by_action.values() if found]
    known = areas(plan, threads)
    return Collaboration(
        shared=sum(len(found) > 1 for found in staffed) / len(staffed) if staffed else None,
        departments=_departments(threads, staffed),
        pairs=_pairs(staffed),
        contributions=_contributions(threads),
        areas=known,
        area_groups=groups_of_areas(threads, known),
    )


@once
def departments_by_action(plan: Plan) -> Threads:
    """Return the departments whose people work on each live action.

    Departments are typed by hand, so case and blanks around them make no difference.
    """
    threads = serving(plan)
    of_member = department_of_members(threads)
    return {
        id: tuple(dict.fromkeys(of_member[one] for one in people if one in of_member))
        for id, people in threads.people_of.items()
    }


def department_of_members(threads: Serving) -> dict[str, str]:
    """Return the department of every member who has one, as it was spelled first."""
    spelled: dict[str, str] = {}
    found = {}
    for id, member in threads.members.items():
        name = (member.get("department") or "").strip()
        if name:
            found[id] = spelled.setdefault(name.casefold(), name)
    return found


def _departments(threads: Serving, staffed: list[tuple[str, ...]]) -> tuple[Department, ...]:
    members = Counter(department_of_members(threads).values())
    works = Counter(name for found in staffed for name in found)
    shares = Counter(name for found in staffed if len(found) > 1 for name in found)
    return tuple(Department(name, members[name], works[name], shares[name]) for name in members)


def _pairs(staffed: list[tuple[str, ...]]) -> tuple[DepartmentPair, ...]:
    names = dict.fromkeys(name for found in staffed for name in found)
    together = Counter(frozenset(pair) for found in staffed for pair in combinations(found, 2))
    return tuple(DepartmentPair(a, b, together[frozenset((a, b))]) for a, b in combinations(names, 2))


def _contributions(threads: Serving) -> tuple[Contribution, ...]:
    owns: Counter[tuple[str, str]] = Counter()
    helps: Counter[tuple[str, str]] = Counter()
    for id, action in threads.actions.items():
        owner = threads.owner_of(action)
        for member in threads.people_of[id]:
            for goal in threads.goals_of_action(action):
                (owns if member == owner else helps)[member, goal] += 1
    found = owns.keys() | helps.keys()
    order = [(member, goal) for member in threads.members for goal in threads.goals]
    return tuple(Contribution(*key, owns=owns[key], helps=helps[key]) for key in order if key in found)

"""Where people and regions work beside each other instead of together."""

from collections import Counter
from collections.abc import Iterator

from planning.analyses.collaboration.departments import (
    Collaboration,
    collaboration,
    department_of_members,
    departments_by_action,
)
from planning.analyses.once import read_once
from planning.analyses.serving import Serving, Threads, serving
from planning.findings import Finding, Value, declare_words, target_of
from planning.naming import name_of
from planning.plan import Plan

ENOUGH_ACTIONS = 3
"""From this many actions on it is a habit that one department works alone."""
LITTLE = 0.25
MOST_NAMED = 6

WORDS = declare_words(
    {
        "little_shared": (
            "People of two departments or more work together on only {share:percent} of "
            "{count:plural:action|actions}.",
            "Go through the actions and ask for each whose help would make it better.",
        ),
        "department_alone": (
            "{department} works alone: nobody of another department has a part in its "
            "{count:plural:action|actions}.",
            "Look which objectives it shares with others, and name a helper from there.",
        ),
        "departments_apart": (
            "{count:plural:pair of departments shares|pairs of departments share} no action: {pairs:list}.",
            "Start with the pair that the customer meets most, and give both a part in one action.",
        ),
        "departments_apart_among_them": (
            "{count:plural:pair of departments shares|pairs of departments share} no action, among them "
            "{pairs:list}.",
            "Start with the pair that the customer meets most, and give both a part in one action.",
        ),
        "objective_of_one_department": (
            '"{title}" is left to {department} alone, with {count:plural:action|actions}.',
            "Ask who else meets the customer over it, and name a helper.",
        ),
        "areas_apart": (
            "The actions in {areas:list} do not line up with those anywhere else: they share no objective "
            "and no goal of the customer with them, and none waits for one of the others.",
            "Choose a goal that several areas serve, and put their actions under one objective.",
        ),
        "member_without_action": (
            "{name} has no part in any action.",
            "Give them one, or ask whether they belong to the team.",
        ),
        "member_serves_no_goal": (
            "{name} works on {count:plural:action|actions}, but on nothing that serves a goal of the "
            "customer.",
            "Tie one of them to an objective that does, or give them a part in one that has a goal.",
        ),
    }
)


def check_collaboration(plan: Plan, found: Collaboration | None = None) -> list[Finding]:
    """Return where people and regions work beside each other instead of together.

    Parameters
    ----------
    found
        The figures of this plan when they are known already.
    """
    plan = read_once(plan)
    figures = found or collaboration(plan)
    threads, by_action = serving(plan), departments_by_action(plan)
    return [
        *_check_areas(plan, figures),
        *_check_departments(threads, by_action, figures),
        *_check_pairs(figures),
        *_check_objectives(threads, by_action),
        *_check_members(threads, figures),
    ]


def _check_areas(plan: Plan, figures: Collaboration) -> Iterator[Finding]:
    alone = [group[0] for group in figures.area_groups if len(group) == 1]
    if alone and len(figures.area_groups) > 1:
        names = [name_of(plan, "divisions", id) for id in alone]
        yield Finding("areas_apart", target_of("divisions"), {"areas": names}, "should")


def _check_departments(threads: Serving, by_action: Threads, figures: Collaboration) -> Iterator[Finding]:
    working = [one for one in figures.departments if one.actions]
    count = sum(map(bool, by_action.values()))
    if len(working) < 2:
        return
    if figures.shared is not None and figures.shared <= LITTLE and count >= ENOUGH_ACTIONS:
        shared: dict[str, Value] = {"share": figures.shared, "count": count}
        yield Finding("little_shared", target_of("actions"), shared, "must")
    of_member = department_of_members(threads)
    for department in working:
        if not department.shared and department.actions > 1:
            first = next(id for id, name in of_member.items() if name == department.name)
            said: dict[str, Value] = {"department": department.name, "count": department.actions}
            where = target_of("team_members", first, "department")
            yield Finding("department_alone", where, said, "should")


def _check_pairs(figures: Collaboration) -> Iterator[Finding]:
    busy = {one.name for one in figures.departments if one.actions >= ENOUGH_ACTIONS}
    apart = [p for p in figures.pairs if not p.actions and {p.first, p.second} <= busy]
    if apart:
        pairs = [f"{pair.first} + {pair.second}" for pair in apart[:MOST_NAMED]]
        values: dict[str, Value] = {"count": len(apart), "pairs": pairs}
        code = "departments_apart" if len(apart) <= MOST_NAMED else "departments_apart_among_them"
        yield Finding(code, target_of("team_members"), values, "could")


def _check_objectives(threads: Serving, by_action: Threads) -> Iterator[Finding]:
    if len(set().union(*by_action.values())) < 2:
        return
    for id, actions in threads.actions_of.items():
        involved = set().union(*(by_action[one] for one in actions))
        if len(involved) == 1 and len(actions) >= ENOUGH_ACTIONS:
            title = threads.objectives[id].get("title") or ""
            values = {"title": title, "department": involved.pop(), "count": len(actions)}
            yield Finding("objective_of_one_department", target_of("objectives", id), values, "should")


def _check_members(threads: Serving, figures: Collaboration) -> Iterator[Finding]:
    working = Counter(one for people in threads.people_of.values() for one in people)
    serves = {contribution.member for contribution in figures.contributions}
    if not working:
        return
    for id, member in threads.members.items():
        values = {"name": member.get("name") or "", "count": working[id]}
        if not working[id] and not member.get("executive_sponsor"):
            yield Finding("member_without_action", target_of("team_members", id), values, "could")
        elif working[id] and id not in serves and threads.goals:
            yield Finding("member_serves_no_goal", target_of("team_members", id), values, "should")

"""What a plan costs to think about: the whole report, and the ways to people among many.

`python -m tests.benchmarks.analyses` makes a plan of 1,000 records and another of 500 stakeholders.
"""

import datetime as dt
import random
from collections.abc import Callable
from statistics import median
from time import process_time
from typing import Any

from planning.analyses.influence import check_influence, influence, ways_to
from planning.analyses.report import Period, report_of
from planning.plan import PlainRecord, Plan
from tests.builders import a_plan, an_id

TODAY = dt.date(2027, 3, 1)
PERIOD = Period("2027-01-01", "2029-12-31")
ROUNDS = 9
DEPARTMENTS = ("Sales", "Engineering", "Service", "Finance", "Supply chain", "Legal")


def measure(work: Callable[[], object]) -> str:
    """Return how many milliseconds of CPU something takes: the median of several rounds."""
    spent = []
    for _ in range(ROUNDS):
        before = process_time()
        work()
        spent.append((process_time() - before) * 1e3)
    return f"{median(spent):5.1f} ms"


def a_large_plan(seed: int = 1) -> Plan:
    """Return a plan of 1,000 records: 300 actions, 100 stakeholders, and what they refer to."""
    chance = random.Random(seed)
    sections = {
        "divisions": [{"id": f"d{n}", "parent": f"d{n // 5}" if n else None} for n in range(30)],
        "strategy_nodes": [_a_goal(n, chance) for n in range(60)],
        "objectives": [_an_objective(n, chance) for n in range(50)],
        "actions": [_an_action(n, chance) for n in range(300)],
        "offerings": [{"id": f"f{n}", "name": f"Offering {n}"} for n in range(10)],
        "white_space": [_a_cell(n, chance) for n in range(120)],
        "competitors": [{"id": f"c{n}", "name": f"Rival {n}"} for n in range(5)],
        "buying_criteria": [{"id": f"b{n}", "name": f"Criterion {n}", "weight": 3} for n in range(10)],
        "ratings": [{"vendor": f"c{n % 5}", "criterion": f"b{n // 5}", "rating": 3} for n in range(50)],
        "risks": [{"title": f"Risk {n}", "likelihood": 4, "impact": 4} for n in range(25)],
        **people(chance, stakeholders=100, members=40, contacts=100, influences=100),
    }
    return a_plan(**sections)


def people(chance: random.Random, *, stakeholders: int, members: int, contacts: int, influences: int) -> Any:
    """Return sections of people, with a reporting tree and lines drawn by chance."""

    def anybody() -> str:
        return f"s{chance.randrange(stakeholders)}"

    return {
        "team_members": [_a_member(n) for n in range(members)],
        "stakeholders": [_a_stakeholder(n, chance) for n in range(stakeholders)],
        "coverage": [
            {
                "member": f"m{chance.randrange(members)}",
                "stakeholder": anybody(),
                "quality": chance.randint(0, 4),
            }
            for _ in range(contacts)
        ],
        "influence_lines": [
            {"from_whom": anybody(), "to_whom": anybody(), "strength": chance.randint(1, 3)}
            for _ in range(influences)
        ],
    }


def _a_member(number: int) -> PlainRecord:
    department = DEPARTMENTS[number % len(DEPARTMENTS)]
    return {"id": f"m{number}", "name": f"Member {number}", "department": department, "hours_a_month": 60}


def _a_stakeholder(number: int, chance: random.Random) -> PlainRecord:
    return {
        "id": f"s{number}",
        "name": f"Person {number}",
        "power": chance.randint(1, 5),
        "stance": chance.randint(-2, 2),
        "reports_to": f"s{chance.randrange(number)}" if number else None,
        "last_contact_on": "2027-01-15",
    }


def _a_goal(number: int, chance: random.Random) -> PlainRecord:
    return {"id": f"g{number}", "title": f"Goal {number}", "kind": "goal", "importance": chance.randint(1, 5)}


def _an_objective(number: int, chance: random.Random) -> PlainRecord:
    goals = [f"g{goal}" for goal in chance.sample(range(60), 2)]
    return {"id": f"o{number}", "title": f"Objective {number}", "goals": goals, "due": "2028-06-30"}


def _an_action(number: int, chance: random.Random) -> PlainRecord:
    start = TODAY + dt.timedelta(days=chance.randrange(400))
    return {
        "id": f"a{number}",
        "title": f"Action {number}",
        "objective": f"o{chance.randrange(50)}",
        "owner": f"m{chance.randrange(40)}",
        "helpers": [f"m{chance.randrange(40)}"],
        "division": f"d{chance.randrange(30)}",
        "start": start.isoformat(),
        "due": (start + dt.timedelta(days=chance.randrange(90))).isoformat(),
        "effort": chance.randint(1, 20),
        "depends_on": [f"a{one}" for one in chance.sample(range(number), min(2, number))],
    }


def _a_cell(number: int, chance: random.Random) -> PlainRecord:
    amounts = {"current": chance.randrange(1000), "potential": 1000}
    return {"offering": f"f{number % 10}", "division": f"d{number // 10}", "status": "open", **amounts}


def main() -> None:
    """Measure, and print what came out."""
    plan = a_large_plan()
    records = sum(map(len, plan.collections.values()))
    found = report_of(plan, TODAY, period=PERIOD)
    print(
        f"report of {records:,} records   {measure(lambda: report_of(plan, TODAY, period=PERIOD))}   "
        f"{len(found.findings)} findings"
    )
    crowd = a_plan(**people(random.Random(2), stakeholders=500, members=40, contacts=200, influences=500))
    print(f"influence over 500 stakeholders   {measure(lambda: influence(crowd))}")
    print(f"with its findings                 {measure(lambda: check_influence(crowd, TODAY))}")
    print(f"three ways to one of them         {measure(lambda: ways_to(crowd, an_id('s321')))}")


if __name__ == "__main__":
    main()

"""The two demo plans, and how tests call what is in them."""

import json
from dataclasses import replace
from pathlib import Path

from planning.interchange import ImportedPlan, read_document
from planning.plan import Plan
from planning.tools import SCHEMA

FOLDER = Path(__file__).parents[3] / "server" / "demo"


def demo(name: str) -> ImportedPlan:
    return read_document(json.loads((FOLDER / f"{name}.json").read_text()), SCHEMA)


def hospitals() -> Plan:
    return demo("northlake_hospitals").plan


def machine_works() -> Plan:
    return demo("verrano_machine_works").plan


def named(plan: Plan, section: str, name: str) -> str:
    """Return the id of the first record whose title begins with a name."""
    title = SCHEMA.sections[section].title
    return next(record["id"] for record in plan.records(section) if record[title].startswith(name))


def without(plan: Plan, section: str, id: str) -> Plan:
    """Return the plan without a record."""
    left = {key: record for key, record in plan.collections[section].items() if key != id}
    return replace(plan, collections={**plan.collections, section: left})

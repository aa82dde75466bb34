"""What several analyses need of a plan is gathered, and worked out, once."""

from collections.abc import Callable
from functools import cached_property, wraps
from typing import Any, TypeVar

from planning.plan import PlainRecord, Plan

T = TypeVar("T")


class ReadOnce(Plan):
    """A plan whose records are gathered and put in order once, since every analysis asks for them.

    Analyses change nothing in what they read, so they can all have the same. What is kept goes
    when the plan goes: nothing outlives the report it was gathered for.
    """

    def records(self, section: str) -> list[PlainRecord]:
        if section not in self._gathered:
            self._gathered[section] = super().records(section)
        return self._gathered[section]

    def record(self, section: str, id: str | None) -> PlainRecord | None:
        if section not in self._by_id:
            self._by_id[section] = {record["id"]: record for record in self.records(section)}
        return self._by_id[section].get(id or "")

    @cached_property
    def kept(self) -> dict[Callable[[Plan], Any], Any]:
        """What has been worked out of this plan, by what worked it out."""
        return {}

    @cached_property
    def _gathered(self) -> dict[str, list[PlainRecord]]:
        return {}

    @cached_property
    def _by_id(self) -> dict[str, dict[str, PlainRecord]]:
        return {}


def read_once(plan: Plan) -> ReadOnce:
    """Return a plan for several analyses to read; the same when it is one already."""
    return plan if isinstance(plan, ReadOnce) else ReadOnce(plan.schema, plan.facts, plan.collections)


def once(work: Callable[[Plan], T]) -> Callable[[Plan], T]:
    """Have something worked out only once of a plan that is read once, and anew of any other."""

    @wraps(work)
    def worked_out(plan: Plan) -> T:
        if not isinstance(plan, ReadOnce):
            return work(plan)
        if work not in plan.kept:
            plan.kept[work] = work(plan)
        found: T = plan.kept[work]
        return found

    return worked_out

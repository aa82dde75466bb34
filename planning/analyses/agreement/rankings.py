"""What blind rankings of a list say: the joint order, and how far people agree on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Literal

from planning.analyses.agreement.departments import (
    Department,
    DepartmentGap,
    ranking_departments,
    ranking_gap,
)
from planning.analyses.agreement.ranks import concordance_p, kendalls_w, ranks_of_order

SIGNIFICANT = 0.05


@dataclass(frozen=True)
class RankedItem:
    """Where an item stands: its mean rank (1 the best), and the best and worst anybody gave it."""

    item: str
    mean: float
    best: float
    worst: float


@dataclass(frozen=True)
class Concordance:
    """How far rankings agree.

    Attributes
    ----------
    people
        Who ranked anything; items that somebody left out share the last places of theirs.
    items
        In the joint order: by mean rank, equals in the order they were given.
    w
        Kendall's W (Kendall and Babington Smith 1939), 0 to 1, corrected for ties; None when there are
        fewer than two people or two items.
    p
        How often people who rank at random reach as much; `exact` when all ways were counted out.
    verdict
        `too_few` when there is no W, `agreed` when p is at most 0.05, else `chance`.
    departments, gap
        Each department by itself, and how far they are apart; None without two departments of two.
    """

    people: int
    items: tuple[RankedItem, ...]
    w: float | None
    p: float | None
    exact: bool
    verdict: Literal["too_few", "chance", "agreed"]
    departments: tuple[Department, ...]
    gap: DepartmentGap | None


def concordance(
    orders: Mapping[str, Sequence[str]],
    items: Sequence[str],
    chance: Random,
    *,
    departments: Mapping[str, str] | None = None,
) -> Concordance:
    """Return how far people agree on the order of some items.

    Parameters
    ----------
    orders
        Person to items, the best first. Items may be left out; what is not among `items` is passed over.
    chance
        Where counting out all that chance could do would take too long, it is drawn from this.
    departments
        Person to department, when known.

    >>> found = concordance({"Ana": "ab", "Ben": "abc", "Cho": "ba"}, "abc", Random(0))
    >>> [(item.item, round(item.mean, 2)) for item in found.items], round(found.w, 2)
    ([('a', 1.33), ('b', 1.67), ('c', 3.0)], 0.78)
    """
    known = set(items)
    ranked = {person: [item for item in order if item in known] for person, order in orders.items()}
    rankings = {person: ranks_of_order(order, items) for person, order in sorted(ranked.items()) if order}
    joint = _joint_order(items, list(rankings.values()))
    w = kendalls_w(list(rankings.values()))
    if w is None:
        return Concordance(len(rankings), joint, None, None, False, "too_few", (), None)
    random = concordance_p(list(rankings.values()), chance)
    return Concordance(
        people=len(rankings),
        items=joint,
        w=w,
        p=random.p,
        exact=random.exact,
        verdict="agreed" if random.p <= SIGNIFICANT else "chance",
        departments=ranking_departments(rankings, departments or {}),
        gap=ranking_gap(rankings, departments or {}, chance),
    )


def _joint_order(items: Sequence[str], rankings: Sequence[Sequence[float]]) -> tuple[RankedItem, ...]:
    if not rankings:
        return ()
    columns = zip(items, zip(*rankings, strict=True), strict=True)
    ranked = [RankedItem(item, sum(ranks) / len(ranks), min(ranks), max(ranks)) for item, ranks in columns]
    return tuple(sorted(ranked, key=lambda item: item.mean))

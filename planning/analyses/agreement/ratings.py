"""What blind ratings of one thing say: how far people agree, and whether that is more than chance."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Literal

from planning.analyses.agreement.chance import ALIKE, chance_level
from planning.analyses.agreement.consensus import (
    average_deviation,
    consensus,
    counts_of,
    mean_step,
    peakedness,
)
from planning.analyses.agreement.departments import (
    Department,
    DepartmentGap,
    rating_departments,
    rating_gap,
)

Verdict = Literal["too_few", "camps", "chance", "agreed"]
FEWEST = 3
"""Two people agree wholly by chance in one case of five, so nothing can be said of them."""


@dataclass(frozen=True)
class Agreement:
    """How far ratings agree; figures of nobody's ratings are None.

    Attributes
    ----------
    raters
        People who gave a rating; who gave none is in no figure.
    counts
        People at each step of the scale, `low` first.
    mean
        On the scale.
    consensus
        Tastle and Wierman (2007), 0 to 1.
    deviation
        The average deviation (Burke, Finkelstein and Dusig 1999) in steps.
    peakedness
        Van der Eijk's A (2001), -1 to 1; below 0 there are camps.
    chance
        The consensus that chance does not exceed in 95 of 100 cases. Show it beside `consensus` always.
    verdict
        `too_few` below three people, `camps` when A is below 0, `chance` when the consensus is not
        above that of chance, else `agreed`.
    departments, gap
        Each department by itself, and how far they are apart; None without two departments of two.
    """

    raters: int
    low: int
    high: int
    counts: tuple[int, ...]
    mean: float | None
    consensus: float | None
    deviation: float | None
    peakedness: float | None
    chance: float | None
    verdict: Verdict
    departments: tuple[Department, ...]
    gap: DepartmentGap | None


def agreement(
    ratings: Mapping[str, int | None],
    chance: Random,
    *,
    departments: Mapping[str, str] | None = None,
    low: int = 1,
    high: int = 5,
) -> Agreement:
    """Return how far people agree in rating one thing from `low` to `high`.

    Parameters
    ----------
    ratings
        Person to rating; None when they gave none.
    chance
        Where counting out all that chance could do would take too long, it is drawn from this. Give it
        a fixed seed, so that the same ratings have the same figures.
    departments
        Person to department, when known.

    >>> camps = agreement(dict(zip("abcdefgh", [1, 1, 1, 1, 5, 5, 5, 5])), Random(0))
    >>> camps.consensus, camps.peakedness, camps.deviation, camps.verdict
    (0.0, -1.0, 2.0, 'camps')
    """
    given = {person: rating for person, rating in ratings.items() if rating is not None}
    counts = counts_of(list(given.values()), low=low, high=high)
    if not given:
        return Agreement(0, low, high, counts, None, None, None, None, None, "too_few", (), None)
    agreed, peak, level = consensus(counts), peakedness(counts), chance_level(len(given), len(counts), chance)
    return Agreement(
        raters=len(given),
        low=low,
        high=high,
        counts=counts,
        mean=low + mean_step(counts),
        consensus=agreed,
        deviation=average_deviation(counts),
        peakedness=peak,
        chance=level,
        verdict=_verdict(len(given), agreed, peak, level),
        departments=rating_departments(given, departments or {}, low=low, high=high),
        gap=rating_gap(given, departments or {}, chance, low=low, high=high),
    )


def _verdict(raters: int, agreed: float, peak: float, level: float) -> Verdict:
    if raters < FEWEST:
        return "too_few"
    if peak < 0:
        return "camps"
    return "agreed" if agreed > level + ALIKE else "chance"

"""What chance alone would reach: levels and p-values, worked out whole where that is possible."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations_with_replacement
from math import comb, factorial, prod
from random import Random

from planning.analyses.agreement.consensus import consensus

QUANTILE = 0.95
MOST_OUTCOMES = 50_000
"""Ways to spread people over a scale that are counted out: 30 people on five steps have 46,376."""

MOST_DEALS = 10_000
"""Ways to deal people to departments that are tried out."""

DRAWS = 1_999
"""Random trials where counting out would take too long; the p-value is then right to about 0.01."""

DRAWS_OF_LEVEL = 5_000
ALIKE = 1e-9
"""Statistics this close are the same number, reckoned in another order."""


@dataclass(frozen=True)
class Probability:
    """How often chance alone does as well (`p`), counted out (`exact`) or from random trials."""

    p: float
    exact: bool


def chance_level(raters: int, steps: int, chance: Random, *, most_outcomes: int = MOST_OUTCOMES) -> float:
    """Return the consensus that ratings thrown with a fair die reach or stay below in 95 of 100 cases.

    The smallest value that at least 95 % of all possible ratings do not exceed. Up to 50,000 ways to
    spread the people over the scale are counted out by their multinomial weight; beyond that (more
    than 30 people on five steps) 5,000 draws of `chance` stand for them, good to about 0.005.

    >>> [round(chance_level(raters, 5, Random(0)), 2) for raters in (5, 8, 12)]
    [0.82, 0.7, 0.64]
    """
    if comb(raters + steps - 1, steps - 1) <= most_outcomes:
        return _counted_level(raters, steps)
    drawn = sorted(_thrown(raters, steps, chance) for _ in range(DRAWS_OF_LEVEL))
    return drawn[int(QUANTILE * DRAWS_OF_LEVEL)]


def _thrown(raters: int, steps: int, chance: Random) -> float:
    ratings = chance.choices(range(steps), k=raters)
    return consensus([ratings.count(step) for step in range(steps)])


@cache
def _counted_level(raters: int, steps: int) -> float:
    outcomes = sorted(_outcomes(raters, steps))
    # In whole numbers: 0.95 has no exact binary form, and a level must not hang on the last digit.
    wanted, passed = 95 * steps**raters, 0
    for level, ways in outcomes:
        passed += 100 * ways
        if passed >= wanted:
            return level
    return outcomes[-1][0]


def _outcomes(raters: int, steps: int) -> Iterator[tuple[float, int]]:
    """Yield the consensus of every way to spread the people, with in how many orders it comes about."""
    for ratings in combinations_with_replacement(range(steps), raters):
        counts = [ratings.count(step) for step in range(steps)]
        yield round(consensus(counts), 12), factorial(raters) // prod(map(factorial, counts))


def p_of_dealing(
    labels: Sequence[int], statistic: Callable[[Sequence[int]], float], chance: Random
) -> Probability:
    """Return how often people dealt to groups of these sizes at random reach as large a statistic.

    The randomisation test of Fisher (1935): all deals when there are 10,000 or fewer, otherwise
    1,999 random ones, counting the true one among them (Phipson and Smyth 2010).

    Parameters
    ----------
    labels
        The group of each person.
    statistic
        What is measured of such labels.
    """
    observed = statistic(labels) - ALIKE
    sizes = [labels.count(label) for label in sorted(set(labels))]
    if factorial(len(labels)) // prod(map(factorial, sizes)) <= MOST_DEALS:
        reached = [statistic(deal) >= observed for deal in _deals(sorted(labels))]
        return Probability(sum(reached) / len(reached), exact=True)
    dealt, hits = list(labels), 0
    for _ in range(DRAWS):
        chance.shuffle(dealt)
        hits += statistic(dealt) >= observed
    return Probability((hits + 1) / (DRAWS + 1), exact=False)


def _deals(labels: list[int]) -> Iterator[list[int]]:
    """Yield every order of the labels once, in alphabetical order (Narayana's method)."""
    labels = sorted(labels)
    while True:
        yield labels
        rise = next((at for at in range(len(labels) - 2, -1, -1) if labels[at] < labels[at + 1]), None)
        if rise is None:
            return
        last = next(at for at in range(len(labels) - 1, rise, -1) if labels[at] > labels[rise])
        labels = labels.copy()
        labels[rise], labels[last] = labels[last], labels[rise]
        labels[rise + 1 :] = reversed(labels[rise + 1 :])

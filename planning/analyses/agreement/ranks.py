"""How far rankings agree: Kendall's W, with ties, and how easily chance would do as well."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import permutations
from math import factorial, sqrt
from random import Random

from planning.analyses.agreement.chance import DRAWS, Probability

MOST_STEPS = 500_000
"""Additions of one ranking to one sum of rankings that counting out may take: about half a second."""

Ranks = Sequence[float]
"""The rank of each item, 1 the best; items in the same place share the mean of their ranks."""


def midranks(values: Ranks) -> list[float]:
    """Return ranks from 1 up, the smallest value first; equal values share the mean of their ranks.

    >>> midranks([1, 1, 3, 4]), midranks([30, 10, 20])
    ([1.5, 1.5, 3.0, 4.0], [3.0, 1.0, 2.0])
    """
    ordered = sorted(values)
    return [ordered.index(value) + (ordered.count(value) + 1) / 2 for value in values]


def ranks_of_order(order: Sequence[str], items: Sequence[str]) -> list[float]:
    """Return the ranks that somebody gave who put these items in order, the best first.

    Items that are left out share the last places, as is usual for rankings that stop early.

    >>> ranks_of_order(["b", "a"], ["a", "b", "c", "d"])
    [2.0, 1.0, 3.5, 3.5]
    """
    place = {item: at for at, item in enumerate(order)}
    return midranks([place.get(item, len(place)) for item in items])


def kendalls_w(rankings: Sequence[Ranks]) -> float | None:
    """Return the coefficient of concordance W, corrected for ties (Kendall and Babington Smith 1939).

    0 when the rankings cancel out, 1 when all are the same; None when nobody prefers anything to
    anything else, or there are fewer than two people or items.

    Parameters
    ----------
    rankings
        One list of ranks a person, all of the same items.

    >>> kendalls_w([[1, 2, 3, 4, 5], [2, 1, 3, 4, 5], [1, 3, 2, 5, 4], [1, 2, 4, 3, 5]])
    0.8125
    >>> round(kendalls_w([[1.5, 1.5, 3, 4], [1, 2, 3.5, 3.5], [2, 1, 3, 4]]), 4)
    0.9048
    """
    people, items = len(rankings), len(rankings[0]) if rankings else 0
    if people < 2 or items < 2:
        return None
    ranked = [midranks(ranks) for ranks in rankings]
    sums = [sum(column) for column in zip(*ranked, strict=True)]
    mean = people * (items + 1) / 2
    most = people**2 * (items**3 - items) - people * sum(map(_tie_correction, ranked))
    # The correction for ties uses up all there is when nobody prefers anything.
    return 12 * sum((one - mean) ** 2 for one in sums) / most if most > 0 else None


def _tie_correction(ranks: Ranks) -> int:
    return sum(count**3 - count for count in Counter(ranks).values())


def rank_correlation(one: Ranks, other: Ranks) -> float:
    """Return Spearman's (1904) correlation of two rankings, with ties; 0 when one prefers nothing.

    >>> rank_correlation([1, 2, 3], [1, 2, 3]), rank_correlation([1, 2, 3], [3, 2, 1])
    (1.0, -1.0)
    """
    mean = (len(one) + 1) / 2
    first, second = ([rank - mean for rank in midranks(ranks)] for ranks in (one, other))
    width = sqrt(sum(a * a for a in first) * sum(b * b for b in second))
    return sum(a * b for a, b in zip(first, second, strict=True)) / width if width else 0.0


def concordance_p(rankings: Sequence[Ranks], chance: Random, *, most_steps: int = MOST_STEPS) -> Probability:
    """Return how often people who rank at random, each with the ties they have, reach this W.

    With the first ranking held still, every order of every other one is equally likely. All of them
    are counted out where that takes few enough steps (five items with seven people, three with
    thirty); otherwise 1,999 random orders stand for them (Phipson and Smyth 2010).

    >>> concordance_p([[1, 2, 3]] * 4, Random(0)) == Probability(1 / 6**3, exact=True)
    True
    """
    # Ranks are doubled, so that halves are whole and sums compare without rounding. Of rankings
    # with the same ties W grows with the squares of the sums, which is all that is compared.
    doubled = [[round(2 * rank) for rank in midranks(ranks)] for ranks in rankings]
    observed = _squares([sum(column) for column in zip(*doubled, strict=True)])
    counted = _count_sums(doubled, most_steps)
    if counted is not None:
        reached = sum(ways for sums, ways in counted.items() if _squares(sums) >= observed)
        return Probability(reached / sum(counted.values()), exact=True)
    hits = sum(_squares(_drawn_sums(doubled, chance)) >= observed for _ in range(DRAWS))
    return Probability((hits + 1) / (DRAWS + 1), exact=False)


def _squares(sums: Sequence[int]) -> int:
    return sum(one * one for one in sums)


def _count_sums(rankings: Sequence[Sequence[int]], most_steps: int) -> Mapping[tuple[int, ...], int] | None:
    """Return in how many ways each set of rank sums comes about, or None when it takes too long.

    Which item has which sum does not matter for what follows, so sums are kept sorted.
    """
    counted, steps = Counter({tuple(sorted(rankings[0])): 1}), 0
    for ranking in rankings[1:]:
        if factorial(len(ranking)) * len(counted) > most_steps - steps:
            return None
        orders = set(permutations(ranking))
        steps += len(orders) * len(counted)
        further: Counter[tuple[int, ...]] = Counter()
        for sums, ways in counted.items():
            for order in orders:
                further[tuple(sorted(map(int.__add__, sums, order)))] += ways
        counted = further
    return counted


def _drawn_sums(rankings: Sequence[Sequence[int]], chance: Random) -> list[int]:
    sums = list(rankings[0])
    for ranking in rankings[1:]:
        sums = [one + other for one, other in zip(sums, chance.sample(ranking, len(ranking)), strict=True)]
    return sums

"""How far ratings on an ordered scale agree, from the number of people at each step.

Every function takes `counts`: how many people chose each step, the lowest step first.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations
from math import log2


def counts_of(ratings: Sequence[int], *, low: int, high: int) -> tuple[int, ...]:
    """Return how many people chose each step from `low` to `high`.

    Raises
    ------
    ValueError
        When a rating is beyond the scale.

    >>> counts_of([4, 4, 5, 4, 5, 4, 4, 3], low=1, high=5)
    (0, 0, 1, 5, 2)
    """
    if any(not low <= rating <= high for rating in ratings):
        raise ValueError(f"Every rating must be from {low} to {high}.")
    return tuple(ratings.count(step) for step in range(low, high + 1))


def mean_step(counts: Sequence[int]) -> float:
    """Return the mean, in steps above the lowest.

    >>> mean_step([0, 0, 1, 5, 2])
    3.125
    """
    return sum(step * count for step, count in enumerate(counts)) / sum(counts)


def consensus(counts: Sequence[int]) -> float:
    """Return the consensus of Tastle and Wierman (2007): 0 in two equal camps at the ends, 1 when all agree.

    Five steps that are used evenly give 0.434: that much is no agreement at all.

    >>> round(consensus([0, 0, 1, 5, 2]), 4), consensus([4, 0, 0, 0, 4])
    (0.8228, 0.0)
    >>> round(consensus([30, 40, 210, 130, 530, 50, 10]), 4), round(consensus([1, 1, 1, 1, 1]), 3)
    (0.7257, 0.434)
    """
    _require_raters(counts)
    people, width, mean = sum(counts), len(counts) - 1, mean_step(counts)
    # A step that nobody chose may be a whole width away from the mean; its logarithm is not taken.
    return 1 + sum(
        count / people * log2(1 - abs(step - mean) / width) for step, count in enumerate(counts) if count
    )


def average_deviation(counts: Sequence[int]) -> float:
    """Return how many steps people are from their mean, on average (Burke, Finkelstein and Dusig 1999).

    >>> average_deviation([0, 0, 1, 5, 2]), average_deviation([4, 0, 0, 0, 4])
    (0.4375, 2.0)
    """
    _require_raters(counts)
    mean = mean_step(counts)
    return sum(count * abs(step - mean) for step, count in enumerate(counts)) / sum(counts)


def peakedness(counts: Sequence[int]) -> float:
    """Return the agreement A of van der Eijk (2001): 1 when all agree, 0 when all steps are used evenly.

    Below 0 people stand in camps that the middle does not join; -1 is half at either end. The counts
    are taken apart into layers, each a pattern of steps that are used or not, and A is the mean of the
    layers' own values, weighted by the people in them. Reckoned in fractions, so that layers of the
    same people in another order add up to the same.

    >>> round(peakedness([30, 40, 210, 130, 530, 50, 10]), 4), peakedness([0, 0, 1, 5, 2])
    (0.6113, 0.75)
    >>> peakedness([4, 0, 0, 0, 4]), peakedness([1, 1, 1, 1, 1])
    (-1.0, 0.0)
    """
    _require_raters(counts)
    total, left = Fraction(0), list(counts)
    while any(left):
        depth = min(count for count in left if count)
        pattern = tuple(int(count > 0) for count in left)
        total += Fraction(depth * sum(pattern), sum(counts)) * _peakedness_of_layer(pattern)
        left = [count - depth * used for count, used in zip(left, pattern, strict=True)]
    return float(total)


def _peakedness_of_layer(pattern: tuple[int, ...]) -> Fraction:
    steps, used = len(pattern), sum(pattern)
    triples = list(combinations(pattern, 3))
    one_peak = sum(triple in ((1, 1, 0), (0, 1, 1)) for triple in triples)
    two_peaks = triples.count((1, 0, 1))
    if one_peak + two_peaks == 0:
        unimodality = Fraction(1)
    else:
        unimodality = Fraction(
            (steps - 2) * one_peak - (steps - 1) * two_peaks, (steps - 2) * (one_peak + two_peaks)
        )
    return unimodality * (1 - Fraction(used - 1, steps - 1))


def _require_raters(counts: Sequence[int]) -> None:
    if len(counts) < 2 or not any(counts):
        raise ValueError("Agreement needs a scale of two steps and somebody who used it.")

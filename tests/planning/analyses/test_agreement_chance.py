"""What chance alone reaches, against counting every case by hand."""

from itertools import permutations, product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.analyses.agreement.chance import chance_level, p_of_dealing
from planning.analyses.agreement.consensus import consensus, counts_of


@pytest.mark.parametrize(
    ("people", "level"), [(5, 0.82), (8, 0.70), (12, 0.64), (20, 0.58), (30, 0.55)]
)  # fmt: skip
def test_the_level_of_chance_falls_with_the_number_of_people(people: int, level: float):
    # Half a hundredth either way: 0.815 is written .82.
    assert chance_level(people, 5, Random(0)) == pytest.approx(level, abs=0.0051)


@pytest.mark.parametrize(("people", "steps"), [(2, 5), (3, 4), (4, 5), (5, 3), (6, 2)])
def test_the_level_is_that_of_throwing_every_die(people: int, steps: int):
    thrown = product(range(steps), repeat=people)
    reached = sorted(consensus(counts_of(dice, low=0, high=steps - 1)) for dice in thrown)
    at = -(-95 * len(reached) // 100) - 1
    assert chance_level(people, steps, Random(0)) == pytest.approx(reached[at])


def test_drawing_comes_near_to_counting_out():
    counted = chance_level(12, 5, Random(0))
    assert chance_level(12, 5, Random(0), most_outcomes=0) == pytest.approx(counted, abs=0.02)


def test_many_people_are_drawn_for_and_the_same_seed_draws_the_same():
    level = chance_level(60, 5, Random(7))
    assert level == chance_level(60, 5, Random(7))
    assert 0.50 < level < chance_level(30, 5, Random(0))


@settings(max_examples=25)
@given(
    st.lists(st.integers(0, 2), min_size=2, max_size=6), st.lists(st.integers(1, 5), min_size=6, max_size=6)
)
def test_p_is_the_share_of_all_deals_that_do_as_well(labels: list[int], values: list[int]):
    def statistic(deal):
        return abs(sum(v for v, label in zip(values, deal, strict=False) if label == 0))

    deals = set(permutations(labels))
    expected = sum(statistic(deal) >= statistic(labels) for deal in deals) / len(deals)
    found = p_of_dealing(labels, statistic, Random(0))
    assert (found.p, found.exact) == (pytest.approx(expected), True)


def test_too_many_deals_are_drawn_and_none_has_no_chance_at_all():
    labels = [0] * 12 + [1] * 12
    found = p_of_dealing(labels, lambda deal: sum(deal[12:]), Random(0))
    assert (found.p, found.exact) == (1 / 2_000, False)

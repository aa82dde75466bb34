"""How far rankings agree: the published figures, brute force, and what must always hold."""

from dataclasses import asdict
from itertools import permutations, product
from json import dumps
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.analyses.agreement import check_concordance, concordance
from planning.analyses.agreement.ranks import (
    concordance_p,
    kendalls_w,
    midranks,
    rank_correlation,
    ranks_of_order,
)

FOUR_OF_FIVE = [[1, 2, 3, 4, 5], [2, 1, 3, 4, 5], [1, 3, 2, 5, 4], [1, 2, 4, 3, 5]]
WITH_TIES = [[1.5, 1.5, 3, 4], [1, 2, 3.5, 3.5], [2, 1, 3, 4]]
RANKINGS = st.integers(2, 5).flatmap(
    lambda items: st.lists(
        st.lists(st.integers(1, 4), min_size=items, max_size=items), min_size=2, max_size=6
    )
)


def test_four_people_who_nearly_rank_alike():
    assert kendalls_w(FOUR_OF_FIVE) == 0.8125


def test_ties_are_corrected_for():
    assert round(kendalls_w(WITH_TIES), 4) == 0.9048


def test_ties_may_be_written_as_the_first_of_their_places():
    assert kendalls_w([[1, 1, 3, 4], [1, 2, 3, 3], [2, 1, 3, 4]]) == kendalls_w(WITH_TIES)


def test_opposite_rankings_cancel_out():
    assert kendalls_w([[1, 2, 3], [3, 2, 1]]) == 0


def test_there_is_no_concordance_without_people_items_or_preferences():
    assert [kendalls_w(r) for r in ([], [[1, 2]], [[1], [1]], [[1, 1], [1, 1]])] == [None] * 4


@given(RANKINGS)
def test_concordance_is_between_0_and_1_and_people_may_change_places(rankings: list[list[int]]):
    w = kendalls_w(rankings)
    assert w is None or -1e-9 <= w <= 1 + 1e-9
    assert kendalls_w(rankings[::-1]) == (w if w is None else pytest.approx(w))


@given(RANKINGS)
def test_turning_every_ranking_round_changes_nothing(rankings: list[list[int]]):
    w = kendalls_w(rankings)
    turned = kendalls_w([[-rank for rank in ranks] for ranks in rankings])
    assert turned == (w if w is None else pytest.approx(w))


@given(st.permutations(range(5)), st.integers(2, 9))
def test_concordance_is_whole_when_all_rank_alike(order: list[int], people: int):
    assert kendalls_w([order] * people) == 1


@given(RANKINGS.filter(lambda r: all(len(set(one)) > 1 for one in r)))
def test_without_ties_w_is_the_mean_correlation_of_people_drawn_up_to_0_and_1(rankings: list[list[int]]):
    strict = [[row[i] * 10 + i for i in range(len(row))] for row in rankings]
    people = len(strict)
    pairs = [rank_correlation(a, b) for at, a in enumerate(strict) for b in strict[at + 1 :]]
    mean = sum(pairs) / len(pairs)
    assert kendalls_w(strict) == pytest.approx((mean * (people - 1) + 1) / people)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.integers(1, 3), min_size=3, max_size=3), min_size=2, max_size=4))
def test_p_is_the_share_of_all_ways_to_rank_that_agree_as_much(rankings: list[list[int]]):
    w = kendalls_w(rankings)
    if w is None:
        return
    ways = [kendalls_w(way) for way in product(*(list(permutations(ranks)) for ranks in rankings))]
    expected = sum(way >= w - 1e-9 for way in ways) / len(ways)
    found = concordance_p(rankings, Random(0))
    assert (found.p, found.exact) == (pytest.approx(expected), True)


@pytest.mark.parametrize(("items", "people"), [(3, 7), (4, 7), (5, 6), (3, 25)])
def test_small_groups_are_counted_out(items: int, people: int):
    alike = concordance_p([list(range(items))] * people, Random(0))
    assert alike.exact
    assert 0 < alike.p < 0.001


def test_long_lists_are_drawn_for_and_the_same_seed_draws_the_same():
    chance = Random(3)
    rankings = [chance.sample(range(10), 10) for _ in range(7)]
    first, second = (concordance_p(rankings, Random(0)) for _ in range(2))
    assert first == second
    assert not first.exact
    assert 0.01 < first.p < 1
    assert concordance_p([list(range(10))] * 7, Random(0)).p == 1 / 2_000


def test_drawing_comes_near_to_counting_out():
    rankings = [[1, 2, 3, 4], [2, 1, 4, 3], [1, 3, 2, 4], [4, 1, 2, 3]]
    counted = concordance_p(rankings, Random(0))
    assert concordance_p(rankings, Random(0), most_steps=0).p == pytest.approx(counted.p, abs=0.03)


@given(st.lists(st.integers(0, 5), min_size=1, max_size=8))
def test_midranks_count_those_before_and_half_of_those_beside(values: list[int]):
    expected = [sum(v < one for v in values) + (sum(v == one for v in values) + 1) / 2 for one in values]
    assert midranks(values) == expected


def test_items_that_are_left_out_share_the_last_places():
    assert ranks_of_order(["c"], ["a", "b", "c"]) == [2.5, 2.5, 1]


def test_the_joint_order_is_that_of_the_mean_ranks():
    agreed = concordance({"Ana": "bac", "Ben": "bca", "Cho": "abc"}, "abc", Random(0))
    assert [(i.item, i.best, i.worst) for i in agreed.items] == [("b", 1, 2), ("a", 1, 3), ("c", 2, 3)]
    assert (agreed.people, agreed.exact) == (3, True)


def test_people_who_ranked_nothing_and_items_that_are_unknown_do_not_count():
    agreed = concordance({"Ana": "ab", "Ben": "axb", "Cho": "", "Dan": "xy"}, "ab", Random(0))
    assert (agreed.people, agreed.w) == (2, 1)


def test_an_empty_ranking_has_no_figures():
    assert concordance({}, "abc", Random(0)).verdict == "too_few"
    assert concordance({}, "abc", Random(0)).items == ()


def test_chance_is_told_from_agreement():
    some = dict(zip("ABCD", ["abcde", "bacde", "acbed", "abdce"], strict=True))
    agreed = concordance(some, "abcde", Random(0))
    assert (agreed.w, agreed.verdict) == (0.8125, "agreed")
    apart = concordance({"A": "abc", "B": "cba", "C": "bca"}, "abc", Random(0))
    assert apart.verdict == "chance"
    (finding,) = check_concordance(apart, where="objectives", title="What first?")
    assert finding.message == 'The 3 rankings of "What first?" agree no more than chance would.'
    assert check_concordance(agreed, where="objectives", title="What first?") == []


def test_figures_are_ready_for_json():
    assert dumps(asdict(concordance({"A": "ab", "B": "ba"}, "ab", Random(0), departments={"A": "Sales"})))

"""How far ratings agree: the published figures, the direct computation, and what must always hold."""

from dataclasses import asdict
from json import dumps
from math import log2
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.analyses.agreement import agreement, check_agreement
from planning.analyses.agreement.consensus import average_deviation, consensus, counts_of, peakedness

COUNTS = st.lists(st.integers(0, 12), min_size=2, max_size=8).filter(any)
RATINGS = st.lists(st.integers(1, 5), min_size=1, max_size=9)


def rated(*ratings: int | None, low: int = 1, high: int = 5):
    people = {f"p{number}": rating for number, rating in enumerate(ratings)}
    return agreement(people, Random(0), low=low, high=high)


def test_a_published_distribution_over_seven_steps_has_its_published_figures():
    counts = [30, 40, 210, 130, 530, 50, 10]
    assert round(consensus(counts), 4) == 0.7257
    assert round(peakedness(counts), 4) == 0.6113


def test_eight_people_who_nearly_agree():
    agreed = rated(4, 4, 5, 4, 5, 4, 4, 3)
    assert round(agreed.consensus, 4) == 0.8228
    assert (agreed.peakedness, agreed.deviation, agreed.mean) == (0.75, 0.4375, 4.125)
    assert agreed.verdict == "agreed"


def test_two_camps_at_the_ends_are_no_agreement_at_all():
    agreed = rated(1, 1, 1, 1, 5, 5, 5, 5)
    assert (agreed.consensus, agreed.peakedness, agreed.deviation) == (0, -1, 2)
    assert agreed.verdict == "camps"


def test_steps_that_are_used_evenly_reach_no_more_than_chance():
    agreed = rated(1, 2, 3, 4, 5)
    assert round(agreed.consensus, 3) == 0.434
    assert agreed.peakedness == 0
    assert agreed.verdict == "chance"


def test_people_who_give_no_rating_are_in_no_figure():
    assert rated(4, None, 4, 5, None) == rated(4, 4, 5)
    assert rated(None, None).raters == 0
    assert rated().consensus is None


def test_two_people_are_too_few_to_say_anything():
    assert [rated(*[3] * people).verdict for people in range(5)] == ["too_few"] * 3 + ["agreed"] * 2


def test_a_scale_may_begin_below_zero():
    stances, ratings = rated(-2, -2, 1, low=-2, high=2), rated(1, 1, 4)
    assert stances.mean == pytest.approx(ratings.mean - 3)
    assert (stances.consensus, stances.peakedness) == (ratings.consensus, ratings.peakedness)


def test_a_rating_beyond_the_scale_is_an_error():
    with pytest.raises(ValueError, match="from 1 to 5"):
        rated(6)


@pytest.mark.parametrize("measure", [consensus, average_deviation, peakedness])
@pytest.mark.parametrize("counts", [[0, 0, 0], [4], []])
def test_nobody_or_a_scale_of_one_step_cannot_be_measured(measure, counts: list[int]):
    with pytest.raises(ValueError, match="two steps"):
        measure(counts)


def test_a_scale_of_two_steps_knows_all_and_half():
    assert [peakedness(counts) for counts in ([0, 3], [2, 2], [3, 1])] == [1, 0, 0.5]


@given(st.integers(0, 6), st.integers(1, 40))
def test_agreement_is_whole_when_all_agree(step: int, people: int):
    counts = [0] * 7
    counts[step] = people
    assert (consensus(counts), peakedness(counts), average_deviation(counts)) == (1, 1, 0)


@given(COUNTS)
def test_figures_stay_within_their_bounds(counts: list[int]):
    assert -1e-9 <= consensus(counts) <= 1
    assert -1 <= peakedness(counts) <= 1
    assert 0 <= average_deviation(counts) <= (len(counts) - 1) / 2 + 1e-9


@given(COUNTS)
def test_turning_the_scale_round_changes_nothing(counts: list[int]):
    for measure in (consensus, peakedness, average_deviation):
        assert measure(counts[::-1]) == pytest.approx(measure(counts))


@given(COUNTS, st.integers(2, 9))
def test_more_people_of_the_same_mind_change_nothing(counts: list[int], times: int):
    for measure in (consensus, peakedness, average_deviation):
        assert measure([count * times for count in counts]) == pytest.approx(measure(counts))


@given(RATINGS, st.randoms())
def test_people_may_change_places(ratings: list[int], chance: Random):
    shuffled = chance.sample(ratings, len(ratings))
    assert rated(*shuffled) == rated(*ratings)


@given(RATINGS)
def test_figures_are_those_of_reckoning_person_by_person(ratings: list[int]):
    counts, people = counts_of(ratings, low=1, high=5), len(ratings)
    mean = sum(ratings) / people
    assert consensus(counts) == pytest.approx(1 + sum(log2(1 - abs(r - mean) / 4) for r in ratings) / people)
    assert average_deviation(counts) == pytest.approx(sum(abs(r - mean) for r in ratings) / people)


@given(st.lists(st.booleans(), min_size=3, max_size=7).filter(any), st.integers(1, 5))
def test_one_layer_is_what_van_der_eijk_says_of_its_pattern(used: list[bool], people: int):
    steps, holes = len(used), 0
    pairs = [(i, j) for i in range(steps) for j in range(i + 1, steps) if used[i] and used[j]]
    holes = sum(not used[k] for i, j in pairs for k in range(i + 1, j))
    edges = sum(not used[k] for i, j in pairs for k in [*range(i), *range(j + 1, steps)])
    share = edges / (edges + holes) if edges + holes else 1
    # With none but gaps U is -(K - 1) / (K - 2), with none at all 1, and linear between the two.
    unimodality = share - (1 - share) * (steps - 1) / (steps - 2)
    expected = unimodality * (1 - (sum(used) - 1) / (steps - 1))
    assert peakedness([people * one for one in used]) == pytest.approx(expected)


def test_figures_are_ready_for_json():
    people = dict(zip("abcdef", [1, 1, 1, 5, 5, 5], strict=True))
    agreed = agreement(people, Random(0), departments=dict.fromkeys("abc", "Sales") | {"d": "Service"})
    assert dumps(asdict(agreed))


def test_camps_are_said_in_words():
    (finding,) = check_agreement(rated(1, 1, 1, 5, 5, 5), where="charter", title="We keep promises")
    assert finding.message == 'The 6 ratings of "We keep promises" stand in separate camps.'
    assert (finding.where, finding.severity) == ("charter", "must")


def test_agreement_by_chance_is_said_beside_the_level_of_chance():
    (finding,) = check_agreement(rated(1, 2, 3, 4, 5), where="charter", title="We keep promises")
    assert finding.message == 'The 5 ratings of "We keep promises" agree by 43 %; chance alone reaches 82 %.'


def test_people_who_agree_and_people_who_are_too_few_need_nothing_said():
    assert check_agreement(rated(4, 4, 4, 4), where="charter", title="") == []
    assert check_agreement(rated(1, 5), where="charter", title="") == []

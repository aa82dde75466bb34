"""The department gap: agreed within departments, split between them."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.analyses.agreement import agreement, check_agreement, check_concordance, concordance
from planning.analyses.agreement.departments import variance_between

SALES_AND_SERVICE = dict.fromkeys("abc", "Sales") | dict.fromkeys("def", "Service")


def rated(ratings: list[int], departments: dict[str, str]):
    return agreement(dict(zip("abcdefghijklmnop", ratings, strict=False)), Random(0), departments=departments)


def test_two_departments_of_one_mind_each_and_far_apart_are_a_gap():
    agreed = rated([1, 1, 2, 5, 5, 5], SALES_AND_SERVICE)
    assert [(d.name, d.people, round(d.mean, 1)) for d in agreed.departments] == [
        ("Sales", 3, 1.3),
        ("Service", 3, 5.0),
    ]
    assert agreed.gap.found
    assert agreed.gap.within > 0.9
    assert agreed.gap.between > 0.9
    assert (agreed.gap.p, agreed.gap.exact) == (0.1, True)


def test_the_same_spread_across_departments_is_none():
    agreed = rated([1, 5, 1, 5, 1, 5], SALES_AND_SERVICE)
    assert not agreed.gap.found
    assert agreed.gap.between == 0


def test_departments_that_agree_with_each_other_have_no_gap():
    agreed = rated([4, 4, 4, 4, 4, 4], SALES_AND_SERVICE)
    assert not agreed.gap.found
    assert (agreed.gap.within, agreed.gap.between, agreed.gap.p) == (1, 0, 1)


def test_a_department_of_one_is_shown_but_has_no_say_in_the_gap():
    departments = {**SALES_AND_SERVICE, "g": "Finance"}
    agreed = rated([1, 1, 2, 5, 5, 5, 3], departments)
    assert (agreed.departments[0].name, agreed.departments[0].agreement) == ("Finance", None)
    assert agreed.gap == rated([1, 1, 2, 5, 5, 5], SALES_AND_SERVICE).gap


def test_without_two_departments_of_two_there_is_no_gap_to_speak_of():
    assert rated([1, 1, 5], {"a": "Sales", "b": "Sales", "c": "Service"}).gap is None
    assert rated([1, 1, 5, 5], {}).gap is None
    assert rated([1, 1, 5, 5], dict.fromkeys("abcd", "  ")).departments == ()


def test_two_departments_of_two_are_too_few_to_find_a_gap():
    agreed = rated([1, 1, 5, 5], {"a": "Sales", "b": "Sales", "c": "Service", "d": "Service"})
    assert not agreed.gap.found
    assert agreed.gap.p == pytest.approx(1 / 3)


def test_a_gap_is_said_in_words():
    agreed = rated([1, 1, 2, 5, 5, 5], SALES_AND_SERVICE)
    findings = check_agreement(agreed, where="charter", title="We are trusted")
    (gap,) = (found for found in findings if found.code == "ratings_split_by_department")
    assert gap.message == (
        'On "We are trusted" departments agree within and differ between: Service rates it 5, Sales 1.3.'
    )


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(1, 5), st.integers(0, 2)), min_size=5, max_size=12))
def test_the_share_between_is_one_less_the_ratio_of_variances(pairs: list[tuple[int, int]]):
    values, labels = [v for v, _ in pairs], [label for _, label in pairs]
    mean = sum(values) / len(values)
    whole = sum((v - mean) ** 2 for v in values) / (len(values) - 1)
    means = {one: sum(v for v, label in pairs if label == one) / labels.count(one) for one in set(labels)}
    within = sum((v - means[label]) ** 2 for v, label in pairs) / (len(values) - len(means))
    assert variance_between(values, labels) == pytest.approx(1 - within / whole if whole else 0)


def test_chance_alone_rarely_makes_a_gap():
    chance = Random(5)
    departments = dict(zip("abcdefghi", ["Sales", "Service", "Finance"] * 3, strict=True))
    gaps = [rated(chance.choices(range(1, 6), k=9), departments).gap for _ in range(60)]
    assert sum(gap.found for gap in gaps) <= 6


def test_departments_that_rank_alike_and_against_each_other_are_a_gap():
    orders = {"a": "wxyz", "b": "wxzy", "c": "wxyz", "d": "zyxw", "e": "zyxw", "f": "zywx"}
    agreed = concordance(orders, "wxyz", Random(0), departments=SALES_AND_SERVICE)
    assert agreed.gap.found
    assert agreed.gap.within > 0.8
    assert agreed.gap.between > 1
    assert agreed.gap.p == pytest.approx(0.1)
    findings = check_concordance(agreed, where="objectives", title="What first?")
    said = [finding.message for finding in findings]
    assert 'On "What first?" people rank as their department does: Sales and Service differ.' in said


def test_rankings_that_ignore_departments_have_no_gap():
    orders = {"a": "wxyz", "b": "zyxw", "c": "wxyz", "d": "wxyz", "e": "zyxw", "f": "wxyz"}
    agreed = concordance(orders, "wxyz", Random(0), departments=SALES_AND_SERVICE)
    assert not agreed.gap.found
    assert agreed.gap.between == 0


def test_large_groups_are_dealt_at_random_with_the_same_figures_for_the_same_seed():
    departments = {str(n): "Sales" if n % 2 else "Service" for n in range(24)}
    ratings = {str(n): 2 if n % 2 else 4 for n in range(24)}
    first, second = (agreement(ratings, Random(1), departments=departments) for _ in range(2))
    assert first == second
    assert first.gap.found
    assert not first.gap.exact

"""How we compare with our rivals, while ratings are missing too."""

from dataclasses import asdict
from json import dumps

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.analyses.competition import check_competition, competition
from planning.plan import PlainRecord, Plan
from tests.builders import a_plan, an_id
from tests.planning.analyses.demo import hospitals, machine_works, named


def rating(vendor: str, criterion: str, value: int | None) -> PlainRecord:
    return {"vendor": vendor, "criterion": criterion, "rating": value}


def a_comparison(
    weights: dict[str, int | None], ratings: dict[str, dict[str, int]], **more: list[PlainRecord]
) -> Plan:
    """Return a plan with these weights by criterion, and ratings by vendor and criterion."""
    return a_plan(
        competitors=[{"id": vendor, "name": vendor} for vendor in sorted(ratings) if vendor != "us"],
        buying_criteria=[
            {"id": criterion, "name": criterion, "weight": weight} for criterion, weight in weights.items()
        ],
        ratings=[rating(v, c, value) for v, given in ratings.items() for c, value in given.items()],
        **more,
    )


def codes(plan: Plan) -> list[str]:
    return [finding.code for finding in check_competition(plan)]


PRICE_AND_QUALITY = a_comparison(
    {"price": 3, "quality": 5},
    {
        "us": {"price": 2, "quality": 5},
        "Acme": {"price": 5, "quality": 3},
        "Bolt": {"price": 3, "quality": 4},
    },
)


def test_a_score_is_the_mean_rating_weighted_by_what_counts_for_the_customer():
    found = competition(PRICE_AND_QUALITY)
    assert [vendor.score for vendor in found.vendors] == [31 / 8, 30 / 8, 29 / 8]
    assert [vendor.coverage for vendor in found.vendors] == [1, 1, 1]


def test_the_best_rival_is_the_one_we_lead_by_least():
    found = competition(PRICE_AND_QUALITY)
    assert (found.best_rival, found.lead) == (an_id("Acme"), 1 / 8)


def test_each_criterion_knows_its_best_rival_and_our_lead():
    price, quality = competition(PRICE_AND_QUALITY).criteria
    assert (price.best, price.lead, price.unique) == ((an_id("Acme"),), -3, False)
    assert (quality.best, quality.lead, quality.unique) == ((an_id("Bolt"),), 1, True)
    assert competition(PRICE_AND_QUALITY).unique == (an_id("quality"),)


def test_what_only_we_have_must_weigh_enough():
    ratings = {"us": {"speed": 5}, "Acme": {"speed": 4}}
    assert competition(a_comparison({"speed": 4}, ratings)).unique == (an_id("speed"),)
    assert competition(a_comparison({"speed": 3}, ratings)).unique == ()
    assert competition(a_comparison({"speed": None}, ratings)).unique == ()


def test_a_missing_rating_speaks_for_nobody():
    plan = a_comparison(
        {"price": 5, "quality": 5}, {"us": {"price": 1, "quality": 5}, "Acme": {"quality": 4}}
    )
    us, acme = competition(plan).vendors
    assert (us.score, us.coverage) == (3, 1)
    assert (acme.score, acme.coverage, acme.lead) == (4, 0.5, 1)
    assert competition(plan).criteria[0].lead is None


def test_a_rival_seen_on_a_light_criterion_only_is_not_the_best_one():
    ratings = {
        "us": {"price": 3, "quality": 3},
        "Acme": {"price": 5},
        "Bolt": {"price": 3, "quality": 2},
    }
    assert competition(a_comparison({"price": 1, "quality": 5}, ratings)).best_rival == an_id("Bolt")
    del ratings["Bolt"]
    assert competition(a_comparison({"price": 1, "quality": 5}, ratings)).best_rival == an_id("Acme")


def test_without_weights_there_are_no_scores_but_leads_by_criterion():
    found = competition(a_comparison({"price": None}, {"us": {"price": 4}, "Acme": {"price": 2}}))
    assert [vendor.score for vendor in found.vendors] == [None, None]
    assert (found.best_rival, found.lead, found.criteria[0].lead) == (None, None, 2)


def test_ratings_given_twice_count_with_their_mean():
    plan = a_plan(
        competitors=[{"id": "acme", "name": "Acme"}],
        buying_criteria=[{"id": "price", "name": "Price", "weight": 4}],
        ratings=[rating("us", "price", 2), rating("us", "price", 5), rating("acme", "price", 3)],
    )
    assert competition(plan).vendors[0].score == 3.5
    (twice,) = (found for found in check_competition(plan) if found.code == "we_are_rated_twice")
    assert twice.message == 'We have 2 ratings on "Price"; their mean counts.'


def test_ratings_of_what_is_in_the_bin_do_not_count():
    plan = a_plan(
        competitors=[{"id": "acme", "removed": {"key": "p"}}],
        buying_criteria=[{"id": "price", "weight": 4}],
        ratings=[rating("us", "price", 4), rating("acme", "price", 5), rating("us", "gone", 1)],
    )
    assert [vendor.score for vendor in competition(plan).vendors] == [4]
    assert competition(plan).criteria[0].theirs is None


def test_an_empty_plan_has_an_empty_comparison_and_nothing_to_mend():
    assert [vendor.vendor for vendor in competition(a_plan()).vendors] == ["us"]
    assert check_competition(a_plan()) == []


def test_criteria_without_any_weight_are_told_once():
    assert codes(a_comparison({"a": None, "b": None}, {})).count("no_criterion_weighted") == 1
    plan = a_comparison({"a": None, "b": 4}, {})
    assert "no_criterion_weighted" not in codes(plan)
    assert codes(plan).count("criterion_without_weight") == 1


@pytest.mark.parametrize(
    ("ratings", "code"),
    [
        ({"us": {}, "Acme": {}}, "criterion_without_rating"),
        ({"Acme": {"price": 3}}, "criterion_without_our_rating"),
        ({"us": {"price": 3}, "Acme": {}}, "criterion_without_rival"),
    ],
)
def test_what_is_not_rated_is_told(ratings: dict[str, dict[str, int]], code: str):
    assert code in codes(a_comparison({"price": 4}, ratings))


def test_a_competitor_whom_nobody_rated_is_told():
    plan = a_comparison({"price": 2}, {"us": {"price": 3}, "Acme": {"price": 3}, "Bolt": {}})
    assert codes(plan) == ["competitor_without_rating"]


def test_a_lag_on_a_heavy_criterion_is_told_and_a_light_one_may_be():
    ratings = {"us": {"price": 2}, "Acme": {"price": 4}}
    lag, alone = check_competition(a_comparison({"price": 5}, ratings))
    assert lag.message == 'On "price", which weighs 5, Acme is rated 4 and we are 2.'
    assert lag.where == f"buying_criteria/{an_id('price')}"
    assert alone.code == "nothing_only_ours"
    assert codes(a_comparison({"price": 3}, ratings)) == []


def test_a_value_proposition_must_not_differ_by_what_others_do_as_well():
    ratings = {"us": {"price": 4, "speed": 5}, "Acme": {"price": 4, "speed": 3}}
    propositions = [
        {"id": "cheap", "statement": "Half the price", "criterion": "price"},
        {"id": "fast", "statement": "Twice as fast", "criterion": "speed"},
    ]
    plan = a_comparison({"price": 4, "speed": 4}, ratings, value_propositions=propositions)
    (finding,) = check_competition(plan)
    assert finding.where == f"value_propositions/{an_id('cheap')}/criterion"
    assert finding.message == (
        '"Half the price" says that we differ by "price", where Acme is rated 4 and we are 4.'
    )


@given(
    st.dictionaries(st.sampled_from("abc"), st.integers(1, 5), min_size=1),
    st.fixed_dictionaries(
        {v: st.dictionaries(st.sampled_from("abc"), st.integers(1, 5)) for v in ("us", "Acme", "Bolt")}
    ),
)
def test_figures_are_those_of_reckoning_by_hand(weights: dict[str, int], ratings: dict[str, dict[str, int]]):
    found = competition(a_comparison(weights, ratings))
    for vendor, figures in zip(("us", "Acme", "Bolt"), found.vendors, strict=True):
        parts = [weights[c] for c in weights if c in ratings[vendor]]
        points = sum(weights[c] * ratings[vendor][c] for c in weights if c in ratings[vendor])
        assert figures.score == (pytest.approx(points / sum(parts)) if parts else None)
        assert figures.coverage == pytest.approx(sum(parts) / sum(weights.values()))
    for criterion, figures in zip(weights, found.criteria, strict=True):
        theirs = [ratings[v][criterion] for v in ("Acme", "Bolt") if criterion in ratings[v]]
        ours = ratings["us"].get(criterion)
        expected = None if ours is None or not theirs else ours - max(theirs)
        assert figures.lead == expected
    assert dumps(asdict(found))


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5), st.integers(1, 5)), min_size=1, max_size=5))
def test_with_every_rating_the_lead_is_the_difference_of_scores(rows: list[tuple[int, int, int]]):
    names = [f"c{number}" for number in range(len(rows))]
    plan = a_comparison(
        dict(zip(names, [weight for weight, _, _ in rows], strict=True)),
        {
            "us": dict(zip(names, [ours for _, ours, _ in rows], strict=True)),
            "Acme": dict(zip(names, [theirs for _, _, theirs in rows], strict=True)),
        },
    )
    us, acme = competition(plan).vendors
    assert acme.lead == pytest.approx(us.score - acme.score)


def test_in_the_hospitals_no_lost_day_and_the_bedside_are_ours_alone():
    plan = hospitals()
    expected = [
        named(plan, "buying_criteria", name) for name in ("No lost clinic day", "Works at the bedside")
    ]
    assert list(competition(plan).unique) == expected
    assert competition(plan).best_rival == named(plan, "competitors", "Dictara")


def test_the_machine_works_would_choose_a_rival_and_the_plan_says_where():
    plan = machine_works()
    assert competition(plan).lead < 0
    behind = [found for found in check_competition(plan) if found.code == "behind_on_heavy_criterion"]
    assert len(behind) == 3

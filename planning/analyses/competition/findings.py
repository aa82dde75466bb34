"""What the comparison with our rivals asks for: gaps in it, and criteria on which we stand badly."""

from collections.abc import Iterator

from planning.analyses.competition.comparison import (
    CLEAR_LEAD,
    HEAVY,
    US,
    Competition,
    Criterion,
    competition,
    given_ratings,
)
from planning.findings import Finding, Value, declare_words, target_of
from planning.naming import name_of
from planning.plan import Plan

WORDS = declare_words(
    {
        "no_criterion_weighted": (
            "None of the {count:plural:criterion|criteria} has a weight, so nobody has a score.",
            "Say how much each counts for the customer, 1 to 5.",
        ),
        "criterion_without_weight": (
            '"{title}" has no weight and counts nowhere in the comparison.',
            "Say how much it counts for the customer, 1 to 5.",
        ),
        "criterion_without_rating": (
            'Nobody is rated on "{title}".',
            "Rate yourselves and every competitor on it, as the customer sees it.",
        ),
        "criterion_without_our_rating": (
            'Competitors are rated on "{title}" and we are not.',
            "Rate us as the customer sees us today.",
        ),
        "criterion_without_rival": (
            'We are rated on "{title}" and no competitor is, so {rating:number} says little.',
            "Rate the competitors on it.",
        ),
        "competitor_without_rating": (
            '"{title}" is rated on no buying criterion.',
            "Rate it as the customer sees it, or remove it if it is no choice for them.",
        ),
        "behind_on_heavy_criterion": (
            'On "{title}", which weighs {weight:number}, {rival} is rated {theirs:number} and we are '
            "{ours:number}.",
            "Plan what closes the gap, or show the customer why something else should weigh more.",
        ),
        "nothing_only_ours": (
            "On no criterion of weight {weight:number} or more do we lead by {lead:number} or more: "
            "nothing that decides is ours alone.",
            "Choose the criterion on which you want to be clearly better, and plan what it takes.",
        ),
        "difference_without_lead": (
            '"{title}" says that we differ by "{criterion}", where {rival} is rated {theirs:number} '
            "and we are {ours:number}.",
            "Name a criterion on which we lead, or show the customer what the rating misses.",
        ),
        "we_are_rated_twice": (
            'We have {count:plural:rating|ratings} on "{criterion}"; their mean counts.',
            "Agree on one and remove the rest.",
        ),
        "competitor_rated_twice": (
            '{rival} has {count:plural:rating|ratings} on "{criterion}"; their mean counts.',
            "Agree on one and remove the rest.",
        ),
    }
)


def check_competition(plan: Plan, found: Competition | None = None) -> list[Finding]:
    """Return what is missing in the comparison with our rivals, and where we stand badly in it.

    Parameters
    ----------
    found
        The figures of this plan when they are known already.
    """
    found = found or competition(plan)
    return [
        *_gaps(plan, found),
        *_unrated_competitors(plan, found),
        *_standing(plan, found),
        *_empty_differences(plan, found),
        *_rated_twice(plan),
    ]


def _gaps(plan: Plan, found: Competition) -> Iterator[Finding]:
    criteria, weighted = found.criteria, any(one.weight is not None for one in found.criteria)
    if criteria and not weighted:
        values: dict[str, Value] = {"count": len(criteria)}
        yield Finding("no_criterion_weighted", "buying_criteria", values, "should")
    for one in criteria:
        said: dict[str, Value] = {"title": name_of(plan, "buying_criteria", one.criterion)}
        where = target_of("buying_criteria", one.criterion)
        if weighted and one.weight is None:
            yield Finding("criterion_without_weight", f"{where}/weight", said, "should")
        if one.ours is None and one.theirs is None:
            yield Finding("criterion_without_rating", where, said, "should")
        elif one.ours is None:
            yield Finding("criterion_without_our_rating", where, said, "should")
        elif one.theirs is None and len(found.vendors) > 1:
            yield Finding("criterion_without_rival", where, {**said, "rating": one.ours}, "could")


def _unrated_competitors(plan: Plan, found: Competition) -> Iterator[Finding]:
    rated = {vendor for vendor, _ in given_ratings(plan)}
    for vendor in found.vendors[1:] if found.criteria else ():
        if vendor.vendor not in rated:
            title = name_of(plan, "competitors", vendor.vendor)
            where = target_of("competitors", vendor.vendor)
            yield Finding("competitor_without_rating", where, {"title": title}, "could")


def _standing(plan: Plan, found: Competition) -> Iterator[Finding]:
    heavy = [one for one in found.criteria if (one.weight or 0) >= HEAVY]
    for one in heavy:
        if one.lead is not None and one.lead < 0:
            title = name_of(plan, "buying_criteria", one.criterion)
            values: dict[str, Value] = {"title": title, "weight": one.weight or 0}
            where = target_of("buying_criteria", one.criterion)
            yield Finding("behind_on_heavy_criterion", where, {**values, **_comparison(plan, one)}, "should")
    if heavy and all(one.lead is not None and not one.unique for one in heavy):
        yield Finding("nothing_only_ours", "buying_criteria", {"weight": HEAVY, "lead": CLEAR_LEAD}, "should")


def _empty_differences(plan: Plan, found: Competition) -> Iterator[Finding]:
    behind = {one.criterion: one for one in found.criteria if one.lead is not None and one.lead <= 0}
    for record in plan.records("value_propositions"):
        one = behind.get(record.get("criterion") or "")
        if one is not None:
            values: dict[str, Value] = {
                "title": name_of(plan, "value_propositions", record["id"]),
                "criterion": name_of(plan, "buying_criteria", one.criterion),
            }
            where = target_of("value_propositions", record["id"], "criterion")
            yield Finding("difference_without_lead", where, {**values, **_comparison(plan, one)}, "should")


def _comparison(plan: Plan, one: Criterion) -> dict[str, Value]:
    rival = name_of(plan, "competitors", one.best[0])
    return {"rival": rival, "theirs": one.theirs or 0.0, "ours": one.ours or 0.0}


def _rated_twice(plan: Plan) -> Iterator[Finding]:
    for (vendor, criterion), records in given_ratings(plan).items():
        if len(records) < 2:
            continue
        said: dict[str, Value] = {
            "criterion": name_of(plan, "buying_criteria", criterion),
            "count": len(records),
        }
        where = target_of("ratings", records[-1]["id"])
        if vendor == US:
            yield Finding("we_are_rated_twice", where, said, "could")
        else:
            rival = {"rival": name_of(plan, "competitors", vendor)}
            yield Finding("competitor_rated_twice", where, {**said, **rival}, "could")

"""How the customer compares us with our rivals: weighted scores, our lead, and what only we have.

The score is the additive weighting of a decision table (Keeney and Raiffa 1976): the mean rating,
weighted by what each criterion counts for the customer. Three rules make it fair while ratings are
missing. A vendor's score is over the criteria on which it is rated, and `coverage` says how much of
the weight that is. Our lead over a rival is over the criteria on which both of us are rated, so
that a missing rating speaks for nobody. The best rival is the one we lead by least, among those
whom such criteria of half the weight or more compare with us (among all when there is none). A
criterion without a weight counts nowhere; ratings given twice count with their mean.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from planning.plan import PlainRecord, Plan

US = "us"
HEAVY = 4
"""A criterion of this weight or more decides."""

CLEAR_LEAD = 1
"""A lead of this many steps or more is one the customer notices."""

ENOUGH_COVERAGE = 0.5
Ratings = Mapping[tuple[str, str], float]
"""Vendor and criterion to the rating, 1 to 5."""


@dataclass(frozen=True)
class Vendor:
    """A vendor by id, ourselves as `us`.

    `score` is 1 to 5, None when no weighted criterion is rated; `coverage` the share of weight that is
    rated, 0 to 1. `lead` is ours over this vendor in steps, None for us and where nothing compares.
    """

    vendor: str
    score: float | None
    coverage: float
    lead: float | None


@dataclass(frozen=True)
class Criterion:
    """A criterion by id: our rating, the best of our rivals (`best`, all who share it), and our lead.

    `lead` is in steps, None when we or all rivals are unrated. `unique` is what only we can offer: a
    weight of 4 or more and a lead of 1 or more.
    """

    criterion: str
    weight: int | None
    ours: float | None
    theirs: float | None
    best: tuple[str, ...]
    lead: float | None
    unique: bool


@dataclass(frozen=True)
class Competition:
    """Vendors (us first, rivals in the order of the plan), criteria, and what follows from them.

    `best_rival` is whom we lead by least and `lead` by how much, None when nobody compares with us.
    """

    vendors: tuple[Vendor, ...]
    criteria: tuple[Criterion, ...]
    best_rival: str | None
    lead: float | None
    unique: tuple[str, ...]


def competition(plan: Plan) -> Competition:
    """Return how we compare with every competitor of the plan.

    >>> from planning.tools import SCHEMA
    >>> ratings = {"1": {"vendor": "us", "criterion": "c", "rating": 5},
    ...            "2": {"vendor": "r", "criterion": "c", "rating": 3}}
    >>> found = competition(Plan(SCHEMA, {}, {
    ...     "competitors": {"r": {}}, "buying_criteria": {"c": {"weight": 4}}, "ratings": ratings}))
    >>> found.best_rival, found.lead, found.unique
    ('r', 2.0, ('c',))
    """
    rivals = [record["id"] for record in plan.records("competitors")]
    ratings = {
        place: sum(record["rating"] for record in records) / len(records)
        for place, records in given_ratings(plan).items()
    }
    criteria = tuple(
        _criterion(record["id"], record.get("weight"), rivals, ratings)
        for record in plan.records("buying_criteria")
    )
    weights = {one.criterion: one.weight for one in criteria if one.weight is not None}
    vendors = tuple(_vendor(vendor, weights, ratings) for vendor in (US, *rivals))
    best = _best_rival(vendors[1:], weights, ratings)
    return Competition(
        vendors=vendors,
        criteria=criteria,
        best_rival=best.vendor if best else None,
        lead=best.lead if best else None,
        unique=tuple(one.criterion for one in criteria if one.unique),
    )


def given_ratings(plan: Plan) -> dict[tuple[str, str], list[PlainRecord]]:
    """Return the ratings by vendor and criterion; those of what is no longer there are left out."""
    vendors = {US, *(record["id"] for record in plan.records("competitors"))}
    criteria = {record["id"] for record in plan.records("buying_criteria")}
    given: dict[tuple[str, str], list[PlainRecord]] = {}
    for record in plan.records("ratings"):
        vendor, criterion = record.get("vendor") or "", record.get("criterion") or ""
        if vendor in vendors and criterion in criteria and record.get("rating") is not None:
            given.setdefault((vendor, criterion), []).append(record)
    return given


def _criterion(id: str, weight: int | None, rivals: list[str], ratings: Ratings) -> Criterion:
    ours = ratings.get((US, id))
    theirs = {rival: ratings[rival, id] for rival in rivals if (rival, id) in ratings}
    most = max(theirs.values(), default=None)
    lead = None if ours is None or most is None else ours - most
    return Criterion(
        criterion=id,
        weight=weight,
        ours=ours,
        theirs=most,
        best=tuple(rival for rival, rating in theirs.items() if rating == most),
        lead=lead,
        unique=lead is not None and lead >= CLEAR_LEAD and (weight or 0) >= HEAVY,
    )


def _vendor(vendor: str, weights: Mapping[str, int], ratings: Ratings) -> Vendor:
    rated = {id: weight for id, weight in weights.items() if (vendor, id) in ratings}
    compared = [id for id in rated if vendor != US and (US, id) in ratings]
    return Vendor(
        vendor=vendor,
        score=_weighted_mean({id: ratings[vendor, id] for id in rated}, weights),
        coverage=sum(rated.values()) / sum(weights.values()) if weights else 0.0,
        lead=_weighted_mean({id: ratings[US, id] - ratings[vendor, id] for id in compared}, weights),
    )


def _weighted_mean(values: Mapping[str, float], weights: Mapping[str, int]) -> float | None:
    weight = sum(weights[id] for id in values)
    return sum(weights[id] * value for id, value in values.items()) / weight if weight else None


def _best_rival(rivals: tuple[Vendor, ...], weights: Mapping[str, int], ratings: Ratings) -> Vendor | None:
    def compared(vendor: str) -> int:
        both = (id for id in weights if (US, id) in ratings and (vendor, id) in ratings)
        return sum(weights[id] for id in both)

    comparable = [rival for rival in rivals if rival.lead is not None]
    enough = ENOUGH_COVERAGE * sum(weights.values())
    well = [rival for rival in comparable if compared(rival.vendor) >= enough]
    return min(well or comparable, key=lambda rival: rival.lead or 0.0, default=None)

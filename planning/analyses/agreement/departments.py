"""The department gap: people agree with those of their department and differ from the others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from random import Random

from planning.analyses.agreement.chance import chance_level, p_of_dealing
from planning.analyses.agreement.consensus import consensus, counts_of
from planning.analyses.agreement.ranks import Ranks, kendalls_w, rank_correlation

HALF = 0.5
RARE = 0.1
"""Two departments of three that are wholly apart have a p-value of 0.1; nothing smaller is possible there."""


@dataclass(frozen=True)
class Department:
    """Those of a department who took part: the `agreement` among them, None when it is one person.

    `agreement` is Tastle and Wierman's consensus of ratings, Kendall's W of rankings; `mean` is the mean
    rating, None for rankings.
    """

    name: str
    people: int
    mean: float | None
    agreement: float | None


@dataclass(frozen=True)
class DepartmentGap:
    """How departments stand to each other, over those with two people or more.

    `within` is how far people agree with their own department, `between` how far apart departments
    are, `p` how often departments dealt at random would be as far apart (`exact` when every deal was
    tried), and `found` whether it is to be called a gap. Of ratings, `within` is the departments'
    mean consensus and `between` the share of variance that lies between them (0 to 1). Of rankings,
    `within` is the mean rank correlation of colleagues and `between` how much lower that of people
    of different departments is (0 to 2).
    """

    within: float
    between: float
    p: float
    exact: bool
    found: bool


@dataclass(frozen=True)
class _Groups:
    """People of departments that have two or more: `labels` says the department of each by number."""

    people: tuple[str, ...]
    labels: tuple[int, ...]

    def of(self, label: int) -> list[int]:
        return [at for at, one in enumerate(self.labels) if one == label]


def rating_departments(
    ratings: Mapping[str, int], departments: Mapping[str, str], *, low: int, high: int
) -> tuple[Department, ...]:
    """Return each department by name with its ratings; people of no department are left out."""
    views = []
    for name, people in _members(ratings, departments).items():
        given = [ratings[person] for person in people]
        agreed = consensus(counts_of(given, low=low, high=high)) if len(given) > 1 else None
        views.append(Department(name, len(given), sum(given) / len(given), agreed))
    return tuple(views)


def ranking_departments(
    rankings: Mapping[str, Ranks], departments: Mapping[str, str]
) -> tuple[Department, ...]:
    """Return each department by name with the concordance of its rankings."""
    return tuple(
        Department(name, len(people), None, kendalls_w([rankings[person] for person in people]))
        for name, people in _members(rankings, departments).items()
    )


def rating_gap(
    ratings: Mapping[str, int], departments: Mapping[str, str], chance: Random, *, low: int, high: int
) -> DepartmentGap | None:
    """Return how far departments are apart in their ratings, None without two departments of two.

    A gap is found when at least half of the variance lies between departments (the correlation ratio
    of Fisher 1925, with Kelley's (1935) correction, so that small groups of strangers come out near 0),
    departments agree within beyond the level of chance for as many people, and departments dealt at
    random come out as far apart in one case of ten at most.
    """
    groups = _groups(ratings, departments)
    if groups is None:
        return None
    given = [ratings[person] for person in groups.people]
    within = sum(
        len(members) * consensus(counts_of([given[at] for at in members], low=low, high=high))
        for members in map(groups.of, sorted(set(groups.labels)))
    ) / len(given)
    between = variance_between(given, groups.labels)
    dealt = p_of_dealing(groups.labels, lambda labels: variance_between(given, labels), chance)
    level = chance_level(len(given), high - low + 1, chance)
    found = between >= HALF and within > level and dealt.p <= RARE
    return DepartmentGap(within, max(between, 0.0), dealt.p, dealt.exact, found)


def variance_between(values: Sequence[float], labels: Sequence[int]) -> float:
    """Return the share of variance between groups, corrected for their number (Kelley 1935).

    1 when groups differ and nobody differs within, about 0 (also below) when groups say nothing, and
    0 when all values are the same.

    >>> variance_between([1, 1, 5, 5], [0, 0, 1, 1]), variance_between([1, 5, 1, 5], [0, 0, 1, 1])
    (1.0, -0.5)
    """
    groups = [[v for v, one in zip(values, labels, strict=True) if one == label] for label in set(labels)]
    within = sum(map(_squares_about_mean, groups)) / (len(values) - len(groups))
    whole = _squares_about_mean(values) / (len(values) - 1)
    return 1 - within / whole if whole else 0.0


def ranking_gap(
    rankings: Mapping[str, Ranks], departments: Mapping[str, str], chance: Random
) -> DepartmentGap | None:
    """Return how far departments are apart in their rankings, None without two departments of two.

    Pairs of colleagues are set against pairs from different departments, by their rank correlation, as
    Schucany and Frawley (1973) do for the concordance of two groups. A gap is found when colleagues
    correlate by 0.5 or more, others by at least 0.5 less, and departments dealt at random do so in one
    case of ten at most.
    """
    groups = _groups(rankings, departments)
    if groups is None:
        return None
    ranks = [rankings[person] for person in groups.people]
    alike = {(a, b): rank_correlation(ranks[a], ranks[b]) for a, b in combinations(range(len(ranks)), 2)}

    def apart(labels: Sequence[int]) -> float:
        colleagues, others = _sides(alike, labels)
        return colleagues - others

    dealt = p_of_dealing(groups.labels, apart, chance)
    within, between = _sides(alike, groups.labels)[0], apart(groups.labels)
    found = within >= HALF and between >= HALF and dealt.p <= RARE
    return DepartmentGap(within, max(between, 0.0), dealt.p, dealt.exact, found)


def _sides(alike: Mapping[tuple[int, int], float], labels: Sequence[int]) -> tuple[float, float]:
    """Return the mean correlation of colleagues, and that of people of different departments."""
    colleagues = others = 0.0
    pairs = 0
    for (one, other), correlation in alike.items():
        if labels[one] == labels[other]:
            colleagues += correlation
            pairs += 1
        else:
            others += correlation
    return colleagues / pairs, others / (len(alike) - pairs)


def _members(people: Mapping[str, object], departments: Mapping[str, str]) -> dict[str, list[str]]:
    members: dict[str, list[str]] = {}
    for person in sorted(people):
        if department := departments.get(person, "").strip():
            members.setdefault(department, []).append(person)
    return dict(sorted(members.items()))


def _groups(people: Mapping[str, object], departments: Mapping[str, str]) -> _Groups | None:
    several = [members for members in _members(people, departments).values() if len(members) > 1]
    if len(several) < 2:
        return None
    return _Groups(
        tuple(person for members in several for person in members),
        tuple(label for label, members in enumerate(several) for _ in members),
    )


def _squares_about_mean(values: Sequence[float]) -> float:
    mean = sum(values) / len(values)
    return sum((value - mean) ** 2 for value in values)

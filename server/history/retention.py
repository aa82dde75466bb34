"""Which of the versions that keep themselves are kept: all that is young, a thinner choice of the rest."""

import datetime as dt
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

DAILY_FOR = dt.timedelta(days=90)
"""For so long every day keeps its version; after it the last one of each week stays."""

MOST_BEFORE_RESTORE = 20
"""Of the versions from before something was restored, as many stay: the newest."""

MOST_NAMED = 200
"""Versions that people may name in one plan."""


class Kind(StrEnum):
    """How a version came to be."""

    NAMED = "named"
    DAILY = "daily"
    BEFORE_RESTORE = "before_restore"


class Kept(NamedTuple):
    """A version, as far as it matters here."""

    id: str
    kind: str
    made_at: dt.datetime


def superfluous(versions: Iterable[Kept], now: dt.datetime) -> list[str]:
    """Return the versions of one plan that may go, by identifier; what people named never does."""
    newest_first = sorted(versions, key=lambda one: one.made_at, reverse=True)
    before_restore = [one for one in newest_first if one.kind == Kind.BEFORE_RESTORE]
    surplus = [*_surplus_of_days(newest_first, now), *before_restore[MOST_BEFORE_RESTORE:]]
    return [one.id for one in surplus]


def _surplus_of_days(newest_first: Iterable[Kept], now: dt.datetime) -> Iterator[Kept]:
    weeks: set[tuple[int, int]] = set()
    for one in newest_first:
        if one.kind != Kind.DAILY or now - one.made_at <= DAILY_FOR:
            continue
        week = one.made_at.isocalendar()[:2]
        if week in weeks:
            yield one
        weeks.add(week)

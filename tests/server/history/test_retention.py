"""How many versions a plan keeps."""

import datetime as dt

from server.history.retention import MOST_BEFORE_RESTORE, Kept, Kind, superfluous

NOW = dt.datetime(2027, 12, 31, 12)
YEAR = range(365)


def days_ago(days: int, kind: Kind = Kind.DAILY) -> Kept:
    """Return a version that was made so many days ago."""
    return Kept(f"{kind} {days}", kind, NOW - dt.timedelta(days=days))


def kept(versions: list[Kept]) -> list[Kept]:
    """Return those that stay."""
    gone = set(superfluous(versions, NOW))
    return [one for one in versions if one.id not in gone]


def test_every_day_of_the_last_ninety_is_kept():
    young = [days_ago(days) for days in YEAR if days <= 90]
    assert kept(young) == young


def test_of_older_weeks_the_last_day_is_kept():
    old = kept([days_ago(days) for days in YEAR if days > 90])
    weeks = [one.made_at.isocalendar()[:2] for one in old]
    assert len(weeks) == len(set(weeks))
    # The youngest week is cut by the ninety days; every other one ends on a Sunday.
    assert {one.made_at.isoweekday() for one in old[1:]} == {7}


def test_a_year_of_days_leaves_no_more_than_a_hundred_and_forty_versions():
    assert 90 < len(kept([days_ago(days) for days in YEAR])) <= 140


def test_thinning_day_by_day_leaves_what_thinning_at_once_would():
    present: list[Kept] = []
    for day in reversed(YEAR):
        present.append(days_ago(day))
        gone = set(superfluous(present, present[-1].made_at))
        present = [one for one in present if one.id not in gone]
    assert present == sorted(kept([days_ago(days) for days in YEAR]), key=lambda one: one.made_at)


def test_what_people_named_stays_however_old():
    named = [days_ago(days, Kind.NAMED) for days in YEAR]
    assert kept(named) == named


def test_of_the_versions_before_restorations_the_newest_stay():
    before = [days_ago(days, Kind.BEFORE_RESTORE) for days in YEAR]
    assert kept(before) == before[:MOST_BEFORE_RESTORE]

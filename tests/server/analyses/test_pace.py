"""How often reports are made."""

import math

import pytest

from server.analyses.pace import Pace


def test_a_quiet_plan_is_due_at_once_and_one_without_changes_never():
    pace = Pace()
    assert pace.due_at == math.inf
    pace.wake(5.0)
    pace.wake(6.0)
    assert pace.due_at == 5.0
    pace.finish(6.0, 6.0)
    assert pace.due_at == math.inf


@pytest.mark.parametrize(
    ("took", "told", "octets", "rests"),
    [(0.01, 0.0, 999, 1.0), (0.5, 0.0, 999, 2.0), (0.1, 0.1, 999, 5.0), (0.1, 0.0, 600_000, 3.0)],
)
def test_a_plan_rests_a_second_or_longer_when_its_report_costs_much_to_make_or_to_tell_or_is_long(
    took: float, told: float, octets: int, rests: float
):
    pace = Pace()
    pace.wake(0.0)
    pace.finish(0.0, took, octets)
    pace.note_telling(told)
    pace.wake(took + 0.1)
    assert pace.due_at == pytest.approx(took + rests)


def test_the_last_edit_is_always_followed_by_a_report():
    pace, now, reported = Pace(), 0.0, -1.0
    for edit in range(500):
        now = edit * 0.013
        pace.wake(now)
        if pace.due_at <= now:
            pace.finish(now, now + 0.002)
            reported = now
    assert reported < pace.due_at < reported + 1.1


def test_telling_that_took_long_moves_what_is_already_due():
    pace = Pace()
    pace.finish(0.0, 0.1)
    pace.wake(0.2)
    pace.note_telling(0.2)
    assert pace.due_at == pytest.approx(10.1)

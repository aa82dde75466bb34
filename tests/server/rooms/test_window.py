"""How long the edits of a busy plan wait for each other (W3)."""

import pytest

from server.rooms.window import ALONE, FACTOR, LATE, LEAST, MOST, Window


class Moment:
    """A clock that is set by hand."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def moment() -> Moment:
    return Moment()


def a_window(moment: Moment, *, cost: float) -> Window:
    window = Window(moment)
    window.begin()
    window.note_cost(cost)
    return window


def waits(window: Window, moment: Moment, *, first_at: float | None = None) -> list[float]:
    """Wait as a room does whose first edit comes now or came before, and return how long each time."""
    parts = []
    for pause in window.pauses(moment.now if first_at is None else first_at):
        moment.now += pause
        parts.append(pause)
    return parts


def test_w3_an_idle_plan_is_flushed_at_once(moment: Moment):
    window = a_window(moment, cost=0.004)
    moment.now += 1.0
    assert waits(window, moment) == []


def test_w3_the_first_edit_of_all_is_flushed_at_once(moment: Moment):
    assert waits(Window(moment), moment) == []


def test_w3_an_edit_soon_after_a_flush_waits_for_company_and_one_long_after_does_not(moment: Moment):
    window = a_window(moment, cost=0.0002)
    flushed_at, moment.now = moment.now, moment.now + 2.0
    assert waits(window, moment, first_at=flushed_at + 0.99 * ALONE * LEAST) == []
    moment.now = flushed_at + 0.99 * ALONE * LEAST
    assert waits(window, moment) == pytest.approx([LEAST - LATE])
    moment.now = flushed_at + 1.01 * ALONE * LEAST
    assert waits(window, moment) == []


def test_w3_a_small_busy_plan_waits_the_least_in_one_go(moment: Moment):
    assert waits(a_window(moment, cost=0.0002), moment) == pytest.approx([LEAST - LATE])


def test_w3_a_larger_one_waits_in_two_parts_so_that_little_is_left_to_gate_at_the_end(moment: Moment):
    window = a_window(moment, cost=0.004)
    early, late = waits(window, moment)
    assert early + late == pytest.approx(window.length - LATE)
    assert late == pytest.approx(window.length / 4)


def test_w3_nobody_waits_again_for_what_they_have_waited_while_others_were_flushed(moment: Moment):
    window = a_window(moment, cost=0.004)
    came_at = moment.now
    moment.now += window.length - 0.002
    assert waits(window, moment, first_at=came_at) == pytest.approx([0.002 - LATE])


@pytest.mark.parametrize("cost", [0.0005, 0.002, 0.004, 0.010, 0.020, 0.040, 0.1])
def test_w3_flushes_never_take_all_the_time_there_is(moment: Moment, cost: float):
    length = a_window(moment, cost=cost).length
    assert length >= LEAST
    assert 1.5 * cost <= length <= max(MOST, 1.5 * cost)


@pytest.mark.parametrize("cost", [0.0025, 0.005, 0.010])
def test_w3_flushes_take_the_same_share_of_the_time_in_a_crowd_of_any_usual_size(moment: Moment, cost: float):
    assert a_window(moment, cost=cost).length == pytest.approx(FACTOR * cost)


def test_w3_nobody_in_a_very_large_crowd_waits_longer_while_there_is_time_for_anything_else(moment: Moment):
    assert a_window(moment, cost=0.020).length == MOST


def test_w3_one_flush_that_cost_more_than_usual_changes_the_next_window_little(moment: Moment):
    window = a_window(moment, cost=0.004)
    usual = window.length
    window.note_cost(0.012)
    assert usual < window.length < 1.25 * usual


def test_w3_a_crowd_that_grows_is_noticed_within_a_few_flushes(moment: Moment):
    window = a_window(moment, cost=0.001)
    for _ in range(30):
        window.note_cost(0.005)
    assert window.length == pytest.approx(a_window(moment, cost=0.005).length, rel=0.05)

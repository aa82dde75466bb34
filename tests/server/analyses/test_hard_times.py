"""A child that dies, hangs or fails: the people at a plan notice nothing but late reports."""

import io
import json
import os
import signal
from typing import Any

import greenlet

from server.history.log import History, Written
from server.rooms.messages import Report
from tests.builders import an_id
from tests.server.analyses.conftest import Followed, FollowedTable, types, wait_for, wait_for_part
from tests.server.rooms.conftest import NOON, Guest


def events(logs: io.StringIO, name: str) -> list[dict[str, Any]]:
    """Return what was logged under a name."""
    lines = [json.loads(line) for line in logs.getvalue().splitlines()]
    return [line for line in lines if line["event"] == name]


def a_table_for_two(table: FollowedTable) -> tuple[Guest, Guest]:
    """Seat two people at two plans, each of which has its report."""
    table.make_plan(an_id("other"))
    anna, olga = table.seat("anna"), table.seat("olga", plan=an_id("other"))
    types(anna, "Grow")
    types(olga, "Shrink")
    wait_for_part(anna, "vision", '"Grow"')
    wait_for_part(olga, "vision", '"Shrink"')
    return anna, olga


def test_a_child_that_dies_comes_back_with_every_plan_as_it_is_by_then(followed: Followed):
    table = followed()
    anna, olga = a_table_for_two(table)
    child = table.wait_for_child()
    os.kill(child, signal.SIGKILL)
    types(anna, "Always ")
    table.wait_for_child(other_than=child)
    wait_for_part(anna, "vision", '"Always Grow"')
    wait_for(lambda: len([one for one in olga.inbox.of(Report) if "vision" in one.parts]) > 1)
    types(olga, "Never ")
    wait_for_part(olga, "vision", '"Never Shrink"')


def test_while_the_child_hangs_every_edit_is_saved(followed: Followed):
    table = followed()
    anna, _olga = a_table_for_two(table)
    child = table.wait_for_child()
    os.kill(child, signal.SIGSTOP)
    for _ in range(200):
        types(anna, "x")
    assert table.analyst.child == child
    os.kill(child, signal.SIGCONT)
    wait_for_part(anna, "vision", json.dumps("x" * 200 + "Grow"))


def test_nothing_that_a_room_calls_waits_even_when_the_child_takes_nothing(followed: Followed):
    table = followed(most_waiting=1_000_000)
    a_table_for_two(table)
    child = table.wait_for_child()
    os.kill(child, signal.SIGSTOP)
    switches: list[str] = []
    greenlet.settrace(lambda event, _greenlets: switches.append(event))
    try:
        for seq in range(20):
            table.analyst.opened(an_id("third"), History([Written(seq, "", NOON, b"x" * 10_000)]))
            table.analyst.edited(an_id("third"), [Written(seq, "anna", NOON, b"x" * 100_000)])
            table.analyst.closed(an_id("fourth"))
    finally:
        greenlet.settrace(None)
    assert switches == []
    table.wait_for_child(other_than=child)


def test_a_child_that_is_silent_for_too_long_is_replaced(followed: Followed):
    table = followed(tick=0.05, patience=1.0)
    anna, _olga = a_table_for_two(table)
    child = table.wait_for_child()
    os.kill(child, signal.SIGSTOP)
    types(anna, "Always ")
    table.wait_for_child(other_than=child)
    wait_for_part(anna, "vision", '"Always Grow"')


def test_a_child_for_which_too_much_waits_is_replaced_at_once(followed: Followed):
    table = followed(most_waiting=100_000)
    anna, _olga = a_table_for_two(table)
    child = table.wait_for_child()
    os.kill(child, signal.SIGSTOP)
    while table.analyst.child == child:
        types(anna, "x" * 4_000)
        anna.edit(lambda one: one.section("profile")["vision"].__delitem__(slice(0, 4_000)))
    table.wait_for_child(other_than=child)
    types(anna, "Always ")
    wait_for_part(anna, "vision", '"Always Grow"')


def test_a_plan_that_ends_the_child_three_times_is_left_out_until_it_is_opened_again(
    followed: Followed, logs: io.StringIO
):
    table = followed()
    anna, olga = a_table_for_two(table)
    types(anna, "die, ")
    wait_for(lambda: events(logs, "A plan ends the process that makes reports; it gets none"))
    types(olga, "Never ")
    wait_for_part(olga, "vision", '"Never Shrink"')
    assert len(events(logs, "The process that makes reports ended; another one is started")) == 3
    anna.edit(lambda one: one.section("profile")["vision"].__delitem__(slice(0, 5)))
    anna.wait_saved()
    table.rooms.forget(anna.attendance.seat.plan)
    again = table.seat("anna", "another key")
    wait_for_part(again, "vision", '"Grow"')


def test_a_plan_that_takes_too_much_of_the_processor_is_left_out(followed: Followed, logs: io.StringIO):
    table = followed(seconds=1, strikes=1)
    anna, olga = a_table_for_two(table)
    types(anna, "toil, ")
    wait_for(lambda: events(logs, "A plan ends the process that makes reports; it gets none"))
    types(olga, "Never ")
    wait_for_part(olga, "vision", '"Never Shrink"')


def test_a_report_that_fails_is_logged_without_a_word_of_the_plan(followed: Followed, logs: io.StringIO):
    table = followed()
    anna, olga = a_table_for_two(table)
    types(anna, "fail with my secret, ")
    (failure,) = wait_for(lambda: events(logs, "A report could not be made"))
    assert (failure["error"], failure["plan"]) == ("ValueError", anna.attendance.seat.plan)
    assert failure["at"].startswith("report_of:")
    types(olga, "Never ")
    wait_for_part(olga, "vision", '"Never Shrink"')
    assert "secret" not in logs.getvalue()
    anna.edit(lambda one: one.section("profile")["vision"].__delitem__(slice(0, 21)))
    wait_for_part(anna, "vision", '"Grow"')

"""Whoever follows live plans: told everything in order, and what they work out is told to everybody."""

from collections.abc import Callable, Sequence

import gevent

from planning.tools import SCHEMA
from server.access import Role
from server.history.log import History, Written
from server.rooms.document import document_from, read_plan
from server.rooms.folding import Folded, fold_updates
from server.rooms.messages import Edits, Report
from tests.builders import an_id
from tests.server.rooms.builders import PLAN
from tests.server.rooms.conftest import NOON, Guest, Table, wait_for

Tables = Callable[..., Table]


class Notebook:
    """A witness that writes down what it is told."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, str, int]] = []
        self.rows: list[Written] = []
        self.authorship: bytes | None = b"who wrote what"
        self.known: bytes | None = None

    def opened(self, plan_id: str, history: History) -> None:
        """Write down that a plan is live."""
        self.rows = list(history.rows)
        self.known = history.authorship
        self.lines.append(("opened", plan_id, self.rows[-1].seq))

    def edited(self, plan_id: str, rows: Sequence[Written]) -> None:
        """Write down what entered it."""
        self.rows += rows
        self.lines.append(("edited", plan_id, rows[-1].seq))

    def fold(self, plan_id: str, seq: int, updates: Sequence[bytes]) -> Folded | None:
        """Put the log together, with what a test wants to be known."""
        self.lines.append(("asked", plan_id, seq))
        return None if self.authorship is None else fold_updates(updates, self.authorship)

    @property
    def updates(self) -> list[bytes]:
        """What was told of the plan."""
        return [row.update for row in self.rows]

    def closed(self, plan_id: str) -> None:
        """Write down that it is not live any more."""
        self.lines.append(("closed", plan_id, 0))

    def of(self, word: str) -> list[tuple[str, str, int]]:
        """Return the lines that begin with a word."""
        return [line for line in self.lines if line[0] == word]


def types(guest: Guest, words: str) -> None:
    """Type and wait for the receipt."""
    guest.edit(lambda one: one.section("profile")["vision"].insert(0, words))
    guest.wait_saved()


def test_a_plan_is_opened_once_and_before_anything_enters_it(tables: Tables):
    table = tables(witness=(notes := Notebook()))
    anna = table.seat("anna")
    table.seat("ben")
    types(anna, "Hello")
    assert notes.lines == [("opened", PLAN, 1), ("edited", PLAN, 2)]


def test_what_is_told_makes_the_plan_that_people_see(tables: Tables):
    table = tables(witness=(notes := Notebook()))
    types(table.seat("anna"), "there")
    table.restart()
    types(table.seat("ben"), "Hello ")
    assert read_plan(document_from(*notes.updates), SCHEMA) == table.read()
    assert table.read().fact("profile")["vision"] == "Hello there"


def test_an_edit_is_told_to_people_before_the_witness_hears_of_it(tables: Tables):
    heard: list[int] = []

    class Listener(Notebook):
        def edited(self, plan_id: str, rows: Sequence[Written]) -> None:
            heard.append(len(anna.inbox.of(Edits)))

    table = tables(witness=Listener())
    anna = table.seat("anna")
    types(anna, "Hello")
    assert heard == [1]


def test_an_edit_that_is_refused_is_not_told(tables: Tables):
    table = tables(witness=(notes := Notebook()))
    victor = table.seat("victor")
    table.roles["victor"] = Role.VIEWER
    table.rooms.recheck()
    victor.edit(lambda one: one.section("profile")["vision"].insert(0, "No"))
    anna = table.seat("anna")
    types(anna, "Yes")
    assert [seq for _word, _plan, seq in notes.of("edited")] == [2]


def test_a_plan_that_nobody_is_at_is_closed_once(tables: Tables):
    table = tables(witness=(notes := Notebook()), unload_after=0.02)
    anna = table.seat("anna")
    table.rooms.leave(anna.attendance)
    wait_for(lambda: notes.of("closed"))
    gevent.idle()
    table.rooms.forget(PLAN)
    assert (notes.of("opened"), notes.of("closed")) == ([("opened", PLAN, 1)], [("closed", PLAN, 0)])


def test_a_plan_that_goes_to_the_bin_is_closed_once(tables: Tables):
    table = tables(witness=(notes := Notebook()))
    table.seat("anna")
    table.rooms.forget(PLAN)
    table.rooms.forget(PLAN)
    assert notes.lines == [("opened", PLAN, 1), ("closed", PLAN, 0)]


def test_a_plan_whose_disk_fails_is_closed_once_and_opened_again_with_who_comes_back(tables: Tables):
    table = tables(witness=(notes := Notebook()))
    anna = table.seat("anna")
    table.execute("CREATE TRIGGER broken BEFORE INSERT ON plan_update BEGIN SELECT RAISE(ABORT, 'full'); END")
    anna.edit(lambda one: one.section("profile")["vision"].insert(0, "Lost"))
    wait_for(lambda: anna.inbox.is_closed)
    table.execute("DROP TRIGGER broken")
    types(table.seat("ben"), "Kept")
    assert [word for word, _plan, _seq in notes.lines] == ["opened", "closed", "opened", "edited"]


def test_a_plan_that_is_only_read_or_woken_is_followed_too(tables: Tables):
    table = tables(witness=(notes := Notebook()))
    table.make_plan(an_id("other"))
    table.read()
    table.rooms.wake(an_id("other"))
    assert [plan for _word, plan, _seq in notes.lines] == [PLAN, an_id("other")]
    assert table.rooms.live() == [PLAN, an_id("other")]


def test_every_edit_is_told_with_who_made_it_and_when(tables: Tables):
    table = tables(witness=(notes := Notebook()))
    anna, ben = table.seat("anna"), table.seat("ben")
    for one in (anna, ben):
        one.edit(lambda one: one.section("profile")["vision"].insert(0, "x"))
    for one in (anna, ben):
        one.wait_saved()
    assert [(row.seq, row.author, row.at) for row in notes.rows[1:]] == [
        (2, an_id("anna"), NOON),
        (3, an_id("ben"), NOON),
    ]


def test_the_history_of_a_live_plan_holds_every_edit(table: Table):
    types(table.seat("anna"), "Hello")
    history = table.rooms.history_of(PLAN)
    assert history is not None
    assert [row.author for row in history.rows] == ["server", an_id("anna")]
    assert read_plan(document_from(*(row.update for row in history.rows)), SCHEMA) == table.read()
    assert table.rooms.history_of(an_id("cold")) is None


def test_a_log_is_folded_with_who_wrote_it(tables: Tables):
    table = tables(witness=(notes := Notebook()), unload_after=0.02)
    anna = table.seat("anna")
    types(anna, "Hello")
    table.rooms.leave(anna.attendance)
    wait_for(lambda: notes.of("closed"))
    assert notes.of("asked") == [("asked", PLAN, 2)]
    assert table.execute("SELECT seq, content FROM plan_authorship") == [(2, b"who wrote what")]
    types(table.seat("ben"), "Hello ")
    assert notes.known == b"who wrote what"
    assert [row.author for row in notes.rows] == ["", an_id("ben")]


def test_a_log_whose_authors_nobody_can_tell_now_is_folded_another_time(tables: Tables):
    table = tables(witness=(notes := Notebook()), unload_after=0.02)
    notes.authorship = None
    anna = table.seat("anna")
    types(anna, "Hello")
    table.rooms.leave(anna.attendance)
    wait_for(lambda: notes.of("closed"))
    assert table.execute("SELECT count(*) FROM plan_update") == [(2,)]
    notes.authorship = b"who wrote what"
    table.rooms.leave(table.seat("anna").attendance)
    wait_for(lambda: table.execute("SELECT count(*) FROM plan_update") == [(0,)])


def test_everybody_at_the_plan_is_told_its_report_and_nobody_else(table: Table):
    table.make_plan(an_id("other"))
    table.roles["victor"] = Role.VIEWER
    people = [table.seat("anna"), table.seat("victor")]
    elsewhere = table.seat("olga", plan=an_id("other"))
    table.rooms.report(PLAN, 1, {"health": "{}"})
    wait_for(lambda: all(one.inbox.of(Report) for one in people))
    assert [one.inbox.of(Report) for one in people] == [[Report(1, {"health": "{}"})]] * 2
    assert not elsewhere.inbox.of(Report)


def test_who_comes_later_is_told_all_parts_in_one_message(table: Table):
    anna = table.seat("anna")
    table.rooms.report(PLAN, 1, {"health": "1", "findings": "[]"})
    wait_for(lambda: anna.inbox.of(Report))
    table.rooms.report(PLAN, 2, {"health": "2"})
    ben = table.seat("ben")
    wait_for(lambda: ben.inbox.of(Report))
    assert ben.inbox.of(Report) == [Report(2, {"health": "2", "findings": "[]"})]
    assert len(anna.inbox.of(Report)) == 2


def test_a_report_of_a_plan_that_is_not_live_is_told_to_nobody(table: Table):
    table.rooms.report(an_id("cold"), 1, {"health": "1"})
    assert table.rooms.live() == []

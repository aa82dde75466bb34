"""Who wrote what: known for every place, whatever happens to the log."""

from pycrdt import Map

from server.analyses.replica import Replica, Row
from server.history.authorship import MADE, Authorship, Touch
from tests.builders import a_plan, an_id
from tests.server.history.builders import MONDAY, TUESDAY, Written, sets
from tests.server.rooms.builders import Copy, a_paragraph, a_record, a_seat, a_stamp

ANNA, BEN = an_id("anna"), an_id("ben")
RISK = an_id("risk")


def adds_a_risk(**values):
    """Return a change that adds a risk."""
    return lambda copy: copy.section("risks").update({RISK: a_record("risks", **values)})


def a_risk_of_anna() -> Written:
    """Return a plan to which Anna has added a risk."""
    written = Written()
    written.write("anna", adds_a_risk(title="Fire"))
    return written


def test_who_made_a_record_wrote_its_fields_until_somebody_else_does():
    written = a_risk_of_anna()
    written.write("ben", sets("risks", "risk", impact=5), TUESDAY)
    touches = written.replica().authorship.of("risks", RISK)
    assert touches == {MADE: Touch(ANNA, MONDAY, 2), "impact": Touch(BEN, TUESDAY, 3)}


def test_who_writes_what_stood_there_already_has_not_written_it():
    written = a_risk_of_anna()
    written.write("ben", sets("risks", "risk", title="Fire"))
    assert set(written.replica().authorship.of("risks", RISK)) == {MADE}


def test_words_in_long_and_formatted_texts_count_however_deep():
    written = Written()
    written.write("anna", lambda copy: copy.section("profile")["vision"].insert(0, "Grow"))
    written.write(
        "anna", lambda copy: copy.section("profile")["priorities"].children.append(a_paragraph("A"))
    )
    written.write(
        "ben", lambda copy: copy.section("profile")["priorities"].children[0].children[0].insert(0, "x")
    )
    touches = written.replica().authorship.of("profile", "")
    assert {field: touch.by for field, touch in touches.items()} == {"vision": ANNA, "priorities": BEN}


def test_who_puts_a_record_in_the_bin_is_known_beside_who_made_it():
    written = a_risk_of_anna()
    written.write("ben", sets("risks", "risk", removed=a_stamp(a_seat("ben"))))
    authorship = written.replica().authorship
    assert authorship.of("risks", RISK)[MADE].by == ANNA
    assert authorship.since(0)[f"risks/{RISK}"].by == BEN


def test_what_a_plan_begins_with_is_of_whoever_made_the_plan():
    plan = a_plan(risks=[{"id": "risk", "title": "Fire"}], profile={"industry": "Hospitals"})
    authorship = Written(plan, author=ANNA).replica().authorship
    assert authorship.of("risks", RISK) == {MADE: Touch(ANNA, MONDAY, 1)}
    assert authorship.of("profile", "") == {"industry": Touch(ANNA, MONDAY, 1)}


def test_what_a_new_version_of_tavolo_adds_is_nobodys():
    written = a_risk_of_anna()
    update = written.copy.change(lambda: sets("risks", "risk", impact=None)(written.copy))
    written.rows.append(Row(3, "server", TUESDAY, update))
    replica = written.replica()
    assert set(replica.authorship.of("risks", RISK)) == {MADE}
    assert replica.seq == 3
    assert replica.days == []


def test_an_edit_that_loses_against_another_is_not_taken_for_what_stands_there():
    written = a_risk_of_anna()
    states = [written.copy.document.get_update() for _ in range(2)]
    rows = []
    for client, (name, impact, state) in enumerate(zip(("anna", "ben"), (5, 1), states, strict=True)):
        copy = Copy(state, client=1_000 - client)
        rows.append(
            (an_id(name), copy.change(lambda copy=copy, n=impact: sets("risks", "risk", impact=n)(copy)))
        )
    written.rows += [Row(n, author, MONDAY, update) for n, (author, update) in enumerate(rows, start=3)]
    replica = written.replica()
    assert replica.read().record("risks", RISK)["impact"] == 5
    assert replica.authorship.of("risks", RISK)["impact"].by == ANNA


def test_a_folded_log_keeps_its_authors():
    written = a_risk_of_anna()
    before = written.replica()
    snapshot = Row(2, "", TUESDAY, before.document.get_update())
    written.write("ben", sets("risks", "risk", impact=5))
    folded = Replica([snapshot, written.rows[-1]], before.authorship.pack(), None)
    assert folded.authorship.of("risks", RISK) == written.replica().authorship.of("risks", RISK)
    assert folded.seq == 3


def test_a_log_that_was_folded_before_anybody_kept_account_has_no_authors_and_gets_new_ones():
    written = a_risk_of_anna()
    snapshot = Row(2, "", MONDAY, written.replica().document.get_update())
    written.write("ben", sets("risks", "risk", impact=5))
    replica = Replica([snapshot, written.rows[-1]], None, None)
    assert {field: touch.by for field, touch in replica.authorship.of("risks", RISK).items()} == {
        "impact": BEN
    }


def test_what_is_told_twice_counts_once():
    written = a_risk_of_anna()
    replica = written.replica()
    written.write("ben", sets("risks", "risk", impact=5))
    replica.edit(written.rows[1:])
    replica.edit(written.rows)
    assert replica.seq == 3
    assert replica.authorship.of("risks", RISK) == written.replica().authorship.of("risks", RISK)


def test_authorship_is_small():
    authorship = Authorship()
    for number in range(5_000):
        authorship.note("actions", f"{number:021}", MADE, Touch(ANNA, MONDAY, number % 50))
        authorship.note("actions", f"{number:021}", "status", Touch(BEN, TUESDAY, 50 + number % 50))
    packed = authorship.pack()
    assert len(packed) < 60_000
    unpacked = Authorship.unpack(packed)
    assert unpacked.since(0) == authorship.since(0)
    assert unpacked.last_at == TUESDAY


def test_a_section_that_this_version_does_not_know_harms_nobody():
    written = Written()
    written.write(
        "anna", lambda copy: copy.document.get("risks", type=Map).update({"no such section": Map()})
    )
    assert written.replica().seq == 2


def test_the_end_of_a_day_is_seen_when_somebody_goes_on_on_a_later_one():
    written = a_risk_of_anna()
    written.write("anna", sets("risks", "risk", impact=1), "2027-01-11T23:59:00")
    written.write("ben", sets("risks", "risk", impact=5), TUESDAY)
    written.write("ben", sets("risks", "risk", impact=4), TUESDAY)
    (day,) = written.replica().days
    assert (day.seq, day.at) == (3, "2027-01-11T23:59:00")


def test_the_end_of_a_day_is_that_of_the_last_edit_even_when_the_log_was_folded_after_midnight():
    written = a_risk_of_anna()
    before = written.replica()
    snapshot = Row(2, "", "2027-01-12T00:01:00", before.document.get_update())
    written.write("ben", sets("risks", "risk", impact=5), TUESDAY)
    (day,) = Replica([snapshot, written.rows[-1]], before.authorship.pack(), None).days
    assert (day.seq, day.at) == (2, MONDAY)

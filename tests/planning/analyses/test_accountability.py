"""Exactly one person answers for every workstream, and somebody for every great risk."""

from planning.analyses.accountability import check_accountability
from planning.plan import PlainRecord, Plan
from tests.builders import STAMP, a_plan

TEAM = [{"id": "ana", "name": "Ana"}, {"id": "ben", "name": "Ben"}]


def letters(*said: tuple[str, str]) -> Plan:
    return a_plan(
        team_members=TEAM,
        workstreams=[{"id": "quotes", "name": "Quotations"}],
        responsibilities=[{"workstream": "quotes", "member": m, "letter": letter} for m, letter in said],
    )


def messages(plan: Plan) -> list[str]:
    return [finding.message for finding in check_accountability(plan)]


def test_a_workstream_needs_exactly_one_who_answers_for_it():
    assert messages(letters(("ana", "A"), ("ben", "R"))) == []
    assert messages(letters(("ana", "R"))) == ['Nobody answers for "Quotations".']
    assert messages(letters(("gone", "A"))) == ['Nobody answers for "Quotations".']
    assert messages(letters(("ana", "A"), ("ben", "A"))) == [
        'Ana and Ben answer for "Quotations" at the same time, so in the end nobody does.'
    ]


def test_the_same_letter_given_twice_is_still_one_person():
    assert messages(letters(("ana", "A"), ("ana", "A"))) == []


def risks(**more: object) -> Plan:
    risk: PlainRecord = {"title": "Fire", "likelihood": 3, "impact": 4, "owner": "ana", "answer": "alarm"}
    return a_plan(team_members=TEAM, actions=[{"id": "alarm"}], risks=[risk | more])


def test_a_great_risk_needs_an_answer_and_somebody_who_watches_it():
    assert messages(risks()) == []
    assert messages(risks(answer=None)) == ['Nothing is done about "Fire" (likelihood 3, impact 4).']
    assert messages(risks(owner=None)) == ['Nobody keeps an eye on "Fire" (likelihood 3, impact 4).']


def test_a_small_or_closed_or_removed_risk_needs_nothing():
    for more in ({"impact": 3}, {"likelihood": None}, {"status": "closed"}, {"removed": STAMP}):
        assert messages(risks(answer=None, owner=None, **more)) == [], more

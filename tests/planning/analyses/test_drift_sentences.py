"""What changed between two states of a plan, in sentences and in pieces of text."""

from collections.abc import Mapping, Sequence

from hypothesis import given
from hypothesis import strategies as st

from planning.analyses.drift import drift, drift_sentences
from planning.analyses.drift.texts import AROUND, WORD, changed_words
from planning.plan import Plan
from tests.builders import STAMP, a_plan, an_id
from tests.planning.analyses.demo import hospitals, without

NO_PLAN = a_plan()


def a_risk(**said: object) -> Plan:
    return a_plan(risks=[{"id": "fire", "title": "Fire", **said}])


def sentences(before: Plan, after: Plan, authors: Mapping[str, Sequence[str]] | None = None) -> list[str]:
    return [one.text for one in drift_sentences(drift(before, after, authors), before, after)]


def test_changes_are_said_in_sentences():
    before = a_plan(
        team_members=[{"id": "ana", "name": "Ana"}, {"id": "ben", "name": "Ben"}],
        actions=[
            {
                "id": "call", "title": "Call", "owner": "ana", "due": "2027-05-03", "status": "to_do",
                "progress": 10, "helpers": ["ben"], "notes": "Ask about the north.",
            }
        ],
    )  # fmt: skip
    after = a_plan(
        team_members=[{"id": "ana", "name": "Ana"}, {"id": "ben", "name": "Ben"}],
        actions=[
            {
                "id": "call", "title": "Call them", "owner": "ben", "due": "2027-06-03", "status": "doing",
                "helpers": ["ana", "ben"], "notes": "Ask about the south.", "shared": True, "cost": 12500,
            }
        ],
    )  # fmt: skip
    assert sentences(before, after) == [
        'Call them: Title went from "Call" to "Call them".',
        "Call them: Owner went from Ana to Ben.",
        "Call them: Helpers went from Ben to Ana and Ben.",
        "Call them: Due went from 3 May 2027 to 3 June 2027.",
        "Call them: Status went from To do to Doing.",
        "Call them: Progress no longer says 10 %.",
        "Call them: Cost is now 12,500.",
        'Call them: Notes went from "Ask about the north." to "Ask about the south.".',
        "Call them: Shared is now yes.",
    ]


def test_sentences_name_who_did_it_when_that_is_known():
    fire = f"risks/{an_id('fire')}"
    by_ana = {fire: ["Ana", "Ben"]}
    assert sentences(NO_PLAN, a_risk(), by_ana) == ['Ana and Ben added "Fire" to Obstacles and risks.']
    assert sentences(a_risk(), a_risk(removed=STAMP)) == [
        'Ana Rossi removed "Fire" from Obstacles and risks.'
    ]
    assert sentences(a_risk(removed=STAMP), a_risk()) == ['Back in Obstacles and risks: "Fire".']
    assert sentences(a_risk(impact=1), a_risk(impact=2), by_ana) == [
        "Fire: Ana and Ben changed Impact from Very low to Low."
    ]


def test_a_name_is_that_of_its_time():
    before = a_plan(team_members=[{"id": "ana", "name": "Ana"}], actions=[{"title": "Call", "owner": "ana"}])
    after = a_plan(
        team_members=[{"id": "ana", "name": "Ana", "removed": STAMP}],
        actions=[{"title": "Call", "owner": None}],
    )
    assert "Call: Owner no longer says Ana." in sentences(before, after)


def test_chinese_is_compared_by_character():
    assert changed_words("我们在北方成长并且很快", "我们在南方成长并且很快") == (
        "我们在北方成长 …",
        "我们在南方成长 …",
    )


TEXTS = st.text(st.sampled_from("ab 成\n"), max_size=30)


@given(TEXTS, TEXTS)
def test_a_text_has_changed_when_its_words_have(before: str, after: str):
    changed = changed_words(before, after)
    assert (changed is None) == (WORD.findall(before) == WORD.findall(after))
    assert changed is None or changed[0] != changed[1] or before.split() != after.split()


@given(st.lists(st.sampled_from("abc"), min_size=1, max_size=8), st.integers(0, 7), st.integers(0, 20))
def test_one_word_that_changed_is_in_both_pieces_with_its_neighbours(words: list[str], at: int, more: int):
    words = [*(f"w{n}" for n in range(more)), *words]
    place = min(at + more, len(words) - 1)
    before, after = words.copy(), words.copy()
    before[place], after[place] = "old", "new"
    old, new = changed_words(" ".join(before), " ".join(after)) or ("", "")
    expected = before[max(place - AROUND, 0) : place + AROUND + 1]
    assert [word for word in old.split() if word != "…"] == expected
    assert new == old.replace("old", "new")


def test_a_lost_objective_is_said_last():
    before = a_plan(objectives=[{"id": "grow", "title": "Grow"}], actions=[{"objective": "grow"}])
    after = a_plan(objectives=[{"id": "grow", "title": "Grow"}], actions=[])
    assert sentences(before, after)[-1] == '"Grow" has lost all of its actions.'


def test_an_objective_of_the_demo_that_loses_its_actions_is_told_with_them():
    before = after = hospitals()
    objective = before.records("objectives")[0]
    actions = [one for one in before.records("actions") if one.get("objective") == objective["id"]]
    for action in actions:
        after = without(after, "actions", action["id"])
    said = sentences(before, after)
    assert said[-1] == f'"{objective["title"]}" has lost all of its actions.'
    assert said[:-1] == [f'No longer in Actions: "{action["title"]}".' for action in actions]

"""What a finding says, and that its words can be read by people and by the pages."""

import re

import pytest

from planning.findings import (
    ENGLISH,
    PLACEHOLDER,
    Change,
    Finding,
    declare_words,
    declared_words,
    say,
    target_of,
)
from planning.kinds import TARGET_PATTERN
from planning.typescript_findings import render_findings

CATALOGUE = render_findings()
CODES = sorted(declared_words())


def test_a_finding_says_what_is_wrong_and_what_to_do_in_a_sentence():
    values = {"title": "Renew licence", "due": "2027-05-03", "end": "2027-04-30"}
    finding = Finding("due_after_plan", "actions/a", values, "should")
    assert finding.message == '"Renew licence" is due 3 May 2027, after the plan ends on 30 April 2027.'
    assert finding.remedy == "Move it or extend the plan."


@pytest.mark.parametrize(
    ("template", "values", "said"),
    [
        ("{name}", {"name": ""}, "Untitled"),
        ("{a:number} and {b:number}", {"a": 1200, "b": 2.5}, "1,200 and 2.5"),
        ("{in:month}", {"in": "2027-03"}, "March 2027"),
        ("{share:percent}", {"share": 0.456}, "46 %"),
        ("{amount:money}", {"amount": 1250000, "currency": "EUR"}, "EUR 1,250,000"),
        ("{amount:money}", {"amount": 10, "currency": ""}, "10"),
        ("{who:list}", {"who": ["Ana"]}, "Ana"),
        ("{who:list}", {"who": ["Ana", "Ben", "Cy"]}, "Ana, Ben and Cy"),
        ("{who:list}", {"who": []}, ""),
        ("{count:plural:day|days}", {"count": 1}, "1 day"),
    ],
)
def test_values_are_said_by_their_type(template: str, values: dict[str, object], said: str):
    assert say(template, values) == said


@pytest.mark.parametrize("template", ["{due:date}", "{Title}", "{a:plural:b|c}", "{", "{count:plural:x}"])
def test_a_template_that_nobody_could_fill_is_refused_when_it_is_declared(template: str):
    with pytest.raises(ValueError, match="placeholders"):
        declare_words({"never_declared": (template, "Mend it.")})
    assert "never_declared" not in declared_words()


def test_two_findings_never_share_a_code():
    with pytest.raises(ValueError, match="code 'overdue'"):
        declare_words({"overdue": ("Something else.", "Something else.")})


@pytest.mark.parametrize("code", CODES)
def test_every_finding_speaks_in_whole_sentences(code: str):
    assert re.fullmatch(r"[a-z_]{3,60}", code)
    for template in declared_words()[code]:
        assert template.endswith((".", "?")), template
        assert template[0] in '"{' or template[0].isupper(), template


@pytest.mark.parametrize("code", CODES)
def test_the_pages_have_the_words_of_every_finding_with_the_same_placeholders(code: str):
    for key, template in zip(("message", "remedy"), declared_words()[code], strict=True):
        forms = [words for name, words in CATALOGUE[code].items() if name.split("_")[0] == key]
        assert len(forms) == (2 if ":plural:" in template else 1)
        for words in forms:
            named = {found.split(",")[0] for found in re.findall(r"\{\{(.+?)\}\}", words)}
            assert named == {found[1] for found in PLACEHOLDER.finditer(template)}


def test_the_pages_count_in_the_way_of_their_language():
    assert CATALOGUE["overdue"]["message_one"].endswith("{{due, day}}, {{count, number}} day ago.")
    assert CATALOGUE["overdue"]["message_other"].endswith("{{due, day}}, {{count, number}} days ago.")


def test_the_pages_know_every_type_of_a_value():
    types = {kind for code in CATALOGUE.values() for words in code.values()
             for kind in re.findall(r"\{\{[a-z_]+, ([a-z]+)\}\}", words)}  # fmt: skip
    assert types <= ENGLISH.keys()


def test_a_place_is_a_target_as_fields_take_it():
    for place in (("actions",), ("actions", "a" * 21), ("actions", "a" * 21, "due")):
        assert TARGET_PATTERN.fullmatch(target_of(*place))


def test_a_change_names_one_field():
    assert Change("actions", "a", "due", "2027-05-03").field == "due"


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("The surest way is {way}.", "The surest way is Ana → Jonas K."),
        ("Ask {way}, then write.", "Ask Ana → Jonas K., then write."),
        ("{way} knows. Others do not.", "Ana → Jonas K. knows. Others do not."),
    ],
)
def test_a_sentence_that_ends_in_a_name_with_a_full_stop_has_one(template: str, said: str):
    assert say(template, {"way": "Ana → Jonas K."}) == said


def test_a_list_that_ends_a_sentence_has_one_full_stop_too():
    assert say("They are {names:list}.", {"names": ["Ana R.", "Jonas K."]}) == "They are Ana R. and Jonas K."

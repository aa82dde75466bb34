"""The description that forms, tables and the PDF follow."""

import json

from planning.describe import describe
from planning.tools import SCHEMA, TOOLS


def field(section: str, key: str) -> dict[str, object]:
    sections = {s["key"]: s for tool in describe(SCHEMA)["tools"] for s in tool["sections"]}
    return next(f for f in sections[section]["fields"] if f["key"] == key)


def test_everything_declared_is_described_in_order():
    described = describe(SCHEMA)
    assert [part["key"] for part in described["parts"]] == ["information", "people", "actions"]
    assert [tool["key"] for tool in described["tools"]] == [tool.key for tool in TOOLS]
    for tool in described["tools"]:
        for section in tool["sections"]:
            declared = SCHEMA.sections[section["key"]]
            assert [f["key"] for f in section["fields"]] == list(declared.fields)


def test_a_description_is_plain_json():
    assert json.loads(json.dumps(describe(SCHEMA))) == describe(SCHEMA)


def test_a_scale_tells_its_ends_and_the_word_of_each_step():
    assert field("stakeholders", "stance") == {
        "key": "stance",
        "kind": "scale",
        "label": "Stance",
        "help": "How they feel about us today.",
        "audience": "team",
        "system": False,
        "low": -2,
        "high": 2,
        "labels": ["Opponent", "Sceptic", "Neutral", "Supporter", "Champion"],
    }


def test_a_reference_tells_where_it_leads_and_what_else_it_may_be():
    described = field("ratings", "vendor")
    assert described["to"] == "competitors"
    assert described["also"] == [{"value": "us", "label": "Us"}]


def test_what_people_do_not_type_is_marked():
    assert field("stakeholders", "x")["system"] is True
    assert field("actions", "order")["system"] is True

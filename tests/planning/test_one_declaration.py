"""One declaration: a field that is added to a tool appears everywhere else by itself."""

from dataclasses import replace

from planning.describe import describe
from planning.fields import CUSTOMER, TEAM, choice
from planning.interchange import read_document, to_document
from planning.kinds import PlanField
from planning.plan import Plan, Schema
from planning.redaction import customer_view
from planning.tools import SCHEMA, TOOLS
from planning.typescript import render_catalogue, render_types
from planning.validation import problem_of_field
from tests.builders import a_plan

HEAD = {"title": "t", "account": "a", "starts_on": "2027-01-01", "ends_on": "2027-12-31"}


def with_mood(audience: str) -> Schema:
    """Return the schema with one more field in actions."""
    mood: PlanField = choice(
        {"sunny": "Sunny"}, audience=audience, label="Mood", help="How it feels to do it."
    )
    actions = SCHEMA.sections["actions"]
    richer = replace(actions, schema=type("RicherAction", (actions.schema,), {"mood": mood}))
    return Schema(
        tuple(
            replace(tool, sections=tuple(richer if s is actions else s for s in tool.sections))
            for tool in TOOLS
        )
    )


def sunny_plan(audience: str) -> Plan:
    return a_plan(with_mood(audience), actions=[{"title": "Sail", "shared": True, "mood": "sunny"}])


def test_a_new_field_is_validated():
    section = with_mood(TEAM).sections["actions"]
    assert problem_of_field(section, "mood", "sunny") is None
    assert problem_of_field(section, "mood", "rainy") == "Mood: Must be one of: sunny."
    assert problem_of_field(SCHEMA.sections["actions"], "mood", "sunny") == "Actions has no field 'mood'."


def test_a_new_field_is_described_before_what_every_record_carries():
    described = describe(with_mood(TEAM))
    sections = {s["key"]: s for tool in described["tools"] for s in tool["sections"]}
    keys = [f["key"] for f in sections["actions"]["fields"]]
    assert keys.index("mood") == keys.index("order") - 1


def test_a_new_field_leaves_only_when_it_is_declared_for_the_customer():
    assert customer_view(sunny_plan(CUSTOMER)).records("actions")[0]["mood"] == "sunny"
    assert "mood" not in customer_view(sunny_plan(TEAM)).records("actions")[0]


def test_a_new_field_is_written_to_a_document_and_read_from_it():
    plan = sunny_plan(TEAM)
    document = to_document(plan, **HEAD)
    assert document["sections"]["actions"][0]["mood"] == "sunny"
    assert read_document(document, plan.schema).plan == plan


def test_a_new_field_has_a_type_and_words_for_the_pages():
    schema = with_mood(TEAM)
    assert '  readonly mood: "sunny" | null;' in render_types(schema)
    words = render_catalogue(schema)["section"]["actions"]["fields"]["mood"]
    assert words == {"label": "Mood", "help": "How it feels to do it.", "choices": {"sunny": "Sunny"}}

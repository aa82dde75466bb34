"""What people type is shown as they typed it, wherever it goes: no template reads it as its own."""

import re
from collections.abc import Callable, Iterator

import pytest

from planning.tools import SCHEMA
from server.export.edition import Audience
from server.export.manuscript import prepare_manuscript
from server.export.renderer import Renderer
from server.rooms.document import new_document
from server.rooms.gate import Gate
from server.rooms.refusals import Rejection
from server.usecases.plans import create_plan
from tests.builders import every_field_filled
from tests.server.builders import START, World
from tests.server.export.northlake import an_edition
from tests.server.export.reading import squeezed
from tests.server.rooms.builders import Copy, a_seat

TYPED = "{{7*7}}"
"""Words that a template would make 49 of."""

EVERY_LANGUAGE = f"{TYPED}${{7*7}}#{{7*7}}{{%print(7*7)%}}<%=7*7%>{{0.__class__}}%(title)s$t(members.owner)"
EVALUATED = re.compile(r"49(?=[a-z_]+\.[a-z_]+;)")
FIELD = re.compile(r"(\{\{7\*7\}\})?\b([a-z_]+\.[a-z_]+;)")


@pytest.fixture(scope="module")
def printer() -> Iterator[Renderer]:
    """Set documents, however busy the machine is."""
    made = Renderer(seconds=300)
    yield made
    made.stop()


@pytest.mark.parametrize("audience", list(Audience))
def test_every_field_of_a_document_says_what_was_typed(printer: Renderer, audience: Audience) -> None:
    plan = every_field_filled(canary=TYPED)
    about = an_edition(audience, title=f"{TYPED} plan", account=f"{TYPED} account", company=f"{TYPED} firm")
    words = squeezed(printer.render_manuscript(prepare_manuscript(plan, about)))
    assert EVALUATED.findall(words) == []
    fields = FIELD.findall(words)
    assert len({name for _typed, name in fields}) > 20
    assert [name for typed, name in fields if not typed] == []
    for name in ("account", "firm"):
        assert f"{TYPED}{name}" in words


@pytest.mark.parametrize("audience", ["team", "customer"])
def test_every_field_of_a_json_document_says_what_was_typed(world: World, audience: str) -> None:
    days = {"starts_on": START.date(), "ends_on": START.date().replace(year=2028)}
    content = every_field_filled(canary=TYPED)
    with world.database.session() as session:
        plan = create_plan(session, world.account, None, START, title=TYPED, content=content, **days)
    answer = world.browser("facilitator").get(f"/api/plans/{plan}/document?audience={audience}")
    assert EVALUATED.findall(answer.text) == []
    fields = FIELD.findall(answer.text)
    assert len(fields) > 20
    assert [name for typed, name in fields if not typed] == []
    assert answer.json["title"] == TYPED


def audit_file(world: World) -> str:
    said = {"code": world.code(), "name": EVERY_LANGUAGE, "department": EVERY_LANGUAGE}
    world.browser().post("/api/join", said)
    return world.browser("owner").get("/api/audit/file?format=csv").text


def name_of_a_version(world: World) -> str:
    versions = f"/api/plans/{world.plan}/versions"
    world.browser("participant").post(versions, {"name": EVERY_LANGUAGE})
    return str(world.browser("viewer").get(versions).json[0]["name"])


def name_of_a_file(world: World) -> str:
    plan = f"/api/plans/{world.plan}"
    world.browser("facilitator").patch(plan, {"title": EVERY_LANGUAGE})
    return world.browser("facilitator").get(f"{plan}/document").headers["Content-Disposition"]


def complaint_about_a_document(world: World) -> str:
    document = {
        "format": "tavolo-plan", "version": 1, "title": "Plan", "account": "Any",
        "starts_on": "2027-01-01", "ends_on": "2028-12-31",
        "sections": {EVERY_LANGUAGE: [], "actions": [{"title": "Call", "due": EVERY_LANGUAGE}]},
    }  # fmt: skip
    place = f"/api/accounts/{world.account}/plans/import"
    answer = world.browser("facilitator").post(place, {"document": document})
    assert answer.status_code == 422
    return " ".join(f"{one['where']} {one['message']}" for one in answer.json["errors"])


def complaint_about_an_edit(world: World) -> str:
    document = new_document(SCHEMA)
    copy = Copy(document)
    update = copy.change(lambda: copy.section("profile").update({"employees": EVERY_LANGUAGE}))
    with pytest.raises(Rejection) as rejected:
        Gate(SCHEMA, document, {}).admit(update, a_seat())
    return f"{rejected.value.where} {rejected.value.message}"


def page_of_nothing(world: World) -> str:
    return world.browser().get(f"/{EVERY_LANGUAGE}", headers={"Accept": "text/html"}).text


def answer_about_nothing(world: World) -> str:
    return world.browser().get(f"/api/{EVERY_LANGUAGE}").text


PLACES: dict[Callable[[World], str], bool] = {
    audit_file: True,
    name_of_a_version: True,
    name_of_a_file: False,
    complaint_about_a_document: True,
    complaint_about_an_edit: False,
    page_of_nothing: False,
    answer_about_nothing: False,
}
"""Where typed words come out again, and whether they are there as they are."""


@pytest.mark.parametrize(("words_at", "is_literal"), PLACES.items(), ids=[one.__name__ for one in PLACES])
def test_what_was_typed_is_not_read_as_a_template(
    world: World, words_at: Callable[[World], str], is_literal: bool
) -> None:
    words = words_at(world)
    assert "49" not in words
    assert "<class" not in words
    assert not is_literal or TYPED in words

"""Plans as JSON documents, out and in again."""

import json
from typing import Any

from planning.interchange import to_document
from tests.builders import a_plan, every_field_filled
from tests.postgresql import ON_BOTH
from tests.server.builders import World

pytestmark = ON_BOTH

HEAD = {"title": "Meridian", "starts_on": "2027-01-01", "ends_on": "2028-12-31", "account": "Meridian"}
SECRET = "never-for-the-customer"


def a_document(**sections: Any) -> dict[str, Any]:
    return to_document(a_plan(**sections), **HEAD)


def import_document(world: World, document: Any) -> Any:
    browser = world.browser("facilitator")
    return browser.post(f"/api/accounts/{world.account}/plans/import", {"document": document})


def test_an_imported_plan_says_the_same_when_it_is_exported_again(world: World) -> None:
    document = to_document(every_field_filled(), **HEAD)
    made = import_document(world, document)
    assert made.status_code == 201, made.json
    exported = world.browser("facilitator").get(f"/api/plans/{made.json['id']}/document?audience=team")
    assert exported.json == document


def test_an_export_is_a_download_named_after_account_and_plan(world: World) -> None:
    world.browser("facilitator").patch(f"/api/plans/{world.plan}", {"title": "Größer 2027"})
    answer = world.browser("facilitator").get(f"/api/plans/{world.plan}/document")
    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="Meridian - Grer 2027.json"; '
        "filename*=UTF-8''Meridian%20-%20Gr%C3%B6%C3%9Fer%202027.json"
    )


def test_without_an_audience_only_what_the_customer_may_see_leaves(world: World) -> None:
    document = a_document(puzzle_pieces=[{"text": SECRET}])
    plan = import_document(world, document).json["id"]
    browser = world.browser("facilitator")
    assert SECRET not in browser.get(f"/api/plans/{plan}/document").text
    assert SECRET in browser.get(f"/api/plans/{plan}/document?audience=team").text


def test_a_duplicate_has_the_content_under_another_title(world: World) -> None:
    plan = import_document(world, a_document(actions=[{"title": "Renew licence"}])).json
    copy = world.browser("facilitator").post(f"/api/plans/{plan['id']}/duplicate", {"title": "Copy"})
    assert copy.status_code == 201
    assert (copy.json["title"], copy.json["starts_on"]) == ("Copy", plan["starts_on"])
    assert copy.json["lineage"] != plan["lineage"]
    content, _seq = world.live.read(copy.json["id"])
    assert [action["title"] for action in content.records("actions")] == ["Renew licence"]


def test_a_document_that_is_wrong_is_refused_with_every_place(world: World) -> None:
    document = a_document(stakeholders=[{"name": "Ana"}, {"name": "Ben"}])
    document["sections"]["stakeholders"][0]["power"] = 9
    document["sections"]["stakeholders"][1]["stance"] = "high"
    refused = import_document(world, document)
    assert refused.status_code == 422
    assert refused.json["code"] == "invalid_plan"
    places = [fault["where"] for fault in refused.json["errors"]]
    assert any(place.startswith("stakeholders/") and place.endswith("/power") for place in places), places
    assert any(place.endswith("/stance") for place in places), places
    assert len(world.browser("viewer").get(f"/api/accounts/{world.account}").json["plans"]) == 1


def test_something_else_than_a_document_is_refused(world: World) -> None:
    assert import_document(world, {"hello": "world"}).json["code"] == "invalid_plan"
    assert import_document(world, [1, 2]).json["code"] == "invalid"


def test_a_document_whose_dates_make_no_plan_is_refused(world: World) -> None:
    assert import_document(world, a_document() | {"ends_on": "2026-01-01"}).status_code == 422


def test_a_large_document_is_accepted_where_another_request_of_its_size_is_not(world: World) -> None:
    padding = " " * 1_100_000
    accepted = world.browser("facilitator").ask(
        "POST",
        f"/api/accounts/{world.account}/plans/import",
        data=json.dumps({"document": a_document()}) + padding,
        content_type="application/json",
    )
    assert accepted.status_code == 201
    refused = world.browser("facilitator").post("/api/join/look", {"code": padding})
    assert (refused.status_code, refused.json["code"]) == (413, "too_large")

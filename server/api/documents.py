"""Plans as JSON documents."""

from typing import Any

from flask import Response
from marshmallow import Schema, fields

from server.access import Right
from server.api.authorise import needs
from server.api.context import member, now, role, services, session
from server.api.downloads import answer_file
from server.api.plans import PlanAnswer
from server.api.routing import Routes
from server.export.edition import Audience
from server.usecases import documents, plans

routes = Routes("documents", "Plans as JSON documents, out of an installation and into one.")


class PlanDocument(Schema):
    """A document that another installation, or this one, exported."""

    document = fields.Dict(required=True)


class WhoReads(Schema):
    """For whom a document is."""

    audience = fields.Enum(Audience, by_value=fields.String, load_default=Audience.CUSTOMER)


@routes.get("/api/plans/<plan_id>/document", asks=WhoReads, media="application/json")
@needs(Right.EXPORT)
def download_document(asked: dict[str, Any], plan_id: str) -> Response:
    """Return the plan as a file; without an audience, only what the customer may see."""
    document = documents.export_document(session(), services().rooms, plan_id, asked["audience"])
    return answer_file(document.text.encode(), "application/json", document.name)


@routes.post(
    "/api/accounts/<account_id>/plans/import",
    takes=PlanDocument,
    gives=PlanAnswer,
    status=201,
    most="import_kilobytes",
)
@needs(Right.MANAGE)
def import_plan(said: dict[str, Any], account_id: str) -> plans.PlanView:
    """Make a plan of a document; a wrong one is refused with every place that is wrong."""
    author = member().participant
    plan_id = documents.import_document(session(), account_id, author, said["document"], now())
    return plans.view_plan(session(), plan_id, role())

"""PDF exports: started, watched, downloaded."""

from typing import Any

from flask import Response
from marshmallow import Schema, fields, validate

from server.access import Right
from server.api.authorise import needs
from server.api.context import now, services, session
from server.api.downloads import answer_file
from server.api.routing import Routes
from server.api.shapes import Answer
from server.export.edition import Audience
from server.usecases import export_pdf

routes = Routes("exports", "A plan as a PDF.")


class NewExport(Schema):
    """What to export, for whom, in which language; the reader's own when left out."""

    kind = fields.String(load_default="pdf", validate=validate.OneOf(["pdf"]))
    audience = fields.Enum(Audience, by_value=fields.String, load_default=Audience.CUSTOMER)
    language = fields.String(load_default=None, allow_none=True, validate=validate.Length(max=35))


class ExportAnswer(Answer):
    """How far an export is: `waiting`, `rendering`, `ready` or `failed`."""

    id = fields.String()
    state = fields.String()
    progress = fields.Float()
    message = fields.String(allow_none=True)


@routes.post("/api/plans/<plan_id>/exports", takes=NewExport, gives=ExportAnswer, status=202)
@needs(Right.EXPORT)
def start_export(said: dict[str, Any], plan_id: str) -> export_pdf.ExportView:
    """Start a PDF, or find the one that was made of the same plan."""
    at = services()
    return export_pdf.start_export(
        session(), at.rooms, at.exports, plan_id, said["audience"], said["language"], now()
    )


@routes.get("/api/plans/<plan_id>/exports/<export_id>", gives=ExportAnswer)
@needs(Right.EXPORT)
def view_export(plan_id: str, export_id: str) -> export_pdf.ExportView:
    """Say how far an export is."""
    return export_pdf.view_export(services().exports, plan_id, export_id)


@routes.get("/api/plans/<plan_id>/exports/<export_id>/file", media="application/pdf")
@needs(Right.EXPORT)
def download_export(plan_id: str, export_id: str) -> Response:
    """Return the PDF."""
    pdf = export_pdf.export_file(services().exports, plan_id, export_id)
    return answer_file(pdf.content, "application/pdf", pdf.name)

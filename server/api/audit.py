"""The audit log, for the owner of the installation."""

from typing import Any

from flask import Response
from marshmallow import Schema, fields, validate

from server.access import Right
from server.api.authorise import needs
from server.api.context import session
from server.api.downloads import answer_file
from server.api.routing import Routes
from server.api.shapes import Answer, Moment
from server.usecases import audit
from server.usecases.audit import Deed
from server.usecases.audit_file import render_csv, render_json

routes = Routes("audit", "Who did what, when.")


class WhichEntries(Schema):
    """Which entries: those with a deed, and those by or about a person."""

    deed = fields.Enum(Deed, by_value=fields.String, load_default=None)
    person = fields.String(load_default=None, validate=validate.Length(max=21))


class WhichPage(WhichEntries):
    """Which entries, and from where on: `before` is what a page said was next."""

    before = fields.Integer(load_default=None, validate=validate.Range(0, 2**31 - 1))


class WhichFile(WhichEntries):
    """Which entries, and as what."""

    format = fields.String(load_default="csv", validate=validate.OneOf(["csv", "json"]))


class NamedAnswer(Answer):
    """Somebody or something; `name` is null when it is gone."""

    id = fields.String()
    name = fields.String(allow_none=True)


class EntryAnswer(Answer):
    """What somebody did: `about` is to whom, `detail` a word such as a role."""

    id = fields.Integer()
    at = Moment()
    deed = fields.String(validate=validate.OneOf(list(Deed)))
    by = fields.Nested(NamedAnswer, allow_none=True)
    about = fields.Nested(NamedAnswer, allow_none=True)
    account = fields.Nested(NamedAnswer, allow_none=True)
    plan = fields.Nested(NamedAnswer, allow_none=True)
    detail = fields.String()


class AuditPageAnswer(Answer):
    """Some entries, the newest first; `next` is null at the end."""

    entries = fields.List(fields.Nested(EntryAnswer))
    next = fields.Integer(allow_none=True)


@routes.get("/api/audit", asks=WhichPage, gives=AuditPageAnswer)
@needs(Right.INSTALL)
def view_audit(asked: dict[str, Any]) -> audit.AuditPage:
    """Return a page of the audit log."""
    return audit.view_audit(session(), **asked)


@routes.get("/api/audit/file", asks=WhichFile, media="text/csv")
@needs(Right.INSTALL)
def download_audit(asked: dict[str, Any]) -> Response:
    """Return the audit log as a CSV or JSON file."""
    kind = asked.pop("format")
    entries = audit.every_entry(session(), **asked)
    if kind == "json":
        return answer_file(render_json(entries).encode(), "application/json", "audit.json")
    return answer_file(render_csv(entries).encode(), "text/csv", "audit.csv")

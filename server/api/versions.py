"""The history of a plan: its versions, what changed between them, who wrote what."""

import json
from typing import Any

from flask import Response
from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from planning.tools import SCHEMA
from server.access import Right
from server.api.authorise import needs
from server.api.context import now, seat, services, session
from server.api.routing import Routes
from server.api.shapes import Answer, Moment, title_line
from server.history.restoring import Part
from server.history.retention import Kind
from server.texts import gettext as _
from server.usecases import history, history_compare, history_restore
from server.usecases.history_compare import NOW

routes = Routes("versions", "What a plan was, and who wrote it.")


class VersionName(Schema):
    """What a version is called."""

    name = title_line()


class AuthorAnswer(Answer):
    """Somebody who wrote or kept something; who was deleted has another name in the place of theirs."""

    participant = fields.String()
    name = fields.String()
    department = fields.String()


class VersionAnswer(Answer):
    """A state of the plan that is kept: by somebody, at the end of a day, or before a restoration.

    `made_by` is null when nobody in particular made it; `seq` is the number of its last edit.
    """

    id = fields.String()
    kind = fields.Enum(Kind, by_value=fields.String)
    name = fields.String()
    made_by = fields.Nested(AuthorAnswer, allow_none=True)
    made_at = Moment()
    seq = fields.Integer()


class ComparedStates(Schema):
    """Two versions; the later one may be the plan as it is `now`."""

    start = fields.String(required=True, data_key="from")
    end = fields.String(load_default=NOW, data_key="to")


class SentenceAnswer(Answer):
    """One thing that changed, in the words of `drift.<code>`.

    `by` are those who touched it last, `at` is when: nobody and null when that is not known. Of the
    `values`, labels and what fields say are English, with the names that records had then; `before`
    and `after` are what the field said, as the plan holds it, of long texts the piece that changed.
    """

    code = fields.String()
    where = fields.String()
    values = fields.Dict(keys=fields.String())
    by = fields.List(fields.Nested(AuthorAnswer))
    at = Moment(allow_none=True)
    before = fields.Raw(allow_none=True)
    after = fields.Raw(allow_none=True)


class CountsAnswer(Answer):
    """How many records something happened to."""

    added = fields.Integer()
    removed = fields.Integer()
    restored = fields.Integer()
    changed = fields.Integer()


class ComparisonAnswer(Answer):
    """What changed between two states; `to` is null when that is the plan as it is now.

    There are at most 1,000 sentences; `left_out` says how many more there would be.
    """

    start = fields.Nested(VersionAnswer, data_key="from")
    end = fields.Nested(VersionAnswer, allow_none=True, data_key="to")
    sentences = fields.List(fields.Nested(SentenceAnswer))
    records = fields.Nested(CountsAnswer)
    left_out = fields.Integer()


class RestoredPart(Schema):
    """What of a version is restored: everything, a tool, a section, or a record of a section."""

    tool = fields.String(validate=validate.OneOf([tool.key for tool in SCHEMA.tools]))
    section = fields.String(validate=validate.OneOf(list(SCHEMA.sections)))
    record = fields.String(validate=validate.Length(1, 21))

    @validates_schema
    def _require_section(self, said: dict[str, Any], **_kwargs: Any) -> None:
        if "record" in said and "section" not in said:
            raise ValidationError(_("Say which section the record is in."), "section")


class RestoredAnswer(Answer):
    """The number of the last edit, which brought the plan to what it is now."""

    seq = fields.Integer()


class Place(Schema):
    """A record, as `section/id`, or a section that is one record."""

    place = fields.String(required=True, validate=validate.Length(1, 80))

    @validates_schema
    def _require_record(self, said: dict[str, Any], **_kwargs: Any) -> None:
        section, _slash, id = said.get("place", "").partition("/")
        if section not in SCHEMA.sections or bool(id) != SCHEMA.sections[section].many:
            raise ValidationError(_("Name a record as section/id."), "place")


class TouchAnswer(AuthorAnswer):
    """Who wrote something, and when."""

    at = Moment()


class AuthorshipAnswer(Answer):
    """Who made a record, and who wrote each of its fields last; null and nothing where nobody knows."""

    created = fields.Nested(TouchAnswer, allow_none=True)
    fields_ = fields.Dict(keys=fields.String(), values=fields.Nested(TouchAnswer), data_key="fields")


@routes.get("/api/plans/<plan_id>/versions", gives=VersionAnswer(many=True))
@needs(Right.READ)
def list_versions(plan_id: str) -> list[history.VersionView]:
    """Return the versions of a plan, the newest first."""
    return history.view_versions(session(), plan_id)


@routes.post("/api/plans/<plan_id>/versions", takes=VersionName, gives=VersionAnswer, status=201)
@needs(Right.EDIT)
def keep_version(said: dict[str, Any], plan_id: str) -> history.VersionView:
    """Keep the plan as it is now, under a name."""
    return history.keep_version(session(), services().analyses, seat(), said["name"], now())


@routes.patch("/api/plans/<plan_id>/versions/<version_id>", takes=VersionName, gives=VersionAnswer)
@needs(Right.EDIT)
def name_version(said: dict[str, Any], plan_id: str, version_id: str) -> history.VersionView:
    """Give a version another name; one that kept itself then stays for good."""
    return history.name_version(session(), seat(), version_id, said["name"])


@routes.delete("/api/plans/<plan_id>/versions/<version_id>")
@needs(Right.MANAGE)
def delete_version(plan_id: str, version_id: str) -> None:
    """Remove a version for good; the plan stays as it is."""
    history.remove_version(session(), plan_id, version_id)


@routes.get("/api/plans/<plan_id>/versions/compare", asks=ComparedStates, gives=ComparisonAnswer)
@needs(Right.READ)
def compare_versions(said: dict[str, Any], plan_id: str) -> Response:
    """Return what changed from one version to another, or to the plan as it is now."""
    found = history_compare.compare_versions(
        session(), services().analyses, plan_id, said["start"], said["end"]
    )
    states = {"from": _dumped(found.start), "to": found.end and _dumped(found.end)}
    # What was found is JSON already, and may be long: it is passed on as it came.
    body = json.dumps(states)[:-1].encode() + b"," + found.found[1:]
    return Response(body, mimetype="application/json")


@routes.post("/api/plans/<plan_id>/versions/<version_id>/restore", takes=RestoredPart, gives=RestoredAnswer)
@needs(Right.EDIT)
def restore_version(said: dict[str, Any], plan_id: str, version_id: str) -> dict[str, int]:
    """Bring the plan, or a part of it, back to a version, as new edits; answered when they are saved."""
    found = services()
    part = Part(**said)
    return {
        "seq": history_restore.restore_version(
            session(), found.analyses, found.rooms, seat(), version_id, part, now()
        )
    }


@routes.get("/api/plans/<plan_id>/authorship", asks=Place, gives=AuthorshipAnswer)
@needs(Right.READ)
def view_authorship(said: dict[str, Any], plan_id: str) -> dict[str, Any]:
    """Return who made a record and who wrote each of its fields, and when."""
    section, _slash, id = said["place"].partition("/")
    found = history_compare.view_authorship(session(), services().analyses, plan_id, section, id)
    return {"created": found["created"], "fields_": found["fields"]}


def _dumped(version: history.VersionView) -> Any:
    return VersionAnswer().dump(version)

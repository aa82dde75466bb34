"""One person's data: taken along, and erased."""

import json
from typing import Any

from flask import Response
from marshmallow import Schema, fields, validate

from server.access import Right
from server.api.authorise import needs
from server.api.context import now, services, session
from server.api.downloads import answer_file
from server.api.routing import Routes
from server.api.shapes import Answer, Moment
from server.usecases import erase, guests
from server.usecases import export_person as exporting

routes = Routes("persons", "What is kept about one person.")


class WhichGuests(Schema):
    """Which guests: those in whose name, department, plan or customer some words occur; `skip` so many."""

    search = fields.String(load_default="", validate=validate.Length(max=120))
    skip = fields.Integer(load_default=0, validate=validate.Range(0, 2**31 - 1))


class GuestAnswer(Answer):
    """Somebody without an account, at one plan; `removed` when they may not come back to it."""

    id = fields.String()
    name = fields.String()
    department = fields.String()
    plan = fields.String()
    account = fields.String()
    joined_at = Moment()
    removed = fields.Boolean()


class GuestPageAnswer(Answer):
    """Some guests by name; `next` is what to skip for the others, null at the end."""

    guests = fields.List(fields.Nested(GuestAnswer))
    next = fields.Integer(allow_none=True)


@routes.get("/api/guests", asks=WhichGuests, gives=GuestPageAnswer)
@needs(Right.INSTALL)
def list_guests(asked: dict[str, Any]) -> guests.GuestPage:
    """List the guests of all plans, a page at a time."""
    return guests.list_guests(session(), **asked)


@routes.get("/api/persons/<participant>", media="application/json")
@needs(Right.INSTALL)
def export_person(participant: str) -> Response:
    """Return everything that is kept about a member or guest."""
    found = exporting.export_person(session(), services().rooms, participant)
    words = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    return answer_file(words.encode(), "application/json", "person.json")


@routes.delete("/api/persons/<participant>")
@needs(Right.INSTALL)
def erase_person(participant: str) -> None:
    """Erase a member or guest for good: their name and address are nowhere afterwards."""
    at = services()
    erase.erase_person(session(), at.rooms, at.exports, participant, now())

"""Joining a plan by its code, and the code itself."""

from typing import Any

from marshmallow import Schema, fields

from server.access import Right
from server.api.authorise import needs, open_to_anyone
from server.api.context import caller, door, now, remember, services, session
from server.api.routing import Routes
from server.api.shapes import Answer, Moment, department_line, name_line
from server.usecases import join

routes = Routes("joining", "Joining a plan by its code.")


def code_field() -> fields.String:
    """Return the field of a join code as somebody typed it."""
    return fields.String(required=True, load_only=True)


class CodeTyped(Schema):
    """A join code."""

    code = code_field()


class NewcomerSays(Schema):
    """Who joins; members need not say."""

    code = code_field()
    name = name_line(required=False, least=0)
    department = department_line(required=False)


class JoinCodeAnswer(Answer):
    """A plan's code; all null when it admits nobody."""

    code = fields.String(allow_none=True)
    link = fields.String(allow_none=True)
    qr_svg = fields.String(allow_none=True)
    expires_at = Moment(allow_none=True)


class JoinGreetingAnswer(Answer):
    """What somebody with a code sees before they join."""

    plan_title = fields.String()
    account_name = fields.String()
    company = fields.String()


class JoinedAnswer(Answer):
    """The plan to open now."""

    plan = fields.String()


@routes.get("/api/plans/<plan_id>/join-code", gives=JoinCodeAnswer)
@needs(Right.MANAGE)
def view_join_code(plan_id: str) -> join.JoinCode:
    """Return the code that admits to a plan now."""
    return join.join_code_of(session(), plan_id, services().settings.address, now())


@routes.post("/api/plans/<plan_id>/join-code", gives=JoinCodeAnswer)
@needs(Right.MANAGE)
def rotate_join_code(plan_id: str) -> join.JoinCode:
    """Make a new code; the one before admits nobody any more."""
    settings = services().settings
    return join.rotate_join_code(session(), plan_id, settings.address, now(), settings.join_code_life)


@routes.delete("/api/plans/<plan_id>/join-code")
@needs(Right.MANAGE)
def close_join_code(plan_id: str) -> None:
    """Let nobody in by code any more."""
    join.close_join_code(session(), plan_id)


@routes.post("/api/join/look", takes=CodeTyped, gives=JoinGreetingAnswer)
@open_to_anyone
def look_at_code(said: dict[str, Any]) -> join.JoinGreeting:
    """Say what a code admits to."""
    return join.look_at_code(session(), door(), said["code"], now())


@routes.post("/api/join", takes=NewcomerSays, gives=JoinedAnswer)
@open_to_anyone
def join_plan(said: dict[str, Any]) -> join.Joined:
    """Take a seat at the plan of a code."""
    joined = join.join(session(), door(), caller(), now(), services().settings.session_life, **said)
    if joined.opened is not None:
        remember(joined.opened)
    return joined

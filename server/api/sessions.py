"""Signing in and out, the first set-up, and one's own person."""

from typing import Any

from flask import g
from marshmallow import Schema, fields

from server.access import Right
from server.api.authorise import needs, open_to_anyone
from server.api.context import caller, member, now, present_sign_in, remember, services, session
from server.api.routing import Routes
from server.api.shapes import Answer, EmailAddress, Line, department_line, name_line, secret_line, title_line
from server.usecases import members, set_up, sign_in

routes = Routes("session", "Who reads the page: signing in, signing out, the first set-up.")


class Credentials(Schema):
    """An address and its password."""

    email = Line(254, required=True)
    password = secret_line()


class FirstOwner(Schema):
    """What the set-up page asks."""

    token = secret_line()
    company = title_line()
    name = name_line()
    email = EmailAddress(required=True)
    password = secret_line()
    department = department_line()


class OwnPerson(Schema):
    """What people change about themselves."""

    name = name_line()
    department = department_line()
    password = secret_line(required=False)
    new_password = secret_line(required=False)


class PlanNameAnswer(Answer):
    """A plan, as far as its guest must know it to open it."""

    id = fields.String()
    title = fields.String()


class SessionAnswer(Answer):
    """Who reads the page: `member`, `guest`, `nobody`, or `setup` while nobody owns the installation."""

    kind = fields.String()
    company = fields.String()
    participant = fields.String(allow_none=True)
    name = fields.String(allow_none=True)
    department = fields.String(allow_none=True)
    email = fields.String(allow_none=True)
    is_owner = fields.Boolean(allow_none=True)
    plan = fields.Nested(PlanNameAnswer, allow_none=True)


@routes.get("/api/session", gives=SessionAnswer)
@open_to_anyone
def view_session() -> sign_in.SessionView:
    """Say who reads the page."""
    return sign_in.view_session(session(), caller())


@routes.post("/api/session", takes=Credentials, gives=SessionAnswer)
@open_to_anyone
def create_session(said: dict[str, Any]) -> sign_in.SessionView:
    """Sign a member in."""
    at = services()
    remember(
        sign_in.sign_in(
            session(),
            at.passwords,
            at.limits.sign_in,
            at.limits.failed_sign_ins,
            now(),
            at.settings.session_life,
            instead_of=present_sign_in(),
            **said,
        )
    )
    return sign_in.view_session(session(), caller())


@routes.delete("/api/session")
@open_to_anyone
def delete_session() -> None:
    """Sign out, here and on the open sockets of this session."""
    sign_in.sign_out(session(), services().rooms, caller(), now())
    g.signed_out = True


@routes.post("/api/setup", takes=FirstOwner, gives=SessionAnswer)
@open_to_anyone
def create_first_owner(said: dict[str, Any]) -> sign_in.SessionView:
    """Make the first owner, by the link the first start printed, and sign them in."""
    at = services()
    remember(set_up.set_up(session(), at.passwords, now(), at.settings.session_life, **said))
    return sign_in.view_session(session(), caller())


@routes.patch("/api/session/person", takes=OwnPerson, gives=SessionAnswer)
@needs(Right.BELONG)
def change_own_person(said: dict[str, Any]) -> sign_in.SessionView:
    """Change one's own name, department and password."""
    at = services()
    opened = members.change_self(
        session(),
        at.passwords,
        at.limits.sign_in,
        at.rooms,
        member(),
        now(),
        at.settings.session_life,
        **said,
    )
    if opened is not None:
        remember(opened)
    g.pop("caller")
    return sign_in.view_session(session(), opened.caller if opened else caller())

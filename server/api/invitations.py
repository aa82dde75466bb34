"""Inviting people to become members."""

from typing import Any

from marshmallow import Schema, fields

from server.access import Right, Role
from server.api.authorise import needs, open_to_anyone
from server.api.context import caller, member, now, present_sign_in, remember, services, session
from server.api.routing import Routes
from server.api.sessions import SessionAnswer
from server.api.shapes import (
    Answer,
    EmailAddress,
    Moment,
    department_line,
    name_line,
    require_text,
    role_field,
    secret_line,
)
from server.usecases import invite, sign_in

routes = Routes("invitations", "Links with which people become members.")


class NewInvitation(Schema):
    """Who is invited, and what they will be in which account."""

    email = EmailAddress(required=True)
    name = name_line(required=False, least=0)
    department = department_line(required=False)
    account_id = fields.String(allow_none=True, validate=require_text)
    role = role_field(load_default=Role.PARTICIPANT)


class InvitationToken(Schema):
    """The secret part of an invitation's link."""

    token = secret_line()


class Acceptance(Schema):
    """What somebody says who accepts."""

    token = secret_line()
    name = name_line()
    department = department_line()
    password = secret_line()


class InvitedAnswer(Answer):
    """A new invitation; its link is shown this once."""

    id = fields.String()
    link = fields.String()


class InvitationAnswer(Answer):
    """An invitation that can still be accepted."""

    id = fields.String()
    email = fields.String()
    name = fields.String()
    department = fields.String()
    account_id = fields.String(allow_none=True)
    role = role_field()
    expires_at = Moment()


class GreetingAnswer(Answer):
    """What somebody with a link sees before they accept."""

    email = fields.String()
    name = fields.String()
    department = fields.String()
    company = fields.String()


@routes.post("/api/invitations", takes=NewInvitation, gives=InvitedAnswer, status=201)
@needs(Right.INSTALL)
def create_invitation(said: dict[str, Any]) -> invite.Invited:
    """Make a link for one person."""
    settings = services().settings
    life = settings.invitation_life
    return invite.invite(session(), member(), now(), life, address=settings.address, **said)


@routes.get("/api/invitations", gives=InvitationAnswer(many=True))
@needs(Right.INSTALL)
def list_invitations() -> list[invite.InvitationView]:
    """List the invitations that can still be accepted."""
    return invite.list_invitations(session(), now())


@routes.delete("/api/invitations/<invitation_id>")
@needs(Right.INSTALL)
def delete_invitation(invitation_id: str) -> None:
    """Make an invitation's link worthless."""
    invite.withdraw_invitation(session(), invitation_id, now())


@routes.post("/api/invitations/look", takes=InvitationToken, gives=GreetingAnswer)
@open_to_anyone
def look_at_invitation(said: dict[str, Any]) -> invite.InvitationGreeting:
    """Say who is invited; the token is not used up."""
    return invite.look_at_invitation(session(), said["token"], now())


@routes.post("/api/invitations/accept", takes=Acceptance, gives=SessionAnswer)
@open_to_anyone
def accept_invitation(said: dict[str, Any]) -> sign_in.SessionView:
    """Become a member and be signed in."""
    at = services()
    life, instead_of = at.settings.session_life, present_sign_in()
    remember(invite.accept(session(), at.passwords, now(), life, instead_of=instead_of, **said))
    return sign_in.view_session(session(), caller())

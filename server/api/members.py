"""The members of the company."""

from typing import Any

from marshmallow import Schema, fields

from server.access import Right
from server.api.authorise import needs
from server.api.context import now, services, session
from server.api.routing import Routes
from server.api.shapes import Answer, department_line, name_line
from server.usecases import members

routes = Routes("members", "The members of the company.")


class MemberChange(Schema):
    """What the owner of the installation changes about a member; what is left out stays."""

    name = name_line(required=False)
    department = department_line(required=False)
    is_owner = fields.Boolean()
    deactivated = fields.Boolean()


class MemberAnswer(Answer):
    """A member, as the others see them."""

    id = fields.String()
    name = fields.String()
    department = fields.String()
    email = fields.String()
    is_owner = fields.Boolean()
    deactivated = fields.Boolean()


@routes.get("/api/members", gives=MemberAnswer(many=True))
@needs(Right.BELONG)
def list_members() -> list[members.MemberView]:
    """List the members by name."""
    return members.list_members(session())


@routes.patch("/api/members/<member_id>", takes=MemberChange, gives=MemberAnswer)
@needs(Right.INSTALL)
def change_member(said: dict[str, Any], member_id: str) -> members.MemberView:
    """Change a member; whoever is deactivated is signed out everywhere."""
    return members.change_member(session(), services().rooms, member_id, now(), **said)

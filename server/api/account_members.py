"""Who may do what in an account."""

from typing import Any

from marshmallow import Schema, fields

from server.access import Right
from server.api.authorise import needs
from server.api.context import services, session
from server.api.routing import Routes
from server.api.shapes import Answer, role_field
from server.usecases import account_members

routes = Routes("account members", "Who may do what in an account.")


class RoleGiven(Schema):
    """What somebody is to be."""

    role = role_field(required=True)


class AccountMemberAnswer(Answer):
    """A member with a role in an account."""

    id = fields.String()
    name = fields.String()
    department = fields.String()
    email = fields.String()
    role = role_field()


@routes.get("/api/accounts/<account_id>/members", gives=AccountMemberAnswer(many=True))
@needs(Right.READ)
def list_account_members(account_id: str) -> list[account_members.AccountMemberView]:
    """List who has a role in an account, by name."""
    return account_members.list_account_members(session(), account_id)


@routes.put(
    "/api/accounts/<account_id>/members/<member_id>", takes=RoleGiven, gives=AccountMemberAnswer(many=True)
)
@needs(Right.ADMINISTER)
def give_role(
    said: dict[str, Any], account_id: str, member_id: str
) -> list[account_members.AccountMemberView]:
    """Let a member into an account, or change what they are there."""
    return account_members.give_role(session(), services().rooms, account_id, member_id, said["role"])


@routes.delete("/api/accounts/<account_id>/members/<member_id>")
@needs(Right.ADMINISTER)
def take_role(account_id: str, member_id: str) -> None:
    """Close an account to a member."""
    account_members.take_role(session(), services().rooms, account_id, member_id)

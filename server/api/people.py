"""Who may sit at a plan."""

from typing import Any

from marshmallow import fields

from server.access import Right
from server.api.account_members import RoleGiven
from server.api.authorise import needs
from server.api.context import now, seat, services, session
from server.api.routing import Routes
from server.api.shapes import Answer, Moment, role_field
from server.usecases import people

routes = Routes("people", "Who may sit at a plan.")


class SeatedMemberAnswer(Answer):
    """A member with access to a plan."""

    participant = fields.String()
    name = fields.String()
    department = fields.String()
    role = role_field()


class SeatedGuestAnswer(SeatedMemberAnswer):
    """Somebody who joined by the code."""

    id = fields.String()
    joined_at = Moment()
    removed = fields.Boolean()


class PeopleAnswer(Answer):
    """Everybody who may sit, or has sat, at a plan."""

    members = fields.List(fields.Nested(SeatedMemberAnswer))
    guests = fields.List(fields.Nested(SeatedGuestAnswer))


@routes.get("/api/plans/<plan_id>/people", gives=PeopleAnswer)
@needs(Right.READ)
def list_people(plan_id: str) -> people.People:
    """List the members with access to a plan, and its guests."""
    return people.people_of_plan(session(), plan_id)


@routes.patch("/api/plans/<plan_id>/guests/<guest_id>", takes=RoleGiven, gives=SeatedGuestAnswer)
@needs(Right.MANAGE)
def change_guest(said: dict[str, Any], plan_id: str, guest_id: str) -> people.SeatedGuest:
    """Give a guest another role, at once."""
    return people.change_guest(session(), services().rooms, seat(), guest_id, said["role"])


@routes.delete("/api/plans/<plan_id>/guests/<guest_id>")
@needs(Right.MANAGE)
def delete_guest(plan_id: str, guest_id: str) -> None:
    """Show a guest out; what they wrote stays."""
    people.remove_guest(session(), services().rooms, plan_id, guest_id, now())

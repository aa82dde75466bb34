"""Plans: made, named, dated, copied, put in the bin and taken out of it."""

from typing import Any

from marshmallow import Schema, fields

from server.access import Right
from server.api.authorise import needs
from server.api.context import member, now, role, seat, services, session
from server.api.routing import Routes
from server.api.shapes import Answer, Moment, role_field, title_line
from server.usecases import plans

routes = Routes("plans", "Plans of an account.")


class NewPlan(Schema):
    """What a plan begins with."""

    title = title_line()
    starts_on = fields.Date(required=True)
    ends_on = fields.Date(required=True)


class PlanChange(Schema):
    """What changes about a plan; what is left out stays."""

    title = title_line(required=False)
    starts_on = fields.Date()
    ends_on = fields.Date()


class PlanTitle(Schema):
    """The title of a copy."""

    title = title_line()


class AccountNameAnswer(Answer):
    """An account, as far as somebody at one of its plans sees it."""

    id = fields.String()
    name = fields.String()
    has_logo = fields.Boolean()


class PlanAnswer(Answer):
    """A plan, with what its reader is in it and can do."""

    id = fields.String()
    title = fields.String()
    starts_on = fields.Date()
    ends_on = fields.Date()
    account = fields.Nested(AccountNameAnswer)
    role = role_field()
    can = fields.List(fields.String())
    lineage = fields.String()
    changed_at = Moment()


@routes.post("/api/accounts/<account_id>/plans", takes=NewPlan, gives=PlanAnswer, status=201)
@needs(Right.MANAGE)
def create_plan(said: dict[str, Any], account_id: str) -> plans.PlanView:
    """Make an empty plan."""
    plan_id = plans.create_plan(session(), account_id, member().participant, now(), **said)
    return plans.view_plan(session(), plan_id, role())


@routes.get("/api/plans/<plan_id>", gives=PlanAnswer)
@needs(Right.READ)
def view_plan(plan_id: str) -> plans.PlanView:
    """Return what somebody at a plan may know of it, beside its content."""
    return plans.view_plan(session(), plan_id, seat().role)


@routes.patch("/api/plans/<plan_id>", takes=PlanChange, gives=PlanAnswer)
@needs(Right.MANAGE)
def change_plan(said: dict[str, Any], plan_id: str) -> plans.PlanView:
    """Rename a plan or move its dates."""
    changed = plans.change_plan(session(), seat(), now(), **said)
    services().analyses.redate(plan_id, (changed.starts_on, changed.ends_on))
    return changed


@routes.delete("/api/plans/<plan_id>")
@needs(Right.REMOVE)
def delete_plan(plan_id: str) -> None:
    """Put a plan in the bin."""
    plans.remove_plan(session(), services().rooms, plan_id, now())


@routes.post("/api/plans/<plan_id>/restore", gives=PlanAnswer)
@needs(Right.REMOVE, in_bin=True)
def restore_plan(plan_id: str) -> plans.PlanView:
    """Take a plan out of the bin."""
    return plans.restore_plan(session(), plan_id, role())


@routes.post("/api/plans/<plan_id>/duplicate", takes=PlanTitle, gives=PlanAnswer, status=201)
@needs(Right.MANAGE, not_for_guests=True)
def duplicate_plan(said: dict[str, Any], plan_id: str) -> plans.PlanView:
    """Make another plan of the same account with what stands in this one now."""
    return plans.duplicate_plan(session(), services().rooms, seat(), said["title"], now())

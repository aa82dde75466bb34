"""How to reach somebody: asked of the process that follows live plans."""

from typing import Any

from marshmallow import fields

from server.access import Right
from server.api.authorise import needs
from server.api.context import services, session
from server.api.routing import Routes
from server.api.shapes import Answer
from server.usecases.find_ways import find_ways

routes = Routes("ways", "The ways on which a case of ours reaches a stakeholder.")


class StepAnswer(Answer):
    """A person on a way, and the line by which it comes to them.

    The first is one of our team: `by` and `line` are null. `by` is a kind of line (`coverage`,
    `key_contact`, `reports_to`, `manages`, `influence`), `line` the record that says so, `chance`
    how surely it carries, from 0 to 1.
    """

    section = fields.String()
    id = fields.String()
    name = fields.String()
    by = fields.String(allow_none=True)
    line = fields.String(allow_none=True)
    chance = fields.Float()


class WayAnswer(Answer):
    """A way: `chance` is that of all its steps together, `words` are the names of its people."""

    chance = fields.Float()
    steps = fields.List(fields.Nested(StepAnswer))
    words = fields.String()


class WaysAnswer(Answer):
    """The ways to a stakeholder, at most three, the surest first; none when nobody can carry it."""

    stakeholder = fields.String()
    ways = fields.List(fields.Nested(WayAnswer))


@routes.get("/api/plans/<plan_id>/ways/<stakeholder_id>", gives=WaysAnswer)
@needs(Right.READ)
def view_ways(plan_id: str, stakeholder_id: str) -> dict[str, Any]:
    """Return the surest ways from the team to a stakeholder, as the plan stands now."""
    ways = find_ways(session(), services().analyses, plan_id, stakeholder_id)
    return {"stakeholder": stakeholder_id, "ways": ways}

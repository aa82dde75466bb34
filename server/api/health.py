"""What tells a supervisor or proxy whether this process lives, and whether it can serve."""

from flask import Blueprint, Response, jsonify

from server.api.authorise import open_to_anyone
from server.api.context import session
from server.api.routing import guarded
from server.usecases.company import view_company

health = Blueprint("health", __name__)


@open_to_anyone
def healthz() -> Response:
    """Answer as long as the event loop turns."""
    return jsonify(status="alive")


@open_to_anyone
def readyz() -> Response:
    """Answer when the database does; a failure of it is a problem with status 503 or 507."""
    view_company(session())
    return jsonify(status="ready")


health.add_url_rule("/healthz", view_func=healthz)
health.add_url_rule("/readyz", view_func=guarded(readyz))

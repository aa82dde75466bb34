"""What tells a supervisor or proxy whether this process lives, whether it can serve, and how it does."""

from flask import Blueprint, Response, jsonify

from server.api.authorise import for_machines, open_to_anyone
from server.api.context import services
from server.api.routing import guarded
from server.errors import Refused
from server.metrics.exposition import CONTENT_TYPE

health = Blueprint("health", __name__)


@open_to_anyone
def healthz() -> Response:
    """Answer as long as the event loop turns."""
    return jsonify(status="alive")


@open_to_anyone
def readyz() -> Response:
    """Answer whether the database does, without asking it; a failure is a problem with status 503 or 507."""
    if (code := services().not_ready()) is not None:
        raise Refused(code)
    return jsonify(status="ready")


@for_machines
def metrics() -> Response:
    """Return what this process counts, as Prometheus reads it; it needs no database."""
    return Response(services().metrics.render(), content_type=CONTENT_TYPE)


health.add_url_rule("/metrics", view_func=guarded(metrics))
health.add_url_rule("/healthz", view_func=healthz)
health.add_url_rule("/readyz", view_func=readyz)

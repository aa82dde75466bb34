"""What may change something: JSON, from a page of this site (no form or script of another can)."""

from flask import request

from server.api.context import services
from server.errors import Refused

SAFE = ("GET", "HEAD", "OPTIONS")


def require_same_site() -> None:
    """Raise Refused when a request that changes something may come from another site.

    A body that is no JSON is refused wherever it comes from: it is what a form can send without
    asking, and nothing here reads it.
    """
    if request.method in SAFE:
        return
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "same-site"):
        raise Refused("cross_site")
    if request.headers.get("Origin") not in services().settings.origins:
        raise Refused("cross_site")
    if request.mimetype != "application/json" and (request.mimetype or request.content_length):
        raise Refused("json_needed")

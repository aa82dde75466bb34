"""How a logo is answered."""

import hashlib

from flask import Response, request

from server.errors import Refused

PNG = "image/png"


def answer_logo(logo: bytes | None) -> Response:
    """Return a logo that the browser keeps and asks about; raise `no_logo` without one."""
    if logo is None:
        raise Refused("no_logo")
    response = Response(logo, mimetype=PNG)
    response.set_etag(hashlib.sha256(logo).hexdigest()[:32])
    response.headers["Cache-Control"] = "private, no-cache"
    response.make_conditional(request)
    return response

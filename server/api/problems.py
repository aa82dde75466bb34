"""Errors as problem+json (RFC 9457), each with a stable code and a remedy."""

from collections.abc import Iterator, Mapping
from typing import Any

import structlog
from flask import Flask, Response, json, request
from marshmallow import Schema, fields
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from server.errors import Fault, Refused

log = structlog.get_logger("server")

CODES = {
    400: "malformed",
    404: "unknown_page",
    405: "method_not_allowed",
    413: "too_large",
    415: "json_needed",
    422: "invalid",
}
"""What the framework refuses by itself, and our code for it."""


class FaultAnswer(Schema):
    """One place that is wrong."""

    where = fields.String(required=True)
    message = fields.String(required=True)


class Problem(Schema):
    """Every error."""

    type = fields.String(required=True)
    title = fields.String(required=True)
    status = fields.Integer(required=True)
    code = fields.String(required=True)
    detail = fields.String(required=True)
    remedy = fields.String(required=True)
    errors = fields.List(fields.Nested(FaultAnswer))


def register_problems(app: Flask) -> None:
    """Answer every error of an application as a problem."""
    app.register_error_handler(Refused, answer_refused)
    app.register_error_handler(HTTPException, answer_http)
    app.register_error_handler(Exception, answer_unexpected)


def answer_refused(refused: Refused) -> Response:
    """Return a refusal as problem+json."""
    body: dict[str, Any] = {
        "type": f"urn:tavolo:{refused.code}",
        "title": refused.title,
        "status": refused.kind.status,
        "code": refused.code,
        "detail": refused.detail or refused.title,
        "remedy": refused.remedy,
    }
    if refused.faults:
        body["errors"] = [{"where": f.where, "message": f.message} for f in refused.faults]
    response = Response(json.dumps(body), refused.kind.status, content_type="application/problem+json")
    if refused.retry_after is not None:
        response.headers["Retry-After"] = str(refused.retry_after)
    return response


def answer_http(error: HTTPException) -> Response:
    """Return what the framework refused as problem+json; its redirects as they are."""
    if isinstance(error, RequestRedirect):
        return Response(status=error.code, headers={"Location": error.new_url})
    faults = list(_faults(getattr(error, "data", {}).get("messages", {})))
    code = CODES.get(error.code or 500, "malformed" if (error.code or 500) < 500 else "internal")
    return answer_refused(Refused(code, faults=[] if code == "malformed" else faults))


def answer_unexpected(error: Exception) -> Response:
    """Return a mistake of ours as problem+json; the log gets its place, and no words of it."""
    log.error("unexpected", method=request.method, exc_info=error)
    return answer_refused(Refused("internal"))


def _faults(messages: Any, path: tuple[str, ...] = ()) -> Iterator[Fault]:
    """Yield marshmallow's nested messages as places: `json/members/0/name` is `members/0/name`."""
    if isinstance(messages, Mapping):
        for key, inner in messages.items():
            yield from _faults(inner, path if not path and key in ("json", "query") else (*path, str(key)))
    elif isinstance(messages, list):
        for inner in messages:
            yield Fault("/".join(p for p in path if p != "_schema"), str(inner))

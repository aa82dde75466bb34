"""What every answer carries: cookies, and what browsers may do with it."""

import re
import secrets

from flask import Response, g, request

from server.api.context import VISITOR_COOKIE, services

COOKIE_LIFE = 400 * 24 * 3600
"""Seconds; as long as browsers allow. When a session ends is decided here, not in the browser."""

HOST = re.compile(r"[A-Za-z0-9.:\[\]-]{1,255}")


def page_nonce() -> str:
    """Return the nonce with which this answer may bring styles."""
    if "nonce" not in g:
        g.nonce = secrets.token_urlsafe(16)
    return str(g.nonce)


def add_headers(response: Response) -> Response:
    """Set the cookies a handler asked for, and the headers every answer has."""
    _set_cookies(response)
    headers = response.headers
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "same-origin"
    headers["Cross-Origin-Opener-Policy"] = "same-origin"
    headers.setdefault("Cache-Control", "no-store")
    is_page = response.mimetype == "text/html"
    headers["Content-Security-Policy"] = (
        page_policy() if is_page else "default-src 'none'; frame-ancestors 'none'"
    )
    if services().settings.over_tls:
        headers["Strict-Transport-Security"] = "max-age=31536000"
    return response


def page_policy() -> str:
    """Return the content security policy of a page.

    Styles need the nonce because the component library writes them as it runs, and inline
    attributes because positions are computed; scripts get neither.
    """
    host = request.host if HOST.fullmatch(request.host) else ""
    sockets = f"{'wss' if services().settings.over_tls else 'ws'}://{host}" if host else ""
    return "; ".join(
        [
            "default-src 'self'",
            "script-src 'self'",
            f"style-src 'self' 'nonce-{page_nonce()}'",
            "style-src-attr 'unsafe-inline'",
            "img-src 'self' data: blob:",
            f"connect-src 'self' {sockets}".strip(),
            "object-src 'none'",
            "frame-ancestors 'none'",
            "base-uri 'self'",
            "form-action 'self'",
        ]
    )


def _set_cookies(response: Response) -> None:
    settings = services().settings
    if (token := g.pop("token", None)) is not None:
        _set_cookie(response, settings.cookie_name, token, COOKIE_LIFE)
    if g.pop("signed_out", False):
        response.delete_cookie(
            settings.cookie_name, path="/", secure=settings.over_tls, httponly=True, samesite="Lax"
        )
    if (visitor := g.pop("visitor", None)) is not None:
        _set_cookie(response, VISITOR_COOKIE, visitor, None)


def _set_cookie(response: Response, name: str, value: str, life: int | None) -> None:
    response.set_cookie(
        name,
        value,
        max_age=life,
        path="/",
        secure=services().settings.over_tls,
        httponly=True,
        samesite="Lax",
    )

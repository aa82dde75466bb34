"""What a handler may ask of its request."""

import datetime as dt
from typing import cast

from flask import current_app, g, request

from server.access import Role, Seat
from server.services import EXTENSION, Services, Session
from server.usecases.callers import Caller, Opened, who_calls
from server.usecases.join import Door
from server.usecases.secrets import new_id

VISITOR_COOKIE = "tavolo_visitor"
"""Tells browsers without a session apart, only to count their wrong codes."""


def services() -> Services:
    """Return everything that outlives a request."""
    return cast(Services, current_app.extensions[EXTENSION])


def now() -> dt.datetime:
    """Return the moment of this request, the same from its beginning to its end."""
    if "now" not in g:
        g.now = services().clock()
    return cast(dt.datetime, g.now)


def session() -> Session:
    """Return the database session of this request."""
    return cast(Session, g.session)


def session_token() -> str:
    """Return the token the browser sent, or an empty string."""
    return request.cookies.get(services().settings.cookie_name, "")


def caller() -> Caller | None:
    """Return who asks, or None."""
    if "caller" not in g:
        g.caller = who_calls(session(), session_token(), now(), services().settings.session_life)
    return cast(Caller | None, g.caller)


def member() -> Caller:
    """Return who asks, where the route admits nobody unknown."""
    return cast(Caller, caller())


def seat() -> Seat:
    """Return the caller's seat at the plan that the address names."""
    return cast(Seat, g.seat)


def role() -> Role:
    """Return what the caller is in the account, or in the plan in the bin, that the address names."""
    return cast(Role, g.role)


def present_sign_in() -> str | None:
    """Return the identifier of the browser's session, which a new sign-in ends."""
    found = caller()
    return found.sign_in if found else None


def remember(opened: Opened) -> None:
    """Answer for the person of a new session, and give the browser its token."""
    g.caller, g.token = opened.caller, opened.token


def door() -> Door:
    """Return the caller at the door of a plan, told apart by session or by browser."""
    found, limits = caller(), services().limits
    browser = found.sign_in if found else request.cookies.get(VISITOR_COOKIE, "")[:21]
    if not browser:
        # A browser that keeps no cookie counts only among everybody; the next answer gives it one.
        browser = g.visitor = new_id()
    return Door(browser, limits.join, limits.join_everywhere)

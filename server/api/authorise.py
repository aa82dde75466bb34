"""The one way a route says who may use it, and where that is enforced.

The address decides what the right is measured against: `plan_id` a plan, `account_id` an account,
neither the company. Whoever has no access at all to a plan or an account is told it is unknown.
"""

import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from flask import g, request

from server.access import Right, require_right, rights_of
from server.api.context import caller, now, services, session
from server.errors import Refused
from server.usecases.accounts import require_account, role_in_account
from server.usecases.callers import Caller
from server.usecases.plans import account_of_removed
from server.usecases.seats import seat_of

Handler = TypeVar("Handler", bound=Callable[..., Any])


@dataclass(frozen=True)
class Access:
    """Who may use a route: anyone when `right` is None.

    `in_bin` routes are about a plan or an account that is in the bin. `not_for_guests` routes act
    on the whole account, beyond the plan a guest has a seat at. `for_machines` routes ask for the
    token of the settings instead of a session.
    """

    right: Right | None
    in_bin: bool = False
    not_for_guests: bool = False
    for_machines: bool = False


def needs(
    right: Right, *, in_bin: bool = False, not_for_guests: bool = False
) -> Callable[[Handler], Handler]:
    """Declare that a handler serves those with a right."""
    return _declare(Access(right, in_bin, not_for_guests))


def open_to_anyone(handler: Handler) -> Handler:
    """Declare that a handler serves anybody, signed in or not."""
    return _declare(Access(None))(handler)


def for_machines(handler: Handler) -> Handler:
    """Declare that a handler serves programs that hold `TAVOLO_METRICS_TOKEN`, and nobody else.

    The address they come from says nothing: behind a proxy everybody comes from this machine.
    """
    return _declare(Access(None, for_machines=True))(handler)


def _declare(access: Access) -> Callable[[Handler], Handler]:
    def mark(handler: Handler) -> Handler:
        setattr(handler, "access", access)  # noqa: B010  # a function has no such attribute to mypy
        return handler

    return mark


def access_of(handler: Callable[..., Any]) -> Access:
    """Return what a handler declared; raise TypeError when it forgot to."""
    declared = getattr(handler, "access", None)
    if not isinstance(declared, Access):
        raise TypeError(f"{handler.__name__} does not say who may use it: add @needs or @open_to_anyone.")
    return declared


def authorise(access: Access, address: Mapping[str, str]) -> None:
    """Raise Refused unless the caller may use a route at this address."""
    if access.for_machines:
        _require_token(services().settings.metrics_token)
    if access.right is None:
        return
    found = caller()
    if found is None:
        raise Refused("sign_in_needed")
    if "plan_id" in address and access.in_bin:
        _authorise_in_account(
            found, account_of_removed(session(), address["plan_id"]), access, "unknown_plan"
        )
    elif "plan_id" in address:
        _authorise_at_plan(found, address["plan_id"], access)
    elif "account_id" in address:
        require_account(session(), address["account_id"], removed=access.in_bin)
        _authorise_in_account(found, address["account_id"], access, "unknown_account")
    else:
        require_right(found.rights, access.right)


def _require_token(expected: str) -> None:
    if not expected:
        raise Refused("metrics_off")
    kind, _, said = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() != "bearer" or not hmac.compare_digest(said.strip().encode(), expected.encode()):
        raise Refused("wrong_token")


def _authorise_at_plan(found: Caller, plan_id: str, access: Access) -> None:
    seat = seat_of(session(), found.sign_in, plan_id, now())
    if seat is None:
        raise Refused("unknown_plan")
    if access.right is not None:
        require_right(rights_of(seat.role), access.right)
    if access.not_for_guests and seat.is_guest:
        raise Refused("not_allowed")
    g.seat = seat


def _authorise_in_account(found: Caller, account_id: str, access: Access, unknown: str) -> None:
    role = role_in_account(session(), found, account_id)
    if role is None:
        raise Refused(unknown)
    if access.right is not None:
        require_right(rights_of(role), access.right)
    g.role = role

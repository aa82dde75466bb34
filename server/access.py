"""Who may do what: the only place that decides. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from server.errors import Refused


class Role(StrEnum):
    """What somebody is in a plan."""

    OWNER = "owner"
    FACILITATOR = "facilitator"
    PARTICIPANT = "participant"
    VIEWER = "viewer"


class Right(StrEnum):
    """What somebody may do."""

    READ = "read"
    EDIT = "edit"
    COMMENT = "comment"
    EXPORT = "export"
    MANAGE = "manage"
    """Rename, dates, join code, guests and their roles; in an account also: make plans."""

    REMOVE = "remove"
    ADMINISTER = "administer"
    """The members of an account, its name and logo."""

    BELONG = "belong"
    """What every member of the company may do, whatever their accounts."""

    INSTALL = "install"
    """The company, its members and who is invited."""


_VIEWER = frozenset({Right.READ})
_PARTICIPANT = _VIEWER | {Right.EDIT, Right.COMMENT}
_FACILITATOR = _PARTICIPANT | {Right.EXPORT, Right.MANAGE}
_OWNER = _FACILITATOR | {Right.REMOVE, Right.ADMINISTER}

RIGHTS: Mapping[Role, frozenset[Right]] = {
    Role.VIEWER: _VIEWER,
    Role.PARTICIPANT: _PARTICIPANT,
    Role.FACILITATOR: _FACILITATOR,
    Role.OWNER: _OWNER,
}

GUEST_ROLES = (Role.VIEWER, Role.PARTICIPANT, Role.FACILITATOR)
"""A guest has no password and never owns anything."""


def rights_of(role: Role) -> frozenset[Right]:
    """Return what a role may do in a plan or an account.

    >>> sorted(rights_of(Role.PARTICIPANT))
    [<Right.COMMENT: 'comment'>, <Right.EDIT: 'edit'>, <Right.READ: 'read'>]
    """
    return RIGHTS[role]


def rights_in_company(*, is_member: bool, is_owner: bool) -> frozenset[Right]:
    """Return what somebody may do outside of any account."""
    if not is_member:
        return frozenset()
    return frozenset({Right.BELONG, Right.INSTALL}) if is_owner else frozenset({Right.BELONG})


def require_right(rights: frozenset[Right], right: Right) -> None:
    """Raise `not_allowed` unless `right` is among `rights`."""
    if right not in rights:
        raise Refused("not_allowed")


def may_give(giver: Role, role: Role) -> bool:
    """Return whether somebody of one role may give another: nobody gives more than they have.

    >>> may_give(Role.FACILITATOR, Role.OWNER)
    False
    """
    return rights_of(role) <= rights_of(giver)


@dataclass(frozen=True)
class Seat:
    """Somebody at the table of one plan: what the server knows of them, never what they claim (D6)."""

    sign_in: str
    participant: str
    name: str
    department: str
    role: Role
    plan: str
    is_guest: bool = False

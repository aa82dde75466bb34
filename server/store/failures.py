"""What a database says when it fails, and the code of what that means to people."""

import sqlite3
import sys
from functools import cache

from sqlalchemy.exc import DBAPIError

SQLITE = (
    ("full", "storage_full"),
    ("readonly", "storage_denied"),
    ("unable to open", "storage_denied"),
    ("locked", "storage_busy"),
    ("malformed", "storage_damaged"),
    ("not a database", "storage_damaged"),
    ("disk i/o", "storage_damaged"),
)
"""What SQLite says, in part, and the code of what it means."""

POSTGRESQL = (
    ("DiskFull", "storage_full"),
    ("ReadOnlySqlTransaction", "storage_denied"),
    ("InsufficientPrivilege", "storage_denied"),
    ("InvalidPassword", "storage_denied"),
    ("InvalidAuthorizationSpecification", "storage_denied"),
    ("DataCorrupted", "storage_damaged"),
    ("IndexCorrupted", "storage_damaged"),
    ("LockNotAvailable", "storage_busy"),
    ("DeadlockDetected", "storage_busy"),
    ("SerializationFailure", "storage_busy"),
    # What is left is a server that is away, starts, stops, or is asked by too many.
    ("OperationalError", "storage_away"),
)
"""Errors of `psycopg.errors`, the particular before the general, and the code of what they mean."""


def code_of_failure(error: BaseException | None) -> str | None:
    """Return the code of what a failed statement means, or None when it is a mistake of ours.

    >>> code_of_failure(sqlite3.OperationalError("database or disk is full"))
    'storage_full'
    >>> from psycopg.errors import AdminShutdown
    >>> code_of_failure(AdminShutdown("terminating connection"))
    'storage_away'
    """
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, sqlite3.DatabaseError) and not isinstance(cause, sqlite3.IntegrityError):
        said = str(cause).lower()
        return next((code for part, code in SQLITE if part in said), None)
    # Its driver takes a tenth of the start of a server, and without it nothing of PostgreSQL can have failed.
    if "psycopg" not in sys.modules:
        return None
    return next((code for kind, code in _errors_of_postgresql() if isinstance(cause, kind)), None)


@cache
def _errors_of_postgresql() -> list[tuple[type[Exception], str]]:
    from psycopg import errors

    return [(getattr(errors, name), code) for name, code in POSTGRESQL]

"""What a database says when it fails, and the code of what that means to people."""

import sqlite3

from psycopg import errors as postgresql
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

POSTGRESQL: tuple[tuple[type[Exception], str], ...] = (
    (postgresql.DiskFull, "storage_full"),
    (postgresql.ReadOnlySqlTransaction, "storage_denied"),
    (postgresql.InsufficientPrivilege, "storage_denied"),
    (postgresql.InvalidPassword, "storage_denied"),
    (postgresql.InvalidAuthorizationSpecification, "storage_denied"),
    (postgresql.DataCorrupted, "storage_damaged"),
    (postgresql.IndexCorrupted, "storage_damaged"),
    (postgresql.LockNotAvailable, "storage_busy"),
    (postgresql.DeadlockDetected, "storage_busy"),
    (postgresql.SerializationFailure, "storage_busy"),
    # What is left is a server that is away, starts, stops, or is asked by too many.
    (postgresql.OperationalError, "storage_away"),
)
"""Errors of PostgreSQL, the particular before the general, and the code of what they mean."""


def code_of_failure(error: BaseException | None) -> str | None:
    """Return the code of what a failed statement means, or None when it is a mistake of ours.

    >>> code_of_failure(sqlite3.OperationalError("database or disk is full"))
    'storage_full'
    >>> code_of_failure(postgresql.AdminShutdown("terminating connection"))
    'storage_away'
    """
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, sqlite3.DatabaseError) and not isinstance(cause, sqlite3.IntegrityError):
        said = str(cause).lower()
        return next((code for part, code in SQLITE if part in said), None)
    return next((code for kind, code in POSTGRESQL if isinstance(cause, kind)), None)

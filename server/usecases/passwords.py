"""Passwords: kept as Argon2id hashes, checked in the same time whether or not the person exists."""

from functools import cached_property

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from server.errors import Refused
from server.usecases.off_loop import off_loop

SHORTEST = 10
LONGEST = 1_000


class Passwords:
    """Hashes and checks passwords; `hasher` sets what a guess costs."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()

    def hash(self, password: str) -> str:
        """Return the hash of a new password; raise `weak_password` when it is too short."""
        if not SHORTEST <= len(password) <= LONGEST:
            raise Refused("weak_password")
        return off_loop(lambda: self._hasher.hash(password))

    def matches(self, stored: str | None, password: str) -> bool:
        """Return whether a password is the one of this hash; None takes as long, and never is."""
        right = off_loop(lambda: self._verify(stored or self._nobody, password[:LONGEST]))
        return right and stored is not None

    def _verify(self, stored: str, password: str) -> bool:
        try:
            return self._hasher.verify(stored, password)
        except (VerificationError, InvalidHashError):
            return False

    @cached_property
    def _nobody(self) -> str:
        return self._hasher.hash("nobody has this password")

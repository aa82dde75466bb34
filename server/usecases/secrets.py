"""Identifiers, tokens, codes and the hashes they are kept as."""

import hashlib
import secrets

CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""31 characters, none of which is taken for another from the back of a room (0 O, 1 I L)."""

CODE_LENGTH = 8


def new_id() -> str:
    """Return an identifier: 21 URL-safe characters, 126 bits.

    None begins with a hyphen, which a command line would take for an option.
    """
    while (identifier := secrets.token_urlsafe(16)[:21]).startswith("-"):
        pass
    return identifier


def new_token() -> str:
    """Return a secret for a cookie or a link: 43 URL-safe characters, 256 bits."""
    return secrets.token_urlsafe(32)


def hash_of(token: str) -> bytes:
    """Return what a token is kept as; 256 random bits need no slow hash."""
    return hashlib.sha256(token.encode()).digest()


def new_code() -> str:
    """Return a join code."""
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))


def tidy_code(typed: str) -> str:
    """Return a join code as it is stored, whatever somebody typed around it.

    >>> tidy_code(" k7wp-2mqx ")
    'K7WP2MQX'
    """
    return "".join(c for c in typed.upper() if c.isalnum())[: CODE_LENGTH + 1]

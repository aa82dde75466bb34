"""Identifiers of records, as the pages make them too: 21 characters, safe in addresses."""

import string
from random import Random

ALPHABET = string.ascii_letters + string.digits + "_-"
LENGTH = 21
"""126 bits: a million records made at once without a notable chance of meeting."""


def new_id(chance: Random) -> str:
    """Return a new identifier drawn from `chance`; use `random.SystemRandom()` outside of tests."""
    return "".join(chance.choices(ALPHABET, k=LENGTH))

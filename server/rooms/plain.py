"""Numbers as people wrote them (D4): Yjs has a single number type, so 3 comes back as 3.0."""

from typing import Any

EXACT = 2**53
"""Beyond it a floating number no longer says which whole number was meant."""


def plain(value: Any) -> Any:
    """Return a value read from a document with its whole numbers as integers, however deep.

    >>> plain({"level": 3.0, "share": [0.5, 2.0]})
    {'level': 3, 'share': [0.5, 2]}
    """
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < EXACT else value
    if isinstance(value, list):
        return [plain(part) for part in value]
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    return value

"""The end of a day, when somebody goes on with a plan on a later one. Days are those of UTC."""

from collections.abc import Callable
from typing import NamedTuple


class Day(NamedTuple):
    """A plan as it was at the end of a day: its last edit (when: UTC, ISO 8601), content and authorship."""

    seq: int
    at: str
    content: bytes
    authorship: bytes


KeepDay = Callable[[str, Day], None]
"""Takes the end of a day of a plan, by its identifier."""


def is_later_day(at: str, than: str) -> bool:
    """Return whether a moment belongs to a later day than another; not when there is no other.

    >>> is_later_day("2027-01-12T00:10:00", than="2027-01-11T23:50:00"), is_later_day("2027-01-12", than="")
    (True, False)
    """
    return bool(than) and at[:10] > than[:10]

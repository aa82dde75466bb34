"""What a plan tells of itself: something to mend, where it is, and how to mend it."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["must", "should", "could"]


@dataclass(frozen=True, order=True)
class Finding:
    """One sentence to show beside a record.

    `code` is stable and names the rule; `where` is a target as `planning.kinds.Target` takes it
    (`section`, `section/id` or `section/id/field`).
    """

    code: str
    where: str
    message: str
    remedy: str
    severity: Severity = "should"

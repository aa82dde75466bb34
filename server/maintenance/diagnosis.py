"""What the doctor says: a sentence each, how serious it is, and what to do about it."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["good", "doubtful", "bad"]


@dataclass(frozen=True)
class Diagnosis:
    """One thing that was looked at."""

    level: Level
    what: str
    remedy: str = ""


def good(what: str) -> Diagnosis:
    """Return that something is as it should be."""
    return Diagnosis("good", what)


def doubtful(what: str, remedy: str) -> Diagnosis:
    """Return that something works but should not stay so."""
    return Diagnosis("doubtful", what, remedy)


def bad(what: str, remedy: str) -> Diagnosis:
    """Return that something does not work."""
    return Diagnosis("bad", what, remedy)

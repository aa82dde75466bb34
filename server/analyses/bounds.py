"""What the process that makes reports may use, and how long it is waited for."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Bounds:
    """Limits of one child."""

    memory: int = 2 << 30
    """Bytes of address space; a copy of a plan of 1,000 records takes some ten million."""

    seconds: int = 30
    """Of processor, for one report."""

    tick: float = 5.0
    """Seconds between two signs of life."""

    patience: float = 45.0
    """Seconds without one after which it counts as hung: longer than one report may take."""

    starting: float = 60.0
    """Seconds it has to load its libraries: one is usual, on a busy machine many more."""

    most_waiting: int = 64 << 20
    """Bytes that may wait for it before it counts as hung."""

    answer_patience: float = 10.0
    """Seconds that somebody waits for an answer."""

    strikes: int = 3
    """How often a plan may end it before the plan is left out."""

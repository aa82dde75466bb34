"""Whether our departments work together, or each runs the right strategy on its own."""

from planning.analyses.collaboration.areas import Area
from planning.analyses.collaboration.departments import (
    Collaboration,
    Contribution,
    Department,
    DepartmentPair,
    collaboration,
)
from planning.analyses.collaboration.findings import WORDS, check_collaboration

__all__ = [
    "WORDS",
    "Area",
    "Collaboration",
    "Contribution",
    "Department",
    "DepartmentPair",
    "check_collaboration",
    "collaboration",
]

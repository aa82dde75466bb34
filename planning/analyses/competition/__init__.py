"""How the customer compares us with our rivals, and what to do about it."""

from planning.analyses.competition.comparison import Competition, Criterion, Vendor, competition
from planning.analyses.competition.findings import WORDS, check_competition

__all__ = ["WORDS", "Competition", "Criterion", "Vendor", "check_competition", "competition"]

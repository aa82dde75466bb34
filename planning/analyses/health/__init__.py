"""The state of a plan: how full it is, how well it is known, and what is open."""

from planning.analyses.health.completeness import completeness
from planning.analyses.health.evidence import Evidence
from planning.analyses.health.findings import WORDS, check_health
from planning.analyses.health.overview import Health, Open, ToolHealth, health

__all__ = [
    "WORDS",
    "Evidence",
    "Health",
    "Open",
    "ToolHealth",
    "check_health",
    "completeness",
    "health",
]

"""Who can persuade whom: the ways to those who decide, and the people everything hangs on."""

from planning.analyses.influence.findings import WORDS, check_influence
from planning.analyses.influence.reach import Broker, Influence, Thread, influence, rank_brokers
from planning.analyses.influence.ways import Step, Way, ways_to

__all__ = [
    "WORDS",
    "Broker",
    "Influence",
    "Step",
    "Thread",
    "Way",
    "check_influence",
    "influence",
    "rank_brokers",
    "ways_to",
]

"""What holds up what, what cannot be kept, and who has promised too much."""

from planning.analyses.schedule.findings import check_schedule
from planning.analyses.schedule.network import Network, duration, network
from planning.analyses.schedule.timing import Period, Schedule, Timing, schedule
from planning.analyses.schedule.workload import check_workload, workload

__all__ = [
    "Network",
    "Period",
    "Schedule",
    "Timing",
    "check_schedule",
    "check_workload",
    "duration",
    "network",
    "schedule",
    "workload",
]

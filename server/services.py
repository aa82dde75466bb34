"""What handlers work with, made once by `server.app.create_app`."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy.orm import Session as Session  # handlers name the type, and reach the store no further

from config.settings import Settings
from server.export.exports import Exports
from server.metrics.exposition import Metrics
from server.store.database import Database
from server.usecases.attempts import Attempts
from server.usecases.failed_sign_ins import FailedSignIns
from server.usecases.find_ways import Analyses
from server.usecases.live import OpenPlans
from server.usecases.passwords import Passwords

Clock = Callable[[], dt.datetime]
"""Gives the present moment: UTC, without zone."""

EXTENSION = "tavolo"
"""Where Flask keeps the services: `current_app.extensions[EXTENSION]`."""


@dataclass(frozen=True)
class Limits:
    """How often people may be wrong."""

    sign_in: Attempts
    failed_sign_ins: FailedSignIns
    join: Attempts
    join_everywhere: Attempts


@dataclass(frozen=True)
class Services:
    """Everything that outlives a request."""

    settings: Settings
    database: Database
    clock: Clock
    passwords: Passwords
    limits: Limits
    rooms: OpenPlans
    exports: Exports
    analyses: Analyses
    metrics: Metrics
    not_ready: Callable[[], str | None]
    """Returns the code of what keeps this process from serving, None when it can; at once."""


def limits_of(settings: Settings) -> Limits:
    """Return fresh counts with the limits of an installation."""
    minute = dt.timedelta(minutes=1)
    return Limits(
        sign_in=Attempts(settings.sign_in_failures, 10 * minute),
        failed_sign_ins=FailedSignIns(dt.timedelta(days=settings.failed_sign_in_days)),
        join=Attempts(settings.join_failures, minute),
        join_everywhere=Attempts(settings.join_failures_everywhere, minute),
    )

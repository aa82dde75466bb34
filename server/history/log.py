"""The log of a plan: every edit as it was taken in, the older ones perhaps folded into a snapshot."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

SERVER = "server"
"""The author of what a new version of Tavolo adds to an older plan."""

MANY = ""
"""The author of a snapshot."""


class Written(NamedTuple):
    """An edit: its number, the participant whose it is, and when it was taken in (UTC, without zone)."""

    seq: int
    author: str
    at: dt.datetime
    update: bytes


@dataclass(frozen=True)
class History:
    """All that is written of a plan, in order, the first row perhaps a snapshot.

    `authorship` says who wrote what of that (see `server.history.authorship`), when it is known.
    """

    rows: Sequence[Written]
    authorship: bytes | None = None

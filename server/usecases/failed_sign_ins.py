"""Failed sign-ins in the audit log: who guesses must leave a trace, and cannot fill the disk with it."""

import datetime as dt
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from server.store.audit import drop_entries
from server.usecases.attempts import Attempts
from server.usecases.audit import Deed, record_deed, sign

MOST_AN_HOUR = 200
"""Entries of one process: enough to see what is going on, and some thousand at most of a long night."""

MORE = "more"
"""The word of the last entry: further ones of this hour are not written down one by one."""

DROPPED_AT_ONCE = 50
"""Old entries that go with each new one: more than come, and few enough that nobody waits for it."""


@dataclass(frozen=True)
class FailedSignIns:
    """Writes them down.

    Parameters
    ----------
    keep
        How long they stay in the log; no time at all means for ever.
    """

    keep: dt.timedelta
    _noted: Attempts = field(default_factory=lambda: Attempts(MOST_AN_HOUR, dt.timedelta(hours=1)))

    def record(self, session: Session, about: str | None, now: dt.datetime) -> None:
        """Add an entry about a member, or an address nobody has, unless there were too many lately."""
        # Apart, or addresses that are made up would hide who guesses a member's password.
        kind = "member" if about else "nobody"
        left = self._noted.left(kind, now)
        if not left:
            return
        self._noted.record_failure(kind, now)
        sign(session, None, now)
        record_deed(session, Deed.SIGN_IN_FAILED, about=about, detail=MORE if left == 1 else "")
        if self.keep:
            drop_entries(session, Deed.SIGN_IN_FAILED, now - self.keep, DROPPED_AT_ONCE)

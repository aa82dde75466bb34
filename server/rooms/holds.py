"""The plans that this process holds; everything here happens in the journal's thread."""

import secrets
from collections.abc import Iterable, Mapping, Set
from typing import NamedTuple

from sqlalchemy import Connection

from server.store.journal import Hold, Overtaken
from server.store.leases import note_people, release_leases, renew_leases, take_lease, want_lease

ALONE = "alone"
"""The holder of every plan in a database that only one process may open at a time."""


class Elsewhere(Exception):
    """Another process holds the plan, and does not give it up."""


class Lost(NamedTuple):
    """Plans of this process that another one has taken, and those that another one asks for."""

    gone: Set[str]
    wanted: Set[str]


class Holds:
    """The leases of one process.

    Parameters
    ----------
    seconds
        For how long a plan is held without word from this process; 0 where no other can come.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.holder = secrets.token_urlsafe(12) if seconds else ALONE
        self._epochs: dict[str, int] = {}
        self._told: dict[str, int] = {}

    def take(self, connection: Connection, plan_id: str) -> bool:
        """Take hold of a plan, or ask its holder for it and return that it is elsewhere."""
        epoch = take_lease(connection, plan_id, self.holder, self.seconds)
        if epoch is None:
            want_lease(connection, plan_id, self.holder)
            return False
        self._epochs[plan_id] = epoch
        self._told.pop(plan_id, None)
        return True

    def hold_of(self, plan_id: str) -> Hold:
        """Return by what right this process writes to a plan.

        Raises
        ------
        Overtaken
            When it has none.
        """
        if (epoch := self._epochs.get(plan_id)) is None:
            raise Overtaken(plan_id)
        return Hold(self.holder, epoch)

    def renew(self, connection: Connection, people: Mapping[str, int]) -> Lost:
        """Prolong every hold, and return the plans that are lost, or wanted elsewhere.

        `people` is how many are at each plan; other processes hear of what has changed.
        """
        leases = renew_leases(connection, self.holder, self.seconds)
        kept = {
            plan_id
            for plan_id, epoch in self._epochs.items()
            if plan_id in leases and leases[plan_id].epoch == epoch
        }
        # Nothing is known of what was told until all of it is.
        told, self._told = self._told, {}
        now = {plan_id: people.get(plan_id, 0) for plan_id in kept}
        changed = {plan_id: count for plan_id, count in now.items() if told.get(plan_id, 0) != count}
        note_people(connection, self.holder, changed)
        self._told = now
        return Lost(self._epochs.keys() - kept, {plan_id for plan_id in kept if leases[plan_id].is_wanted})

    def release(self, connection: Connection, plans: Iterable[str] | None = None) -> None:
        """Let go of plans, or of all, so that another process may have them at once."""
        named = list(self._epochs if plans is None else plans)
        theirs = [plan_id for plan_id in named if self._epochs.pop(plan_id, None) is not None]
        if theirs and self.seconds:
            release_leases(connection, self.holder, theirs)

"""What use cases need of the plans that are open now; `server.rooms.rooms.Rooms` is one."""

from collections.abc import Sequence, Sized
from typing import Protocol

from sqlalchemy.orm import Session

from planning.plan import Plan
from planning.tools import SCHEMA
from server.access import Seat
from server.errors import Refused
from server.history.log import History
from server.rooms.document import document_from, read_plan
from server.store.database import Database
from server.store.journal import load_plan
from server.store.leases import people_at


class LivePlans(Protocol):
    """The plans that people work on."""

    def read(self, plan_id: str) -> tuple[Plan, int]:
        """Return a plan as it is this moment, and the number of its last edit."""

    def open_people(self, plan_id: str) -> Sized:
        """Return who has a plan open now."""

    def recheck(self) -> None:
        """Ask at once who may still be where (W7); called after access has changed."""

    def sign_out(self, sign_in: str) -> None:
        """End the connections of a session that ended."""

    def forget(self, plan_id: str) -> None:
        """End the connections to a plan that went to the bin."""


def count_people(session: Session, live: LivePlans, plans: Sequence[str]) -> dict[str, int]:
    """Return how many are at each plan now: here, or as the process that holds it told seconds ago."""
    told = people_at(session, plans)
    return {plan_id: len(live.open_people(plan_id)) or told.get(plan_id, 0) for plan_id in plans}


class OpenPlans(LivePlans, Protocol):
    """The plans of a process that serves people."""

    def wake(self, plan_id: str) -> None:
        """Load a plan that is cold."""

    def history_of(self, plan_id: str) -> History | None:
        """Return all that is written of a live plan."""

    def forget_person(self, plan_id: str, participant: str) -> bool:
        """Fold a plan after somebody's name was written over; return whether nothing is left of it."""

    def scrub(self) -> None:
        """Overwrite on the disk what was deleted."""

    def enter(self, plan_id: str, seat: Seat, updates: Sequence[bytes]) -> int:
        """Take in edits of somebody who brings them with a request; return the number of the last one."""


class PlansAtRest:
    """Plans as the disk has them, for a process that serves nobody."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def read(self, plan_id: str) -> tuple[Plan, int]:
        """Return a plan with every edit that was acknowledged, and the number of its last one."""
        with self._database.engine.connect() as connection:
            stored = load_plan(connection, plan_id)
        if stored is None:
            raise Refused("unknown_plan")
        return read_plan(document_from(*stored.updates), SCHEMA), stored.seq

    def open_people(self, plan_id: str) -> Sized:
        """Return nobody."""
        return ()

    def recheck(self) -> None:
        """Nobody is connected here; a server that runs asks by itself."""

    def sign_out(self, sign_in: str) -> None:
        """Nobody is connected here."""

    def forget(self, plan_id: str) -> None:
        """Nobody is connected here."""

"""Who follows live plans, to work something out from them beside the process that serves them."""

from collections.abc import Sequence
from typing import Protocol

from server.history.log import History, Written
from server.rooms.folding import Folded, fold_updates


class Witness(Protocol):
    """Told of every plan while it is live. What notes something must neither wait nor raise."""

    def opened(self, plan_id: str, history: History) -> None:
        """Note that a plan is live, and all of it."""

    def edited(self, plan_id: str, rows: Sequence[Written]) -> None:
        """Note what entered a plan; it is on the disk."""

    def closed(self, plan_id: str) -> None:
        """Note that a plan is not live any more."""

    def fold(self, plan_id: str, seq: int, updates: Sequence[bytes]) -> Folded | None:
        """Return the log of a live plan up to its last edit `seq` as one update, with who wrote what of it.

        None when that cannot be said now. It may wait. Whoever follows nothing knows no authors.
        """


class Nobody:
    """Follows nothing."""

    def opened(self, plan_id: str, history: History) -> None:
        """Do nothing."""

    def edited(self, plan_id: str, rows: Sequence[Written]) -> None:
        """Do nothing."""

    def closed(self, plan_id: str) -> None:
        """Do nothing."""

    def fold(self, plan_id: str, seq: int, updates: Sequence[bytes]) -> Folded | None:
        """Put the log together here and now."""
        return fold_updates(updates)

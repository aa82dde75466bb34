"""Who follows live plans, to work something out from them beside the process that serves them."""

from collections.abc import Sequence
from typing import Protocol


class Witness(Protocol):
    """Told of every plan while it is live. Nothing here may wait or raise: a room calls it as it applies."""

    def opened(self, plan_id: str, seq: int, updates: Sequence[bytes]) -> None:
        """Note that a plan is live: all of it, as updates in order."""

    def edited(self, plan_id: str, seq: int, update: bytes) -> None:
        """Note what entered a plan; it is on the disk."""

    def closed(self, plan_id: str) -> None:
        """Note that a plan is not live any more."""


class Nobody:
    """Follows nothing."""

    def opened(self, plan_id: str, seq: int, updates: Sequence[bytes]) -> None:
        """Do nothing."""

    def edited(self, plan_id: str, seq: int, update: bytes) -> None:
        """Do nothing."""

    def closed(self, plan_id: str) -> None:
        """Do nothing."""

"""When everybody who is connected must be asked about again (W7)."""

from collections.abc import Callable
from time import monotonic

from server.rooms.attendance import Clock

AccessChanges = Callable[[], int]
"""Returns how often something was written that decides who has which seat."""

MOST_SECONDS = 30.0
"""How long nobody asks where nothing was written: a session ends by itself as well."""


class AccessWatch:
    """Asks about everybody only when something has changed: about a thousand people that costs much."""

    def __init__(self, changes: AccessChanges, clock: Clock = monotonic) -> None:
        self._changes, self._clock = changes, clock
        self._checked: tuple[int, float] | None = None

    def run(self, check: Callable[[], None]) -> None:
        """Call `check` unless it went well since the last change."""
        # Read before the check: what changes while that is under way is found the next time.
        changes, now = self._changes(), self._clock()
        if self._checked is not None:
            number, at = self._checked
            if number == changes and now - at < MOST_SECONDS:
                return
        check()
        self._checked = changes, now

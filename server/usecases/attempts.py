"""How often somebody may be wrong before they must wait."""

import datetime as dt
from collections import deque
from dataclasses import dataclass, field

from server.errors import Refused

MOST_KEYS = 10_000
"""Keys remembered at once; more can only come from somebody who makes them up."""


@dataclass
class Attempts:
    """Failures by key in a sliding window; kept in memory, since one process serves a plan.

    A key is a browser or an e-mail address, never an address of the network: a room full of people
    behind one router would be locked out by one of them.
    """

    most: int
    window: dt.timedelta
    _failures: dict[str, deque[dt.datetime]] = field(default_factory=dict)

    def require_left(self, key: str, now: dt.datetime) -> None:
        """Raise `too_many_attempts` when this key has failed too often lately."""
        failures = self._recent(key, now)
        if len(failures) >= self.most:
            wait = failures[0] + self.window - now
            raise Refused("too_many_attempts", retry_after=max(1, int(wait.total_seconds()) + 1))

    def left(self, key: str, now: dt.datetime) -> int:
        """Return how often this key may still fail."""
        return self.most - len(self._recent(key, now))

    def record_failure(self, key: str, now: dt.datetime) -> None:
        """Remember a failure."""
        if len(self._failures) >= MOST_KEYS:
            self._drop_stale(now)
        self._failures.setdefault(key, deque(maxlen=self.most)).append(now)

    def forget(self, key: str) -> None:
        """Forget every failure of a key."""
        self._failures.pop(key, None)

    def _recent(self, key: str, now: dt.datetime) -> deque[dt.datetime]:
        failures = self._failures.get(key, deque())
        while failures and failures[0] <= now - self.window:
            failures.popleft()
        return failures

    def _drop_stale(self, now: dt.datetime) -> None:
        fresh = {key: f for key, f in self._failures.items() if f and f[-1] > now - self.window}
        if len(fresh) >= MOST_KEYS:
            # Keys that are made up fail once each; who guesses for one has failed more often with that.
            kept = sorted(fresh, key=lambda key: (len(fresh[key]), fresh[key][-1]))[MOST_KEYS // 2 :]
            fresh = {key: fresh[key] for key in kept}
        self._failures = fresh

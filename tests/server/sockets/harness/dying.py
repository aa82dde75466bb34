"""Lets the server die, or stand still, at one step of W1, the next time it comes by.

The steps are: log, commit, apply, broadcast; and the renewal of its leases.
"""

import signal
from collections.abc import Callable
from typing import Any

from server.rooms.audience import Audience
from server.rooms.holds import Holds
from server.rooms.journal import Journal
from server.store.journal import Recorder

STEPS: dict[str, tuple[type[Any], str, bool]] = {
    "gated": (Journal, "append", False),
    "logged": (Recorder, "commit", False),
    "committed": (Recorder, "commit", True),
    "durable": (Journal, "append", True),
    "applied": (Audience, "tell_everybody", False),
    "told": (Audience, "tell_everybody", True),
}
"""By what has just happened: the method, and whether the server is interrupted after it or before."""

RENEWING = {"renewing": (Holds, "renew", True)}


def interrupt_at(step: str, how: signal.Signals) -> None:
    """Send this process a signal at a step: SIGKILL, as a power cut would, or SIGSTOP."""
    place, name, is_after = (STEPS | RENEWING)[step]
    do: Callable[..., Any] = getattr(place, name)

    def interrupt(*given: Any, **named: Any) -> Any:
        answer = do(*given, **named) if is_after else None
        setattr(place, name, do)
        # To this thread: another one might take it, and this one go on for a moment.
        signal.raise_signal(how)
        return answer if is_after else do(*given, **named)

    setattr(place, name, interrupt)

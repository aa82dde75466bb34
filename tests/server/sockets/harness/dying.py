"""Lets the server die at one step of W1, the next time it comes by: log, commit, apply, broadcast."""

import os
import signal
from collections.abc import Callable
from typing import Any

from server.rooms.audience import Audience
from server.rooms.journal import Journal
from server.store.journal import Recorder

STEPS: dict[str, tuple[type[Any], str, bool]] = {
    "gated": (Journal, "append", False),
    "logged": (Recorder, "commit", False),
    "committed": (Recorder, "commit", True),
    "durable": (Journal, "append", True),
    "applied": (Audience, "tell", False),
    "told": (Audience, "tell", True),
}
"""By what has just happened: the method, and whether the server dies after it or before."""


def die_at(step: str) -> None:
    """Kill this process at a step, as a power cut would."""
    place, name, is_after = STEPS[step]
    do: Callable[..., Any] = getattr(place, name)

    def die(*given: Any, **named: Any) -> None:
        if is_after:
            do(*given, **named)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(place, name, die)

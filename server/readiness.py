"""Whether this process can serve: found out beside the event loop, again and again, and known at once."""

from collections.abc import Callable
from time import monotonic

from gevent import Timeout, sleep, spawn

from server.rooms.scribe import Scribe

EVERY, PATIENCE = 0.5, 1.25
"""Seconds from one look to the next, and for one: together less than the two seconds after which a
proxy must know."""

Look = Callable[[], str | None]
"""Returns the code of what stands in the way, or None; it may wait for ever."""


class Readiness:
    """Asks a thread of its own, which may hang on a connection that died, and judges by the clock.

    Parameters
    ----------
    look
        Asked in the thread.
    close
        Called there at the end.
    """

    def __init__(
        self,
        look: Look,
        close: Callable[[], None] = lambda: None,
        *,
        every: float = EVERY,
        patience: float = PATIENCE,
    ) -> None:
        self._look, self._close, self._every, self._patience = look, close, every, patience
        self._scribe = Scribe()
        self._asked_at: float | None = None
        self._found: str | None = None
        self._keeper = spawn(self._watch)

    def __call__(self) -> str | None:
        """Return the code of what stands in the way, None when this process can serve; at once."""
        if self._asked_at is not None and monotonic() - self._asked_at > self._patience:
            return "storage_away"
        return self._found

    def stop(self) -> None:
        """Ask no more; a thread that hangs is left to end with the process."""
        self._keeper.kill()
        with Timeout(self._patience, False):
            self._scribe.do(self._close)
            self._scribe.end()

    def _watch(self) -> None:
        while True:
            if self._asked_at is None:
                self._asked_at = monotonic()
                self._scribe.ask(self._look, self._answered)
            sleep(self._every)

    def _answered(self, code: str | None, problem: BaseException | None) -> None:
        # A look that fails in a way of its own says nothing good either.
        self._found = code if problem is None else "storage_away"
        self._asked_at = None

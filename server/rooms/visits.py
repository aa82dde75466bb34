"""Edits that come through a request and not through a connection; whoever brings them waits for the disk."""

import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from gevent import Timeout
from gevent.event import AsyncResult

from server.access import Seat
from server.rooms.attendance import Attendance, Limits
from server.rooms.journal import NotDurable

PATIENCE = 30.0
"""Seconds after which a disk that has not answered is taken for one that does not."""


class Nowhere:
    """The link of somebody who has no connection."""

    def close(self) -> None:
        """There is nothing to end."""


class Visits:
    """Who waits until their edits are in the plan."""

    def __init__(self) -> None:
        self._waiting: dict[str, tuple[int, AsyncResult[None]]] = {}

    def __bool__(self) -> bool:
        return bool(self._waiting)

    @contextmanager
    def begin(self, seat: Seat, limits: Limits, edits: int) -> Iterator[Attendance]:
        """Give an attendance under which so many edits may be queued, and wait for them at the end.

        Raises
        ------
        Rejection, NotDurable
        """
        attendance = Attendance(f"visit {secrets.token_urlsafe(12)}", seat, Nowhere(), limits)
        done: AsyncResult[None] = AsyncResult()
        self._waiting[attendance.key] = edits, done
        try:
            yield attendance
            done.get(timeout=PATIENCE)
        except Timeout:
            raise NotDurable("The disk does not answer.") from None
        finally:
            del self._waiting[attendance.key]

    def note_saved(self, saved: Mapping[str, int]) -> None:
        """Let those go whose last edit is saved; `saved` is key to number."""
        for key, (last, done) in self._waiting.items():
            if saved.get(key) == last:
                done.set(None)

    def reject(self, attendance: Attendance, problem: Exception) -> bool:
        """Tell a visitor that an edit was rejected; return whether it is one."""
        if attendance.key not in self._waiting:
            return False
        self._waiting[attendance.key][1].set_exception(problem)
        return True

    def fail(self, problem: Exception) -> None:
        """Tell everybody who waits that it was for nothing."""
        for _last, done in self._waiting.values():
            done.set_exception(problem)

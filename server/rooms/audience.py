"""Everybody at a plan: what they are told, what they show of themselves, and how they leave."""

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from random import randrange
from time import monotonic

from gevent import Greenlet, spawn_later

from server.access import Seat
from server.rooms.attendance import Allowance, Attendance, Limits
from server.rooms.lib0 import Malformed
from server.rooms.messages import Deliver, Edits, Link, Message, Present, Refused, Report, You
from server.rooms.presence import Presence
from server.texts import gettext as _

PRESENCE_WINDOW, PRESENCE_SHARE = 0.1, 0.0005
"""Seconds between two messages of who is where: at least, and for each person they go to."""

RIDE = 0.05
"""Seconds for which who is where waits for edits to go with while people type: then it costs no write."""


class Audience:
    """The connections to one plan. Nothing here waits."""

    def __init__(self, deliver: Deliver, limits: Limits) -> None:
        self.people: dict[str, Attendance] = {}
        self.presence = Presence()
        self.left_at = monotonic()
        self._deliver, self._limits = deliver, limits
        self._newcomers: set[Attendance] = set()
        self._links: deque[Link] = deque()
        """Those of everybody, made anew when somebody comes or goes."""

        self._offences: dict[str, Allowance] = {}
        self._telling: Greenlet[..., None] | None = None
        self._told_at = self._edited_at = -PRESENCE_WINDOW
        self._report = Report(0, {})

    def tell(self, message: Message, attendance: Attendance) -> None:
        """Send a message to one person, unless they have gone."""
        if attendance.key in self.people:
            self._deliver([attendance.link], message)

    def tell_everybody(self, edits: Edits) -> None:
        """Send edits to everybody, and with them who is where when that is due."""
        # The last of a thousand hears ten milliseconds after the first, so it is another one each time.
        self._links.rotate(randrange(len(self._links) or 1))
        self._edited_at = monotonic()
        if self._may_ride() and (changes := self._take_changes()) is not None:
            # Behind the edits: a cursor may stand in what they bring.
            self._deliver(self._links, edits, Present(changes))
        else:
            self._deliver(self._links, edits)

    def report(self, seq: int, parts: Mapping[str, str]) -> None:
        """Tell everybody what the plan works out by itself: the parts that changed."""
        self._report = Report(seq, {**self._report.parts, **parts})
        self._deliver([one.link for one in self._known()], Report(seq, parts))

    def seat(self, attendance: Attendance) -> None:
        """Take somebody in, who is told who else is here."""
        if not attendance.opens.take():
            # Each opening may cost a whole plan.
            self.note_offence(attendance)
            if attendance.gone:
                return
        attendance.round += 1
        # After a rejection the same connection comes back with another document.
        self.presence.release(attendance)
        self.people[attendance.key] = attendance
        self._links = deque(one.link for one in self.people.values())
        self._newcomers.add(attendance)
        self._announce()

    def leave(self, attendance: Attendance) -> None:
        """Note that a connection ended."""
        attendance.gone = True
        if self.people.pop(attendance.key, None) is not None:
            self._links = deque(one.link for one in self.people.values())
            self.presence.release(attendance)
            self.left_at = monotonic()
            self._announce()

    def show(self, attendance: Attendance, update: bytes, may_use: Callable[[int, str], bool]) -> None:
        """Take in what somebody shows of themselves; too much of it is left out."""
        if len(update) > self._limits.presence_bytes or not attendance.presences.take():
            return
        try:
            self.presence.take(attendance, update, may_use)
        except Malformed:
            self.note_offence(attendance)
        else:
            self._announce()

    def reseat(self, attendance: Attendance, seat: Seat) -> None:
        """Give somebody who is here other rights or another name (W7)."""
        former, attendance.seat = attendance.seat, seat
        self.tell(You(seat.role, seat.name, seat.department), attendance)
        if (former.name, former.department) != (seat.name, seat.department):
            self.presence.rename(attendance)
            self._announce()

    def refuse(self, attendances: Iterable[Attendance], code: str, message: str) -> None:
        """Tell some people why, and end their connections."""
        gone = list(attendances)
        self._deliver([one.link for one in gone], Refused(code, message))
        for one in gone:
            self.leave(one)
            one.link.close()

    def note_offence(self, attendance: Attendance) -> None:
        """Count what no well-behaved client sends; who goes on is disconnected (W6)."""
        rate = self._limits.rejections_per_minute / 60
        participant = attendance.seat.participant
        patience = self._offences.setdefault(participant, Allowance(rate, seconds=60))
        if not patience.take():
            self.refuse(
                [attendance], "flood", _("Too much could not be accepted; wait, then reload the page.")
            )

    @property
    def _window(self) -> float:
        # Of a thousand people somebody moves all the time, and each message is a thousand frames.
        return max(PRESENCE_WINDOW, PRESENCE_SHARE * len(self.people))

    def _announce(self) -> None:
        if self._telling is None:
            now = monotonic()
            wait = max(0.0, self._told_at + self._window - now)
            if now - self._edited_at < self._window:
                # The next edits are near, and can take it along.
                wait += RIDE
            self._telling = spawn_later(wait, self._tell_presence)

    def _may_ride(self) -> bool:
        """Return whether who is where is due, and wanted by everybody alike."""
        is_due = self._telling is not None and self._edited_at - self._told_at >= self._window
        return is_due and not self._newcomers

    def _take_changes(self) -> bytes | None:
        """Return who is where now, which is then told."""
        if self._telling is not None:
            self._telling.kill(block=False)
        self._telling, self._told_at = None, monotonic()
        return self.presence.changes()

    def _tell_presence(self) -> None:
        self._telling = None
        changes, everybody = self._take_changes(), self.presence.everybody()
        if changes is not None:
            self._deliver([a.link for a in self._known()], Present(changes))
        newcomers = [a.link for a in self._newcomers if a.key in self.people]
        self._newcomers = set()
        if everybody is not None:
            self._deliver(newcomers, Present(everybody))
        if self._report.parts:
            self._deliver(newcomers, self._report)

    def _known(self) -> list[Attendance]:
        """Return who has been told what was there when they came."""
        return [one for one in self.people.values() if one not in self._newcomers]

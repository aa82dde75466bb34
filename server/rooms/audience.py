"""Everybody at a plan: what they are told, what they show of themselves, and how they leave."""

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from random import randrange
from time import monotonic

from gevent import spawn_later

from server.access import Seat
from server.rooms.attendance import Allowance, Attendance, Limits
from server.rooms.lib0 import Malformed
from server.rooms.messages import Deliver, Link, Message, Present, Refused, Report, You
from server.rooms.presence import Presence
from server.texts import gettext as _

PRESENCE_WINDOW, PRESENCE_SHARE = 0.1, 0.0005
"""Seconds between two messages of who is where: at least, and for each person they go to."""


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
        self._due = False
        self._told_at = -PRESENCE_WINDOW
        self._report = Report(0, {})

    def tell(self, message: Message, attendance: Attendance | None = None) -> None:
        """Send a message to one person, unless they have gone, or to everybody."""
        if attendance is None:
            # The last of a thousand hears ten milliseconds after the first, so it is another one each time.
            self._links.rotate(randrange(len(self._links) or 1))
            self._deliver(message, self._links)
        elif attendance.key in self.people:
            self._deliver(message, [attendance.link])

    def report(self, seq: int, parts: Mapping[str, str]) -> None:
        """Tell everybody what the plan works out by itself: the parts that changed."""
        self._report = Report(seq, {**self._report.parts, **parts})
        self._deliver(Report(seq, parts), [one.link for one in self._known()])

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
        self._deliver(Refused(code, message), [one.link for one in gone])
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

    def _announce(self) -> None:
        if not self._due:
            self._due = True
            # Of a thousand people somebody moves all the time, and each message is a thousand frames.
            window = max(PRESENCE_WINDOW, PRESENCE_SHARE * len(self.people))
            spawn_later(max(0.0, self._told_at + window - monotonic()), self._tell_presence)

    def _tell_presence(self) -> None:
        self._due, self._told_at = False, monotonic()
        changes, everybody = self.presence.changes(), self.presence.everybody()
        if changes is not None:
            self._deliver(Present(changes), [a.link for a in self._known()])
        newcomers = [a.link for a in self._newcomers if a.key in self.people]
        self._newcomers = set()
        if everybody is not None:
            self._deliver(Present(everybody), newcomers)
        if self._report.parts:
            self._deliver(self._report, newcomers)

    def _known(self) -> list[Attendance]:
        """Return who has been told what was there when they came."""
        return [one for one in self.people.values() if one not in self._newcomers]

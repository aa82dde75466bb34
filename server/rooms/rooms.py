"""The plans that are live in this process: loaded when somebody comes, put away when nobody is left."""

import datetime as dt
import logging
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import count
from time import monotonic

from gevent import joinall, sleep, spawn
from gevent.event import AsyncResult
from gevent.pool import Group

from planning.plan import Plan, Schema
from server.access import Seat
from server.history.log import SERVER, History, Written
from server.rooms.access_watch import AccessChanges, AccessWatch
from server.rooms.attendance import Attendance, Limits
from server.rooms.document import complete_document, document_from
from server.rooms.holds import Elsewhere
from server.rooms.journal import Batch, Entry, Journal, NotDurable
from server.rooms.messages import Deliver
from server.rooms.room import Loaded, Opened, Room, give_way
from server.rooms.tally import Tally
from server.rooms.witness import Nobody, Witness
from server.store.journal import Stored
from server.texts import gettext as _
from server.texts import marked as m

log = logging.getLogger(__name__)

Key = tuple[str, str]
"""A session and a plan, by their identifiers."""

Check = Callable[[set[Key]], Mapping[Key, Seat]]
"""Returns the seats that sessions have now; who lost access is missing."""

CHECKED_AT_ONCE, CHECK_PAUSE = 50, 0.01
"""Seats asked for in one go, and seconds until the next ones: while the database answers, nobody's
edit is taken. A thousand people are through within half a second (W7)."""

RENEWALS = 3
"""How often a lease is renewed before it would be over."""

HANDOVER_PAUSE = 0.1
"""Seconds until a plan that another process holds is asked for again."""

DRAIN_SECONDS = 5.0
STOPPING = m("The server restarts; your page reconnects by itself.")


class UnknownPlan(LookupError):
    """There is no such plan."""


class NotSeated(LookupError):
    """Somebody may not come in (any more), or is gone already."""


class Stopping(Exception):
    """Nobody comes in while the server stops."""


class Rooms:
    """Every live plan.

    Parameters
    ----------
    check
        Asked about everybody who is connected when access has changed (W7).
    access_changes
        Asked every `recheck_after` seconds whether it has; without it everybody is asked about each time.
    unload_after
        Seconds that a plan without people stays in memory.
    fold_after
        How many edits may be in a log before it is folded into a snapshot.
    witness
        Follows every plan while it is live.
    tally
        Counts what happens in all rooms.
    """

    def __init__(
        self,
        schema: Schema,
        journal: Journal,
        deliver: Deliver,
        check: Check,
        *,
        access_changes: AccessChanges | None = None,
        now: Callable[[], dt.datetime],
        limits: Limits | None = None,
        unload_after: float = 60.0,
        recheck_after: float = 1.0,
        fold_after: int = 2_000,
        witness: Witness | None = None,
        tally: Tally | None = None,
    ) -> None:
        self.limits = limits or Limits()
        self._schema, self._journal, self._deliver = schema, journal, deliver
        self._check, self._now = check, now
        self._unload_after, self._fold_after = unload_after, fold_after
        self._witness = witness or Nobody()
        self._tally = tally or Tally()
        self._rooms: dict[str, Room] = {}
        self._loading: dict[str, AsyncResult[Room]] = {}
        self._stopping = False
        # Where nobody counts, something may always have changed.
        watch = AccessWatch(access_changes or count().__next__)
        check_all = partial(self.recheck, pause=CHECK_PAUSE)
        self._keepers = Group()
        self._keepers.spawn(_repeat, recheck_after, partial(watch.run, check_all))
        self._keepers.spawn(_repeat, min(unload_after, 5.0), self._tidy)
        if (lease := journal.holds.seconds) > 0:
            self._keepers.spawn(_repeat, lease / RENEWALS, self._renew)

    def join(self, attendance: Attendance, lineage: str | None, state_vector: bytes | None) -> Opened:
        """Seat somebody at their plan, loading it when it is cold.

        Raises
        ------
        UnknownPlan, NotSeated, Stopping, Malformed, NotDurable, Elsewhere
        """
        room = self._room(attendance.seat.plan)
        seat = self._check({_key(attendance)}).get(_key(attendance))
        if self._stopping:
            raise Stopping
        if seat is None or attendance.gone:
            raise NotSeated(attendance.seat.plan)
        attendance.seat = seat
        return room.join(attendance, lineage, state_vector)

    def leave(self, attendance: Attendance) -> None:
        """Note that a connection ended."""
        attendance.gone = True
        if (room := self._at(attendance)) is not None:
            room.audience.leave(attendance)

    def edit(self, attendance: Attendance, n: int, update: bytes) -> None:
        """Queue an edit of somebody who is seated."""
        room = self._at(attendance)
        # What comes while the server stops is not acknowledged, and sent again afterwards.
        if room is not None and not self._stopping:
            room.edit(attendance, n, update)

    def show(self, attendance: Attendance, update: bytes) -> None:
        """Take in what somebody who is seated shows of themselves."""
        if (room := self._at(attendance)) is not None:
            room.show(attendance, update)

    def read(self, plan_id: str) -> tuple[Plan, int]:
        """Return a plan as plain values, and the number of its last edit; load it when it is cold.

        Raises
        ------
        UnknownPlan, NotDurable, Elsewhere
        """
        return self._room(plan_id).read()

    def wake(self, plan_id: str) -> None:
        """Load a plan that is cold; it stays live for a while. Raises as `read` does."""
        self._room(plan_id)

    def live(self) -> list[str]:
        """Return the plans that are live now."""
        return list(self._rooms)

    def history_of(self, plan_id: str) -> History | None:
        """Return all that is written of a plan, None when it is not live; raise NotDurable. It waits."""
        stored = self._journal.load(plan_id) if plan_id in self._rooms else None
        return stored.history if stored else None

    def enter(self, plan_id: str, seat: Seat, updates: Sequence[bytes]) -> int:
        """Return the number of the last edit when these, of somebody without a connection, are on the disk.

        Raises
        ------
        UnknownPlan, Stopping, Rejection, NotDurable, Elsewhere
        """
        if self._stopping:
            raise Stopping
        return self._room(plan_id).enter(seat, updates)

    def open_people(self, plan_id: str) -> list[Seat]:
        """Return who is at a plan now, each participant once."""
        room = self._rooms.get(plan_id)
        people = room.audience.people.values() if room else ()
        return list({one.seat.participant: one.seat for one in people}.values())

    def report(self, plan_id: str, seq: int, parts: Mapping[str, str]) -> None:
        """Tell everybody at a plan what it works out by itself; `parts` are JSON text by name."""
        if (room := self._rooms.get(plan_id)) is not None:
            room.audience.report(seq, parts)

    def recheck(self, pause: float = 0.0) -> None:
        """Ask what everybody may do now, and act on it: call it after access has changed (W7)."""
        present = [(room, one) for room in self._rooms.values() for one in room.audience.people.values()]
        for start in range(0, len(present), CHECKED_AT_ONCE):
            if start:
                sleep(pause)
            self._recheck(present[start : start + CHECKED_AT_ONCE])

    def _recheck(self, present: Sequence[tuple[Room, Attendance]]) -> None:
        seats = self._check({_key(one) for _room, one in present})
        for room, one in present:
            seat = seats.get(_key(one))
            if one.gone:
                continue
            if seat is None:
                room.audience.refuse([one], "removed", _("You no longer have access to this plan."))
            elif seat != one.seat:
                room.reseat(one, seat)

    def sign_out(self, sign_in: str) -> None:
        """End the connections of a session that ended."""
        for room in self._rooms.values():
            theirs = [one for one in room.audience.people.values() if one.seat.sign_in == sign_in]
            room.audience.refuse(theirs, "signed_out", _("You are signed out. Sign in again."))

    def forget_person(self, plan_id: str, participant: str) -> bool:
        """Fold a plan after somebody's name was written over; return whether nothing is left of it.

        Raises
        ------
        UnknownPlan, NotDurable
        """
        return self._room(plan_id).forget(participant)

    def scrub(self) -> None:
        """Overwrite on the disk what was deleted, while edits go on; raise NotDurable."""
        self._journal.scrub()

    def forget(self, plan_id: str) -> None:
        """End the room of a plan that went to the bin."""
        self._put_away(plan_id, "in_bin", _("This plan is in the bin now."))

    def stop(self) -> None:
        """Write down every edit that came, tell everybody, and close the journal; within seconds."""
        self._stopping = True
        self._keepers.kill()
        rooms = list(self._rooms.values())
        joinall([spawn(room.drain, DRAIN_SECONDS) for room in rooms])
        for room in rooms:
            self._dismiss(room, "stopping", _(STOPPING))
            room.stop()
        self._rooms.clear()
        self._journal.close()

    def _at(self, attendance: Attendance) -> Room | None:
        room = self._rooms.get(attendance.seat.plan)
        return room if room is not None and attendance.key in room.audience.people else None

    def _room(self, plan_id: str) -> Room:
        if (room := self._rooms.get(plan_id)) is not None:
            return room
        if (loading := self._loading.get(plan_id)) is not None:
            # Two rooms of one plan would write over each other.
            loaded: Room = loading.get()
            return loaded
        loading = self._loading[plan_id] = AsyncResult()
        try:
            room = self._rooms[plan_id] = self._load(plan_id)
        except BaseException as problem:
            loading.set_exception(problem)
            raise
        finally:
            del self._loading[plan_id]
        loading.set(room)
        return room

    def _load(self, plan_id: str) -> Room:
        stored = self._open(plan_id)
        if stored is None:
            raise UnknownPlan(plan_id)
        try:
            return self._revive(plan_id, stored)
        except ValueError as problem:
            raise NotDurable(f"What is stored of plan {plan_id} is damaged.") from problem

    def _open(self, plan_id: str) -> Stored | None:
        """Open a plan, and wait for a process that holds it: it gives it up, or its lease ends."""
        until = monotonic() + self._journal.holds.seconds
        while True:
            try:
                return self._journal.open(plan_id)
            except Elsewhere:
                if monotonic() > until or self._stopping:
                    raise
                sleep(HANDOVER_PAUSE)

    def _revive(self, plan_id: str, stored: Stored) -> Room:
        document = document_from(*stored.updates)
        give_way()
        seq, logged, history = stored.seq, stored.logged, stored.history
        if (addition := complete_document(document, self._schema, give_way)) is not None:
            seq, logged = seq + 1, logged + 1
            entry, at = Entry(seq, SERVER, SERVER, 0, addition), self._now()
            self._journal.append(Batch(plan_id, [entry], {}, at, touches=False))
            added = Written(seq, SERVER, at, addition)
            history = History([*history.rows, added], history.authorship)
        loaded = Loaded(plan_id, stored.lineage, seq, document, dict(stored.owners), logged)
        self._witness.opened(plan_id, history)
        return Room(
            loaded,
            self._schema,
            self._journal,
            self._deliver,
            self.limits,
            now=self._now,
            ended=self._end,
            witness=self._witness,
            tally=self._tally,
        )

    def _renew(self) -> None:
        """Keep hold of the plans that are open, and let go of those that are lost or asked for elsewhere.

        What waits in their queues was acknowledged to nobody, and is sent again to the next holder (W9).
        """
        people = {plan_id: len(self.open_people(plan_id)) for plan_id in self._rooms}
        lost = self._journal.renew(people)
        for plan_id in lost.gone | lost.wanted:
            self._put_away(plan_id, "moved", _("The plan moves to another server; your page reconnects."))

    def _put_away(self, plan_id: str, code: str, message: str) -> None:
        if (room := self._rooms.pop(plan_id, None)) is not None:
            self._dismiss(room, code, message)
            room.stop()
            self._witness.closed(plan_id)
        self._journal.release(plan_id)

    def _end(self, room: Room, problem: BaseException) -> None:
        if self._rooms.get(room.plan_id) is room:
            del self._rooms[room.plan_id]
            self._witness.closed(room.plan_id)
        if isinstance(problem, NotDurable):
            code, message = "storage", _("Your last edits could not be saved; reconnecting sends them again.")
        else:
            # What is on the disk and what is not, the next opening says.
            code, message = "reread", _("Something went wrong here; your page reads the plan anew.")
        self._dismiss(room, code, message)

    def _dismiss(self, room: Room, code: str, message: str) -> None:
        room.audience.refuse(list(room.audience.people.values()), code, message)

    def _tidy(self) -> None:
        for room in list(self._rooms.values()):
            empty = self._is_empty(room)
            if room.logged and (empty or room.logged >= self._fold_after):
                try:
                    room.fold()
                except NotDurable:
                    log.exception("The log of plan %s could not be folded.", room.plan_id)
            if empty and self._is_empty(room) and self._rooms.get(room.plan_id) is room:
                del self._rooms[room.plan_id]
                room.stop()
                self._witness.closed(room.plan_id)
                self._journal.release(room.plan_id)

    def _is_empty(self, room: Room) -> bool:
        return room.is_quiet and not room.audience.people and self._idle(room) >= self._unload_after

    def _idle(self, room: Room) -> float:
        return monotonic() - room.audience.left_at


def _key(attendance: Attendance) -> Key:
    return attendance.seat.sign_in, attendance.seat.plan


def _repeat(seconds: float, work: Callable[[], None]) -> None:
    while True:
        sleep(seconds)
        try:
            work()
        except Exception:
            log.exception("A periodic task failed; it is tried again.")

"""A live plan: one queue, one greenlet (W2).

Edits are gated, written down, applied and told to everybody, in that order (W1). What the disk
does not take is told to nobody: the room ends, and everybody comes back to a plan read anew.
"""

import datetime as dt
import logging
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import monotonic, thread_time

from gevent import Greenlet, GreenletExit, sleep, spawn
from gevent.event import Event
from pycrdt import merge_updates

from planning.plan import Plan, Schema
from server.access import Seat
from server.history.log import Written
from server.rooms.attendance import Attendance, Limits
from server.rooms.audience import Audience
from server.rooms.document import Document, apply_update, read_plan
from server.rooms.folding import contents_of
from server.rooms.gate import Admitted, Gate
from server.rooms.gated import Edit, Gated
from server.rooms.journal import Batch, Entry, Journal, NotDurable
from server.rooms.lib0 import read_state_vector
from server.rooms.messages import Deliver, Edits, Rejected
from server.rooms.refusals import Rejection
from server.rooms.tally import Tally
from server.rooms.updates import Caps
from server.rooms.visits import Visits
from server.rooms.window import Window
from server.rooms.witness import Witness
from server.store.journal import Snapshot
from server.texts import gettext as _

log = logging.getLogger(__name__)

LARGEST_BATCH = 500

TOUCH_WINDOW = 10.0
"""Seconds between two notes in the list of plans that this one changed."""

TURN = 0.0005
"""Seconds for which long work steps aside. With none at all the event loop would first go on with such
work, fifty times over, and only then look at connections."""

FOLD_TRIES, FOLD_PAUSE = 40, 0.05
"""How often to try when a log must be folded while people edit, and seconds between two tries."""


def give_way() -> None:
    """Let others have their turn."""
    sleep(TURN)


@dataclass(frozen=True)
class Loaded:
    """A plan as it was read from the disk."""

    plan_id: str
    lineage: str
    seq: int
    document: Document
    owners: dict[int, str]
    logged: int


@dataclass(frozen=True)
class Opened:
    """What somebody gets who opens a plan."""

    lineage: str
    reset: bool
    update: bytes
    state_vector: bytes
    seq: int


class Room:
    """One plan and everybody at it.

    Parameters
    ----------
    now
        The time, UTC without zone.
    ended
        Called when the room has ended by itself, with why: mostly because the disk did not take an edit.
    """

    def __init__(
        self,
        loaded: Loaded,
        schema: Schema,
        journal: Journal,
        deliver: Deliver,
        limits: Limits,
        *,
        now: Callable[[], dt.datetime],
        ended: Callable[["Room", BaseException], None],
        witness: Witness,
        tally: Tally,
    ) -> None:
        self.plan_id, self.lineage = loaded.plan_id, loaded.lineage
        self.seq, self.logged = loaded.seq, loaded.logged
        self.audience = Audience(deliver, limits)
        self._document = loaded.document
        self._schema, self._journal, self._now, self._ended = schema, journal, now, ended
        self._limits = limits
        self._witness, self._tally = witness, tally
        self._arrivals: list[float] = []
        self._gate = Gate(
            schema,
            loaded.document,
            loaded.owners,
            caps=Caps(size=limits.update_bytes),
            present=self.audience.presence.participant_of,
        )
        self._queue: deque[Edit] = deque()
        self._visits = Visits()
        self._wake, self._quiet = Event(), Event()
        self._quiet.set()
        self._window = Window()
        self._touched_at = -TOUCH_WINDOW
        self._plan: tuple[int, Plan] | None = None
        self._greenlet: Greenlet[..., None] = spawn(self._run)

    @property
    def is_quiet(self) -> bool:
        """Whether nothing is queued or on its way to the disk."""
        return bool(self._quiet.is_set())

    def join(self, attendance: Attendance, lineage: str | None, state_vector: bytes | None) -> Opened:
        """Seat somebody, and return what their copy of the plan lacks.

        Raises
        ------
        Malformed
            When the state vector cannot be read.
        """
        reset = lineage is not None and lineage != self.lineage
        if reset:
            state_vector = None
        elif state_vector is not None:
            read_state_vector(state_vector)
        # Nothing may wait between reading the document and taking the seat, or an edit is missed.
        update = self._document.get_update(state_vector)
        self.audience.seat(attendance)
        return Opened(self.lineage, reset, update, self._document.get_state(), self.seq)

    def reseat(self, attendance: Attendance, seat: Seat) -> None:
        """Give somebody who is here other rights or another name (W7)."""
        # Their page signs with the former name until it has heard of the new one.
        self._gate.keep_name(attendance.seat)
        self.audience.reseat(attendance, seat)

    def edit(self, attendance: Attendance, n: int, update: bytes) -> None:
        """Queue an edit."""
        if attendance.edits.take():
            self._queue.append(Edit(attendance, attendance.round, n, update, monotonic()))
            self._quiet.clear()
            self._wake.set()
        else:
            self.audience.refuse(
                [attendance], "flood", _("Too many edits at once; wait, then reload the page.")
            )

    def enter(self, seat: Seat, updates: Sequence[bytes]) -> int:
        """Return the number of the last edit when these, of somebody without a connection, are on the disk.

        Raises
        ------
        Rejection, NotDurable
        """
        with self._visits.begin(seat, self._limits, len(updates)) as attendance:
            at = monotonic()
            self._queue.extend(Edit(attendance, 0, n, one, at) for n, one in enumerate(updates, start=1))
            self._quiet.clear()
            self._wake.set()
        return self.seq

    def show(self, attendance: Attendance, update: bytes) -> None:
        """Take in what somebody shows of themselves."""
        self.audience.show(attendance, update, self._gate.may_use)

    def read(self) -> tuple[Plan, int]:
        """Return the plan as plain values, and the number of its last edit."""
        if self._plan is None or self._plan[0] != self.seq:
            self._plan = (self.seq, read_plan(self._document, self._schema))
        return self._plan[1], self.seq

    def drain(self, seconds: float) -> None:
        """Return when every queued edit is on the disk, or after so many seconds."""
        self._quiet.wait(seconds)

    def stop(self) -> None:
        """End the greenlet; what is still queued was never acknowledged."""
        self._greenlet.kill()
        self._visits.fail(NotDurable("The plan is not live any more."))

    def forget(self, participant: str) -> bool:
        """Let nobody bring back the name of somebody who is erased; return whether the log is folded."""
        self._gate.forget(participant)
        for _try in range(FOLD_TRIES):
            if self.fold():
                return True
            # Somebody edited meanwhile, or who wrote what is not worked out yet.
            sleep(FOLD_PAUSE)
        return False

    def fold(self) -> bool:
        """Fold the log into a snapshot, when that says the same as the plan that people see.

        Return whether what was written so far is folded.

        Raises
        ------
        NotDurable
            When the snapshot could not be written; the log is then as it was.
        """
        stored = self._journal.load(self.plan_id)
        if stored is None or stored.seq != self.seq:
            return False
        if not stored.logged:
            return True
        # Before anybody is waited for: the plan is then further than what was loaded.
        contents = contents_of(self._document)
        folded = self._witness.fold(self.plan_id, stored.seq, stored.updates)
        if folded is None:
            # Only the log says who wrote what, so it stays until somebody has taken that from it.
            return False
        if folded.contents != contents:
            log.error("The log of plan %s does not say what the plan does; it is not folded.", self.plan_id)
            return False
        snapshot = Snapshot(stored.seq, folded.state, self._now(), folded.authorship)
        self._journal.fold(self.plan_id, snapshot)
        self.logged -= stored.logged
        return True

    def _run(self) -> None:
        try:
            # A large plan is open before that; its first edits wait in the queue, and nobody else does.
            self._gate.make_ready(give_way)
            while True:
                self._wake.wait()
                gated = self._gather()
                self._wake.clear()
                self._flush(gated)
                if self._visits:
                    self._visits.note_saved(gated.saved)
                if self._queue:
                    self._wake.set()
                else:
                    self._quiet.set()
        except (GreenletExit, KeyboardInterrupt, SystemExit):
            raise
        # A panic of the library is no Exception.
        except BaseException as problem:
            log.exception("The room of plan %s has ended.", self.plan_id)
            self._visits.fail(problem if isinstance(problem, Exception) else NotDurable(str(problem)))
            self._ended(self, problem)

    def _gather(self) -> Gated:
        """Return what is queued until the window is over, gated: most of it while it is not."""
        gated = Gated()
        for pause in self._window.pauses(self._queue[0].at):
            sleep(pause)
            self._gate_queued(gated)
        self._window.begin()
        self._gate_queued(gated)
        return gated

    def _flush(self, gated: Gated) -> None:
        if not gated.admitted:
            for key, n in gated.saved.items():
                self.audience.tell(Edits(self.seq, b"", {key: n}), gated.last[key].attendance)
            return
        rows = self._record(gated.admitted)
        started = thread_time()
        self._apply(rows, gated.saved)
        # Time of this thread's own: neither the disk nor another process makes people wait longer.
        self._window.note_cost(gated.cost + thread_time() - started)

    def _apply(self, rows: Sequence[Written], saved: dict[str, int]) -> None:
        update = merge_updates(*(row.update for row in rows)) if len(rows) > 1 else rows[0].update
        apply_update(self._document, update)
        self._gate.settle()
        self.seq += len(rows)
        self.logged += len(rows)
        self.audience.tell_everybody(Edits(self.seq, update, saved))
        self._tally.note_seen(self._arrivals, monotonic())
        self._witness.edited(self.plan_id, rows)

    def _gate_queued(self, gated: Gated) -> None:
        """Gate what is queued now; what enters joins what has been gated before."""
        started = thread_time()
        while self._queue and gated.count < LARGEST_BATCH:
            edit = self._queue.popleft()
            attendance = edit.attendance
            gated.count += 1
            if edit.round <= attendance.rejected_round:
                continue
            try:
                one = self._gate.admit(edit.update, attendance.seat)
            except Rejection as rejection:
                self._reject(edit, rejection)
                continue
            if one is not None:
                gated.admitted.append((edit, one))
            if edit.round == attendance.round:
                gated.last[attendance.key] = edit
        gated.cost += thread_time() - started

    def _reject(self, edit: Edit, rejection: Rejection) -> None:
        attendance = edit.attendance
        attendance.rejected_round = edit.round
        self._tally.note_rejected(rejection.code)
        if self._visits and self._visits.reject(attendance, rejection):
            return
        message = Rejected(edit.n, rejection.code, rejection.where, rejection.message)
        self.audience.tell(message, attendance)
        self.audience.note_offence(attendance)

    def _record(self, admitted: Sequence[tuple[Edit, Admitted]]) -> list[Written]:
        touches, at = monotonic() - self._touched_at > TOUCH_WINDOW, self._now()
        entries, rows = [], []
        claims: dict[int, str] = {}
        for number, (edit, one) in enumerate(admitted, start=self.seq + 1):
            seat = edit.attendance.seat
            entries.append(Entry(number, seat.participant, edit.attendance.key, edit.n, one.update))
            rows.append(Written(number, seat.participant, at, one.update))
            claims.update(dict.fromkeys(one.claims, seat.participant))
        self._journal.append(Batch(self.plan_id, entries, claims, at, touches))
        durable_at = monotonic()
        self._arrivals = [edit.at for edit, _one in admitted]
        self._tally.note_durable(self._arrivals, durable_at)
        if touches:
            self._touched_at = durable_at
        return rows

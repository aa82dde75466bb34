"""Gate 2 (W5): what an update means, tried on a copy of the plan before anybody else sees it.

An update passes gate 1 as bytes (`updates`, `structures`), then is applied to the staging copy,
where observers say what changed; only that is validated. When something is wrong, the copy is
thrown away and built again from the document and the updates admitted since. What only goes on
with words that were tried (`runs`) comes to the copy later, many updates at a time.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from pycrdt import Map, get_update, merge_updates

from planning.plan import Schema
from server.access import Right, Seat, rights_of
from server.rooms.changes import Changes
from server.rooms.deletions import KnownDeletions
from server.rooms.document import Document, apply_update, document_from
from server.rooms.lib0 import Malformed, read_state_vector, write_state_vector
from server.rooms.refusals import Rejection
from server.rooms.runs import Runs
from server.rooms.structures import Growth, Structures
from server.rooms.updates import Caps, Pause, Update, decode_update, never_mind
from server.texts import gettext as _

MOST_BEHIND = 100
"""Updates by which the staging copy may be behind."""


class Admitted(NamedTuple):
    """An update that may enter: its bytes, and the client identifiers its author uses first."""

    update: bytes
    claims: tuple[int, ...] = ()


class Gate:
    """Decides what enters one plan.

    Parameters
    ----------
    document
        The plan as it is; the gate reads it, and never changes it.
    owners
        Whose each client identifier is (W10).
    present
        Returns who shows a client identifier in presence, or None. An identifier is public
        before its first use, and nobody else may use it first.
    """

    def __init__(
        self,
        schema: Schema,
        document: Document,
        owners: Mapping[int, str],
        *,
        caps: Caps | None = None,
        present: Callable[[int], str | None] = lambda client: None,
    ) -> None:
        self._schema = schema
        self._document = document
        self._owners = dict(owners)
        self._caps = caps or Caps()
        self._present = present
        self._structures = Structures()
        # Enough to say whose a client identifier is; the rest is made ready before the first edit.
        self._structures.clocks = read_state_vector(document.get_state())
        self._deletions = KnownDeletions(document)
        self._changes = Changes(schema)
        self._runs = Runs()
        self._admitted: list[bytes] = []
        self._behind: list[bytes] = []
        """What was admitted and is not in the staging copy yet."""

        self._staging: Document | None = None
        self._is_ready = False

    def make_ready(self, pause: Pause = never_mind) -> None:
        """Make the index and the staging copy, unless that has been done; of a large plan it takes a while.

        Parameters
        ----------
        pause
            Called every few milliseconds. The document must not change meanwhile.
        """
        if self._is_ready:
            return
        state = self._document.get_update()
        pause()
        self._structures = Structures.of(state, pause)
        self._stage(state)
        self._is_ready = True

    def admit(self, update: bytes, seat: Seat) -> Admitted | None:
        """Return what of an update may enter, or None when the plan has all of it (W9).

        Raises
        ------
        Rejection
            When it may not; nothing of it is kept.
        """
        if Right.EDIT not in rights_of(seat.role):
            raise Rejection("read_only", _("You can read this plan, not change it."))
        self.make_ready()
        decoded = self._decode(update)
        if self._runs.goes_on(decoded, seat.participant):
            self._structures.go_on(decoded)
            self._behind.append(update)
            self._admitted.append(update)
            return Admitted(update)
        growth = self._structures.fit(decoded)
        claims = self._claims(growth, seat)
        update, decoded = self._deletions.without(update, decoded)
        if not growth.structures and not decoded.deletions:
            return None
        if growth.repeats:
            # Others could take the known part for the truth when they merge it with the original.
            update = self._without_repeats(update, decoded)
        if not self._try(update, growth, seat) and not growth.structures:
            return None
        self._structures.learn(growth)
        self._runs.note(decoded, seat.participant, self._changes.spots)
        self._owners.update(dict.fromkeys(claims, seat.participant))
        self._admitted.append(update)
        return Admitted(update, claims)

    def may_use(self, client: int, participant: str) -> bool:
        """Return whether a client identifier is free or this participant's."""
        owner = self._owners.get(client)
        return owner == participant or (owner is None and client not in self._structures.clocks)

    def keep_name(self, seat: Seat) -> None:
        """Let somebody go on signing with the name they have had so far."""
        self._changes.stamps.keep_name(seat)

    def forget(self, participant: str) -> None:
        """Let nobody bring back a stamp or a name of somebody who is erased."""
        self._changes.stamps.forget(participant)

    def settle(self) -> None:
        """Note that the document now has every update admitted so far."""
        self._admitted.clear()
        if len(self._behind) >= MOST_BEHIND:
            self._catch_up()

    def _decode(self, update: bytes) -> Update:
        if len(update) > self._caps.size:
            raise Rejection("too_large", _("The edit is too large; make it in smaller steps."))
        try:
            return decode_update(update, self._caps)
        except Malformed as problem:
            raise Rejection("malformed", _("The edit cannot be read; reload the page.")) from problem

    def _claims(self, growth: Growth, seat: Seat) -> tuple[int, ...]:
        claims = []
        for client in growth.clocks:
            owner = self._owners.get(client)
            if owner is None and client not in self._structures.clocks:
                owner = self._present(client) or seat.participant
                claims.append(client)
            if owner != seat.participant:
                raise Rejection("not_yours", _("The edit is signed as somebody else's; reload the page."))
        return tuple(claims)

    def _without_repeats(self, update: bytes, decoded: Update) -> bytes:
        clients = {structure.client for structure in decoded.structures}
        known = self._structures.clocks
        return get_update(update, write_state_vector({c: known[c] for c in clients if c in known}))

    def _try(self, update: bytes, growth: Growth, seat: Seat) -> bool:
        """Apply an update to the staging copy and return whether anything visible changed."""
        staging = self._staging or self._stage(self._document.get_update())
        try:
            self._catch_up()
            changed = self._changes.of(partial(apply_update, staging, update), seat)
            self._require_complete(staging, growth)
        except Rejection:
            self._staging = None
            raise
        except BaseException as problem:
            # A panic of the library is no Exception; the staging copy may be broken after it.
            self._staging = None
            if isinstance(problem, KeyboardInterrupt | SystemExit):
                raise
            raise Rejection("malformed", _("The edit cannot be applied; reload the page.")) from problem
        return changed

    def _require_complete(self, staging: Document, growth: Growth) -> None:
        # Structures of several clients may wait for each other for ever, and then nothing is said.
        if len(growth.clocks) > 1 and not _reaches(staging, growth.clocks):
            raise Rejection("gap", _("The edit builds on itself; reload the page."))

    def _catch_up(self) -> None:
        """Bring the staging copy to where the admitted updates are."""
        if self._behind and self._staging is not None:
            apply_update(self._staging, merge_updates(*self._behind))
        self._behind.clear()

    def _stage(self, state: bytes) -> Document:
        self._changes.stop()
        self._behind.clear()
        staging = document_from(state, *self._admitted)
        self._changes.watch({t.key: staging.get(t.key, type=Map).integrated for t in self._schema.tools})
        self._staging = staging
        return staging


def _reaches(document: Document, clocks: Mapping[int, int]) -> bool:
    reached = read_state_vector(document.get_state())
    return all(reached.get(client, 0) >= clock for client, clock in clocks.items())

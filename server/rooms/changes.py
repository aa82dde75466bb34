"""What an update changed in a plan, seen by observers and held against the schema (W5, D3).

Everything is read while the transaction is being observed: afterwards the library frees what
was deleted, and its objects point nowhere. It also swallows whatever an observer raises, and
commits; so a refusal is noted here and raised when the transaction is over.
"""

from collections.abc import Callable, Mapping
from typing import Any

from planning.plan import Schema
from planning.records import Section
from server.access import Seat
from server.rooms.record_rules import Reader, RecordRules
from server.rooms.refusals import Rejection
from server.rooms.runs import Spot
from server.rooms.stamps import Stamps
from server.texts import gettext as _

Path = list[Any]


class Changes:
    """The observers of one staging copy."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self.stamps = Stamps()
        self._rules = RecordRules(self.stamps)
        self._subscriptions: list[Any] = []
        self._seat: Seat | None = None
        self._refusal: BaseException | None = None
        self._changed = False

    def watch(self, roots: Mapping[str, Any]) -> None:
        """Observe the root maps, by the key of their tool, in the library's own objects."""
        for key, root in roots.items():
            # The subscription must be kept: the library ends an observation that nobody holds.
            self._subscriptions.append(root.observe_deep(self._observer(key, root)))

    def stop(self) -> None:
        """Stop observing."""
        for subscription in self._subscriptions:
            subscription.drop()
        self._subscriptions.clear()

    def of(self, apply: Callable[[], None], seat: Seat) -> bool:
        """Run `apply`, which changes the copy for somebody; return whether anything changed.

        Raises
        ------
        Rejection
            When something changed that may not; the copy then is of no more use.
        """
        self._seat, self._refusal, self._changed = seat, None, False
        self._rules.begin(seat)
        try:
            apply()
        finally:
            self._seat = None
        if self._refusal is not None:
            raise self._refusal
        self._rules.accept()
        return self._changed

    @property
    def spots(self) -> list[Spot]:
        """The shared texts in which the latest update has changed something."""
        return self._rules.spots

    def _observer(self, tool: str, root: Any) -> Callable[[list[Any]], None]:
        def observe(events: list[Any]) -> None:
            self._changed = True
            # Without a seat it is what was admitted before, and comes to the copy late.
            if self._seat is None or self._refusal is not None:
                return
            try:
                for event in events:
                    self._check(tool, root, event)
            except BaseException as refusal:
                self._refusal = refusal

        return observe

    def _check(self, tool: str, root: Any, event: Any) -> None:
        path = event.path
        section = self._section(tool, path)
        if section.many:
            if len(path) == 1:
                self._check_records(section, event)
                return
            id, rest, depth = path[1], path[2:], 2
        else:
            id, rest, depth = None, path[1:], 1
        reader = Reader(event.transaction, root, path[:depth])
        if rest:
            self._rules.check_shared(section, id, rest, event, reader)
        else:
            self._rules.check_fields(section, id, event.keys, reader)

    def _section(self, tool: str, path: Path) -> Section:
        section = self._schema.sections.get(path[0]) if path else None
        if section is None or self._schema.tool_of[section.key].key != tool:
            where = "/".join(map(str, path)) or tool
            raise Rejection("unknown_field", _("Only the server lays out a plan; reload the page."), where)
        return section

    def _check_records(self, section: Section, event: Any) -> None:
        for id, change in event.keys.items():
            self._rules.check_record(section, id, change, event.target, event.transaction)

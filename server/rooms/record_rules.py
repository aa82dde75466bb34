"""What may change in a record, by whom: the rules of gate 2, one change at a time."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from planning.kinds import ID_PATTERN
from planning.plan_field import PlanField
from planning.records import Section
from planning.validation import problem_of_field
from server.access import Seat
from server.rooms.formatted import read_formatted
from server.rooms.plain import plain
from server.rooms.refusals import Rejection
from server.rooms.runs import Spot
from server.rooms.stamps import Stamps
from server.texts import gettext as _

SHARED_CLASSES = {"text": "Text", "xml": "XmlFragment"}
"""The names of the library's own classes for the shared types of fields."""


@dataclass
class Reader:
    """Reads the record at `path` below `root`, within an observed transaction."""

    transaction: Any
    root: Any
    path: list[Any]

    @cached_property
    def record(self) -> Any:
        """The record as the library's own map."""
        found = self.root
        for key in self.path:
            found = found.get(self.transaction, key)
        return found

    def value(self, field: str) -> Any:
        """Return a field's value, None when it has none."""
        record = self.record
        return plain(record.get(self.transaction, field)) if record.has(self.transaction, field) else None


class RecordRules:
    """Decides over the changes that one person's update makes."""

    def __init__(self, stamps: Stamps) -> None:
        self._stamps = stamps
        self._seat: Seat
        self.spots: list[Spot] = []
        """The shared texts that the update changes, but for those that belong to somebody."""

    def begin(self, seat: Seat) -> None:
        """Take the changes that follow for those of one update of this person."""
        self._seat, self.spots = seat, []
        self._stamps.begin()

    def accept(self) -> None:
        """Note that the update was accepted."""
        self._stamps.accept()

    def check_record(self, section: Section, id: str, change: Any, records: Any, transaction: Any) -> None:
        """Require that a change of a collection adds a complete record."""
        where = f"{section.key}/{id[:40]}"
        if change["action"] == "delete":
            raise Rejection("raw_deletion", _("A record goes to the bin; it is never destroyed."), where)
        if change["action"] != "add":
            raise Rejection("shared_text_replaced", _("A record of this identifier is there already."), where)
        if not ID_PATTERN.fullmatch(id):
            raise Rejection("invalid", _("An identifier has 21 letters, digits, - or _."), where)
        if records.len(transaction) > section.limit:
            message = _("{section}: at most {limit} records.", section=section.label, limit=section.limit)
            raise Rejection("too_many", message, section.key)
        record = change["newValue"]
        if type(record).__name__ != "Map":
            raise Rejection("invalid", _("A record must be a map of fields."), where)
        self._check_new(section, id, record, transaction)

    def _check_new(self, section: Section, id: str, record: Any, transaction: Any) -> None:
        where = f"{section.key}/{id}"
        keys = set(record.keys(transaction))
        for key in keys:
            value = record.get(transaction, key)
            field = self._field(section, key, where)
            if field.shared_type:
                self._require_shared(field, value, f"{where}/{key}")
                self._check_content(section, key, value, transaction, f"{where}/{key}")
            else:
                self._check_value(section, id, key, value)
        missing = [k for k, f in section.fields.items() if f.shared_type and k not in keys]
        if missing:
            raise Rejection(
                "invalid", _("A new record comes with its shared texts."), f"{where}/{missing[0]}"
            )
        if section.owned_by is not None:
            self._require_owner(plain(record.get(transaction, section.owned_by)), where)

    def check_fields(self, section: Section, id: str | None, keys: dict[str, Any], reader: Reader) -> None:
        """Require that the changed fields of a record that exists are its author's to change, and valid."""
        where = section.key if id is None else f"{section.key}/{id}"
        # No key at all has changed when another value, written at the same time, wins.
        if section.owned_by is not None and keys.keys() - {"removed"}:
            change = keys.get(section.owned_by, {})
            owner = change["oldValue"] if "oldValue" in change else reader.value(section.owned_by)
            self._require_owner(owner, where)
        for key, change in keys.items():
            field = self._field(section, key, where)
            self._require_replaceable(field, change["action"], f"{where}/{key}")
            self._check_value(section, id, key, change["newValue"])
            self._stamps.replaced(field, (section.key, id, key), plain(change.get("oldValue")))

    def check_shared(
        self, section: Section, id: str | None, rest: list[Any], event: Any, reader: Reader
    ) -> None:
        """Require that a change inside a shared text is its author's to make, and allowed there."""
        key = rest[0]
        where = "/".join(filter(None, (section.key, id, str(key))))
        field = self._field(section, key, where)
        if section.owned_by is not None:
            self._require_owner(reader.value(section.owned_by), where)
        shared = reader.record.get(reader.transaction, key)
        kind = type(event).__name__
        is_words = kind == "TextEvent" or type(event.target).__name__ == "XmlText"
        if kind != {"text": "TextEvent", "xml": "XmlEvent"}.get(field.shared_type):
            raise Rejection("malformed", _("The edit puts something where it cannot be."), where)
        if is_words:
            _require_words(event.delta, where, is_formatted=field.shared_type == "xml")
        else:
            _require_nodes(event.delta, where)
        left = _left(field, shared, reader.transaction)
        if left < 0 or not is_words:
            self._check_content(section, key, shared, reader.transaction, where)
        if section.owned_by is None:
            self.spots.append(Spot((section.key, id, key), left))

    def _check_content(self, section: Section, key: str, shared: Any, transaction: Any, where: str) -> None:
        field = section.fields[key]
        if field.shared_type == "xml":
            value, code = read_formatted(shared, transaction), "not_allowed"
        elif _left(field, shared, transaction) >= 0:
            return
        else:
            value, code = shared.get_string(transaction), "invalid"
        if (problem := problem_of_field(section, key, value)) is not None:
            raise Rejection(code, problem, where)

    def _field(self, section: Section, key: str, where: str) -> PlanField:
        field = section.fields.get(key)
        if field is None:
            message = _("{section} has no such field; reload the page.", section=section.label)
            raise Rejection("unknown_field", message, where if where.endswith(key) else f"{where}/{key[:40]}")
        return field

    def _require_replaceable(self, field: PlanField, action: str, where: str) -> None:
        if action == "delete":
            raise Rejection("raw_deletion", _("A field is emptied; it is never taken out."), where)
        if field.shared_type:
            raise Rejection("shared_text_replaced", _("Change the text; do not replace it."), where)

    def _require_shared(self, field: PlanField, value: Any, where: str) -> None:
        if type(value).__name__ != SHARED_CLASSES[field.shared_type]:
            raise Rejection("invalid", _("This field must be a shared text."), where)

    def _check_value(self, section: Section, id: str | None, key: str, value: Any) -> None:
        value = plain(value)
        where = "/".join(filter(None, (section.key, id, key)))
        if (problem := problem_of_field(section, key, value)) is not None:
            raise Rejection("invalid", problem, where)
        self._stamps.require_own(section.fields[key], (section.key, id, key), value, self._seat)

    def _require_owner(self, stamp: Any, where: str) -> None:
        if not isinstance(stamp, dict) or stamp.get("key") != self._seat.participant:
            raise Rejection("not_yours", _("Only who wrote this can change it."), where)


def _left(field: PlanField, shared: Any, transaction: Any) -> int:
    """Return how many more characters a text may hold, by a figure at hand that is never too large."""
    is_xml = field.shared_type == "xml"
    length: int = len(shared.get_string(transaction)) if is_xml else shared.len(transaction)
    most: int = getattr(field, "most", 0)
    return most - length


def _require_words(delta: list[Any], where: str, *, is_formatted: bool) -> None:
    for part in delta:
        if not isinstance(part.get("insert", ""), str) or (part.get("attributes") and not is_formatted):
            raise Rejection("not_allowed", _("Only words are allowed here."), where)


def _require_nodes(delta: list[Any], where: str) -> None:
    for part in delta:
        nodes = part.get("insert", [])
        if not isinstance(nodes, list) or not {type(n).__name__ for n in nodes} <= {"XmlElement", "XmlText"}:
            raise Rejection("not_allowed", _("Only nodes are allowed here."), where)

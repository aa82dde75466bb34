"""A plan, a part or a record of it brought back to what it was: as new edits, never as another state (D5).

Only what differs is written: a plain field when its value does, a long text where its words do, a
formatted text as a whole. What came since goes to the bin, what went to it comes back. Nobody can
sign for others, so stamps stay as they are, and so does what only its author may change.
"""

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pycrdt import Doc, Map, merge_updates

from planning.analyses.content import content_tools
from planning.plan import PlainRecord, Plan
from planning.records import Section
from server.history.content import Past
from server.rooms.document import Document, apply_update
from server.rooms.formatted import write_formatted
from server.rooms.lib0 import read_state_vector
from server.rooms.updates import Caps, decode_update

Stamp = Mapping[str, str]
"""`key`, `name`, `department` and `at` of whoever restores."""


@dataclass(frozen=True)
class Part:
    """What of a plan is meant: all of it, the sections of a tool, a section, or a record of one."""

    tool: str | None = None
    section: str | None = None
    record: str | None = None

    def sections(self, plan: Plan) -> Iterator[Section]:
        """Yield its sections; what people say about the plan is no part of it."""
        for tool in content_tools(plan.schema):
            for section in tool.sections:
                if self.tool in (None, tool.key) and self.section in (None, section.key):
                    yield section


def restoration(
    document: Document, now: Plan, past: Past, part: Part, stamp: Stamp, caps: Caps
) -> list[bytes]:
    """Return the updates that make a part of a plan what it was; none when it is so already.

    They build on each other, in order, under a client identifier that is nobody's yet (W10).

    Parameters
    ----------
    document, now
        The plan as it is; it is read and not changed.
    caps
        The most that one update may hold.
    """
    writer = _Writer(document)
    for section in part.sections(now):
        if section.key in past.known:
            for id, changes in _changes_of(section, now, past, part.record, stamp):
                writer.write(section, now, id, changes)
    return _in_parts(writer.updates, caps)


def _changes_of(
    section: Section, now: Plan, past: Past, record: str | None, stamp: Stamp
) -> Iterator[tuple[str | None, PlainRecord]]:
    """Yield what is to be written: identifiers of records, None in a section of one, and fields to values."""
    if not section.many:
        yield None, _differences(section, now.fact(section.key), past.plan.fact(section.key), past)
        return
    known = past.plan.collections.get(section.key, {})
    for id, present in now.collections.get(section.key, {}).items():
        if record in (None, id):
            yield id, _changes_of_record(section, present, known.get(id), past, stamp)


def _changes_of_record(
    section: Section, now: PlainRecord, then: PlainRecord | None, past: Past, stamp: Stamp
) -> PlainRecord:
    is_removed = bool(now.get("removed"))
    if then is None or then.get("removed"):
        return {} if is_removed else {"removed": dict(stamp)}
    owner = (now.get(section.owned_by) or {}) if section.owned_by else stamp
    changes = _differences(section, now, then, past) if owner.get("key") == stamp["key"] else {}
    return changes | ({"removed": None} if is_removed else {})


def _differences(section: Section, now: PlainRecord, then: PlainRecord, past: Past) -> PlainRecord:
    return {
        name: then.get(name)
        for name in section.fields
        if name in past.known[section.key]
        and section.fields[name].kind != "stamp"
        and now.get(name) != then.get(name)
    }


class _Writer:
    """Writes to a copy of a document and keeps an update of each record."""

    def __init__(self, document: Document) -> None:
        self.updates: list[bytes] = []
        self._copy: Document = Doc(client_id=_free_client(document))
        apply_update(self._copy, document.get_update())
        self._subscription = self._copy.observe(lambda event: self.updates.append(event.update))

    def write(self, section: Section, plan: Plan, id: str | None, changes: PlainRecord) -> None:
        """Write the fields of one record."""
        if not changes:
            return
        records = self._copy.get(plan.schema.tool_of[section.key].key, type=Map)[section.key]
        record = records if id is None else records[id]
        with self._copy.transaction():
            for name, value in changes.items():
                shared_type = section.fields[name].shared_type
                if shared_type == "text":
                    _splice(record[name], value or "")
                elif shared_type == "xml":
                    del record[name].children[:]
                    write_formatted(record[name], (value or {}).get("content") or [])
                else:
                    record[name] = value


def _free_client(document: Document) -> int:
    taken = read_state_vector(document.get_state())
    while (client := secrets.randbelow(2**32)) in taken:
        continue
    return client


def _splice(text: Any, wanted: str) -> None:
    """Make a shared text say something else, touching no more than what differs."""
    present = str(text)
    start = _shared_length(present, wanted)
    end = _shared_length(present[start:][::-1], wanted[start:][::-1])
    # The library counts in bytes.
    at = len(present[:start].encode())
    gone = len(present[start : len(present) - end].encode())
    if gone:
        del text[at : at + gone]
    if new := wanted[start : len(wanted) - end]:
        text.insert(at, new)


def _shared_length(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their beginning."""
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length


def _in_parts(updates: list[bytes], caps: Caps) -> list[bytes]:
    """Merge updates that follow each other, as many as may travel at once."""
    parts: list[list[bytes]] = []
    left = [0, 0, 0]
    for update in updates:
        content = decode_update(update)
        weight = len(update), len(content.structures), len(content.deletions)
        left = [room - part for room, part in zip(left, weight, strict=True)]
        if min(left) < 0 or not parts:
            parts.append([])
            most = caps.size, caps.structures, caps.deletions
            left = [room - part for room, part in zip(most, weight, strict=True)]
        parts[-1].append(update)
    return [merge_updates(*part) if len(part) > 1 else part[0] for part in parts]

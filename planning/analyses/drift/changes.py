"""What changed between two states of a plan.

The states are compared, not the edits between them (state-based, in the words of Mens 2002): record by
record by identifier, never by position, and field by field. What the plan keeps for itself (order,
places on a drawing) is no change, nor is form alone: spaces, bold, a heading. Yes or no that is not
said counts as no. What people say about the plan (comments, findings set aside) is not the plan.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from planning.analyses.content import content_tools, is_filled
from planning.analyses.drift.texts import changed_words
from planning.analyses.serving import serving
from planning.findings import target_of
from planning.kinds import Flag, LongText, PlanField, RichText
from planning.naming import name_of
from planning.plan import PlainRecord, Plan
from planning.records import Section
from planning.rich_text import words_of

Kind = Literal["added", "removed", "restored", "changed"]
Authors = Mapping[str, Sequence[str]]
"""Target (`section/id` or `section/id/field`) to the names of those who touched it, the first first."""


@dataclass(frozen=True)
class FieldChange:
    """A field as it was and as it is, None when it said nothing.

    Of long and formatted text these are the pieces that changed, as words; of anything else the
    values as the plan holds them.
    """

    field: str
    before: Any
    after: Any
    by: tuple[str, ...]


@dataclass(frozen=True)
class RecordChange:
    """What happened to a record; `id` is None for a section of one record.

    `title` is what it is called, as it was when it is gone. `fields` are those that changed, empty for
    what was added or removed. `by` are all who had a part in it, as far as anybody knows.
    """

    section: str
    id: str | None
    kind: Kind
    title: str
    fields: tuple[FieldChange, ...]
    by: tuple[str, ...]


@dataclass(frozen=True)
class Drift:
    """What changed, in the order of the plan, how often, and the objectives that lost all actions."""

    changes: tuple[RecordChange, ...]
    added: int
    removed: int
    restored: int
    changed: int
    orphaned: tuple[str, ...]


def drift(before: Plan, after: Plan, authors: Authors | None = None) -> Drift:
    """Return what changed from one state of a plan to another.

    Parameters
    ----------
    authors
        Who touched what between the two, when known. Who removed a record is known without.

    >>> from planning.tools import SCHEMA
    >>> then, now = (Plan(SCHEMA, {}, {"risks": {"r": {"title": "Fire", "impact": n}}}) for n in (3, 5))
    >>> (change,) = drift(then, now).changes
    >>> change.kind, change.title, change.fields[0].before, change.fields[0].after
    ('changed', 'Fire', 3, 5)
    """
    changes = tuple(
        change
        for tool in content_tools(after.schema)
        for section in tool.sections
        for change in (_collection if section.many else _facts)(section, before, after, authors or {})
    )
    kinds = [change.kind for change in changes]
    return Drift(
        changes=changes,
        added=kinds.count("added"),
        removed=kinds.count("removed"),
        restored=kinds.count("restored"),
        changed=kinds.count("changed"),
        orphaned=_orphaned(before, after),
    )


def _facts(section: Section, before: Plan, after: Plan, authors: Authors) -> Iterator[RecordChange]:
    then, now = before.fact(section.key), after.fact(section.key)
    if fields := _fields(section, None, then, now, authors):
        yield RecordChange(section.key, None, "changed", section.label, fields, _everybody(fields))


def _collection(section: Section, before: Plan, after: Plan, authors: Authors) -> Iterator[RecordChange]:
    known = before.collections.get(section.key, {})
    for now in after.records(section.key):
        id, authored = now["id"], authors.get(target_of(section.key, now["id"]), ())
        if id not in known:
            yield _record(section, after, id, "added", authored)
            continue
        fields = _fields(section, id, known[id], now, authors)
        if known[id].get("removed"):
            yield _record(section, after, id, "restored", authored, fields)
        elif fields:
            yield _record(section, after, id, "changed", (), fields)
    for then in before.records(section.key):
        if after.record(section.key, then["id"]) is None:
            by = _who_removed(section, after, then["id"], authors)
            yield _record(section, before, then["id"], "removed", by)


def _record(
    section: Section,
    plan: Plan,
    id: str,
    kind: Kind,
    by: Sequence[str],
    fields: tuple[FieldChange, ...] = (),
) -> RecordChange:
    everybody = tuple(dict.fromkeys([*by, *_everybody(fields)]))
    return RecordChange(section.key, id, kind, name_of(plan, section.key, id), fields, everybody)


def _who_removed(section: Section, after: Plan, id: str, authors: Authors) -> Sequence[str]:
    stamp = after.collections.get(section.key, {}).get(id, {}).get("removed") or {}
    return (stamp["name"],) if stamp.get("name") else authors.get(target_of(section.key, id), ())


def _fields(
    section: Section, id: str | None, then: PlainRecord, now: PlainRecord, authors: Authors
) -> tuple[FieldChange, ...]:
    found = []
    for key, field in section.fields.items():
        if field.system or (pair := _difference(field, then.get(key), now.get(key))) is None:
            continue
        record, place = target_of(section.key, id), target_of(section.key, id, key)
        by = tuple(authors.get(place) or authors.get(record) or ())
        found.append(FieldChange(key, *pair, by))
    return tuple(found)


def _difference(field: PlanField, before: Any, after: Any) -> tuple[Any, Any] | None:
    """Return what a field said and says, None when that is the same."""
    if isinstance(field, LongText | RichText):
        words = [words_of(v) if isinstance(field, RichText) else v or "" for v in (before, after)]
        pieces = changed_words(words[0], words[1])
        return pieces and (pieces[0] or None, pieces[1] or None)
    then, now = _said(field, before), _said(field, after)
    return None if then == now else (then, now)


def _said(field: PlanField, value: Any) -> Any:
    is_no = isinstance(field, Flag) and value is False
    return value if is_filled(field, value) and not is_no else None


def _everybody(fields: Sequence[FieldChange]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for field in fields for name in field.by))


def _orphaned(before: Plan, after: Plan) -> tuple[str, ...]:
    then, now = serving(before).actions_of, serving(after)
    return tuple(id for id in now.objectives if then.get(id) and not now.actions_of.get(id))

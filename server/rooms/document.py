"""A plan as a Yjs document, and back (D1, D2, D4).

`document[tool][section]` is a map: of a single section it is the record itself, of a collection
it maps identifiers to records. In a record, long text is a shared text, formatted text a shared
XML fragment, and everything else a plain value.
"""

import json
import secrets
from collections.abc import Iterator, Mapping
from typing import Any

from pycrdt import Doc, Map, Text, XmlFragment

from planning.plan import PlainRecord, Plan, Schema
from planning.records import Section
from server.rooms.formatted import read_formatted, says_nothing, write_formatted
from server.rooms.plain import plain
from server.rooms.updates import Deletion, Pause, decode_update, never_mind

Document = Doc[Any]
Record = Map[Any]


def empty_document() -> Document:
    """Return a document without content, with an identifier as browsers choose theirs.

    The library's own choice has 53 bits, which costs every structure three bytes more.
    """
    return Doc(client_id=secrets.randbelow(2**32))


def document_from(*updates: bytes) -> Document:
    """Return a document that holds what updates say, the first one first."""
    document = empty_document()
    with document.transaction():
        for update in updates:
            document.apply_update(update)
    return document


def apply_update(document: Document, update: bytes) -> None:
    """Apply one update: `Doc.apply_update` without the wrappers, which cost as much as the work.

    Whatever is raised meanwhile, the library commits.
    """
    library = document._doc
    transaction = library.create_transaction()
    try:
        library.apply_update(transaction, update)
    finally:
        transaction.commit()
        transaction.drop()


def new_document(schema: Schema, plan: Plan | None = None) -> Document:
    """Return the document of a new plan, with the content of `plan` when given.

    Call it once in the life of a plan (D2): content that is written again is not the same content.
    """
    document = empty_document()
    with document.transaction():
        for section in schema.sections.values():
            records = _section_map(document, schema, section)
            if not section.many:
                _write_record(records, section, plan.facts.get(section.key, {}) if plan else {})
                continue
            for id, values in plan.collections.get(section.key, {}).items() if plan else ():
                records[id] = Map()
                _write_record(records[id], section, values)
    return document


def document_bytes(schema: Schema, plan: Plan | None = None) -> bytes:
    """Return the first update of a new plan."""
    return new_document(schema, plan).get_update()


def complete_document(document: Document, schema: Schema, pause: Pause = never_mind) -> bytes | None:
    """Add the tools, sections and fields that the schema has and an older document lacks.

    Return the update that does it to other replicas, or None when nothing was lacking. `pause` is called
    every few milliseconds, so that others get their turn; nobody else may know the document yet.
    """
    before = document.get_state()
    for section in schema.sections.values():
        with document.transaction():
            _complete(document, schema, section)
        pause()
    return None if document.get_state() == before else document.get_update(before)


def read_deletions(document: Document) -> list[Deletion]:
    """Return everything that a document has deleted."""
    # Nothing but deletions are left of an update of all that a document does not lack.
    return decode_update(document.get_update(document.get_state())).deletions


def read_plan(document: Document, schema: Schema) -> Plan:
    """Return a document's content as plain values; what the schema does not know is left out."""
    facts: dict[str, PlainRecord] = {}
    collections: dict[str, dict[str, PlainRecord]] = {}
    with document.transaction() as transaction:
        for tool in schema.tools:
            root = document.get(tool.key, type=Map)
            content = json.loads(root.integrated.to_json(transaction._txn))
            for section in tool.sections:
                records = content.get(section.key) or {}
                if section.many:
                    collections[section.key] = {
                        id: _read_record(section, values, (root, id), transaction)
                        for id, values in records.items()
                    }
                else:
                    facts[section.key] = _read_record(section, records, (root, None), transaction)
    return Plan(schema, facts, collections)


def _read_record(
    section: Section, values: Mapping[str, Any], place: tuple[Record, str | None], transaction: Any
) -> PlainRecord:
    record: PlainRecord = {}
    for name, field in section.fields.items():
        value = values.get(name)
        if field.shared_type == "xml" and value:
            value = _read_fragment(section, name, place, transaction)
        # A shared text is always there; an empty one says as little as null.
        if value is not None and (value or not field.shared_type):
            record[name] = plain(value)
    return record


def _read_fragment(
    section: Section, name: str, place: tuple[Record, str | None], transaction: Any
) -> dict[str, Any] | None:
    root, id = place
    records = root[section.key]
    fragment = (records if id is None else records[id])[name]
    document = read_formatted(fragment.integrated, transaction._txn)
    return None if says_nothing(document) else document


def _complete(document: Document, schema: Schema, section: Section) -> None:
    records = _section_map(document, schema, section)
    for record in _records(records) if section.many else [records]:
        present = set(record.keys())
        for name, field in section.fields.items():
            if name not in present:
                record[name] = _shared(field.shared_type)


def _records(records: Record) -> Iterator[Record]:
    return (record for record in records.values() if isinstance(record, Map))


def _shared(shared_type: str) -> Any:
    # A plain field is written as null, so that undoing its first value leaves null and not a
    # deleted key, which the gate refuses (D3).
    return {"text": Text, "xml": XmlFragment}[shared_type]() if shared_type else None


def _section_map(document: Document, schema: Schema, section: Section) -> Record:
    root = document.get(schema.tool_of[section.key].key, type=Map)
    if section.key not in root:
        root[section.key] = Map()
    records: Record = root[section.key]
    return records


def _write_record(record: Record, section: Section, values: PlainRecord) -> None:
    """Write every field once: what is written over stays in the document as a tombstone."""
    for name, field in section.fields.items():
        value = values.get(name)
        if field.shared_type == "text":
            record[name] = Text(value or "")
        elif field.shared_type == "xml":
            record[name] = XmlFragment()
            write_formatted(record[name], (value or {}).get("content") or [])
        else:
            record[name] = value

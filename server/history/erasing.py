"""The name of a person taken out of a plan: their stamps say the same key and moment, and another name.

Comments, mentions and who wrote what name people by key. What the plan says about anybody, such as
the people of the team, is the company's content and stays.
"""

import json
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

from pycrdt import Map

from planning.plan import Plan
from server.rooms.document import Document

Stamp = Mapping[str, str]


def stamps_of(plan: Plan, key: str) -> Iterator[tuple[str, str | None, str, Stamp]]:
    """Yield the stamps of a participant: section, record (None in a section of one), field, stamp."""
    for section in plan.schema.sections.values():
        fields = [name for name, field in section.fields.items() if field.kind == "stamp"]
        records = plan.collections.get(section.key, {}) if section.many else {None: plan.fact(section.key)}
        for id, record in records.items():
            for name in fields:
                stamp = record.get(name)
                if isinstance(stamp, Mapping) and stamp.get("key") == key:
                    yield section.key, id, name, stamp


def renaming(document: Document, plan: Plan, key: str, name: str) -> list[bytes]:
    """Return the updates that give a participant's stamps another name; `document` is changed by them."""
    updates = []
    for section, id, field, stamp in list(stamps_of(plan, key)):
        if stamp["name"] == name and not stamp["department"]:
            continue
        before = document.get_state()
        records: Any = document.get(plan.schema.tool_of[section].key, type=Map)[section]
        record = records if id is None else records[id]
        record[field] = {**stamp, "name": name, "department": ""}
        updates.append(document.get_update(before))
    return updates


def rename_in_content(packed: bytes, key: str, name: str) -> bytes | None:
    """Return what a version holds with another name in a participant's stamps, None when it has none."""
    found = False

    def renamed(value: dict[str, Any]) -> dict[str, Any]:
        nonlocal found
        if value.get("key") != key or "at" not in value or "name" not in value:
            return value
        found = True
        return value | {"name": name, "department": ""}

    said = zlib.decompress(packed)
    if key.encode() not in said:
        return None
    content = json.loads(said, object_hook=renamed)
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(written.encode()) if found else None

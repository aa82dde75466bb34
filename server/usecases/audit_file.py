"""The audit log as a file, for those who keep it elsewhere."""

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

from server.export.cells import text_cell
from server.usecases.audit import EntryView, Named

NAMED = ("by", "about", "account", "plan")
COLUMNS = ("at", "deed", *(column for name in NAMED for column in (name, f"{name}_name")), "detail")


def render_csv(entries: Iterable[EntryView]) -> str:
    """Return entries as a table that spreadsheets open."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(COLUMNS)
    for entry in entries:
        line = _line(entry)
        table.writerow(text_cell(line[column] or "") for column in COLUMNS)
    return out.getvalue()


def render_json(entries: Iterable[EntryView]) -> str:
    """Return entries as JSON, one an object with the columns of the table."""
    return json.dumps([_line(entry) for entry in entries], ensure_ascii=False, indent=1) + "\n"


def _line(entry: EntryView) -> dict[str, Any]:
    line: dict[str, Any] = {"at": f"{entry.at.isoformat(timespec='milliseconds')}Z", "deed": entry.deed}
    for column in NAMED:
        named: Named | None = getattr(entry, column)
        line |= {column: named.id if named else None, f"{column}_name": named.name if named else None}
    return line | {"detail": entry.detail}

"""The divisions of the customer as an indented tree with their columns beside them."""

from dataclasses import replace

from planning.plan import PlainRecord
from planning.records import Section
from server.export.blocks import Block, Table
from server.export.collection import lay_out, table_of
from server.export.views.tree import in_tree_order
from server.export.writing import Writer

PARENT = "parent"
DEEPEST = 6
"""Steps that are indented; deeper ones stand under the sixth, or they would leave the column."""


def show_divisions(writer: Writer, section: Section, records: list[PlainRecord]) -> list[Block]:
    """Return the tree; the indent says what a division is part of, so that needs no column."""
    ordered = in_tree_order(records, PARENT)
    layout = lay_out(writer, section, records, without=(PARENT,))
    table = table_of(writer, section, layout, [record for _, record in ordered])
    rows = [
        replace(row, depth=min(depth, DEEPEST)) for (depth, _), row in zip(ordered, table.rows, strict=True)
    ]
    return [Table(table.columns, rows)]

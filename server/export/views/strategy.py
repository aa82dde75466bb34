"""The strategy map in the document: the drawing, then what it has no room for as records."""

from planning.plan import PlainRecord
from planning.records import Section
from server.export.blocks import Block, Figure
from server.export.collection import show_collection
from server.export.views.strategy_map import MOST, draw_map
from server.export.writing import Writer
from server.texts import gettext as _


def show_nodes(writer: Writer, section: Section, records: list[PlainRecord]) -> list[Block]:
    """Return the drawing and then, for what it has no room for, the nodes as a collection."""
    return [*show_map(writer, section, records), *show_collection(writer, section, records)]


def show_map(writer: Writer, section: Section, records: list[PlainRecord]) -> list[Block]:
    """Return the drawing alone, nothing without nodes."""
    if not records:
        return []
    caption = _("Heavy outline: goals with joint objectives under way.")
    if len(records) > MOST:
        caption += " " + _("The {most} most important of {count}.", most=MOST, count=len(records))
    return [Figure(draw_map(writer, section, records), caption)]


def show_links(writer: Writer, section: Section, records: list[PlainRecord]) -> list[Block]:
    """Return the links that say more than the arrow does."""
    fields = writer.filled(section, records)
    more = [n for n in fields if n not in ("from_node", "to_node", "kind")]
    detailed = [r for r in records if any(writer.has(fields[n], r.get(n)) for n in more)]
    return show_collection(writer, section, detailed)

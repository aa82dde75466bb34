"""Comments as threads, each under the place of the plan it speaks of."""

from markupsafe import escape

from planning.plan import PlainRecord
from planning.records import Section
from server.export.blocks import Block, Remark, Thread, Threads
from server.export.record import pairs_of
from server.export.views.tree import in_tree_order
from server.export.writing import Writer
from server.texts import gettext as _

SHOWN = ("about", "text", "written", "thread", "settled")


def show_comments(writer: Writer, section: Section, records: list[PlainRecord]) -> list[Block]:
    """Return every thread with its answers below it, in the order in which they began.

    An answer to a comment that is in the bin stands on its own.
    """
    threads: list[list[PlainRecord]] = []
    for depth, record in in_tree_order(sorted(records, key=_written_at), "thread"):
        if depth == 0:
            threads.append([])
        threads[-1].append(record)
    return [Threads([_thread(writer, section, thread) for thread in threads])]


def _written_at(record: PlainRecord) -> str:
    return str((record.get("written") or {}).get("at", ""))


def _thread(writer: Writer, section: Section, records: list[PlainRecord]) -> Thread:
    about = writer.get(section.key, "about", records[0])
    return Thread(
        about=about or escape(_("The plan")),
        remarks=[_remark(writer, section, record, at > 0) for at, record in enumerate(records)],
        is_settled=any(record.get("settled") for record in records),
    )


def _remark(writer: Writer, section: Section, record: PlainRecord, is_answer: bool) -> Remark:
    written = record.get("written")
    fields = {n: f for n, f in writer.filled(section, [record]).items() if n not in SHOWN}
    return Remark(
        author=", ".join(filter(None, (written["name"], written["department"])))
        if written
        else _("Somebody"),
        moment=writer.words.moment(written["at"]) if written else "",
        text=writer.get(section.key, "text", record),
        pairs=pairs_of(writer, section, fields, record),
        is_answer=is_answer,
    )

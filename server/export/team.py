"""The document for the team: every tool in the three parts, with what has not been filled named."""

from planning.records import PARTS, Tool
from server.export.blocks import Block, Chapter, Heading
from server.export.findings import findings_chapter
from server.export.glance import glance_chapter
from server.export.sections import show_section
from server.export.weight import lines_of
from server.export.writing import Writer
from server.texts import gettext as _

FINDINGS = "findings"
SHORT = 30
"""Lines below which a chapter shares a page with its neighbours: half a page."""


def team_chapters(writer: Writer) -> list[Chapter]:
    """Return the plan at a glance once it says something, then a chapter a tool in the order of the parts."""
    tools = writer.plan.schema.tools
    parts = [*PARTS, *(tool.part for tool in tools if tool.part not in PARTS)]
    in_order = [tool for part in dict.fromkeys(parts) for tool in tools if tool.part == part]
    glance = glance_chapter(writer)
    return [*([glance] if glance.blocks else []), *(_chapter(writer, tool) for tool in in_order)]


def _chapter(writer: Writer, tool: Tool) -> Chapter:
    if tool.key == FINDINGS:
        return findings_chapter(writer, tool)
    shown = [(section, show_section(writer, section)) for section in tool.sections]
    said = [(section, blocks) for section, blocks in shown if blocks]
    blocks: list[Block] = []
    for section, content in said:
        # The first section, when it is called as its tool, has its name at the head of the chapter.
        if len(tool.sections) > 1 and (blocks or section.label != tool.label):
            blocks.append(Heading(_(section.label), anchor=f"s-{section.key}"))
        blocks += content
    return Chapter(
        key=tool.key,
        title=_(tool.label),
        lead=_(tool.help),
        blocks=blocks,
        part=_(PARTS.get(tool.part, tool.part)),
        nothing=_("Nothing has been entered here yet."),
        starts_a_page=lines_of(blocks) > SHORT,
    )

"""The people at the customer: who decides and who cares, who reports to whom, and each on a card."""

from dataclasses import replace

from markupsafe import Markup

from planning.plan import PlainRecord
from planning.records import Section
from server.export.blocks import Block, Card, Cards, Figure, Heading
from server.export.collection import card_of, show_collection
from server.export.views.power_grid import draw_power_grid
from server.export.views.stakeholder_map import draw_people
from server.export.writing import Writer
from server.texts import gettext as _


def show_stakeholders(writer: Writer, section: Section, records: list[PlainRecord]) -> list[Block]:
    """Return grid, reporting lines and cards; for the customer, whose copy has only names, a table."""
    if writer.for_customer:
        return show_collection(writer, section, records)
    blocks: list[Block] = [*_charts(writer, section, records)]
    if grid := draw_power_grid(writer, section, records):
        blocks += [Heading(_("Power and interest"), level=3), *grid]
    cards = [_card(writer, section, record) for record in records]
    if blocks:
        blocks.append(Heading(_("One by one"), level=3))
    return [*blocks, Cards(cards)]


def _charts(writer: Writer, section: Section, records: list[PlainRecord]) -> list[Figure]:
    title = _("Who decides, and who knows whom")
    later = _("{title}, continued", title=title)
    figures = draw_people(writer, section, records)
    return [replace(figure, title=later if at else "") for at, figure in enumerate(figures)]


def _card(writer: Writer, section: Section, record: PlainRecord) -> Card:
    card = card_of(writer, section, record)
    stance = record.get("stance")
    tone = "" if stance is None else "good" if stance > 0 else "bad" if stance < 0 else "even"
    job = Markup(", ").join(filter(None, (writer.get(section.key, n, record) for n in ("title", "division"))))
    label = {writer.label(section, name) for name in ("title", "division", "stance")}
    pairs = [pair for pair in card.pairs if pair.label not in label]
    return replace(card, tone=tone, subtitle=job, mark=writer.get(section.key, "stance", record), pairs=pairs)

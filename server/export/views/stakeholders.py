"""The people at the customer: who decides and who cares, who reports to whom, and each on a card."""

from dataclasses import replace

from markupsafe import Markup

from planning.plan import PlainRecord
from planning.records import Section
from server.export.blocks import (
    Block,
    Card,
    Cards,
    Cell,
    Figure,
    Heading,
    Matrix,
    MatrixRow,
    Pair,
)
from server.export.collection import card_of, show_collection
from server.export.values import signed_words
from server.export.views.stakeholder_map import draw_people
from server.export.writing import Writer
from server.texts import gettext as _

STEPS = (1, 2, 3, 4, 5)
CUT = 3
"""From this step on, power and interest count as high (Mendelow 1991)."""


def show_stakeholders(writer: Writer, section: Section, records: list[PlainRecord]) -> list[Block]:
    """Return grid, reporting lines and cards; for the customer, whose copy has only names, a table."""
    if writer.for_customer:
        return show_collection(writer, section, records)
    blocks: list[Block] = [*_charts(writer, section, records)]
    if any(record.get("power") and record.get("interest") for record in records):
        blocks += [Heading(_("Power and interest"), level=3), power_and_interest(writer, section, records)]
    cards = [_card(writer, section, record) for record in records]
    if blocks:
        blocks.append(Heading(_("One by one"), level=3))
    return [*blocks, Cards(cards)]


def power_and_interest(writer: Writer, section: Section, records: list[PlainRecord]) -> Matrix:
    """Return everybody's place by power (upwards) and interest (to the right) (Mendelow 1991)."""
    rows = []
    for power in reversed(STEPS):
        cells = [
            Cell(_names(writer, section, records, power, interest), _corner(power, interest))
            for interest in STEPS
        ]
        rows.append(MatrixRow(Markup("{}").format(_("Power {step}", step=power)), cells))
    heads = [Markup("{}").format(_("Interest {step}", step=interest)) for interest in STEPS]
    return Matrix("", heads, rows, _legend(writer, section))


def _names(writer: Writer, section: Section, records: list[PlainRecord], power: int, interest: int) -> Markup:
    here = [r for r in records if r.get("power") == power and r.get("interest") == interest]
    return Markup("<br>").join(_signed_name(writer, section, record) for record in here)


def _signed_name(writer: Writer, section: Section, record: PlainRecord) -> Markup:
    name = writer.named(section.key, record["id"])
    stance = record.get("stance")
    return Markup("{} {}").format(signed_words(stance, ""), name) if stance is not None else name


def _corner(power: int, interest: int) -> str:
    return "soft" if power >= CUT and interest >= CUT else ""


def _legend(writer: Writer, section: Section) -> list[Pair]:
    labels = getattr(section.fields["stance"], "labels", ())
    shown = [signed_words(step, _(label)) for step, label in enumerate(labels, start=-2)]
    return [
        Pair(_("Sign"), Markup(" · ").join(shown)),
        Pair(_("Shaded"), Markup("{}").format(_("key players: high power, high interest"))),
        Pair(
            _("Else"),
            Markup("{}").format(
                _("keep satisfied above left, keep informed below right, monitor below left")
            ),
        ),
    ]


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

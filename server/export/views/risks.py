"""Risks by how likely they are and how much harm they would do."""

from markupsafe import Markup, escape

from planning.analyses.accountability import GREAT_RISK
from planning.plan import PlainRecord
from planning.records import Section
from server.export.blocks import Block, Cell, Matrix, MatrixRow, Pair
from server.export.collection import show_collection
from server.export.writing import Writer
from server.texts import gettext as _

STEPS = (1, 2, 3, 4, 5)
MIDDLE = 6
"""Likelihood times impact from which a risk is no longer small."""


def show_risks(writer: Writer, section: Section, records: list[PlainRecord]) -> list[Block]:
    """Return the matrix of the open risks that are rated, and all of them as a collection."""
    rated = [r for r in records if r.get("likelihood") and r.get("impact") and r.get("status") != "closed"]
    blocks: list[Block] = [_matrix(writer, section, rated)] if rated else []
    return [*blocks, *show_collection(writer, section, records)]


def _matrix(writer: Writer, section: Section, records: list[PlainRecord]) -> Matrix:
    """Return the matrix as it stands on screen: what would do most harm on top."""
    rows = []
    for impact in reversed(STEPS):
        cells = [
            Cell(_names(writer, section, records, likelihood, impact), _tone(likelihood * impact))
            for likelihood in STEPS
        ]
        rows.append(MatrixRow(_step(writer, section, "impact", impact), cells))
    heads = [_step(writer, section, "likelihood", likelihood) for likelihood in STEPS]
    return Matrix(_("Impact ↑ · likelihood →"), heads, rows, _legend())


def _step(writer: Writer, section: Section, name: str, step: int) -> Markup:
    labels = getattr(section.fields[name], "labels", ())
    return Markup('{}<div class="under">{}</div>').format(step, writer.say(labels[step - 1]))


def _names(
    writer: Writer, section: Section, records: list[PlainRecord], likelihood: int, impact: int
) -> Markup:
    here = [r for r in records if (r["likelihood"], r["impact"]) == (likelihood, impact)]
    return Markup("").join(Markup("<p>{}</p>").format(_name(writer, section, record)) for record in here)


def _name(writer: Writer, section: Section, record: PlainRecord) -> Markup:
    named = writer.named(section.key, record["id"])
    # Colour alone would not say that nobody does anything about it.
    is_answered = writer.plan.record("actions", record.get("answer")) is not None
    return named if is_answered else Markup("<b>{}&#160;!</b>").format(named)


def _tone(product: int) -> str:
    return "bad" if product >= GREAT_RISK else "open" if product >= MIDDLE else ""


def _legend() -> list[Pair]:
    return [
        Pair(_("Bold with !"), escape(_("no action deals with it"))),
        Pair(_("Shaded"), escape(_("great and middling risks, by likelihood × impact"))),  # noqa: RUF001
    ]

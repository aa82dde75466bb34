"""How the customer compares vendors: criteria against vendors, and the weighted score of each."""

from markupsafe import Markup

from planning.kinds import Ref
from planning.plan import PlainRecord
from planning.records import Section
from server.export.blocks import Block, Cell, Matrix, MatrixRow, Pair
from server.export.views.matrices import chunks, remaining
from server.export.writing import Writer
from server.texts import gettext as _

TONES = {1: "heat-1", 2: "heat-2", 3: "heat-3", 4: "heat-4", 5: "heat-5"}


def show_ratings(writer: Writer, section: Section, records: list[PlainRecord]) -> list[Block]:
    """Return the heat map; the figure stands in every cell, the shade only repeats it."""
    vendors = _vendors(writer, section, records)
    criteria = writer.plan.records("buying_criteria")
    given = {(r.get("criterion"), r.get("vendor")): r["rating"] for r in records if r.get("rating")}
    matrices: list[Block] = []
    for group in chunks(vendors, 7):
        ids = [vendor["id"] for vendor in group]
        rows = [
            MatrixRow(_criterion(writer, criterion), [_rated(given.get((criterion["id"], id))) for id in ids])
            for criterion in criteria
        ]
        scores = [_score(writer, criteria, given, id) for id in ids]
        rows.append(MatrixRow(Markup("{}").format(_("Weighted score")), scores, total=True))
        heads = [Markup("{}").format(vendor["name"]) for vendor in group]
        matrices.append(Matrix(_("Criterion and weight"), heads, rows, _legend(section)))
    return matrices + remaining(writer, section, records, ("vendor", "criterion", "rating"))


def _vendors(writer: Writer, section: Section, records: list[PlainRecord]) -> list[PlainRecord]:
    named = {r.get("vendor") for r in records}
    field = section.fields["vendor"]
    ours = [{"id": v, "name": _(label)} for v, label in field.also.items()] if isinstance(field, Ref) else []
    theirs = [
        {"id": r["id"], "name": writer.named("competitors", r["id"])}
        for r in writer.plan.records("competitors")
    ]
    return [vendor for vendor in [*ours, *theirs] if vendor["id"] in named]


def _criterion(writer: Writer, criterion: PlainRecord) -> Markup:
    weight = writer.get("buying_criteria", "weight", criterion)
    name = writer.named("buying_criteria", criterion["id"])
    return Markup('{}<div class="under">{}</div>').format(name, weight) if weight else name


def _rated(rating: int | None) -> Cell:
    return Cell(Markup("{}").format(rating), TONES[rating]) if rating in TONES else Cell()


def _score(
    writer: Writer, criteria: list[PlainRecord], given: dict[tuple[str | None, str | None], int], vendor: str
) -> Cell:
    # Only what has been rated counts, so a vendor is not punished for what nobody knows yet.
    weighed = [
        (criterion["weight"], given[(criterion["id"], vendor)])
        for criterion in criteria
        if criterion.get("weight") and (criterion["id"], vendor) in given
    ]
    total = sum(weight for weight, _ in weighed)
    if not total:
        return Cell()
    score = sum(weight * rating for weight, rating in weighed) / total
    return Cell(Markup("{}").format(writer.words.number(round(score, 2))))


def _legend(section: Section) -> list[Pair]:
    labels = getattr(section.fields["rating"], "labels", ())
    return [Pair(str(step), Markup("{}").format(_(label))) for step, label in enumerate(labels, start=1)]

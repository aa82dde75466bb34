"""How the customer compares vendors: ratings, weighted scores, our lead, and what only we have."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from planning.analyses.competition import Competition
from planning.kinds import Ref
from planning.plan import PlainRecord
from planning.records import Section
from server.export.blocks import Block, Cell, Matrix, MatrixRow, Pair, Prose
from server.export.views.matrices import chunks, remaining
from server.export.wording import MINUS
from server.export.writing import Writer
from server.texts import gettext as _

TONES = {1: "heat-1", 2: "heat-2", 3: "heat-3", 4: "heat-4", 5: "heat-5"}
US = "us"


def show_ratings(writer: Writer, section: Section, records: list[PlainRecord]) -> list[Block]:
    """Return the heat map; the figure stands in every cell, the shade only repeats it."""
    compared = writer.report.competition
    vendors = _vendors(writer, section, records)
    criteria = writer.plan.records("buying_criteria")
    given = {(r.get("criterion"), r.get("vendor")): r["rating"] for r in records if r.get("rating")}
    blocks: list[Block] = [Prose(Markup("<p>{}</p>").format(said)) for said in said_of(writer, compared)]
    for group in chunks(vendors, 7):
        ids = [vendor["id"] for vendor in group]
        rows = [
            MatrixRow(
                _criterion(writer, criterion, is_ours=criterion["id"] in compared.unique),
                [_rated(given.get((criterion["id"], id))) for id in ids],
            )
            for criterion in criteria
        ]
        rows += _totals(writer, compared, ids)
        heads = [escape(vendor["name"]) for vendor in group]
        blocks.append(Matrix(_("Criterion and weight"), heads, rows, _legend(section)))
    return blocks + remaining(writer, section, records, ("vendor", "criterion", "rating"))


def said_of(writer: Writer, compared: Competition) -> list[str]:
    """Return in sentences where we stand against the best rival, and what only we have."""
    said = []
    if compared.best_rival is not None and compared.lead is not None:
        rival = writer.plain_name("competitors", compared.best_rival)
        steps = writer.words.number(abs(round(compared.lead, 2)))
        if steps == "0":
            said.append(_("We and {rival} are level on the weighted score.", rival=rival))
        elif compared.lead > 0:
            said.append(_("We lead {rival}, the best rival, by {steps} of 5.", rival=rival, steps=steps))
        else:
            said.append(_("{rival} leads us by {steps} of 5.", rival=rival, steps=steps))
    if compared.unique:
        names = ", ".join(writer.plain_name("buying_criteria", id) for id in compared.unique)
        said.append(_("What counts much and only we have: {criteria}.", criteria=names))
    behind = [one.criterion for one in compared.criteria if one.lead is not None and one.lead < 0]
    if behind:
        names = ", ".join(writer.plain_name("buying_criteria", id) for id in behind)
        said.append(_("Where a rival is ahead of us: {criteria}.", criteria=names))
    return said


def _vendors(writer: Writer, section: Section, records: list[PlainRecord]) -> list[PlainRecord]:
    named = {r.get("vendor") for r in records}
    field = section.fields["vendor"]
    ours = [{"id": v, "name": _(label)} for v, label in field.also.items()] if isinstance(field, Ref) else []
    theirs = [
        {"id": r["id"], "name": writer.named("competitors", r["id"])}
        for r in writer.plan.records("competitors")
    ]
    return [vendor for vendor in [*ours, *theirs] if vendor["id"] in named]


def _criterion(writer: Writer, criterion: PlainRecord, *, is_ours: bool) -> Markup:
    weight = writer.get("buying_criteria", "weight", criterion)
    name = writer.named("buying_criteria", criterion["id"])
    below = [weight] if weight else []
    # Not a colour: the mark has to survive a copier.
    below += [Markup("<b>◆ {}</b>").format(_("only we"))] if is_ours else []
    return Markup('{}<div class="under">{}</div>').format(name, Markup(" · ").join(below)) if below else name


def _rated(rating: int | None) -> Cell:
    return Cell(escape(rating), TONES[rating]) if rating in TONES else Cell()


def _totals(writer: Writer, compared: Competition, ids: Sequence[str]) -> list[MatrixRow]:
    """Return the weighted score of every vendor, and by how much we lead each."""
    vendors = {one.vendor: one for one in compared.vendors}
    scores = [vendors[id].score if id in vendors else None for id in ids]
    leads = [vendors[id].lead if id in vendors else None for id in ids]
    return [
        MatrixRow(escape(_("Weighted score")), [_figure(writer, one) for one in scores], total=True),
        MatrixRow(escape(_("Our lead")), [_signed(writer, one) for one in leads]),
    ]


def _figure(writer: Writer, score: float | None) -> Cell:
    return Cell() if score is None else Cell(escape(writer.words.number(round(score, 2))))


def _signed(writer: Writer, lead: float | None) -> Cell:
    if lead is None:
        return Cell()
    sign = "+" if round(lead, 2) > 0 else MINUS if round(lead, 2) < 0 else ""
    return Cell(Markup("{}{}").format(sign, writer.words.number(abs(round(lead, 2)))))


def _legend(section: Section) -> list[Pair]:
    labels = getattr(section.fields["rating"], "labels", ())
    return [Pair(str(step), escape(_(label))) for step, label in enumerate(labels, start=1)]

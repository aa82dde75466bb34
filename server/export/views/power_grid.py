"""Who decides and who cares: everybody's place by power and interest, drawn (Mendelow 1991)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from planning.plan import PlainRecord
from planning.records import Section
from server.export.blocks import Figure
from server.export.values import sign_of
from server.export.views.drawing import (
    ACCENT,
    BAD,
    FAINT,
    GOOD,
    LINE,
    MUTED,
    PANEL,
    SOFT,
    WIDTH,
    box,
    line,
    svg,
    words,
    wrap,
)
from server.export.writing import Writer
from server.texts import gettext as _
from server.texts import marked as m

STEPS = (1, 2, 3, 4, 5)
CUT = 3
"""From this step on, power and interest count as high."""

QUADRANTS = {
    (True, True): m("Key players"),
    (True, False): m("Keep satisfied"),
    (False, True): m("Keep informed"),
    (False, False): m("Monitor"),
}
"""Whether power and interest are high to what such people are to us."""

LEFT, BELOW, HEAD, GAP, LINE_HEIGHT, LEAST = 22.0, 24.0, 16.0, 5.0, 9.5, 34.0
"""Points: for the scale at the left and below, above a row with and without the name of a quadrant, a line
of a name, and the lowest row."""

FIELD = (WIDTH - LEFT) / len(STEPS)
FEW, MOST = 5, 9
"""Names in one field that may take two lines, and names at all; whoever comes after is counted there, and
has a card below like all the others."""

Places = Mapping[tuple[int, int], Sequence[PlainRecord]]
"""Power and interest to the people there."""


def draw_power_grid(writer: Writer, section: Section, records: Sequence[PlainRecord]) -> list[Figure]:
    """Return the grid of all who have a place in it, nothing when nobody has."""
    places: dict[tuple[int, int], list[PlainRecord]] = defaultdict(list)
    for record in records:
        if record.get("power") and record.get("interest"):
            places[record["power"], record["interest"]].append(record)
    if not places:
        return []
    named = {place: _names(writer, section, here) for place, here in places.items()}
    heights = {power: _height(named, power) for power in STEPS}
    bottom = sum(heights.values())
    parts = [*_fields(heights), *_quadrants(heights), *_scales(heights, bottom)]
    for (power, interest), here in sorted(places.items()):
        y = _top(heights, power) + _above(power)
        parts += _people(here, named[power, interest], _left(interest) + 4, y)
    drawing = svg(bottom + BELOW, _said(writer, section, places), parts)
    return [Figure(drawing, _legend(section))]


def _names(writer: Writer, section: Section, here: Sequence[PlainRecord]) -> list[list[str]]:
    """Return the lines of each name."""
    lines, shown = 2 if len(here) <= FEW else 1, here[:MOST]
    return [wrap(writer.title(section.key, r), FIELD - 22, size=7, lines=lines) for r in shown]


def _height(named: Mapping[tuple[int, int], list[list[str]]], power: int) -> float:
    lines = max(sum(map(len, named.get((power, interest), []))) for interest in STEPS)
    return max(LEAST, _above(power) + LINE_HEIGHT * (lines + (lines >= MOST)) + 4)


def _above(power: int) -> float:
    return HEAD if power in (STEPS[-1], CUT - 1) else GAP


def _left(interest: int) -> float:
    return LEFT + (interest - 1) * FIELD


def _top(heights: Mapping[int, float], power: int) -> float:
    return sum(height for step, height in heights.items() if step > power)


def _fields(heights: Mapping[int, float]) -> Iterator[Markup]:
    """Yield the four quadrants as areas, and thin lines between the steps."""
    right, bottom = WIDTH, sum(heights.values())
    x, y = _left(CUT), _top(heights, CUT - 1)
    yield box(LEFT, 0, right - LEFT, bottom, fill=PANEL, radius=0)
    yield box(x, 0, right - x, y, fill=SOFT, radius=0)
    for interest in STEPS[1:]:
        yield line(_left(interest), 0, _left(interest), bottom, stroke=LINE)
    for power in STEPS[1:]:
        yield line(LEFT, _top(heights, power - 1), right, _top(heights, power - 1), stroke=LINE)
    yield line(x, 0, x, bottom, stroke=FAINT, width=1.2)
    yield line(LEFT, y, right, y, stroke=FAINT, width=1.2)


def _quadrants(heights: Mapping[int, float]) -> Iterator[Markup]:
    for (is_powerful, is_interested), name in QUADRANTS.items():
        x = _left(CUT) if is_interested else LEFT
        y = 0 if is_powerful else _top(heights, CUT - 1)
        colour = ACCENT if is_powerful and is_interested else MUTED
        yield words(x + 4, y + 10, _(name), size=7.5, fill=colour, bold=True)


def _scales(heights: Mapping[int, float], bottom: float) -> Iterator[Markup]:
    for step in STEPS:
        y = _top(heights, step) + heights[step] / 2 + 3
        x = _left(step) + FIELD / 2
        yield words(LEFT - 6, y, str(step), size=7.5, fill=MUTED, anchor="end")
        yield words(x, bottom + 10, str(step), size=7.5, fill=MUTED, anchor="middle")
    yield words(LEFT, bottom + 21, "↑ " + _("Power"), size=7.5, bold=True)
    yield words(WIDTH, bottom + 21, _("Interest") + " →", size=7.5, anchor="end", bold=True)


def _people(
    here: Sequence[PlainRecord], names: Sequence[Sequence[str]], x: float, y: float
) -> Iterator[Markup]:
    for record, lines in zip(here, names, strict=False):
        stance = record.get("stance")
        if stance is not None:
            colour = MUTED if not stance else GOOD if stance > 0 else BAD
            yield words(x, y + 7, sign_of(stance), size=7, fill=colour, bold=True)
        for said in lines:
            yield words(x + 13, y + 7, said, size=7)
            y += LINE_HEIGHT
    if len(here) > MOST:
        yield words(x, y + 7, _("and {count} more", count=len(here) - MOST), size=7, fill=MUTED)


def _said(writer: Writer, section: Section, places: Places) -> str:
    """Return who is in which quadrant, for whoever cannot see the drawing."""
    parts = []
    for (is_powerful, is_interested), name in QUADRANTS.items():
        inside = [
            writer.title(section.key, record)
            for (power, interest), here in sorted(places.items(), reverse=True)
            if (power >= CUT, interest >= CUT) == (is_powerful, is_interested)
            for record in here
        ]
        if inside:
            parts.append(f"{_(name)}: {', '.join(inside)}")
    count = sum(map(len, places.values()))
    return _("Power and interest of {count} people.", count=count) + " " + "; ".join(parts)


def _legend(section: Section) -> str:
    labels = getattr(section.fields["stance"], "labels", ())
    shown = [f"{sign_of(step)} {_(label)}" for step, label in enumerate(labels, start=-2)]
    return _("Sign before a name:") + " " + " · ".join(shown)

"""The organisation chart: who decides, how each feels about us, and who of ours knows whom."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from planning.layouts.boxes import Box
from planning.layouts.forest import Below, below_of, charts, slots, walk
from planning.layouts.passages import Link
from planning.layouts.routing import Routed, routed
from planning.layouts.rows import Places, across_by_places, rows_of_places
from planning.plan import PlainRecord
from planning.records import Section
from server.export.blocks import Figure
from server.export.values import sign_of
from server.export.views.drawing import (
    ACCENT,
    BAD,
    GOOD,
    INK,
    MUTED,
    PANEL,
    WIDE,
    WIDE_TALLEST,
    WIDTH,
    box,
    circle,
    line,
    svg,
    width_of,
    words,
    wrap,
)
from server.export.views.routes import Stroke, arrow
from server.export.writing import Writer
from server.texts import gettext as _

NODE, GAP = 89.0, 12.0
BETWEEN = 17.0
MOST = 28
"""People that can be read on a page lying on its side; more are drawn in several charts."""

ON_THE_PAGE = 96.0
"""Units that a card is high on the page of the map: who stands closer than that is in one row."""

REPORTS = Stroke("#6d7887", width=0.9)
INFLUENCES = {
    strength: Stroke(ACCENT, "1.2 2.2", width)
    for strength, width in ((None, 0.9), (1, 0.8), (2, 1.2), (3, 1.8))
}
CONFLICTS = Stroke(BAD, "4 1.6 1 1.6", 1.0, sign="×")  # noqa: RUF001  (the sign of a conflict)


@dataclass(frozen=True)
class Person:
    """Somebody with the words of their box."""

    record: PlainRecord
    name: list[str]
    title: str
    contact: str

    @property
    def size(self) -> tuple[float, float]:
        """Width and height."""
        return NODE, 27 + 8.6 * len(self.name) + (7.6 if self.title else 0)


def draw_people(writer: Writer, section: Section, records: list[PlainRecord]) -> list[Figure]:
    """Return the chart, or several where one page does not hold everybody."""
    people = {record["id"]: _person(writer, section, record) for record in records}
    placed = {id: (p.record["x"], p.record["y"]) for id, p in people.items() if _is_placed(p.record)}
    below = below_of({id: _boss(people, id) for id in _in_order(people)})
    if len(placed) == len(people) <= MOST:
        return [_chart(writer, section, people, placed, ON_THE_PAGE)]
    return [
        _chart(writer, section, {id: people[id] for id in ids}, _set_out(below, people, ids), 0.5)
        for ids in charts(below, MOST)
    ]


def _is_placed(record: PlainRecord) -> bool:
    return record.get("x") is not None and record.get("y") is not None


def _boss(people: Mapping[str, Person], id: str) -> str | None:
    return people[id].record.get("reports_to")


def _in_order(people: Mapping[str, Person]) -> list[str]:
    return sorted(people, key=lambda id: _is_beside(people[id]))


def _is_beside(person: Person) -> bool:
    """Return whether somebody stands beside the chart: an adviser or a partner."""
    return person.record.get("side") in ("adviser", "partner")


def _set_out(below: Below, people: Mapping[str, Person], ids: Sequence[str]) -> Places:
    """Return places for a chart nobody has put in order: bosses above, advisers and partners on top."""
    across, _count = slots(below, ids)
    depth = {id: float(step) for step, id in walk(below)}
    top = min(depth[id] for id in ids)
    return {
        id: (across[id], -1.0 if _is_beside(people[id]) and depth[id] == 0 else depth[id] - top) for id in ids
    }


def _person(writer: Writer, section: Section, record: PlainRecord) -> Person:
    title = writer.get(section.key, "title", record).striptags()
    return Person(
        record,
        name=wrap(writer.title(section.key, record), NODE - 32, size=7.4, lines=3),
        title=wrap(title, NODE - 10, size=6.4, lines=1)[0] if title else "",
        contact=_contact(writer, record),
    )


def _contact(writer: Writer, record: PlainRecord) -> str:
    """Return who of ours knows somebody best, with dots for how well; empty when nobody does."""
    known = {
        one.get("member"): one.get("quality") if one.get("quality") is not None else 1
        for one in writer.plan.records("coverage")
        if one.get("stakeholder") == record["id"] and writer.plan.record("team_members", one.get("member"))
    }
    key = record.get("key_contact")
    if key not in known and writer.plan.record("team_members", key) is not None:
        known[key] = record.get("relationship_now") or 1
    if not known:
        return ""
    member = key if key in known else max(known, key=lambda one: known[one] or 0)
    quality = known[member] or 0
    name = writer.title("team_members", writer.plan.record("team_members", member) or {})
    return f"{wrap(name, NODE - 42, size=6.6, lines=1)[0]} {'●' * quality}{'○' * (4 - quality)}"


def _chart(
    writer: Writer, section: Section, people: Mapping[str, Person], places: Places, near: float
) -> Figure:
    is_wide = any(
        len(row) > WIDTH // (NODE + GAP) for row in rows_of_places(list(people), places, near, MOST)
    )
    room = WIDE if is_wide else WIDTH
    rows = rows_of_places(list(people), places, near, int(room // (NODE + GAP)))
    reports = [(boss, id) for id in people if (boss := _boss(people, id)) in people and boss and boss != id]
    others = [one for one in writer.plan.records("influence_lines") if _joins(one, people)]
    links = [Link(boss, id, trunk=boss) for boss, id in reports]
    links += [Link(one["from_whom"], one["to_whom"]) for one in others]
    drawn = routed(
        rows,
        across_by_places(rows, places, NODE + GAP, room),
        {id: person.size for id, person in people.items()},
        links,
        room=room,
        gaps=[9.0, *[BETWEEN] * (len(rows) - 1), 5.0],
    )
    parts = [
        *_lines(drawn, len(reports), others),
        *(part for id, person in people.items() for part in _drawn(person, drawn.boxes[id])),
        *_legend(drawn.height),
    ]
    said = _describe(writer, section, people, len(others))
    tallest = WIDE_TALLEST if is_wide else None
    return Figure(svg(drawn.height + 18, said, parts, room, tallest), is_wide=is_wide)


def _joins(line: PlainRecord, people: Mapping[str, Person]) -> bool:
    start, end = line.get("from_whom"), line.get("to_whom")
    return start in people and end in people and start != end


def _lines(drawn: Routed, reports: int, others: Sequence[PlainRecord]) -> Iterator[Markup]:
    for points in drawn.lines[:reports]:
        yield from arrow(points, REPORTS, has_tip=False)
    for one, points in zip(others, drawn.lines[reports:], strict=True):
        conflicts = one.get("kind") == "conflicts"
        yield from arrow(points, CONFLICTS if conflicts else INFLUENCES[one.get("strength")])


def _drawn(person: Person, place: Box) -> Iterator[Markup]:
    stance, x, y = person.record.get("stance"), place.x + 5, place.y + 10
    colour = INK if stance is None else GOOD if stance > 0 else BAD if stance < 0 else MUTED
    yield box(
        *(place.x, place.y, place.width, place.height),
        fill=PANEL if _is_beside(person) else "#ffffff",
        stroke=colour,
        stroke_width=1.6 if stance else 0.8,
        dash="3 2" if stance is not None and stance < 0 else "",
    )
    yield words(x, y, "?" if stance is None else sign_of(stance), size=7.4, fill=colour, bold=True)
    for said in person.name:
        yield words(x + 14, y, said, size=7.4, bold=True)
        y += 8.6
    if person.title:
        yield words(x, y, person.title, size=6.4, fill=MUTED)
        y += 7.6
    said, tone = (person.contact, ACCENT) if person.contact else (_("nobody of ours"), BAD)
    yield words(x, y + 3.5, said, size=6.6, fill=tone)
    yield from _badge(person.record.get("power"), place)


def _badge(power: int | None, place: Box) -> Iterator[Markup]:
    if power:
        x, y = place.right - 8.5, place.y + 8
        yield circle(x, y, 3.2 + 0.6 * power, fill=INK)
        yield words(x, y + 2.3, str(power), size=6.4, fill="#ffffff", anchor="middle", bold=True)


def _legend(y: float) -> Iterator[Markup]:
    x = 0.0
    lines = ((_("reports to"), REPORTS), (_("influences"), INFLUENCES[2]), (_("in conflict"), CONFLICTS))
    for label, stroke in lines:
        yield line(x, y + 10, x + 18, y + 10, stroke=stroke.colour, width=stroke.width, dash=stroke.dash)
        yield words(x + 22, y + 12.5, label, size=7, fill=MUTED)
        x += 34 + width_of(label, 7)
    said = _(
        "Sign: stance, opponent {low} to champion +2. Disc: power. Below: who of ours, how well.",
        low=sign_of(-2),
    )
    yield words(x, y + 12.5, said, size=7, fill=MUTED)


def _describe(writer: Writer, section: Section, people: Mapping[str, Person], lines: int) -> str:
    said = _(
        "Organisation chart of {count} people with {lines} lines of influence.",
        count=len(people),
        lines=lines,
    )
    named = []
    for person in people.values():
        stance = writer.get(section.key, "stance", person.record).striptags()
        named.append(f"{writer.title(section.key, person.record)}{f' ({stance})' if stance else ''}")
    return f"{said} {'; '.join(named)}."

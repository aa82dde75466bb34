"""Values as HTML, by the kind of their field; every word is escaped here."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from planning.kinds import Choice, Number, PlanField, Ref, Scale
from server.export.rich_text import render_rich_text
from server.export.wording import MINUS, NO_BREAK
from server.texts import gettext as _

if TYPE_CHECKING:
    from server.export.writing import Writer

MOST_DOTS = 6

BAR = 15
"""Millimetres of a bar that is full."""

ValueWriter = Callable[["Writer", Any, Any, Mapping[str, Any]], Markup]


def write_text(writer: "Writer", field: PlanField, value: Any, record: Mapping[str, Any]) -> Markup:
    """Return a value as the text it is."""
    return escape(value)


def _write_long_text(writer: "Writer", field: PlanField, value: str, record: Mapping[str, Any]) -> Markup:
    lines = [line for line in value.splitlines() if line.strip()]
    if len(lines) == 1:
        return escape(lines[0])
    return Markup("").join(Markup("<p>{}</p>").format(line) for line in lines)


def _write_rich_text(writer: "Writer", field: PlanField, value: Any, record: Mapping[str, Any]) -> Markup:
    return render_rich_text(value)


def _write_choice(writer: "Writer", field: Choice, value: str, record: Mapping[str, Any]) -> Markup:
    return escape(writer.say(field.choices.get(value, value)))


def _write_choices(writer: "Writer", field: Choice, value: list[str], record: Mapping[str, Any]) -> Markup:
    return escape(", ".join(writer.say(field.choices.get(one, one)) for one in value))


def _write_number(writer: "Writer", field: Number, value: float, record: Mapping[str, Any]) -> Markup:
    if field.unit:
        return escape(writer.words.measure(value, field.unit))
    return escape(writer.words.number(value, record.get("unit") or ""))


def _write_year(writer: "Writer", field: Number, value: int, record: Mapping[str, Any]) -> Markup:
    return escape(value)


def _write_money(writer: "Writer", field: Number, value: float, record: Mapping[str, Any]) -> Markup:
    amount = writer.words.money(value, record.get("currency") or writer.currency)
    return escape(amount)


def _write_percent(writer: "Writer", field: Number, value: float, record: Mapping[str, Any]) -> Markup:
    return percent_bar(value, writer.words.percent(value))


def _write_scale(writer: "Writer", field: Scale, value: int, record: Mapping[str, Any]) -> Markup:
    label = writer.say(field.labels[value - int(field.low or 0)]) if field.labels else ""
    return scale_words(int(field.low or 0), int(field.high or 0), value, label)


def _write_day(writer: "Writer", field: PlanField, value: str, record: Mapping[str, Any]) -> Markup:
    # A box of its own to keep a day together would cost more than the day.
    return escape(writer.words.short_day(value).replace(" ", NO_BREAK))


def _write_flag(writer: "Writer", field: PlanField, value: bool, record: Mapping[str, Any]) -> Markup:
    return escape(writer.words.yes_or_no(value))


def _write_ref(writer: "Writer", field: Ref, value: str, record: Mapping[str, Any]) -> Markup:
    if value in field.also:
        return escape(writer.say(field.also[value]))
    return writer.named(field.to, value)


def _write_refs(writer: "Writer", field: Ref, value: list[str], record: Mapping[str, Any]) -> Markup:
    return Markup(", ").join(filter(None, (writer.named(field.to, one) for one in value)))


def _write_people(writer: "Writer", field: PlanField, value: list[str], record: Mapping[str, Any]) -> Markup:
    # A plan knows participants by what they have stamped; who has stamped nothing is only counted.
    known = [writer.people[key] for key in value if key in writer.people]
    others = len(value) - len(known)
    if others:
        known.append(_more(others) if known else _some(others))
    return escape(", ".join(known))


def _more(count: int) -> str:
    return _("{count} others", count=count) if count != 1 else _("1 other")


def _some(count: int) -> str:
    return _("{count} people", count=count) if count != 1 else _("1 person")


def _write_target(writer: "Writer", field: PlanField, value: str, record: Mapping[str, Any]) -> Markup:
    section_key, *rest = value.split("/")
    section = writer.plan.schema.sections.get(section_key)
    if section is None:
        return Markup("")
    name = rest.pop() if rest and rest[-1] in section.fields else None
    place = writer.named(section_key, rest[0]) if rest else escape(writer.say(section.label))
    label = Markup(" · {}").format(writer.label(section, name)) if name else Markup("")
    return place + label if place else Markup("")


def _write_email(writer: "Writer", field: PlanField, value: str, record: Mapping[str, Any]) -> Markup:
    return Markup('<a href="mailto:{0}">{0}</a>').format(value)


def _write_web_link(writer: "Writer", field: PlanField, value: str, record: Mapping[str, Any]) -> Markup:
    shown = value.split("//", 1)[-1].rstrip("/")
    return Markup('<a href="{}">{}</a>').format(value, shown)


def _write_stamp(
    writer: "Writer", field: PlanField, value: Mapping[str, str], record: Mapping[str, Any]
) -> Markup:
    who = ", ".join(filter(None, (value["name"], value["department"])))
    return Markup("{} · {}").format(who, writer.words.moment(value["at"]))


WRITERS: Mapping[str, ValueWriter] = {
    "choice": _write_choice,
    "choices": _write_choices,
    "day": _write_day,
    "email": _write_email,
    "flag": _write_flag,
    "long_text": _write_long_text,
    "money": _write_money,
    "number": _write_number,
    "people": _write_people,
    "percent": _write_percent,
    "ref": _write_ref,
    "refs": _write_refs,
    "rich_text": _write_rich_text,
    "scale": _write_scale,
    "stamp": _write_stamp,
    "target": _write_target,
    "web_link": _write_web_link,
    "year": _write_year,
}
"""By kind of field; a kind that is not here is written as the text it is."""


def percent_bar(value: float, words: str) -> Markup:
    """Return a share as a bar with its figure: the length is never alone."""
    filled = BAR * min(100, max(0, round(value))) / 100
    bar = Markup('<span class="bar" style="border-left-width:{:.2f}mm;width:{:.2f}mm"></span>').format(
        filled, BAR - filled
    )
    return Markup('<span class="nowrap">{} {}</span>').format(bar, words)


def scale_words(low: int, high: int, value: int, label: str) -> Markup:
    """Return a step of a scale as dots and a word, or as sign and word when it has two sides."""
    if low < 0:
        return signed_words(value, label)
    said = label or _("{value} of {high}", value=value, high=high)
    if high > MOST_DOTS:
        return escape(said)
    return Markup('<span class="dots">{}</span> {}').format("●" * value + "○" * (high - value), said)


def signed_words(value: int, label: str) -> Markup:
    """Return a step of a scale with two sides: sign, number and word, coloured by the sign."""
    side = "good" if value > 0 else "bad" if value < 0 else "even"
    return Markup('<span class="signed {}"><b>{}</b> {}</span>').format(side, sign_of(value), label)


def sign_of(value: int) -> str:
    """Return a step of a scale with two sides as a number with its sign."""
    return f"+{value}" if value > 0 else f"{MINUS}{-value}" if value < 0 else "0"

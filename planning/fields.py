"""The vocabulary in which tools declare their fields.

A declaration is one line. What it says is read by validation (here), by the description
that forms, tables, PDF and TypeScript types follow (`planning.describe`) and by redaction
(`planning.redaction`). Every value is optional: in a plan that many people fill at once,
`None` means *not said yet*, and whether something is missing is a finding, not a refusal.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from planning.kinds import (
    Choice,
    Choices,
    Day,
    Email,
    Flag,
    LongText,
    Number,
    OrderKey,
    People,
    PlanField,
    Ref,
    Refs,
    RichText,
    Scale,
    Stamp,
    Target,
    Text,
    WebLink,
)

TEAM = "team"
"""Never leaves the company."""

CUSTOMER = "customer"
"""May be shared with the customer."""


def text(*, most: int = 200, **said: Any) -> PlanField:
    """Declare one line of text of up to `most` characters."""
    return Text(most=most, **said)


def long_text(*, most: int = 5_000, **said: Any) -> PlanField:
    """Declare plain text of several lines that several people can type in at once."""
    return LongText(most=most, **said)


def rich_text(*, most: int = 20_000, **said: Any) -> PlanField:
    """Declare formatted text (a ProseMirror document) that several people can type in at once."""
    return RichText(most=most, **said)


def choice(choices: Mapping[str, str], **said: Any) -> PlanField:
    """Declare one of `choices`, a mapping of stored value to label."""
    return Choice(choices=choices, **said)


def choices(choices: Mapping[str, str], **said: Any) -> PlanField:
    """Declare any number of `choices`."""
    return Choices(choices=choices, **said)


def scale(low: int, high: int, *, labels: Sequence[str] = (), **said: Any) -> PlanField:
    """Declare a whole number from `low` to `high`, with one label a step if `labels` are given."""
    return Scale(low=low, high=high, labels=tuple(labels), **said)


def number(*, low: float | None = None, high: float | None = None, unit: str = "", **said: Any) -> PlanField:
    """Declare a number from `low` to `high`, both included; `unit` as CLDR names it, such as `day`."""
    return Number(low=low, high=high, unit=unit, **said)


def whole(*, low: float | None = None, high: float | None = None, unit: str = "", **said: Any) -> PlanField:
    """Declare a whole number from `low` to `high`, both included; `unit` as CLDR names it."""
    return Number(low=low, high=high, unit=unit, whole=True, **said)


def year(**said: Any) -> PlanField:
    """Declare a calendar year, 1900 to 2200."""
    return Number(kind="year", low=1900, high=2200, whole=True, **said)


def percent(*, low: float = 0, high: float = 100, **said: Any) -> PlanField:
    """Declare a share in per cent: 40 means 40 %."""
    return Number(kind="percent", low=low, high=high, **said)


def money(*, low: float = -1e15, **said: Any) -> PlanField:
    """Declare an amount in the record's `currency`, or in the plan's when the record has none."""
    return Number(kind="money", low=low, high=1e15, **said)


def day(**said: Any) -> PlanField:
    """Declare a calendar day, stored as `YYYY-MM-DD`."""
    return Day(**said)


def flag(**said: Any) -> PlanField:
    """Declare yes or no; *not said yet* counts as no."""
    return Flag(**said)


def ref(to: str, *, also: Mapping[str, str] | None = None, **said: Any) -> PlanField:
    """Declare a reference to a record of the section `to`, or to one of `also` (value to label)."""
    return Ref(to=to, also=also or {}, **said)


def refs(to: str, *, most: int = 50, **said: Any) -> PlanField:
    """Declare an ordered list of up to `most` references to records of the section `to`."""
    return Refs(to=to, most=most, **said)


def email(**said: Any) -> PlanField:
    """Declare an e-mail address."""
    return Email(most=254, **said)


def web_link(**said: Any) -> PlanField:
    """Declare an http or https address."""
    return WebLink(most=2_000, **said)


def target(**said: Any) -> PlanField:
    """Declare the place something speaks of: `section/id`, `section/id/field` or `section`."""
    return Target(**said)


def stamp(**said: Any) -> PlanField:
    """Declare who did something and when; nobody can stamp in another's name."""
    return Stamp(**said)


def people(*, most: int = 50, **said: Any) -> PlanField:
    """Declare a list of up to `most` participants: people who can open the plan, not records of it."""
    return People(most=most, **said)


def shared_flag() -> PlanField:
    """Declare whether a record leaves with the customer's copy; the copy itself still says yes."""
    return Flag(
        audience=CUSTOMER, label="Shared", help="Yes puts it into the copy that the customer receives."
    )


def coordinate(**said: Any) -> PlanField:
    """Declare where a drawing has put a record, in its own units; nobody types it."""
    return Number(low=-1e6, high=1e6, system=True, **said)


def order_key() -> PlanField:
    """Declare a record's place among its neighbours, as a fractional index."""
    return OrderKey(audience=CUSTOMER, label="Order", system=True)

"""What a plan tells of itself: something to mend, where it is, and how to mend it.

A finding is a code and values; its words are declared once, beside the check that makes it, as
templates with named, typed placeholders. English follows here, the pages' catalogue in
`planning.typescript_findings`:

    WORDS = declare_words({
        "action_overdue": ('"{title}" was due {due:day}.', "Do it, or agree on another day."),
    })

Types are `text` (when none is said), `number`, `day` (`YYYY-MM-DD`), `month` (`YYYY-MM`),
`percent` (a share: 0.4 is 40 %), `money` (in the value `currency` when there is one), `list`
(several texts) and `plural` (`{count:plural:action|actions}` says *1 action* or *3 actions*; it is
always called `count`).
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Severity = Literal["must", "should", "could"]
Value = str | int | float | Sequence[str]
Words = Mapping[str, tuple[str, str]]
"""Code of a finding to what it says and to its remedy."""

SEVERITIES: tuple[Severity, ...] = ("must", "should", "could")
PLACEHOLDER = re.compile(r"\{([a-z_]+)(?::([a-z]+))?(?::([^|}]+)\|([^|}]+))?\}")
UNTITLED = "Untitled"
"""Stands for the title of a record that has none."""

_declared: dict[str, tuple[str, str]] = {}


@dataclass(frozen=True)
class Change:
    """A value to put into a field; `id` is None for a section of one record."""

    section: str
    id: str | None
    field: str
    value: Any


@dataclass(frozen=True)
class Finding:
    """Something to show beside a record.

    `code` is stable and names the rule; `where` is a target as `planning.kinds.Target` takes it
    (`section`, `section/id` or `section/id/field`); `values` fill the templates of the words.
    `mend` puts it right safely, all changes together; it is empty when a person must decide.
    """

    code: str
    where: str
    values: Mapping[str, Value]
    severity: Severity
    mend: tuple[Change, ...] = ()

    @property
    def message(self) -> str:
        """What is wrong and where, in English."""
        return say(_declared[self.code][0], self.values)

    @property
    def remedy(self) -> str:
        """What to do about it, in English."""
        return say(_declared[self.code][1], self.values)


def declare_words(words: Words) -> Words:
    """Make the words of these codes known, and return them.

    Raises
    ------
    ValueError
        When a code has other words already, or a template has a placeholder of no known type.
    """
    for code, (message, remedy) in words.items():
        if _declared.get(code, (message, remedy)) != (message, remedy):
            raise ValueError(f"Two findings have the code {code!r}.")
        _require_known_types(message)
        _require_known_types(remedy)
        _declared[code] = (message, remedy)
    return words


def declared_words() -> dict[str, tuple[str, str]]:
    """Return the words of every module that has been imported, by code in alphabetical order."""
    return dict(sorted(_declared.items()))


def target_of(section: str, id: str | None = None, field: str | None = None) -> str:
    """Return the target of a section, a record or a field.

    >>> target_of("actions", "a" * 21, "due")
    'actions/aaaaaaaaaaaaaaaaaaaaa/due'
    >>> target_of("charter", field="scope")
    'charter/scope'
    """
    return "/".join(filter(None, (section, id, field)))


def say(template: str, values: Mapping[str, Value]) -> str:
    """Return a template in English with its values in it.

    >>> say("{who:list}: {count:plural:action|actions}", {"who": ["Ana", "Ben"], "count": 2})
    'Ana and Ben: 2 actions'
    >>> say("Due {due:day}, {share:percent} done.", {"due": "2027-05-03", "share": 0.4})
    'Due 3 May 2027, 40 % done.'
    """

    def fill(found: re.Match[str]) -> str:
        name, kind, one, other = found.groups()
        value = values[name]
        if kind == "plural":
            return f"{_say_number(value)} {one if value == 1 else other}"
        amount = ENGLISH[kind or "text"](value)
        currency = values.get("currency")
        said = f"{currency} {amount}" if kind == "money" and currency else amount
        # A sentence that ends in "Jonas K." has its full stop already.
        return said.removesuffix(".") if template.startswith(".", found.end()) else said

    return PLACEHOLDER.sub(fill, template)


def _require_known_types(template: str) -> None:
    found = [match.groups() for match in PLACEHOLDER.finditer(template)]
    unread = re.sub(PLACEHOLDER, "", template)
    known = all((kind or "text") in ENGLISH or kind == "plural" for _, kind, *_ in found)
    plurals = [name for name, kind, *_ in found if kind == "plural"]
    if not known or "{" in unread or "}" in unread or plurals not in ([], ["count"]):
        raise ValueError(f"Cannot read the placeholders of {template!r}.")


def _say_day(value: Any) -> str:
    day = dt.date.fromisoformat(value)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _say_month(value: Any) -> str:
    year, month = value.split("-")
    return f"{MONTHS[int(month) - 1]} {year}"


def _say_number(value: Any) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"


def _say_list(value: Any) -> str:
    return " and ".join(filter(None, [", ".join(value[:-1]), *value[-1:]]))


# Not from the calendar module, whose names follow the language of the process.
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

ENGLISH: dict[str, Callable[[Any], str]] = {
    "text": lambda value: str(value) or UNTITLED,
    "number": _say_number,
    "day": _say_day,
    "month": _say_month,
    "percent": lambda value: f"{value * 100:.0f} %",
    "money": lambda value: f"{value:,.0f}",
    "list": _say_list,
}
"""How a value of each type is said."""

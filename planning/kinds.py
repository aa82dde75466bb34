"""The kinds of fields: what each accepts, strictly, and what a form needs to know of it.

Values arrive as JSON has them, with whole floats already turned into integers
(rule D4 is the business of whoever reads them from a document).
"""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any, ClassVar

from marshmallow import ValidationError

from planning import rich_text
from planning.ordering import is_order
from planning.plan_field import PlanField
from planning.text_kinds import Email, LongText, RichText, Text, WebLink

__all__ = [
    "ID_PATTERN",
    "PARTICIPANT_PATTERN",
    "TARGET_PATTERN",
    "Choice",
    "Choices",
    "Day",
    "Email",
    "Flag",
    "IdList",
    "LongText",
    "Number",
    "OrderKey",
    "People",
    "PlanField",
    "Ref",
    "Refs",
    "RichText",
    "Scale",
    "Stamp",
    "Target",
    "Text",
    "WebLink",
    "is_day",
]

ID_PATTERN = re.compile(r"[A-Za-z0-9_-]{21}")
PARTICIPANT_PATTERN = re.compile(r"[A-Za-z0-9_-]{1,40}")
TARGET_PATTERN = re.compile(r"[a-z_]{1,40}(/[A-Za-z0-9_-]{21}(/[a-z_]{1,40})?|/[a-z_]{1,40})?")
DAY_PATTERN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LARGEST = 1e15
"""Beyond it a number loses its last digits on the way through a document."""


class Choice(PlanField):
    kind = "choice"

    def __init__(self, *, choices: Mapping[str, str], **said: Any) -> None:
        super().__init__(**said)
        self.choices = dict(choices)

    def describe(self) -> dict[str, Any]:
        return {"choices": [{"value": v, "label": lb} for v, lb in self.choices.items()]}

    def accept(self, value: Any) -> str:
        if not isinstance(value, str) or value not in self.choices:
            raise ValidationError(f"Must be one of: {', '.join(self.choices)}.")
        return value


class Choices(Choice):
    kind = "choices"

    def accept(self, value: Any) -> Any:
        if not isinstance(value, list) or len(value) > len(self.choices):
            raise ValidationError("Must be a list of choices.")
        accepted = [super(Choices, self).accept(one) for one in value]
        if len(set(accepted)) != len(accepted):
            raise ValidationError("Names a choice twice.")
        return accepted


class Number(PlanField):
    kind = "number"

    def __init__(
        self,
        *,
        low: float | None,
        high: float | None,
        unit: str = "",
        whole: bool = False,
        kind: str = "number",
        **said: Any,
    ) -> None:
        super().__init__(**said)
        self.low, self.high, self.unit, self.whole = low, high, unit, whole
        self.kind = kind  # type: ignore[misc]  # money, percent and year are numbers that read differently

    def describe(self) -> dict[str, Any]:
        return {"low": self.low, "high": self.high, "unit": self.unit, "whole": self.whole}

    def accept(self, value: Any) -> int | float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ValidationError("Must be a number.")
        # Refuses what is not a number at all (NaN) too, since that is never within bounds.
        if not -LARGEST <= value <= LARGEST:
            raise ValidationError(f"Must be a number between {-LARGEST:g} and {LARGEST:g}.")
        if self.whole and value != int(value):
            raise ValidationError("Must be a whole number.")
        if self.low is not None and value < self.low:
            raise ValidationError(f"Must be {self.low:g} or more.")
        if self.high is not None and value > self.high:
            raise ValidationError(f"Must be {self.high:g} or less.")
        return int(value) if value == int(value) else value


class Scale(Number):
    def __init__(self, *, low: int, high: int, labels: tuple[str, ...], **said: Any) -> None:
        if labels and len(labels) != high - low + 1:
            raise ValueError(f"A scale from {low} to {high} needs {high - low + 1} labels.")
        super().__init__(low=low, high=high, whole=True, kind="scale", **said)
        self.labels, self.first = labels, low

    def steps(self) -> list[tuple[int, str]]:
        """Return each step with its label; nothing when the steps have none."""
        return list(enumerate(self.labels, start=self.first))

    def describe(self) -> dict[str, Any]:
        return {"low": self.low, "high": self.high, "labels": list(self.labels)}


def is_day(value: Any) -> bool:
    """Return whether this is a calendar day as a plan writes it."""
    if not isinstance(value, str) or not DAY_PATTERN.fullmatch(value):
        return False
    try:
        dt.date.fromisoformat(value)
    except ValueError:
        return False
    return True


class Day(PlanField):
    kind = "day"

    def accept(self, value: Any) -> str:
        if not is_day(value):
            raise ValidationError("Must be a day, such as 2027-03-31.")
        return str(value)


class Flag(PlanField):
    kind = "flag"

    def accept(self, value: Any) -> bool:
        if not isinstance(value, bool):
            raise ValidationError("Must be yes or no.")
        return value


class Ref(PlanField):
    kind = "ref"

    def __init__(self, *, to: str, also: Mapping[str, str], **said: Any) -> None:
        super().__init__(**said)
        self.to, self.also = to, dict(also)

    def describe(self) -> dict[str, Any]:
        also = [{"value": v, "label": lb} for v, lb in self.also.items()]
        return {"to": self.to, "also": also}

    def accept(self, value: Any) -> str:
        if isinstance(value, str) and (value in self.also or ID_PATTERN.fullmatch(value)):
            return value
        raise ValidationError("Must be the identifier of a record.")


class IdList(PlanField):
    """An ordered list of identifiers, each once."""

    pattern: ClassVar[re.Pattern[str]] = ID_PATTERN

    def __init__(self, *, most: int, **said: Any) -> None:
        super().__init__(**said)
        self.most = most

    def describe(self) -> dict[str, Any]:
        return {"most": self.most}

    def accept(self, value: Any) -> list[str]:
        if not isinstance(value, list) or len(value) > self.most:
            raise ValidationError(f"Must be a list of at most {self.most} identifiers.")
        if not all(isinstance(one, str) and self.pattern.fullmatch(one) for one in value):
            raise ValidationError("Must be a list of identifiers.")
        if len(set(value)) != len(value):
            raise ValidationError("Names the same one twice.")
        return list(value)


class Refs(IdList):
    kind = "refs"

    def __init__(self, *, to: str, **said: Any) -> None:
        super().__init__(**said)
        self.to = to

    def describe(self) -> dict[str, Any]:
        return {"to": self.to, "most": self.most}


class People(IdList):
    """Participants by their key, as stamps carry it; they are people, not records of the plan."""

    kind = "people"
    pattern = PARTICIPANT_PATTERN


class Target(PlanField):
    kind = "target"

    def accept(self, value: Any) -> str:
        if not isinstance(value, str) or not TARGET_PATTERN.fullmatch(value):
            raise ValidationError("Must name a section, a record or a field.")
        return value


class OrderKey(PlanField):
    kind = "order"

    def accept(self, value: Any) -> str:
        if not isinstance(value, str) or len(value) > 128 or not is_order(value):
            raise ValidationError("Must be a fractional index.")
        return value


class Stamp(PlanField):
    """Who and when: `{"key": participant, "name": …, "department": …, "at": "2027-03-31T09:30:00Z"}`."""

    kind = "stamp"
    KEYS: ClassVar[dict[str, int]] = {"key": 40, "name": 120, "department": 120, "at": 30}

    def accept(self, value: Any) -> dict[str, str]:
        if not isinstance(value, dict) or set(value) != set(self.KEYS):
            raise ValidationError("Must say who (key, name, department) and when (at).")
        for key, most in self.KEYS.items():
            if not isinstance(value[key], str) or len(value[key]) > most:
                raise ValidationError(f"{key} must be text of at most {most} characters.")
        if any(map(rich_text.UNPRINTABLE.search, value.values())):
            raise ValidationError("Contains control characters.")
        try:
            zone = dt.datetime.fromisoformat(value["at"]).tzinfo
        except ValueError:
            zone = None
        if zone is None:
            raise ValidationError("at must be a moment with its time zone, such as 2027-03-31T09:30:00Z.")
        return dict(value)

"""The kinds of fields that hold words; `planning.kinds` has them all."""

import re
from typing import Any, ClassVar

from marshmallow import ValidationError

from planning import rich_text
from planning.plan_field import PlanField


class Text(PlanField):
    kind = "text"

    def __init__(self, *, most: int, **said: Any) -> None:
        super().__init__(**said)
        self.most = most

    def describe(self) -> dict[str, Any]:
        return {"most": self.most}

    def accept(self, value: Any) -> str:
        if not isinstance(value, str):
            raise ValidationError("Must be text.")
        if len(value) > self.most:
            raise ValidationError(f"At most {self.most} characters; this has {len(value)}.")
        if rich_text.UNPRINTABLE.search(value):
            raise ValidationError("Contains control characters; type it again without them.")
        return value


class LongText(Text):
    kind = "long_text"
    shared_type = "text"


class Address(Text):
    """A line of text that must look right; an empty one does."""

    pattern: ClassVar[re.Pattern[str]]
    remedy: ClassVar[str]

    def accept(self, value: Any) -> str:
        address = super().accept(value)
        if address and not self.pattern.fullmatch(address):
            raise ValidationError(self.remedy)
        return address


class Email(Address):
    kind = "email"
    pattern = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
    remedy = "Must be an e-mail address, such as name@company.com."


class WebLink(Address):
    kind = "web_link"
    pattern = re.compile(r"https?://[^\s<>\"]+")
    remedy = "Must begin with http:// or https://."


class RichText(PlanField):
    kind = "rich_text"
    shared_type = "xml"

    def __init__(self, *, most: int, **said: Any) -> None:
        super().__init__(**said)
        self.most = most

    def describe(self) -> dict[str, Any]:
        return {"most": self.most}

    def accept(self, value: Any) -> dict[str, Any]:
        if (problem := rich_text.problem_of(value, most=self.most)) is not None:
            raise ValidationError(problem)
        return dict(value)

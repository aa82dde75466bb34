"""The shapes that requests and answers share."""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable
from typing import Any

from marshmallow import Schema, ValidationError, fields, validate

from server.access import Role
from server.texts import gettext as _

EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")

MOST_OF_ADDRESS = 254


class Answer(Schema):
    """What is answered; every field is always there, if only as null."""

    def on_bind_field(self, field_name: str, field_obj: fields.Field[Any]) -> None:
        """Tell the description that clients can rely on the field."""
        field_obj.required = True


class Line(fields.String):
    """One line of text somebody typed: trimmed, without control characters."""

    def __init__(self, most: int, *, least: int = 1, **said: Any) -> None:
        super().__init__(validate=validate.Length(least, most), **said)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        said: str = super()._deserialize(value, attr, data, **kwargs).strip()
        if any(unicodedata.category(c) in ("Cc", "Cs") for c in said):
            raise ValidationError(_("Contains control characters; type it again without them."))
        return said


class EmailAddress(Line):
    """An e-mail address."""

    def __init__(self, **said: Any) -> None:
        super().__init__(MOST_OF_ADDRESS, **said)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        said = super()._deserialize(value, attr, data, **kwargs)
        if not EMAIL.fullmatch(said):
            raise ValidationError(_("Must be an e-mail address, such as name@company.com."))
        if len(said.lower()) > MOST_OF_ADDRESS:
            # It is kept in small letters, and one capital may become two of them.
            raise ValidationError(_("Longer than an e-mail address can be."))
        return said


class Moment(fields.DateTime):
    """A moment; kept in UTC without zone, answered with it."""

    def _serialize(self, value: dt.datetime | None, attr: str | None, obj: Any, **kwargs: Any) -> str | None:
        return f"{value.isoformat(timespec='milliseconds')}Z" if value is not None else None


def name_line(**said: Any) -> Line:
    """Return the field of a person's name."""
    return Line(120, **({"required": True} | said))


def department_line(**said: Any) -> Line:
    """Return the field of a department; may be empty."""
    return Line(120, least=0, **({"required": True} | said))


def title_line(**said: Any) -> Line:
    """Return the field of a title or the name of a company."""
    return Line(200, **({"required": True} | said))


def secret_line(**said: Any) -> fields.String:
    """Return the field of a password, token or code, which is never trimmed nor answered."""
    checks: list[Callable[[str], Any]] = [validate.Length(1, 1_000), require_text]
    return fields.String(load_only=True, validate=checks, **({"required": True} | said))


def require_text(said: str) -> None:
    """Raise ValidationError for what JSON can say and neither UTF-8 nor a database takes."""
    if "\0" in said or any(unicodedata.category(c) == "Cs" for c in said):
        raise ValidationError(_("Contains control characters; type it again without them."))


def role_field(**said: Any) -> fields.Enum[Role]:
    """Return the field of a role."""
    return fields.Enum(Role, by_value=fields.String, **said)


class Picture(Schema):
    """A logo: an image file in base64, or as a `data:` URL."""

    image = fields.String(required=True)

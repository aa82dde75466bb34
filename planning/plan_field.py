"""What every kind of field has in common."""

from typing import Any, ClassVar

from marshmallow import fields


class PlanField(fields.Field[Any]):
    """A marshmallow field that knows its kind, label, help and audience."""

    kind: ClassVar[str] = ""
    shared_type: ClassVar[str] = ""
    """`text` or `xml` when the document holds a shared type instead of a plain value."""

    def __init__(self, *, label: str, audience: str = "team", help: str = "", system: bool = False) -> None:
        super().__init__(required=False, allow_none=True, load_default=None)
        self.label, self.audience, self.help, self.system = label, audience, help, system

    def describe(self) -> dict[str, Any]:
        """Return what a form, table or PDF needs beside kind, label, help and audience."""
        return {}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        return self.accept(value)

    def accept(self, value: Any) -> Any:
        """Return `value` as it is stored; raise ValidationError with a remedy when it is wrong."""
        raise NotImplementedError

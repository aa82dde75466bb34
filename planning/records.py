"""What tools are made of: sections, each a single record or a collection of records."""

from dataclasses import dataclass
from functools import cached_property
from typing import cast

from marshmallow import RAISE, Schema

from planning.fields import CUSTOMER, TEAM, choice, day, order_key, stamp, text
from planning.kinds import PlanField

PARTS = {"information": "Information", "people": "People", "actions": "Actions"}
EVIDENCE = {"assumed": "Assumed", "confirmed": "Confirmed"}


class Facts(Schema):
    """A record of which a plan has exactly one."""

    class Meta:
        unknown = RAISE


class Record(Schema):
    """A record of a collection, with what every such record carries."""

    class Meta:
        unknown = RAISE

    order = order_key()
    removed = stamp(label="Removed", audience=TEAM, system=True)
    evidence = choice(EVIDENCE, label="Evidence", help="Do we assume this, or has somebody confirmed it?")
    evidence_on = day(label="Evidence of", help="When it was confirmed, or last looked at.")
    evidence_source = text(label="Source", help="Who said it, or where it is written.")


@dataclass(frozen=True)
class Section:
    """One record (`many` false) or a collection of records of a tool.

    `key` is unique in a plan; references name it. `title` is the field that names a record.
    A record of a section for the customer leaves the company only when its field `shared_by` is
    yes (when given), when all that the fields `only_with` name leaves too, and, with
    `only_when_named`, when a record that itself leaves refers to it.
    Only the person stamped in the field `owned_by` may change such a record.
    """

    key: str
    schema: type[Schema]
    label: str
    one: str
    help: str = ""
    empty: str = ""
    audience: str = CUSTOMER
    many: bool = True
    limit: int = 2_000
    title: str = "name"
    columns: tuple[str, ...] = ()
    shared_by: str | None = None
    only_when_named: bool = False
    only_with: tuple[str, ...] = ()
    owned_by: str | None = None

    @cached_property
    def fields(self) -> dict[str, PlanField]:
        """The fields by name, in the order of their declaration, those of every record last."""
        every = [k for k in Record._declared_fields if issubclass(self.schema, Record)]
        declared = cast(dict[str, PlanField], self.schema._declared_fields)
        own = {k: f for k, f in declared.items() if k not in every}
        return own | {k: declared[k] for k in every}


@dataclass(frozen=True)
class Tool:
    """A page of the plan: a root map of the document, a chapter of the PDF."""

    key: str
    part: str
    label: str
    help: str
    sections: tuple[Section, ...]

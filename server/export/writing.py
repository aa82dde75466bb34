"""Values, labels and names of one manuscript, in the language and the words of its reader."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from markupsafe import Markup

from planning.analyses.report import Report, report_of
from planning.analyses.schedule import Period
from planning.fields import CUSTOMER
from planning.kinds import PlanField, Ref, Refs
from planning.plan import PlainRecord, Plan
from planning.records import Section
from planning.rich_text import words_of
from server.export.customer_words import CUSTOMER_WORDS
from server.export.edition import Audience
from server.export.manuscript import Manuscript
from server.export.values import WRITERS, ValueWriter, write_text
from server.export.wording import Wording
from server.texts import gettext as _

CURRENCY, UNIT = "currency", "unit"
"""Fields that say in what the figures of their record are counted; they are written with the figures."""


class Writer:
    """Writes what one manuscript holds for its reader."""

    def __init__(self, manuscript: Manuscript) -> None:
        self.plan, self.about = manuscript.plan, manuscript.about
        self.words = Wording(self.about.language)
        self.currency = plan_currency(self.plan)
        self.people = people_in(self.plan)
        self._fields: dict[str, dict[str, PlanField]] = {}

    @cached_property
    def report(self) -> Report:
        """What the plan works out by itself, on the day of the edition.

        Raises
        ------
        PermissionError
            For the customer's edition, which has no figures of the team.
        """
        if self.for_customer:
            raise PermissionError("The customer's document has no figures of the team.")
        about = self.about
        period = Period(about.starts_on.isoformat(), about.ends_on.isoformat())
        return report_of(self.plan, about.printed_on, period=period)

    @property
    def for_customer(self) -> bool:
        """Whether the customer reads this."""
        return self.about.audience is Audience.CUSTOMER

    def say(self, label: str) -> str:
        """Return a declared label in the words and the language of this reader."""
        return _(CUSTOMER_WORDS.get(label, label) if self.for_customer else label)

    def label(self, section: Section, name: str) -> str:
        """Return what a field is called for this reader."""
        return self.say(section.fields[name].label)

    def fields(self, section: Section) -> dict[str, PlanField]:
        """Return the fields of a section that this reader may see, in the order of declaration."""
        if section.key not in self._fields:
            self._fields[section.key] = self._fields_of(section)
        return self._fields[section.key]

    def _fields_of(self, section: Section) -> dict[str, PlanField]:
        return {
            name: field
            for name, field in section.fields.items()
            # That a record is shared is a mark on it for the team, and plain to the customer.
            if not field.system and name != section.shared_by and self._may_see(field)
        }

    def _may_see(self, field: PlanField) -> bool:
        return not self.for_customer or field.audience == CUSTOMER

    def filled(self, section: Section, records: Iterable[PlainRecord]) -> dict[str, PlanField]:
        """Return those of the fields that say something in at least one of the records."""
        listed, fields = list(records), self.fields(section)
        said = {n: f for n, f in fields.items() if any(self.has(f, r.get(n)) for r in listed)}
        kinds = {f.kind for f in said.values()}
        if UNIT in said and "number" in kinds:
            del said[UNIT]
        if CURRENCY in said and "money" in kinds:
            del said[CURRENCY]
        return said

    def has(self, field: PlanField, value: Any) -> bool:
        """Return whether a value says anything; a reference to what is not printed does not."""
        if value is None or value == "" or value == [] or value is False:
            return False
        if isinstance(field, Ref):
            return value in field.also or self.plan.record(field.to, value) is not None
        if isinstance(field, Refs):
            return any(self.plan.record(field.to, one) is not None for one in value)
        return field.kind != "rich_text" or bool(words_of(value))

    def write(self, field: PlanField, value: Any, record: Mapping[str, Any]) -> Markup:
        """Return the value of a field of `record` as HTML, empty when it says nothing."""
        if not self.has(field, value):
            return Markup("")
        write_kind: ValueWriter = WRITERS.get(field.kind, write_text)
        return write_kind(self, field, value, record)

    def plain(self, field: PlanField, value: Any, record: Mapping[str, Any]) -> str:
        """Return the same as words alone, for a drawing or to measure it."""
        return str(self.write(field, value, record).striptags())

    def get(self, section: str, name: str, record: Mapping[str, Any]) -> Markup:
        """Return the value of the field of this name, empty when the reader may not see it."""
        field = self.fields(self.plan.schema.sections[section]).get(name)
        return Markup("") if field is None else self.write(field, record.get(name), record)

    def title(self, section: str, record: Mapping[str, Any]) -> str:
        """Return what names a record: its title, or what it is when nobody has named it yet."""
        declared = self.plan.schema.sections[section]
        named = self.get(section, declared.title, record).striptags()
        return named or _("Unnamed {one}", one=self.say(declared.one))

    def plain_name(self, section: str, id: str) -> str:
        """Return the title of a record as words, empty when it is not printed."""
        record = self.plan.record(section, id)
        return "" if record is None else self.title(section, record)

    def named(self, section: str, id: str) -> Markup:
        """Return the title of a record as a link to where it is printed; empty when it is not."""
        record = self.plan.record(section, id)
        if record is None:
            return Markup("")
        return Markup('<a class="ref" href="#{}">{}</a>').format(
            anchor(section, id), self.title(section, record)
        )


def anchor(section: str, id: str) -> str:
    """Return the name of the place where a record is printed."""
    return f"{section}-{id}"


def plan_currency(plan: Plan) -> str | None:
    """Return the currency of amounts whose record names none: that of the customer's profile."""
    for section in plan.schema.sections.values():
        currency = None if section.many else plan.fact(section.key).get(CURRENCY)
        if isinstance(currency, str) and currency:
            return currency
    return None


def people_in(plan: Plan) -> dict[str, str]:
    """Return the participants whom a plan knows from what they stamped: key to name."""
    stamped = {
        s.key: [n for n, f in s.fields.items() if f.kind == "stamp"] for s in plan.schema.sections.values()
    }
    stamps = (
        record[name]
        for section, names in stamped.items()
        for record in plan.collections.get(section, {}).values()
        for name in names
        if record.get(name)
    )
    return {stamp["key"]: stamp["name"] for stamp in stamps}

"""A plan as a JSON document: for exports, for imports, for moving between installations.

The document names its format and version, then what the plan is, then its sections: a single
record is an object, a collection is a list of objects with an `id`, in order. What is not said
is left out. The bin travels with the plan; the customer's copy is `customer_view(plan)` written
the same way, and that has none.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from planning.findings import Finding
from planning.kinds import is_day
from planning.plan import PlainRecord, Plan, Schema
from planning.reading import read_sections
from planning.records import Section
from planning.references import dangling_references
from planning.validation import Problem

FORMAT = "tavolo-plan"
VERSION = 1
MOST_PROBLEMS = 100
"""Nobody reads more, and a hostile file could cause millions."""


def _is_title(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip()) and len(value) <= 200 and value.isprintable()


HEAD: dict[str, tuple[Callable[[Any], bool], str]] = {
    "title": (_is_title, "one line of text of up to 200 characters"),
    "account": (_is_title, "one line of text of up to 200 characters"),
    "starts_on": (is_day, "a day, such as 2027-01-01"),
    "ends_on": (is_day, "a day, such as 2029-12-31"),
}
"""What a document says about the plan itself: how to know that it is right, and what it must be."""


class Unacceptable(ValueError):
    """A document that cannot become a plan; `problems` says what is wrong with it, and where."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(" ".join(f"{p.where}: {p.message}" for p in problems[:3]))
        self.problems = problems[:MOST_PROBLEMS]


@dataclass(frozen=True)
class ImportedPlan:
    """A document that was read; `findings` name references to records that are not in it."""

    title: str
    starts_on: str
    ends_on: str
    account: str
    plan: Plan
    findings: list[Finding] = field(default_factory=list)


def to_document(plan: Plan, *, title: str, starts_on: str, ends_on: str, account: str) -> dict[str, Any]:
    """Return the plan ready for JSON; days are `YYYY-MM-DD`.

    Reading the document gives the same plan, and writing that gives the same document.
    """
    sections = {key: _content(plan, section) for key, section in plan.schema.sections.items()}
    return {
        "format": FORMAT,
        "version": VERSION,
        "title": title,
        "account": account,
        "starts_on": starts_on,
        "ends_on": ends_on,
        "sections": {key: content for key, content in sections.items() if content},
    }


def read_document(document: Any, schema: Schema) -> ImportedPlan:
    """Return the plan in a document, whole or not at all.

    Raises
    ------
    Unacceptable
        With every problem found (up to 100), each with its place in the document.
    """
    if problems := _problems_of_head(document):
        raise Unacceptable(problems)
    plan, problems = read_sections(document.get("sections", {}), schema)
    if problems:
        raise Unacceptable(problems)
    head = {key: document[key] for key in HEAD}
    return ImportedPlan(**head, plan=plan, findings=dangling_references(plan))


def _content(plan: Plan, section: Section) -> PlainRecord | list[PlainRecord]:
    if not section.many:
        return _said(section, plan.fact(section.key))
    records = plan.records(section.key) + plan.removed(section.key)
    records.sort(key=lambda record: (record.get("order") or "", record["id"]))
    return [{"id": record["id"], **_said(section, record)} for record in records]


def _said(section: Section, record: Mapping[str, Any]) -> PlainRecord:
    return {key: record[key] for key in section.fields if record.get(key) is not None}


def _problems_of_head(document: Any) -> list[Problem]:
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        return [Problem("format", f"This is not a plan: its format must be {FORMAT}.")]
    if (version := document.get("version")) != VERSION or isinstance(version, bool):
        remedy = "Update this installation, or export the plan again."
        return [Problem("version", f"Only version {VERSION} can be read here. {remedy}")]
    unknown = sorted(document.keys() - HEAD.keys() - {"format", "version", "sections"})
    problems = [Problem(key[:40], "Is not part of a plan; take it out.") for key in unknown]
    for key, (is_right, wanted) in HEAD.items():
        if not is_right(document.get(key)):
            problems.append(Problem(key, f"Must be {wanted}."))
    if not problems and document["starts_on"] > document["ends_on"]:
        problems.append(Problem("ends_on", "The plan ends before it starts."))
    return problems

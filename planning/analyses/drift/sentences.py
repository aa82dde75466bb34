"""What changed, in sentences: a code and values for the pages, and English."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from planning.analyses.drift.changes import Drift, FieldChange, RecordChange
from planning.analyses.drift.saying import say_value
from planning.findings import Value, say, target_of
from planning.naming import name_of
from planning.plan import Plan
from planning.records import Section

SENTENCES: Mapping[str, str] = {
    "added": 'New in {section}: "{title}".',
    "added_by": '{by:list} added "{title}" to {section}.',
    "removed": 'No longer in {section}: "{title}".',
    "removed_by": '{by:list} removed "{title}" from {section}.',
    "restored": 'Back in {section}: "{title}".',
    "restored_by": '{by:list} brought "{title}" back to {section}.',
    "said": "{title}: {field} is now {after}.",
    "said_by": "{title}: {by:list} set {field} to {after}.",
    "unsaid": "{title}: {field} no longer says {before}.",
    "unsaid_by": "{title}: {by:list} cleared {field}, which said {before}.",
    "changed": "{title}: {field} went from {before} to {after}.",
    "changed_by": "{title}: {by:list} changed {field} from {before} to {after}.",
    "objective_lost_actions": '"{title}" has lost all of its actions.',
}
"""Code to the sentence, with placeholders as those of findings; `…_by` when it is known by whom."""


@dataclass(frozen=True)
class Sentence:
    """One thing that changed.

    `where` is the target it is about. Of the `values`, `section` and `field` are labels and `before` and
    `after` what fields say, all in English: a page that speaks another language takes them from the
    `RecordChange` and says them as it says them elsewhere.
    """

    code: str
    where: str
    values: Mapping[str, Value]

    @property
    def text(self) -> str:
        """The sentence in English."""
        return say(SENTENCES[self.code], self.values)


def drift_sentences(found: Drift, before: Plan, after: Plan) -> list[Sentence]:
    """Return what changed in sentences, in the order of the plan, lost objectives last.

    >>> from planning.analyses.drift.changes import drift
    >>> from planning.tools import SCHEMA
    >>> then, now = (Plan(SCHEMA, {}, {"risks": {"r": {"title": "Fire", "impact": n}}}) for n in (3, 5))
    >>> [sentence.text for sentence in drift_sentences(drift(then, now), then, now)]
    ['Fire: Impact went from Medium to Very high.']
    """
    lost = (
        Sentence(
            "objective_lost_actions",
            target_of("objectives", id),
            {"title": name_of(after, "objectives", id)},
        )
        for id in found.orphaned
    )
    changes = (sentence for change in found.changes for sentence in _sentences(change, before, after))
    return [*changes, *lost]


def _sentences(change: RecordChange, before: Plan, after: Plan) -> Iterator[Sentence]:
    section = after.schema.sections[change.section]
    if change.kind != "changed":
        values: dict[str, Value] = {"section": section.label, "title": change.title}
        where = target_of(change.section, change.id)
        yield _sentence(change.kind, where, values, change.by)
    for field in change.fields:
        yield _of_field(section, change, field, before, after)


def _of_field(
    section: Section, change: RecordChange, field: FieldChange, before: Plan, after: Plan
) -> Sentence:
    declared = section.fields[field.field]
    values: dict[str, Value] = {"title": change.title, "field": declared.label}
    if field.before is not None:
        values["before"] = say_value(before, declared, field.before)
    if field.after is not None:
        values["after"] = say_value(after, declared, field.after)
    code = "said" if field.before is None else "unsaid" if field.after is None else "changed"
    return _sentence(code, target_of(change.section, change.id, field.field), values, field.by)


def _sentence(code: str, where: str, values: dict[str, Value], by: tuple[str, ...]) -> Sentence:
    return Sentence(f"{code}_by", where, {**values, "by": by}) if by else Sentence(code, where, values)

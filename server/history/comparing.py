"""Two states of a plan side by side: what changed, in sentences, by whom and when."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from planning.analyses.drift import Drift, FieldChange, Sentence, drift, drift_sentences
from planning.findings import target_of
from planning.plan import Plan
from server.history.authorship import Touch

MOST_SENTENCES = 1_000
"""Nobody reads more; what is left out is counted."""

Person = Mapping[str, str]
"""`participant`, `name` and `department` of somebody."""


@dataclass(frozen=True)
class People:
    """Whose names are known; everybody else gets the name of nobody in particular."""

    known: Mapping[str, Person]
    placeholder: str

    def called(self, participant: str) -> Person:
        """Return somebody by what they are called now, or were when they left."""
        nobody = {"participant": participant, "name": self.placeholder, "department": ""}
        return self.known.get(participant, nobody)


def comparison(before: Plan, after: Plan, touches: Mapping[str, Touch], people: People) -> dict[str, Any]:
    """Return what changed from one state to another, ready for JSON.

    `sentences` are those of `planning.analyses.drift`, each with the values of the field before and
    after, by whom it was touched last (a list, empty when nobody knows) and when; `records` counts
    what was added, removed, restored and changed; `left_out` counts the sentences beyond the most.

    Parameters
    ----------
    touches
        The last touch of what was touched between the two, by target.
    """
    authors = {target: [people.called(touch.by)["name"]] for target, touch in touches.items()}
    found = drift(before, after, authors)
    sentences = drift_sentences(found, before, after)
    changes = _changes_by_target(found)
    return {
        "sentences": [_said(one, changes, touches, people) for one in sentences[:MOST_SENTENCES]],
        "records": {kind: getattr(found, kind) for kind in ("added", "removed", "restored", "changed")},
        "left_out": max(len(sentences) - MOST_SENTENCES, 0),
    }


def moment(at: str) -> str:
    """Return a moment as answers have it.

    >>> moment("2027-01-11T12:00:00")
    '2027-01-11T12:00:00.000Z'
    """
    return f"{dt.datetime.fromisoformat(at).isoformat(timespec='milliseconds')}Z"


def _changes_by_target(found: Drift) -> dict[str, FieldChange]:
    return {
        target_of(change.section, change.id, field.field): field
        for change in found.changes
        for field in change.fields
    }


def _said(
    sentence: Sentence, changes: Mapping[str, FieldChange], touches: Mapping[str, Touch], people: People
) -> dict[str, Any]:
    change = changes.get(sentence.where)
    touch = next(filter(None, map(touches.get, _places_of(sentence.where))), None)
    return {
        "code": sentence.code,
        "where": sentence.where,
        "values": dict(sentence.values),
        "by": [dict(people.called(touch.by))] if touch else [],
        "at": moment(touch.at) if touch else None,
        "before": change.before if change else None,
        "after": change.after if change else None,
    }


def _places_of(where: str) -> Iterator[str]:
    """Yield where a touch may be noted: a field of a new record, where the record itself is."""
    yield where
    if where.count("/") == 2:
        yield where.rpartition("/")[0]

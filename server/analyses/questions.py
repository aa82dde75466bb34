"""What the process that makes reports is asked of a plan; each answer is some pieces of bytes.

ways `stakeholder`
    JSON: the best ways to somebody, null when there is no such person
authors `section`, `id`
    JSON: `created` and `fields`, each touch as participant and moment (UTC); null when there is no such
    record
fold `seq`; pieces: the log of the plan up to that edit
    a `server.rooms.folding.Folded`; no piece when the plan is further by now
keep
    JSON: the number of the last edit; then content and authorship of a version
compare `seq`, `people`, `placeholder`; pieces: content of the earlier version, whose last edit was `seq`,
    then content and authorship of the later one, unless that is the plan as it is now
    JSON: see `server.history.comparing`
restore `tool`, `section`, `record`, `stamp`, `size`; piece: content of a version
    as `keep`, of the plan as it is before that; then the updates, each of at most `size` bytes; no piece
    at all when the version does not have the record
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from planning.tools import SCHEMA
from server.analyses.replica import Replica, as_json
from server.history.authorship import MADE, REMOVED, Authorship, Touch
from server.history.comparing import People, comparison
from server.history.content import read_content
from server.history.restoring import Part, restoration
from server.rooms.folding import fold_updates
from server.rooms.updates import Caps

Head = Mapping[str, Any]
Pieces = Sequence[bytes]


def answer(replica: Replica, question: str, head: Head, pieces: Pieces) -> list[bytes]:
    """Return the answer to a question; raise KeyError when there is no such question."""
    return ANSWERS[question](replica, head, pieces)


def _ways(replica: Replica, head: Head, pieces: Pieces) -> list[bytes]:
    return [as_json(replica.best_ways(head["stakeholder"]))]


def _authors(replica: Replica, head: Head, pieces: Pieces) -> list[bytes]:
    section, id = SCHEMA.sections[head["section"]], head["id"]
    plan, touches = replica.read(), replica.authorship.of(section.key, id)
    record = plan.collections[section.key].get(id) if section.many else plan.fact(section.key)
    if record is None:
        return [as_json(None)]
    made = touches.get(MADE)
    fields = {
        name: touch
        for name in section.fields
        if name != REMOVED and (touch := touches.get(name) or (made if name in record else None))
    }
    said = {name: _said(touch) for name, touch in fields.items()}
    return [as_json({"created": made and _said(made), "fields": said})]


def _said(touch: Touch) -> dict[str, str]:
    return {"by": touch.by, "at": touch.at}


def _fold(replica: Replica, head: Head, pieces: Pieces) -> list[bytes]:
    if replica.seq != head["seq"]:
        return []
    # Out of what is on the disk: the replica was told the same, but that is not what is read next time.
    return [*fold_updates(pieces, replica.authorship.pack())]


def _keep(replica: Replica, head: Head, pieces: Pieces) -> list[bytes]:
    day = replica.keep()
    return [as_json(day.seq), day.content, day.authorship]


def _compare(replica: Replica, head: Head, pieces: Pieces) -> list[bytes]:
    before, *later = pieces
    after = read_content(later[0], SCHEMA).plan if later else replica.read()
    authorship = Authorship.unpack(later[1]) if later else replica.authorship
    people = People(head["people"], head["placeholder"])
    then = read_content(before, SCHEMA).plan
    return [as_json(comparison(then, after, authorship.since(head["seq"]), people))]


def _restore(replica: Replica, head: Head, pieces: Pieces) -> list[bytes]:
    part = Part(head["tool"], head["section"], head["record"])
    past, caps = read_content(pieces[0], SCHEMA), Caps(size=head["size"])
    if part.record is not None and part.record not in past.plan.collections.get(part.section or "", {}):
        return []
    updates = restoration(replica.document, replica.read(), past, part, head["stamp"], caps)
    return [*_keep(replica, head, ()), *updates]


ANSWERS: dict[str, Callable[[Replica, Head, Pieces], list[bytes]]] = {
    "ways": _ways,
    "authors": _authors,
    "fold": _fold,
    "keep": _keep,
    "compare": _compare,
    "restore": _restore,
}

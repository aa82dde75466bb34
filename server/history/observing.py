"""Sees, while edits are applied to a copy of a plan, what each of them touched.

Everything is read while a transaction is being observed: afterwards the library frees what was
deleted. It also swallows whatever an observer raises; so that is kept, and raised afterwards.
"""

import json
from typing import Any

from pycrdt import Map

from planning.plan import Schema
from planning.records import Section
from server.history.authorship import MADE, Authorship, Touch
from server.rooms.document import Document, apply_update

SAYS_NOTHING: tuple[Any, ...] = (None, "", [])


class Observer:
    """Applies edits to one document and keeps its authorship."""

    def __init__(self, document: Document, schema: Schema, authorship: Authorship) -> None:
        self.authorship = authorship
        self._document, self._schema = document, schema
        self._touch: Touch | None = None
        self._failure: BaseException | None = None
        # The subscriptions must be kept: the library ends an observation that nobody holds.
        self._subscriptions = [
            document.get(tool.key, type=Map).integrated.observe_deep(self._observe) for tool in schema.tools
        ]

    def apply(self, update: bytes, touch: Touch | None) -> None:
        """Apply an edit; with `touch` None it is nobody's and changes no authorship."""
        self._touch = touch
        apply_update(self._document, update)
        if self._failure is not None:
            raise self._failure

    def stop(self) -> None:
        """Stop observing; the library would keep the document for ever."""
        for subscription in self._subscriptions:
            subscription.drop()
        self._subscriptions.clear()

    def _observe(self, events: list[Any]) -> None:
        if self._touch is None:
            return
        try:
            for event in events:
                self._note(event, self._touch)
        except BaseException as failure:
            self._failure = failure

    def _note(self, event: Any, touch: Touch) -> None:
        path = event.path
        if not path:
            self._note_sections(event, touch)
        elif (section := self._schema.sections.get(path[0])) is None:
            # What a later version of Tavolo wrote means nothing here.
            return
        elif section.many and len(path) == 1:
            for id in event.keys:
                self.authorship.note(section.key, id, MADE, touch)
        else:
            id, rest = (path[1], path[2:]) if section.many else ("", path[1:])
            for field in [rest[0]] if rest else _changed(event.keys):
                self.authorship.note(section.key, id, field, touch)

    def _note_sections(self, event: Any, touch: Touch) -> None:
        """Note what a plan began with."""
        for key, change in event.keys.items():
            if (section := self._schema.sections.get(key)) is not None:
                content = json.loads(change["newValue"].to_json(event.transaction))
                self._note_section(section, content, touch)

    def _note_section(self, section: Section, content: dict[str, Any], touch: Touch) -> None:
        if section.many:
            for id in content:
                self.authorship.note(section.key, id, MADE, touch)
        else:
            for field, value in content.items():
                if value not in SAYS_NOTHING:
                    self.authorship.note(section.key, "", field, touch)


def _changed(keys: dict[str, Any]) -> list[str]:
    # Who writes again what stood there has not written it.
    return [key for key, change in keys.items() if change.get("oldValue") != change.get("newValue")]

"""A whole plan as plain values, and the schema it follows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from planning.records import Section, Tool

PlainRecord = dict[str, Any]
"""Field to value. Rich text is a ProseMirror document, long text a string; absent means None."""


@dataclass(frozen=True)
class Schema:
    """The ordered tools of a plan."""

    tools: tuple[Tool, ...]
    sections: Mapping[str, Section] = field(init=False)
    tool_of: Mapping[str, Tool] = field(init=False)
    """Section key to its tool."""

    def __post_init__(self) -> None:
        sections = {s.key: s for tool in self.tools for s in tool.sections}
        if len(sections) != sum(len(tool.sections) for tool in self.tools):
            raise ValueError("Two sections have the same key.")
        object.__setattr__(self, "sections", sections)
        object.__setattr__(self, "tool_of", {s.key: tool for tool in self.tools for s in tool.sections})


@dataclass(frozen=True)
class Plan:
    """What a plan holds: `facts[section]` is a record, `collections[section]` maps id to record."""

    schema: Schema
    facts: Mapping[str, PlainRecord] = field(default_factory=dict)
    collections: Mapping[str, Mapping[str, PlainRecord]] = field(default_factory=dict)

    def fact(self, section: str) -> PlainRecord:
        """Return the single record of a section, empty when nothing is said yet."""
        return dict(self.facts.get(section, {}))

    def records(self, section: str) -> list[PlainRecord]:
        """Return the records of a collection that are not in the bin, in order, each with its `id`."""
        return [r for r in self._all(section) if not r.get("removed")]

    def removed(self, section: str) -> list[PlainRecord]:
        """Return the records of a collection that are in the bin, each with its `id`."""
        return [r for r in self._all(section) if r.get("removed")]

    def record(self, section: str, id: str | None) -> PlainRecord | None:
        """Return the record of this identifier unless it is in the bin or was never there."""
        found = self.collections.get(section, {}).get(id or "")
        return None if found is None or found.get("removed") else {"id": id, **found}

    def _all(self, section: str) -> Iterator[PlainRecord]:
        items = self.collections.get(section, {}).items()
        for id, record in sorted(items, key=lambda kv: (kv[1].get("order") or "", kv[0])):
            yield {"id": id, **record}

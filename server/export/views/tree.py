"""Records that name another of their section as the one above them, as an indented list."""

from collections import defaultdict

from planning.plan import PlainRecord


def in_tree_order(records: list[PlainRecord], parent: str) -> list[tuple[int, PlainRecord]]:
    """Return every record once with its depth, each below the one that `parent` names.

    Two people can put two records below each other at the same time; those in such a ring
    have no top, and are listed at the end as if they had no parent.
    """
    ids = {record["id"] for record in records}
    below: dict[str | None, list[PlainRecord]] = defaultdict(list)
    for record in records:
        above = record.get(parent)
        below[above if above in ids and above != record["id"] else None].append(record)
    ordered = _walk(below, None, 0)
    reached = {record["id"] for _, record in ordered}
    return ordered + [(0, record) for record in records if record["id"] not in reached]


def _walk(
    below: dict[str | None, list[PlainRecord]], above: str | None, depth: int
) -> list[tuple[int, PlainRecord]]:
    found: list[tuple[int, PlainRecord]] = []
    waiting = [(depth, record) for record in reversed(below.get(above, []))]
    # A stack instead of recursion: a chain of a thousand divisions is allowed.
    while waiting:
        level, record = waiting.pop()
        found.append((level, record))
        waiting += [(level + 1, child) for child in reversed(below.get(record["id"], []))]
    return found

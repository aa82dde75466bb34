"""Records that name another one above them: their order, their depth, and charts that fit a page."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

Above = Mapping[str, str | None]
"""Record to the one above it; in the order in which they are to stand beside each other."""

Below = dict[str | None, list[str]]


def below_of(above: Above) -> Below:
    """Return what stands below each record, the tops under None; every record once.

    A record that names itself or one that is not there is a top. Two people can put two records below
    each other at the same time: of such a ring the first record is a top.

    >>> below_of({"a": "b", "b": "a", "c": "gone"})
    {None: ['a', 'c'], 'a': ['b']}
    """
    heads = {id: (head if head in above and head != id else None) for id, head in above.items()}
    done: set[str] = set()
    for id in heads:
        seen: set[str] = set()
        one: str | None = id
        while one is not None and one not in done:
            if one in seen:
                heads[id] = None
                break
            seen.add(one)
            one = heads[one]
        done |= seen
    below: Below = defaultdict(list)
    for id, head in heads.items():
        below[head].append(id)
    return dict(below)


def walk(below: Below, top: str | None = None) -> list[tuple[int, str]]:
    """Return what stands below `top` with its depth from 0, each record before what is below it."""
    found: list[tuple[int, str]] = []
    waiting = [(0, id) for id in reversed(below.get(top, []))]
    # A stack instead of recursion: a chain of a thousand divisions is allowed.
    while waiting:
        depth, id = waiting.pop()
        found.append((depth, id))
        waiting += [(depth + 1, one) for one in reversed(below.get(id, []))]
    return found


def charts(below: Below, most: int) -> list[list[str]]:
    """Return the records in charts of at most `most` each, as few as keep together what belongs together.

    Where a tree is too large its head stands in two charts: with its own head, and with what is below
    it. The first chart shows the top.
    """
    size = {id: 1 for _, id in walk(below)}
    for _, id in reversed(walk(below)):
        size[id] += sum(size[one] for one in below.get(id, []))
    found: list[list[str]] = []
    waiting: list[tuple[str | None, list[str]]] = [(None, below.get(None, []))]
    while waiting:
        head, ids = waiting.pop(0)
        packed, later = _packed(below, size, head, ids, most)
        heads = {one for one, _ in later}
        # A head alone says nothing that its own chart does not.
        found += [chart for chart in packed if len(chart) > 1 or chart[0] not in heads]
        waiting += later
    return found


def _packed(
    below: Below, size: Mapping[str, int], head: str | None, ids: Sequence[str], most: int
) -> tuple[list[list[str]], list[tuple[str | None, list[str]]]]:
    """Return charts of these trees below a head; of too large a tree only its top, and that for later."""
    start = [head] if head else []
    found, later = [list(start)], list[tuple[str | None, list[str]]]()
    for id in ids:
        whole = [id, *(one for _, one in walk(below, id))] if size[id] < most else [id]
        if size[id] >= most:
            later.append((id, below[id]))
        if len(found[-1]) + len(whole) > most and len(found[-1]) > len(start):
            found.append(list(start))
        found[-1] += whole
    return [chart for chart in found if len(chart) > len(start)], later


def slots(below: Below, ids: Sequence[str]) -> tuple[dict[str, float], int]:
    """Return where each of these stands across, in slots, and how many slots there are.

    What has nothing below it takes a slot; a head stands in the middle above what is below it.
    """
    kept = set(ids)
    order = [id for _, id in walk(below) if id in kept]
    place: dict[str, float] = {}
    for id in order:
        if not any(one in kept for one in below.get(id, [])):
            place[id] = float(len(place))
    taken = len(place)
    for id in reversed(order):
        if id not in place:
            under = [place[one] for one in below[id] if one in place]
            place[id] = (under[0] + under[-1]) / 2
    return place, taken

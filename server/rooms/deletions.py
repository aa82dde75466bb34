"""What a plan has deleted already, left out of the updates that say it again.

A copy of a Yjs document cannot say which deletions another one lacks: a state vector does not count
them. Whoever comes back with an edit therefore sends everything that was ever deleted, and in a plan
with a long life that is more than the edit by far. It would be kept in the log and go to everybody.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from server.rooms.document import Document, read_deletions
from server.rooms.lib0 import write_uint
from server.rooms.updates import Deletion, Update

FEW = 50
"""So many deletions are taken as they are: a usual edit has fewer, and nobody looks them up."""

Ranges = dict[int, tuple[list[int], list[int]]]
"""By client: the clocks where deleted ranges begin, ascending, and those where they end."""


class KnownDeletions:
    """The deletions of one document, as they were when they were last read.

    They only become more, so that what was known once may be left out for ever.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._ranges: Ranges = {}

    def without(self, source: bytes, update: Update) -> tuple[bytes, Update]:
        """Return an update, as bytes and taken apart, without the deletions that the document has."""
        if len(update.deletions) <= FEW:
            return source, update
        news = list(self._unknown(update.deletions))
        if len(news) > FEW:
            self._ranges = _ranges_of(read_deletions(self._document))
            news = list(self._unknown(news))
        if news == update.deletions:
            return source, update
        return source[: update.deletions_at] + write_deletions(news), update._replace(deletions=news)

    def _unknown(self, deletions: Iterable[Deletion]) -> Iterator[Deletion]:
        for deletion in deletions:
            starts, ends = self._ranges.get(deletion.client, ((), ()))
            yield from _rest_of(deletion, starts, ends)


def _rest_of(deletion: Deletion, starts: Sequence[int], ends: Sequence[int]) -> Iterator[Deletion]:
    """Return the parts of a range that lie outside of all others.

    >>> list(_rest_of(Deletion(7, 2, 10), [0, 5], [3, 8]))
    [Deletion(client=7, clock=3, length=2), Deletion(client=7, clock=8, length=4)]
    """
    client, clock, length = deletion
    end = clock + length
    for at in range(max(0, bisect_right(starts, clock) - 1), len(starts)):
        if starts[at] >= end:
            break
        if starts[at] > clock:
            yield Deletion(client, clock, starts[at] - clock)
        clock = max(clock, ends[at])
    if clock < end:
        yield Deletion(client, clock, end - clock)


def _ranges_of(deletions: Iterable[Deletion]) -> Ranges:
    ranges: Ranges = {}
    for client, clock, length in sorted(deletions):
        starts, ends = ranges.setdefault(client, ([], []))
        if ends and ends[-1] >= clock:
            ends[-1] = max(ends[-1], clock + length)
        else:
            starts.append(clock)
            ends.append(clock + length)
    return ranges


def write_deletions(deletions: Sequence[Deletion]) -> bytes:
    """Return the last part of an update: what it deletes, in the order given for each client."""
    by_client: dict[int, list[Deletion]] = {}
    for deletion in deletions:
        by_client.setdefault(deletion.client, []).append(deletion)
    parts = [write_uint(len(by_client))]
    for client, theirs in by_client.items():
        parts += [write_uint(client), write_uint(len(theirs))]
        parts += [write_uint(number) for one in theirs for number in (one.clock, one.length)]
    return b"".join(parts)

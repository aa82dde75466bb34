"""The same bytes to many sockets in one call of the system: Linux's io_uring, without its waiting.

A call for each of 200 readers gives Python's lock away 200 times, and wakes each reader for itself.
Nothing is ever under way here: a socket that takes nothing is reported at once. Numbers and layouts
are those of `linux/io_uring.h`.
"""

import ctypes
import mmap
import os
import struct
import sys
import weakref
from array import array
from collections.abc import Sequence
from errno import EAGAIN

SETUP, ENTER = 425, 426
"""The numbers of the calls, the same on every processor."""

ENTRIES = 256
"""Sockets in one call."""

SUBMIT_ALL, SINGLE_MMAP, GET_EVENTS = 1 << 7, 1, 1
REQUESTS_AT = 0x1000_0000
PARAMETERS = struct.Struct("=10I 7I12x 6I16x")
"""Sizes and features of a ring, then where things are in its queue of requests and in that of answers."""

REQUEST = struct.Struct("=BBHiQQIIQ24x")
"""Operation, flags, priority, file, offset, address, length, flags of the message, number."""

SEND, NOT_WAITING = 26, 0x40 | 0x4000
"""`IORING_OP_SEND`; `MSG_DONTWAIT` and `MSG_NOSIGNAL`."""

WRAP = 0xFFFF_FFFF
NUMBERS = array("I", range(ENTRIES))


class Unavailable(Exception):
    """This system has no ring, or lets nobody have one, as containers mostly do."""


class Ring:
    """Sends to many sockets in one call; for one thread at a time.

    The queues are memory that the system reads and writes during the call, in the same thread: there
    is no order between processors to see to.

    Raises
    ------
    Unavailable
    """

    def __init__(self) -> None:
        if sys.platform != "linux":
            raise Unavailable(sys.platform)
        self._call = ctypes.CDLL(None, use_errno=True).syscall
        described = ctypes.create_string_buffer(PARAMETERS.size)
        struct.pack_into("=3I", described, 0, 0, 0, SUBMIT_ALL)
        self._file = self._call(SETUP, ENTRIES, described)
        if self._file < 0:
            raise Unavailable(os.strerror(ctypes.get_errno()))
        self.close = weakref.finalize(self, os.close, self._file)
        """Give the ring back; so does forgetting it."""

        parameters = PARAMETERS.unpack(described.raw)
        if not parameters[5] & SINGLE_MMAP:
            raise Unavailable("Its queues are apart.")
        self._map_queues(parameters[1], parameters[10:17], parameters[17:])
        self._map_requests()

    def send(self, files: Sequence[int], content: bytes) -> list[tuple[int, int]]:
        """Send bytes to every socket, and return where not all of them were taken.

        Parameters
        ----------
        files
            File numbers of sockets.

        Returns
        -------
        Pairs of a place in `files` and how many bytes were taken there; less than 0 says why none was.
        """
        missed = []
        for start in range(0, len(files), ENTRIES):
            for number, taken in self._send(files[start : start + ENTRIES], content):
                missed.append((start + number, taken))
        return missed

    def _send(self, files: Sequence[int], content: bytes) -> list[tuple[int, int]]:
        count, size = len(files), len(content)
        self._files[:count] = array("i", files)
        self._addresses[:count] = array("Q", (_address_of(content),)) * count
        self._lengths[:count] = array("I", (size,)) * count
        asked = self._words[self._asked]
        _put(self._order, asked % ENTRIES, NUMBERS[:count])
        self._words[self._asked] = (asked + count) & WRAP
        # Every request is answered when the call returns, so nothing reads `content` later.
        begun = max(0, self._call(ENTER, self._file, count, count, GET_EVENTS, None, 0))
        self._words[self._asked] = (asked + begun) & WRAP
        results, numbers = self._take_answers(begun)
        if results.count(size) == count:
            return []
        missed = [pair for pair in zip(numbers, results, strict=True) if pair[1] != size]
        return missed + [(number, -EAGAIN) for number in range(begun, count)]

    def _take_answers(self, count: int) -> tuple[list[int], list[int]]:
        read = self._words[self._read]
        at = read % len(self._results)
        self._words[self._read] = (read + count) & WRAP
        return _take(self._results, at, count), _take(self._answered, at, count)

    def _map_queues(self, answers: int, asking: Sequence[int], answering: Sequence[int]) -> None:
        _head, tail, _mask, _entries, _flags, _dropped, order = asking
        head, _tail, _mask, _entries, _overflow, first = answering
        queues = mmap.mmap(self._file, max(order + 4 * ENTRIES, first + 16 * answers))
        self._words = memoryview(queues).cast("I")
        self._asked, self._read = tail // 4, head // 4
        self._order = self._words[order // 4 :][:ENTRIES]
        # An answer is the number of its request in eight bytes, the result and flags in four each.
        self._answered = self._words[first // 4 :][: 4 * answers : 4]
        self._results = memoryview(queues).cast("i")[first // 4 :][2 : 4 * answers : 4]

    def _map_requests(self) -> None:
        requests = mmap.mmap(self._file, REQUEST.size * ENTRIES, offset=REQUESTS_AT)
        for number in range(ENTRIES):
            REQUEST.pack_into(requests, REQUEST.size * number, SEND, 0, 0, -1, 0, 0, 0, NOT_WAITING, number)
        self._files = memoryview(requests).cast("i")[1::16]
        self._addresses = memoryview(requests).cast("Q")[2::8]
        self._lengths = memoryview(requests).cast("I")[6::16]


def _address_of(content: bytes) -> int:
    return ctypes.cast(ctypes.c_char_p(content), ctypes.c_void_p).value or 0


def _put(queue: "memoryview[int]", at: int, values: "array[int]") -> None:
    """Put values into a queue that goes on at its beginning."""
    left = len(queue) - at
    queue[at : at + len(values)] = values[:left]
    queue[: len(values[left:])] = values[left:]


def _take(queue: "memoryview[int]", at: int, count: int) -> list[int]:
    """Return values of a queue that goes on at its beginning."""
    return queue[at : at + count].tolist() + queue[: max(0, at + count - len(queue))].tolist()

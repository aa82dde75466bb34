"""One call of the system reaches many sockets, and says which did not take everything."""

import os
import socket
from collections.abc import Iterator
from contextlib import ExitStack
from errno import EAGAIN, EBADF, EPIPE
from typing import Any

import pytest

from server.sockets import ring as ring_module
from server.sockets.ring import ENTRIES, Ring, Unavailable

CONTENT = b"a plan in a frame"
Pair = tuple[socket.socket, socket.socket]


@pytest.fixture
def ring() -> Iterator[Ring]:
    """A ring, where the system lets somebody have one."""
    try:
        ring = Ring()
    except Unavailable as why:
        pytest.skip(f"no ring here: {why}")
    yield ring
    ring.close()


@pytest.fixture
def pairs() -> Iterator[list[Pair]]:
    """Writers that never wait and their readers: more than go into two calls."""
    with ExitStack() as stack:
        made = [socket.socketpair() for _number in range(2 * ENTRIES + 10)]
        for writer, reader in made:
            stack.enter_context(writer)
            stack.enter_context(reader).settimeout(5.0)
            writer.setblocking(False)
        yield made


def files_of(pairs: list[Pair]) -> list[int]:
    """Return the file numbers of the writers."""
    return [writer.fileno() for writer, _reader in pairs]


def test_everybody_gets_the_same_in_as_many_calls_as_it_takes(ring: Ring, pairs: list[Pair]):
    assert ring.send(files_of(pairs), CONTENT) == []
    assert {reader.recv(100) for _writer, reader in pairs} == {CONTENT}


def test_nobody_is_nobody(ring: Ring):
    assert ring.send([], CONTENT) == []


def test_the_queues_go_on_at_their_beginning(ring: Ring, pairs: list[Pair]):
    some = pairs[:100]
    for number in range(12):
        assert ring.send(files_of(some), content := b"frame %d" % number) == []
        assert [reader.recv(100) for _writer, reader in some] == [content] * len(some)


def test_a_socket_that_takes_a_part_or_nothing_is_named_and_the_others_get_all(ring: Ring, pairs: list[Pair]):
    slow, full = 3, 2 * ENTRIES + 4
    large = os.urandom(300_000)
    for place in (slow, full):
        pairs[place][0].setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4_096)
    pairs[full][0].send(large)
    few = [*pairs[: slow + 1], pairs[full]]
    (place, taken), nothing = ring.send(files_of(few), large[:100_000])
    assert place == slow
    assert 0 < taken < 100_000
    assert nothing == (slow + 1, -EAGAIN)
    assert pairs[slow][1].recv(200_000) == large[:taken]
    # Places count over all calls.
    assert (full, -EAGAIN) in ring.send(files_of(pairs), b"more")


def test_a_socket_that_has_ended_is_named_and_no_signal_comes(ring: Ring, pairs: list[Pair]):
    pairs[1][1].close()
    files = files_of(pairs[:5])
    pairs[3][0].close()
    assert ring.send(files, CONTENT) == [(1, -EPIPE), (3, -EBADF)]
    assert [pairs[place][1].recv(100) for place in (0, 2, 4)] == [CONTENT] * 3


def test_what_the_system_did_not_begin_is_named_and_not_sent_later(
    ring: Ring, pairs: list[Pair], monkeypatch: pytest.MonkeyPatch
):
    some, call = pairs[:80], ring._call

    def begin_less(number: int, file: int, asked: int, _answered: int, *rest: Any) -> int:
        began: int = call(number, file, asked - 50, asked - 50, *rest)
        return began

    with monkeypatch.context() as patch:
        patch.setattr(ring, "_call", begin_less)
        assert ring.send(files_of(some), CONTENT) == [(place, -EAGAIN) for place in range(30, 80)]
    assert ring.send(files_of(some), b"!") == []
    assert [reader.recv(100) for _writer, reader in some] == [CONTENT + b"!"] * 30 + [b"!"] * 50


def test_a_system_that_refuses_is_told_apart(monkeypatch: pytest.MonkeyPatch):
    # No system has a call of that number.
    monkeypatch.setattr(ring_module, "SETUP", 99_999)
    with pytest.raises(Unavailable):
        Ring()


def test_other_systems_have_none(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ring_module.sys, "platform", "darwin")
    with pytest.raises(Unavailable, match="darwin"):
        Ring()


def test_a_forgotten_ring_is_given_back(ring: Ring):
    before = len(os.listdir("/proc/self/fd"))
    for _round in range(20):
        Ring()
    assert len(os.listdir("/proc/self/fd")) == before

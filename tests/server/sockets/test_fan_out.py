"""What goes out together goes in one write, and in its order where it has to queue."""

import os
import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any, cast

import pytest
from gevent.queue import Queue

from server.rooms.messages import Edits, Present
from server.sockets import ring
from server.sockets.fan_out import MANY, FanOut, SocketLink
from server.sockets.frames import frame_of
from server.sockets.protocol import packet_of
from server.sockets.websocket import SESSION_KEY

TOGETHER = Edits(7, b"\x01", {"anna": 3}), Present(b"\x02")
FRAMES = b"".join(frame_of(packet_of(message)) for message in TOGETHER)


@dataclass
class Carrier:
    """A WebSocket whose frames go into a pipe."""

    file: int
    is_clear: bool = True
    kept: list[bytes] = field(default_factory=list)

    def write(self, frame: bytes) -> None:
        """Take frames that are not written straight away."""
        self.kept.append(frame)

    def keep(self, rest: memoryview) -> None:
        """Take the rest of frames."""
        self.kept.append(bytes(rest))


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    """Where to read and where to write, without waiting."""
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    yield reader, writer
    os.close(reader)
    os.close(writer)


def a_link(carrier: Carrier | None, *, waits: int = 0) -> tuple[SocketLink, Any]:
    """Return a link over a WebSocket or, without one, to a page that polls."""
    queue: Any = Queue()
    for number in range(waits):
        queue.put(number)
    socket = SimpleNamespace(
        closed=False, upgraded=carrier is not None, queue=queue, session={SESSION_KEY: carrier}
    )
    return SocketLink(socket), queue


def test_what_goes_out_together_is_one_write_of_whole_frames(pipe: tuple[int, int]):
    reader, writer = pipe
    link, _queue = a_link(carrier := Carrier(writer))
    # The first time finds the WebSocket, which takes the frames itself.
    FanOut().deliver([link], *TOGETHER)
    assert carrier.kept == [FRAMES]
    FanOut().deliver([link], *TOGETHER)
    assert os.read(reader, 10_000) == FRAMES


def test_what_the_system_does_not_take_is_kept_to_the_last_frame(pipe: tuple[int, int]):
    reader, writer = pipe
    link, _queue = a_link(carrier := Carrier(writer))
    link.websocket = carrier
    large = Edits(8, bytes(200_000), {})
    FanOut().deliver([link], large, TOGETHER[1])
    (rest,) = carrier.kept
    assert os.read(reader, 1_000_000) + rest == b"".join(
        frame_of(packet_of(message)) for message in (large, TOGETHER[1])
    )


@pytest.mark.parametrize("has_upgraded", [False, True])
def test_where_something_waits_everything_queues_behind_it(pipe: tuple[int, int], has_upgraded: bool):
    carrier = Carrier(pipe[1])
    link, queue = a_link(carrier if has_upgraded else None, waits=1)
    FanOut().deliver([link], *TOGETHER)
    assert carrier.kept == []
    assert [packet.data for packet in list(queue.queue)[1:]] == [packet_of(m)[1:] for m in TOGETHER]


@pytest.fixture
def crowd() -> Iterator[list[tuple[int, socket.socket]]]:
    """Where to write without waiting and who reads there, for many people."""
    pairs = [socket.socketpair() for _number in range(MANY + 20)]
    for writer, reader in pairs:
        writer.setblocking(False)
        reader.settimeout(5.0)
    yield [(writer.fileno(), reader) for writer, reader in pairs]
    for ends in pairs:
        for end in ends:
            end.close()


@pytest.mark.parametrize("has_ring", [True, False])
def test_many_get_the_same_and_who_takes_less_gets_the_rest_later(
    crowd: list[tuple[int, socket.socket]], has_ring: bool, monkeypatch: pytest.MonkeyPatch
):
    if not has_ring:
        monkeypatch.setattr(ring, "SETUP", 99_999)
    carriers = [Carrier(file) for file, _reader in crowd]
    links = [a_link(carrier)[0] for carrier in carriers]
    for link, carrier in zip(links, carriers, strict=True):
        link.websocket = cast(Any, carrier)
    slow, gone, waiting = 4, 9, 12
    os.write(crowd[slow][0], bytes(10_000_000))
    crowd[gone][1].close()
    carriers[waiting].is_clear = False
    FanOut().deliver(links, *TOGETHER)
    others = [n for n in range(len(crowd)) if n not in (slow, gone, waiting)]
    assert {crowd[n][1].recv(1_000) for n in others} == {FRAMES}
    assert [n for n, carrier in enumerate(carriers) if carrier.kept] == [slow, gone, waiting]
    assert carriers[gone].kept == carriers[waiting].kept == [FRAMES]

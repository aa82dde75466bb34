"""Bytes in, messages out: however the network cuts them."""

import random

import pytest

from server.sockets.frames import Frames, frame_of

MOST = 200_000


def a_frame(content: bytes, opcode: int = 1, *, fin: bool = True) -> bytes:
    """Return a masked frame."""
    size, first = len(content), (0x80 if fin else 0) | opcode
    if size < 126:
        head = bytes((first, 0x80 | size))
    elif size < 65_536:
        head = bytes((first, 0xFE)) + size.to_bytes(2, "big")
    else:
        head = bytes((first, 0xFF)) + size.to_bytes(8, "big")
    mask = b"\x11\x22\x33\x44"
    return head + mask + bytes(byte ^ mask[n % 4] for n, byte in enumerate(content))


def messages_of(*pieces: bytes) -> list[str | bytes]:
    """Return the messages in some bytes that come in pieces."""
    frames = Frames(MOST)
    for piece in pieces:
        frames.take_in(piece)
    return list(frames.messages)


SHORT = [b"2", b"3", "4 naïve 😀".encode(), b"4" + b"x" * 124, b"4" + b"x" * 125, b"4" + b"y" * 3_000]


def test_texts_are_read_wherever_the_network_cuts_them():
    stream = b"".join(map(a_frame, SHORT))
    wanted = [content.decode() for content in SHORT]
    assert messages_of(stream) == wanted
    for cut in [*range(1, 420), len(stream) - 2_900, len(stream) - 1]:
        assert messages_of(stream[:cut], stream[cut:]) == wanted
    assert messages_of(*(stream[n : n + 1] for n in range(len(stream)))) == wanted


UNUSUAL = {
    "a ping": (a_frame(b"hi", 9), []),
    "fragments": (a_frame(b"4a", fin=False) + a_frame(b"b", 0), ["4ab"]),
    "bytes": (a_frame(b"\x00\x01", 2), [b"\x00\x01"]),
    "a long text": (a_frame(b"4" + b"z" * 70_000), ["4" + "z" * 70_000]),
}


@pytest.mark.parametrize(("frame", "read"), UNUSUAL.values(), ids=list(UNUSUAL))
def test_texts_around_something_unusual_are_read_in_their_order(frame: bytes, read: list[str | bytes]):
    stream = a_frame(b"4first") + frame + a_frame(b"4last") + a_frame(b"2")
    wanted = ["4first", *read, "4last", "2"]
    chance = random.Random(1)
    for _ in range(50):
        cuts = sorted(chance.sample(range(1, len(stream)), 3))
        pieces = [stream[a:b] for a, b in zip([0, *cuts], [*cuts, None], strict=True)]
        assert messages_of(*pieces) == wanted


def test_after_a_text_that_is_none_nothing_more_is_read():
    frames = Frames(MOST)
    frames.take_in(a_frame(b"4good") + a_frame(b"\xc3\x28") + a_frame(b"4late"))
    frames.take_in(a_frame(b"4later"))
    assert list(frames.messages) == ["4good"]
    assert not frames.is_open


def test_a_text_longer_than_allowed_is_refused_by_its_head():
    frames = Frames(100)
    frames.take_in(a_frame(b"4" + b"x" * 300)[:8])
    assert not frames.is_open


@pytest.mark.parametrize("size", [0, 125, 126, 65_535, 65_536])
def test_frames_out_say_their_length_as_the_standard_does(size: int):
    frame = frame_of("x" * size)
    head = {0: 2, 125: 2, 126: 4, 65_535: 4, 65_536: 10}[size]
    assert frame[0] == 0x81
    assert len(frame) == head + size
    assert frame_of(b"x")[0] == 0x82

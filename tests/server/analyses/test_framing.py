"""The language between the server and its child."""

import doctest
import random

from server.analyses import framing, pace
from server.analyses.framing import EDITED, PARTS, Frames, pack


def test_frames_are_whole_again_however_they_were_torn():
    said = [pack(PARTS, [b"[1]", b"", b"{}\n"], plan="p", seq=n, names=["a", "b", "c"]) for n in range(50)]
    stream, chance = b"".join(said), random.Random(7)
    frames, heard = Frames(), []
    while stream:
        size = chance.randrange(1, 200)
        heard += frames.take(stream[:size])
        stream = stream[size:]
    assert [frame.head["seq"] for frame in heard] == list(range(50))
    assert all(frame.pieces == [b"[1]", b"", b"{}\n"] for frame in heard)


def test_a_frame_without_pieces_has_none():
    (frame,) = Frames().take(pack(EDITED, plan="p"))
    assert frame == (EDITED, {"plan": "p"}, [])


def test_the_examples_in_the_docstrings_are_true():
    for module in (framing, pace):
        assert doctest.testmod(module).failed == 0

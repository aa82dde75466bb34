"""Objects of a PDF say what pydyf would have said."""

import zlib

import pydyf  # type: ignore[import-untyped]
import pytest

from server.export import objects

CONTENT = [b"BT", "/Tj", 12, 0.5, b"ET" * 400]


def said_by(document: bytes) -> bytes:
    """Return the dictionary of a stream without its length, and what it holds."""
    head, _, rest = document.partition(b"\nstream\n")
    return head.partition(b"/Length")[0] + zlib.decompress(rest.removesuffix(b"\nendstream"))


def test_a_stream_holds_what_pydyf_would_have_written():
    stream = pydyf.Stream(CONTENT, {"Type": "/ObjStm"}, compress=True)

    assert said_by(objects._stream(stream)) == said_by(pydyf.Stream.data.fget(stream))


def test_a_stream_that_is_not_to_be_compressed_is_not():
    stream = pydyf.Stream(CONTENT, {"Type": "/ObjStm"})

    assert objects._stream(stream) == pydyf.Stream.data.fget(stream)


@pytest.mark.parametrize("pages", [0, 3])
def test_references_to_pages_are_those_of_pydyf(pages: int):
    ours, theirs = objects.Pdf(), pydyf.PDF()
    for document in (ours, theirs):
        for _ in range(pages):
            document.add_page(pydyf.Dictionary())

    assert ours.page_references == theirs.page_references

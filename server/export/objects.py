"""The objects of a PDF, written down with less work than pydyf takes for them."""

import zlib
from typing import Any

import pydyf  # type: ignore[import-untyped]

LEVEL = 6
"""Of compression. The highest, which pydyf takes, is a quarter of the time of writing a document: it makes
it four per cent smaller in four times as long."""


class Pdf(pydyf.PDF):  # type: ignore[misc]  # pydyf is not typed
    """A PDF that writes down the references to its pages once, and not for every box that is tagged.

    There are a hundred boxes a page, so that the time would grow with the square of the pages.
    """

    @property
    def page_references(self) -> tuple[bytes, ...]:
        """The references to all pages so far, in their order."""
        pages = self.pages["Kids"][::3]
        if len(pages) != len(self._references):
            self._references = tuple(f"{number} 0 R".encode("ascii") for number in pages)
        return self._references

    _references: tuple[bytes, ...] = ()


def write_swiftly() -> None:
    """Make WeasyPrint write PDFs of such objects."""
    pydyf.PDF = Pdf
    pydyf.Stream.data = property(_stream)


def _stream(stream: Any) -> bytes:
    content = b"\n".join(map(pydyf._to_bytes, stream.stream))
    extra = pydyf.Dictionary(stream.extra)
    if stream.compress:
        extra["Filter"] = "/FlateDecode"
        content = zlib.compress(content, LEVEL)
    extra["Length"] = len(content)
    return b"\n".join((extra.data, b"stream", content, b"endstream"))

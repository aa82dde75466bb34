"""What a PDF holds, for tests: its words, its pixels, and every string anywhere in its bytes."""

import io
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Any

import pypdfium2
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

A4 = (210, 297)
"""Millimetres."""


@lru_cache(maxsize=2)
def opened(document: bytes) -> PdfReader:
    """Return what reads a document; to make it takes longer than most that is asked of it."""
    return PdfReader(io.BytesIO(document))


def words_of(document: bytes) -> list[str]:
    """Return the text of each page."""
    pdf = pypdfium2.PdfDocument(document)
    texts = []
    for page in pdf:
        layer = page.get_textpage()
        texts.append(layer.get_text_range())
        layer.close()
        page.close()
    pdf.close()
    return texts


def squeezed(document: bytes) -> str:
    """Return all words without any white space: where a line ended does not matter."""
    return "".join("".join(words_of(document)).split())


def page_as_image(document: bytes, number: int) -> Image.Image:
    """Return a page, counted from 0, as a grey picture."""
    return next(islice(pages_as_images(document), number, None))


def pages_as_images(document: bytes, *, dots_per_mm: float = 3) -> Iterator[Image.Image]:
    """Give each page as a grey picture."""
    pdf = pypdfium2.PdfDocument(document)
    for page in pdf:
        yield page.render(scale=dots_per_mm * 25.4 / 72).to_pil().convert("L")
        page.close()
    pdf.close()


def everything_in(document: bytes) -> str:
    """Return every string and every unpacked stream of a PDF, whatever it is for."""
    reader = opened(document)
    found: list[str] = []
    numbers = {number for table in reader.xref.values() for number in table} | set(reader.xref_objStm)
    for number in sorted(numbers):
        _collect(reader.get_object(IndirectObject(number, 0, reader)), found)
    return "\n".join(
        [*found, str(reader.metadata), str(reader.xmp_metadata and reader.xmp_metadata.rdf_root)]
    )


def _collect(thing: Any, found: list[str]) -> None:
    if isinstance(thing, StreamObject):
        found.append(thing.get_data().decode("latin-1"))
    if isinstance(thing, DictionaryObject):
        for key, value in thing.items():
            found.append(str(key))
            if not isinstance(value, IndirectObject):
                _collect(value, found)
    elif isinstance(thing, ArrayObject):
        for value in thing:
            if not isinstance(value, IndirectObject):
                _collect(value, found)
    else:
        found.append(str(thing))

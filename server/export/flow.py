"""Where pages begin: which chapters and parts open one, and which go on where there is room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from server.export.blocks import Chapter


@dataclass(frozen=True)
class Opening:
    """A chapter in its place: whether a page begins with it, and the part that it opens."""

    chapter: Chapter
    begins: bool = False
    part: str = ""
    running: str = ""
    """What the head of a page says that begins with the part: the first chapter that says something."""


def openings_of(chapters: Sequence[Chapter]) -> Iterator[Opening]:
    """Yield chapters with where they begin.

    What has not been filled takes a line, which is not worth a page: a part that says nothing goes on
    after the one before it, and the first chapter that says something stands below what precedes it there.
    """
    part, is_blank = "", False
    for at, chapter in enumerate(chapters):
        opens = chapter.part if chapter.part != part else ""
        if opens:
            said = [one for one in chapters if one.part == opens and one.blocks]
            begins = bool(said) or not part
            is_blank = begins or is_blank
            part = opens
            yield Opening(chapter, begins, opens, (said or [chapter])[0].title)
        else:
            has_page = chapter.starts_a_page or not at
            below = is_blank and not chapter.opens_wide
            yield Opening(chapter, bool(chapter.blocks) and has_page and not below)
        is_blank = is_blank and not chapter.blocks

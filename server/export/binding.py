"""A document laid out in runs of chapters and then bound, so that what has not changed is not laid out again.

A run begins where a page begins whatever stood before, and its pages follow from its own words. What depends
on all the others comes last: the contents, and the numbers of the pages, for which leaves are laid out that
are blank but for their number.
"""

import re
from collections import OrderedDict
from collections.abc import Callable, Sequence
from copy import copy
from typing import Any

from weasyprint.formatting_structure.boxes import MarginBox

RUN = "<!--run-->"
"""Stands in a page where a run begins; the first is the cover, the second holds the contents."""

END = "</body>\n</html>"
NUMBER = re.compile(r'<p class="running-page">.*?</p>', re.DOTALL)
ENTRY = re.compile(r'href="#([^"]+)" data-page=""')
LEAF = '<div class="leaf" style="page: {}"></div>'
LEAVES = {"auto": "leaf", "wide": "wide-leaf"}
"""Pages that have a number and nothing else, by the name of the page whose number it is."""
CORNER = "@bottom-right"
"""Where the number stands."""

BODY, CLOSER = '<body class="', '<body class="closer '
SPARSE, LONGEST = 0.3, 12
"""A last page of which no more is used is worth being spared, by a run of not more pages than this."""

MOST_PAGES = 200
"""Pages that are kept, of all documents."""

Laid = Any
"""A document of WeasyPrint's, which is not typed."""


class Binder:
    """Binds documents of runs, and keeps the runs of the last ones.

    Parameters
    ----------
    lay_out : returns the document of an HTML page
    """

    def __init__(self, lay_out: Callable[[str], Laid]) -> None:
        self.lay_out = lay_out
        self._kept: OrderedDict[str, Laid] = OrderedDict()

    def bind(self, page: str, passed: Callable[[int], None]) -> Laid:
        """Return the document of a page, telling how many pages were passed over because they are kept."""
        head, cover, contents, *runs = page.strip().removesuffix(END).split(RUN)
        opening = NUMBER.sub("", head)
        front, *parts = (self._fitted(opening + run + END, passed) for run in (cover, *runs))
        body = [one for part in parts for one in part.pages]
        listed = self._contents(opening + contents + END, len(front.pages), body)
        bound = front.copy(self._numbered(head, [*front.pages, *listed.pages, *body]))
        self._prune()
        return bound

    def _laid_out(self, page: str, passed: Callable[[int], None] = lambda _: None) -> Laid:
        document = self._kept.pop(page, None)
        if document is None:
            document = self.lay_out(page)
        else:
            passed(len(document.pages))
        self._kept[page] = document
        return document

    def _fitted(self, page: str, passed: Callable[[int], None]) -> Laid:
        """Return the document of a run, set closer when that spares a last page with little on it."""
        document = self._laid_out(page, passed)
        if not 1 < len(document.pages) <= LONGEST or _filled(document.pages[-1]) > SPARSE:
            return document
        closer = self._laid_out(page.replace(BODY, CLOSER, 1))
        return closer if len(closer.pages) < len(document.pages) else document

    def _contents(self, page: str, before: int, body: Sequence[Any]) -> Laid:
        # The contents move all that follows, and how long they are is only known afterwards.
        length, listed = 0, None
        while listed is None or len(listed.pages) > length:
            length = len(listed.pages) if listed is not None else 1
            listed = self._laid_out(_with_entries(page, body, before + length + 1))
        return listed

    def _numbered(self, head: str, pages: Sequence[Any]) -> list[Any]:
        names = (one._page_box.page_type.name or "auto" for one in pages)
        leaves = self._laid_out(head + "".join(LEAF.format(LEAVES.get(n, n)) for n in names) + END).pages
        return [_with_number(one, leaf) for one, leaf in zip(pages, leaves, strict=True)]

    def _prune(self) -> None:
        while sum(len(document.pages) for document in self._kept.values()) > MOST_PAGES:
            self._kept.popitem(last=False)


def _with_entries(page: str, body: Sequence[Any], first: int) -> str:
    """Return the contents with the page on which each place begins; a chapter is on all of its own."""
    numbers = {name: at for at, one in reversed([*enumerate(body, first)]) for name in one.anchors}
    return ENTRY.sub(lambda entry: f'href="#{entry[1]}" data-page="{numbers.get(entry[1], "")}"', page)


def _filled(page: Any) -> float:
    """Return the share of a page that is used."""
    box = page._page_box
    end = max(one.position_y + one.margin_height() for one in box.children[0].children)
    return float(end - box.content_box_y()) / float(box.height)


def _with_number(page: Any, leaf: Any) -> Any:
    numbered, box = copy(page), page._page_box
    rest = [one for one in box.children if not _is_number(one)]
    numbers = [one for one in leaf._page_box.children if _is_number(one)]
    numbered._page_box = box.copy_with_children([*rest, *numbers])
    for *_where, linked in page.links:
        # Where a link of the document before this one led.
        linked.link_annotation = None
    return numbered


def _is_number(box: Any) -> bool:
    return isinstance(box, MarginBox) and box.at_keyword == CORNER

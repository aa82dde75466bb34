"""WeasyPrint, set up once: fonts and style sheet are read when the process starts."""

import logging
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self
from xml.etree import ElementTree

import weasyprint
from cssselect2 import ElementWrapper  # type: ignore[import-untyped]
from weasyprint.text.fonts import FontConfiguration

from planning.tools import SCHEMA
from server.export import framing
from server.export.assets import PackagedOnly, font_faces
from server.export.binding import RUN, Binder
from server.export.lengths import reckon_once
from server.export.lettering import set_lines_whole
from server.export.lines import shape_once
from server.export.manuscript import Manuscript
from server.export.objects import write_swiftly
from server.export.page import typeset
from server.export.rows import fold_rows, set_rows_whole

STYLES = Path(__file__).parents[2] / "templates" / "pdf"

Progress = Callable[[float], None]

OPTIONS: dict[str, Any] = {"pdf_variant": "pdf/ua-1", "custom_metadata": False}

VOID = re.compile(r"<(br|col|hr|img|meta)\b([^<>]*?)/?>")
"""Elements that our templates leave open, as HTML allows."""


class _Page(weasyprint.HTML):  # type: ignore[misc]  # WeasyPrint is not typed
    """A page of ours: its elements are what `elements.css` says, instead of WeasyPrint's own sheet.

    It is read by the parser for XML, which is in C: the one for HTML, in Python, takes a sixteenth of the
    time of a document. A page that is not well-formed, such as one in which somebody has pasted a
    control character, is left to the latter.
    """

    def __init__(self, page: str, fetcher: PackagedOnly) -> None:
        try:
            root = ElementTree.fromstring(VOID.sub(r"<\1\2/>", page.removeprefix("<!doctype html>")))
        except ElementTree.ParseError:
            super().__init__(string=page, url_fetcher=fetcher, media_type="print")
            return
        fold_rows(root)
        self.base_url, self.url_fetcher, self.media_type = None, fetcher, "print"
        self.wrapper_element = ElementWrapper.from_html_root(root, content_language=None)
        self.etree_element = self.wrapper_element.etree_element

    elements = weasyprint.CSS(string=(STYLES / "elements.css").read_text("utf-8"))

    def _ua_stylesheets(self, forms: bool = False) -> list[weasyprint.CSS]:
        return [self.elements]


class Press:
    """Sets documents, one after the other.

    The fonts belong to the style sheet object that declares them, and both cost seconds if
    they are read for every document: one `FontConfiguration`, one `CSS`, kept together.
    """

    def __init__(self) -> None:
        set_lines_whole()
        reckon_once()
        shape_once()
        set_rows_whole()
        write_swiftly()
        self.fonts = FontConfiguration()
        self.fetcher = PackagedOnly()
        self.style = weasyprint.CSS(
            string=font_faces() + (STYLES / "plan.css").read_text("utf-8"),
            font_config=self.fonts,
            url_fetcher=self.fetcher,
        )
        self.binder = Binder(self._lay_out)

    def set_document(self, kind: bytes, payload: bytes, tell: Progress) -> bytes:
        """Return the PDF of a manuscript (`framing.PLAN`) or of an HTML page (`framing.PAGE`)."""
        if kind == framing.PLAN:
            return self.print_page(typeset(Manuscript.from_bytes(payload, SCHEMA)), tell)
        return self.print_page(payload.decode(), tell)

    def print_page(self, page: str, tell: Progress) -> bytes:
        """Return the tagged PDF of an HTML page, telling how far it has come."""
        with _Meter(page, tell) as meter:
            laid = self.binder.bind(page, meter.pass_over) if RUN in page else self._lay_out(page)
            document: bytes = laid.write_pdf(**OPTIONS)
        return document

    def _lay_out(self, page: str) -> weasyprint.Document:
        html = _Page(page, self.fetcher)
        return html.render(stylesheets=[self.style], font_config=self.fonts, **OPTIONS)


class _Meter(logging.Handler):
    """Reads how far a document is from what WeasyPrint logs: a line a page, and a last step.

    The number of pages is only known at the end, so it is estimated from the length of the page.
    """

    CHARACTERS_A_PAGE = 9_000
    LAID_OUT, LAST = 0.85, 0.9

    def __init__(self, page: str, tell: Progress) -> None:
        super().__init__()
        self.expected = len(page) / self.CHARACTERS_A_PAGE + 3
        self.tell, self.reached, self.pages = tell, 0.0, 0
        self.log = logging.getLogger("weasyprint.progress")

    def __enter__(self) -> Self:
        self.log.setLevel(logging.INFO)
        self.log.addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        self.log.removeHandler(self)

    def pass_over(self, pages: int) -> None:
        """Count pages that were laid out for another document."""
        self.pages += pages
        self._reach(self.LAID_OUT * min(1.0, self.pages / self.expected))

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if message.startswith("Step 6"):
            self._reach(self.LAST)
        elif " - Page " in message:
            self.pass_over(1)

    def _reach(self, share: float) -> None:
        if share >= self.reached + 0.01:
            self.reached = share
            self.tell(share)

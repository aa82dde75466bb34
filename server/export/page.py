"""A manuscript as one HTML page, ready for the press."""

import base64
import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from planning.plan import Plan
from server.export.blocks import Chapter
from server.export.customer import customer_chapters
from server.export.edition import Edition
from server.export.flow import openings_of
from server.export.manuscript import Manuscript, prepare_manuscript
from server.export.team import team_chapters
from server.export.wording import NO_BREAK
from server.export.writing import Writer
from server.texts import gettext as _
from server.texts import reading_in

TEMPLATES = Path(__file__).parents[2] / "templates"

IMAGES = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF8": "image/gif",
    b"RIFF": "image/webp",
}
REFERENCE = re.compile(r'<a class="ref" href="#([^"]+)">(.*?)</a>', re.DOTALL)


MOST_LINKS = 3_000
"""References that become links. Each is a box of its own: in a very long plan they would cost more than
they are worth, and their words stay."""


def render_html(plan: Plan, about: Edition) -> str:
    """Return the document of a plan as HTML; for the customer, of what the customer may see.

    Parameters
    ----------
    plan : the whole plan
    about : for whom, in which language, under which names
    """
    return typeset(prepare_manuscript(plan, about))


def typeset(manuscript: Manuscript) -> str:
    """Return a manuscript as HTML."""
    about = manuscript.about
    with reading_in(about.language):
        writer = Writer(manuscript)
        chapters = customer_chapters(writer) if writer.for_customer else team_chapters(writer)
        return live_links(_render(writer, chapters))


def live_links(page: str) -> str:
    """Return the page without links to places that are not printed, or too many; their words stay."""
    is_long = page.count('<a class="ref"') > MOST_LINKS
    places = set() if is_long else set(re.findall(r' id="([^"]+)"', page))
    return REFERENCE.sub(lambda link: link[0] if link[1] in places else link[2], page)


def _render(writer: Writer, chapters: list[Chapter]) -> str:
    about = writer.about
    return (
        _environment()
        .get_template("pdf/plan.html")
        .render(
            about=about,
            for_customer=writer.for_customer,
            chapters=chapters,
            openings=list(openings_of(chapters)),
            words=writer.words,
            language=writer.words.locale.language,
            account_logo=data_address(about.account_logo),
            company_logo=data_address(about.company_logo),
            page_line=page_line(),
            _=_,
        )
    )


def page_line() -> Markup:
    """Return "Page 3 of 17" with the places where the style sheet counts."""
    return Markup(_("Page {page} of {pages}")).format(
        page=Markup('<span class="page-number"></span>'), pages=Markup('<span class="page-count"></span>')
    )


def data_address(image: bytes | None) -> Markup | None:
    """Return a picture as a `data:` address, None for what is no picture we know."""
    kind = next((k for start, k in IMAGES.items() if image and image.startswith(start)), None)
    if image is None or kind is None:
        return None
    return Markup("data:{};base64,{}").format(kind, base64.b64encode(image).decode())


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["unbroken"] = lambda words: words.replace(" ", NO_BREAK)
    return environment

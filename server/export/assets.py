"""The fonts of a document, and the only door through which it can load anything.

Each family has one whole static TrueType file a weight. (Several subset files under one
family give wrong glyphs under right text, and WOFF2 costs seconds a render.) The
families carry names of our own, so that a font installed on the machine never mixes in.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from weasyprint.urls import URLFetcher, URLFetcherResponse

from server.export.errors import PdfUnavailable
from server.texts import marked as m

SCHEME = "asset:"


@dataclass(frozen=True)
class Face:
    """One font file: what CSS calls it, and where it lies in the package of fonts."""

    family: str
    weight: int
    style: str
    path: str


FACES = (
    Face("Tavolo Sans", 400, "normal", "source-sans/ttf/SourceSans3-Regular.ttf"),
    Face("Tavolo Sans", 400, "italic", "source-sans/ttf/SourceSans3-It.ttf"),
    Face("Tavolo Sans", 600, "normal", "source-sans/ttf/SourceSans3-Semibold.ttf"),
    Face("Tavolo Sans", 700, "normal", "source-sans/ttf/SourceSans3-Bold.ttf"),
    Face("Tavolo Sans", 700, "italic", "source-sans/ttf/SourceSans3-BoldIt.ttf"),
    Face("Tavolo Han", 400, "normal", "kurinto/ttf/KurintoSansSC-Rg.ttf"),
    Face("Tavolo Han", 700, "normal", "kurinto/ttf/KurintoSansSC-Bd.ttf"),
    Face("Tavolo Hangul", 400, "normal", "kurinto/ttf/KurintoSansKR-Rg.ttf"),
    Face("Tavolo Hangul", 700, "normal", "kurinto/ttf/KurintoSansKR-Bd.ttf"),
    Face("Tavolo World", 400, "normal", "kurinto/ttf/KurintoSans-Rg.ttf"),
    Face("Tavolo World", 700, "normal", "kurinto/ttf/KurintoSans-Bd.ttf"),
)


def font_path(face: Face) -> Path:
    """Return where the file of a face is installed.

    Raises
    ------
    PdfUnavailable
        When the package of fonts is not installed.
    """
    try:
        path = Path(str(files("weblate_fonts"))) / "static" / "weblate_fonts" / face.path
    except ModuleNotFoundError:
        path = Path(face.path)
    if not path.is_file():
        raise PdfUnavailable(
            m("PDFs cannot be made on this machine: the fonts are not installed."),
            m("Install them with: pip install weblate-fonts"),
        )
    return path


def font_faces() -> str:
    """Return the `@font-face` rules of all faces; raise PdfUnavailable when a file is missing.

    WeasyPrint passes over a font it cannot load, and prints with whatever the machine has.
    """
    return "\n".join(_rules())


def _rules() -> Iterator[str]:
    for face in FACES:
        font_path(face)
        yield (
            f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight}; '
            f'font-style: {face.style}; src: url("{SCHEME}{face.path}") }}'
        )


class PackagedOnly(URLFetcher):  # type: ignore[misc]  # WeasyPrint is not typed
    """Gives a document what it carries itself (`data:`) and the packaged fonts, nothing else.

    WeasyPrint's own fetcher reads any file of the machine: one `<link rel=attachment>` in a
    text would put `/etc/passwd` into the customer's document.
    """

    def __init__(self) -> None:
        super().__init__(allowed_protocols={"data"}, allow_redirects=False)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
        """Return the response for `url`; raise ValueError for everything that is not allowed."""
        if not url.startswith(SCHEME):
            return super().fetch(url, headers)
        wanted = url.removeprefix(SCHEME)
        face = next((face for face in FACES if face.path == wanted), None)
        if face is None:
            raise ValueError(f"{url} is not packaged.")
        return URLFetcherResponse(url, font_path(face).read_bytes(), {"Content-Type": "font/ttf"})

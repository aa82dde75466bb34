"""A document that is set fetches nothing: no file of the machine, no address, not by a detour either."""

import threading
from base64 import b64encode
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from server.export.assets import PackagedOnly
from server.export.renderer import Renderer
from tests.server.export.reading import everything_in, squeezed

SECRET = "canary-of-this-machine"


class Lure(HTTPServer):
    """A server that notes who asks, and sends everybody on to a file of the machine."""

    def __init__(self, secret: Path) -> None:
        self.asked: list[str] = []

        class Handler(BaseHTTPRequestHandler):
            def do_GET(handler) -> None:
                self.asked.append(handler.path)
                handler.send_response(302)
                handler.send_header("Location", secret.as_uri())
                handler.end_headers()

            def log_message(handler, *said: object) -> None:
                return

        super().__init__(("127.0.0.1", 0), Handler)

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.server_port}/redirects"


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A picture on this machine whose words nobody may see."""
    path = tmp_path / "secret.svg"
    words = f"<text id='x' y='20'>{SECRET}</text>"
    path.write_text(f"<svg xmlns='http://www.w3.org/2000/svg' width='200' height='40'>{words}</svg>")
    return path


@pytest.fixture
def lure(secret: Path) -> Iterator[Lure]:
    server = Lure(secret)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def printer() -> Iterator[Renderer]:
    made = Renderer(seconds=300)
    yield made
    made.stop()


def embedded(svg: str) -> str:
    """Return a drawing as an address that holds it."""
    shown = "<text y='80'>shown</text>"
    whole = f"<svg xmlns='http://www.w3.org/2000/svg' width='300' height='90'>{svg}{shown}</svg>"
    return f"data:image/svg+xml;base64,{b64encode(whole.encode()).decode()}"


WAYS = {
    "a picture": "<img alt='x' src='{it}'>",
    "an attachment": "<link rel=attachment href='{it}'><a rel=attachment href='{it}'>a</a>",
    "a style sheet": "<link rel=stylesheet href='{it}'>",
    "a background": "<div style=\"background:url('{it}');height:20mm\">x</div>",
    "generated content": "<style>p::before{{content:url('{it}')}}</style><p>x</p>",
    "a font": "<style>@font-face{{font-family:f;src:url('{it}')}}p{{font-family:f}}</style><p>x</p>",
    "an object": "<object data='{it}'></object><embed src='{it}'><iframe src='{it}'></iframe>",
}
INSIDE_A_DRAWING = {
    "a picture": "<image href='{it}' width='200' height='40'/>",
    "a reuse": "<use href='{it}#x'/>",
    "a style": "<style>@import url('{it}'); text{{fill:url('{it}#x')}}</style>",
    "a style sheet": "<?xml-stylesheet href='{it}'?>",
}
ENTITY = (
    "<!DOCTYPE svg [<!ENTITY x SYSTEM '{it}'>]><svg xmlns='http://www.w3.org/2000/svg'><text>&x;</text></svg>"
)


def render(printer: Renderer, body: str) -> bytes:
    page = f"<html lang=en><head><title>x</title></head><body><p>printed</p>{body}</body></html>"
    document = printer.render(page)
    assert "printed" in squeezed(document)
    return document


@pytest.mark.parametrize("way", WAYS.values(), ids=list(WAYS))
def test_neither_a_file_nor_an_address_nor_where_it_leads_is_fetched(
    printer: Renderer, secret: Path, lure: Lure, way: str
) -> None:
    for address in (secret.as_uri(), str(secret), lure.address):
        document = render(printer, way.format(it=address))
        assert SECRET not in squeezed(document)
        assert SECRET not in everything_in(document)
        assert "/EmbeddedFile" not in everything_in(document)
    assert lure.asked == []


@pytest.mark.parametrize("way", INSIDE_A_DRAWING.values(), ids=list(INSIDE_A_DRAWING))
def test_a_drawing_that_a_document_holds_fetches_nothing_either(
    printer: Renderer, secret: Path, lure: Lure, way: str
) -> None:
    for address in (secret.as_uri(), lure.address):
        document = render(printer, f"<img alt='x' src=\"{embedded(way.format(it=address))}\">")
        assert "shown" in squeezed(document), "The drawing itself was not printed, so nothing is proved."
        assert SECRET not in squeezed(document)
        assert SECRET not in everything_in(document)
    assert lure.asked == []


def test_a_style_that_imports_another_gets_nothing(printer: Renderer, secret: Path, lure: Lure) -> None:
    for address in (secret.as_uri(), lure.address):
        document = render(printer, f"<style>@import url('{address}');</style>")
        assert SECRET not in everything_in(document)
    assert lure.asked == []


def test_an_entity_in_a_drawing_is_not_read_from_a_file(printer: Renderer, secret: Path) -> None:
    drawing = b64encode(ENTITY.format(it=secret.as_uri()).encode()).decode()
    document = render(printer, f"<img alt='x' src='data:image/svg+xml;base64,{drawing}'>")
    assert SECRET not in everything_in(document)


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "http://127.0.0.1/",
        "https://127.0.0.1/",
        "ftp://127.0.0.1/",
        "FILE:///etc/passwd",
    ],
)
def test_the_fetcher_refuses_by_the_scheme_before_anything_is_opened(address: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        PackagedOnly().fetch(address)


def test_the_fetcher_gives_what_the_document_holds_itself() -> None:
    assert PackagedOnly().fetch("data:text/plain,Hello").read() == b"Hello"

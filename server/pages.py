"""The built front end: one page for every address a person can open, and its hashed assets."""

import mimetypes
from os.path import isfile
from pathlib import Path

from flask import Blueprint, Flask, Response, current_app, request
from markupsafe import escape
from werkzeug.exceptions import NotFound
from werkzeug.security import safe_join

from server.api.authorise import open_to_anyone
from server.api.headers import page_nonce
from server.api.problems import answer_http
from server.texts import gettext as _

PLACES = (Path(__file__).parents[1] / "frontend" / "dist", Path(__file__).parent / "pages_built")
"""Where the built pages are: in a checkout, and in an installed wheel."""

PAGES_FOLDER = "TAVOLO_PAGES"
NONCE = "__CSP_NONCE__"
"""What stands in the built page where the nonce of each answer goes."""

# Assets carry a hash of their content in their name, so that they never change.
FOR_EVER = "public, max-age=31536000, immutable"

PAGES = (
    "/",
    "/sign-in",
    "/setup",
    "/invitation",
    "/join",
    "/join/<code>",
    "/accounts/<account_id>",
    "/plans/<plan_id>",
    "/plans/<plan_id>/<tool>",
    "/members",
    "/audit",
    "/settings",
)
"""Every address of the front end's router."""

ENCODINGS = {"br": ".br", "gzip": ".gz"}

pages = Blueprint("pages", __name__)


def add_pages(app: Flask, folder: Path | None = None) -> None:
    """Serve the built pages of a folder; the usual places when it is left out."""
    app.config[PAGES_FOLDER] = folder or next((p for p in PLACES if (p / "index.html").is_file()), PLACES[0])
    app.register_blueprint(pages)
    app.register_error_handler(404, answer_unknown)


@open_to_anyone
def page(**address: str) -> Response:
    """Return the page; its router reads the address."""
    return render_page(200)


def render_page(status: int) -> Response:
    """Return the built page with this answer's nonce, or what to do when nothing is built."""
    index = _folder() / "index.html"
    if not index.is_file():
        return Response(render_not_built(), 503, mimetype="text/html")
    words = index.read_text("utf-8").replace(NONCE, page_nonce())
    return Response(words, status, mimetype="text/html", headers={"Cache-Control": "no-cache"})


def render_not_built() -> str:
    """Return a page that says how to build the pages."""
    title, remedy = (
        _("The pages are not built yet"),
        _("Run make run in the folder of Tavolo, then load this again."),
    )
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Tavolo</title>'
        f'<style nonce="{page_nonce()}">body{{font:16px/1.5 system-ui;margin:15vh auto;max-width:32rem;'
        f"padding:0 1rem}}</style><h1>{escape(title)}</h1><p>{escape(remedy)}</p></html>"
    )


@open_to_anyone
def asset(name: str) -> Response:
    """Return a hashed asset."""
    return send_built(f"assets/{name}", FOR_EVER)


@open_to_anyone
def root_file(name: str) -> Response:
    """Return a file that lies beside the page, such as its icon."""
    return send_built(name, "no-cache")


def send_built(name: str, caching: str) -> Response:
    """Return a built file, compressed if there is such a variant that the browser takes."""
    path = safe_join(str(_folder()), name)
    if path is None or name.endswith(".html") or not isfile(path):
        raise NotFound
    taken = [e for e in ENCODINGS if request.accept_encodings.quality(e) > 0]
    encoding = next((e for e in taken if Path(path + ENCODINGS[e]).is_file()), None)
    response = Response(Path(path + ENCODINGS[encoding] if encoding else path).read_bytes())
    response.mimetype = mimetypes.guess_type(name)[0] or "application/octet-stream"
    response.headers["Cache-Control"] = caching
    response.headers["Vary"] = "Accept-Encoding"
    if encoding:
        response.headers["Content-Encoding"] = encoding
    return response


def answer_unknown(error: NotFound) -> Response:
    """Return the page for an unknown address a person opened, which says so; a problem for a program."""
    wants_page = request.accept_mimetypes.best_match(["application/json", "text/html"]) == "text/html"
    is_page = wants_page and request.method == "GET" and not request.path.startswith(("/api/", "/assets/"))
    return render_page(404) if is_page else answer_http(error)


def _folder() -> Path:
    folder: Path = current_app.config[PAGES_FOLDER]
    return folder


for rule in PAGES:
    pages.add_url_rule(rule, endpoint="page", view_func=page)
pages.add_url_rule("/assets/<path:name>", view_func=asset)
pages.add_url_rule("/<name>", view_func=root_file)

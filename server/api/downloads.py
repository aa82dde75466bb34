"""How a file is answered that the browser saves."""

from urllib.parse import quote

from flask import Response


def answer_file(content: bytes, media: str, name: str) -> Response:
    """Return a file under a name; the plain one is for clients that do not know RFC 6266."""
    plain = name.encode("ascii", "ignore").decode().replace('"', "").strip() or "plan"
    response = Response(content, mimetype=media)
    response.headers["Content-Disposition"] = (
        f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name)}"
    )
    return response

"""Logos: pictures from anywhere, kept as PNG files that we have written ourselves."""

import base64
import binascii
import io
import warnings

from PIL import Image, ImageFile, UnidentifiedImageError

from server.errors import Refused
from server.texts import gettext as _
from server.usecases.off_loop import off_loop

FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
MOST_PIXELS = 16_000_000
BOX = (1_200, 480)
"""Width and height a logo is fitted into; enough for print at 6 cm."""


def tidy_logo(image: str, *, most: int) -> bytes:
    """Return a picture, given in base64 or as a `data:` URL, as a small PNG.

    Written anew, because a file that a decoder accepts can still carry a script, or where
    the photographer lives.

    Raises
    ------
    Refused
        `broken_image` when it is none, `too_large` when it has too many bytes or pixels.
    """
    try:
        raw = base64.b64decode(image.partition(",")[2] if image.startswith("data:") else image, validate=True)
    except (binascii.Error, ValueError):
        raise Refused("broken_image") from None
    if len(raw) > most:
        raise Refused("too_large", _("A logo may have {most} KB", most=most // 1024))
    return off_loop(lambda: _redraw(raw))


def _redraw(raw: bytes) -> bytes:
    # WeasyPrint, where it shares the process, tells Pillow to take half a picture for a whole one.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(raw), formats=FORMATS) as picture:
                return _as_png(picture)
    except Image.DecompressionBombError:
        raise _too_many_pixels() from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        # Pillow reports a broken file by any of these, depending on where it broke.
        raise Refused("broken_image") from None


def _as_png(picture: Image.Image) -> bytes:
    if picture.width * picture.height > MOST_PIXELS:
        raise _too_many_pixels()
    drawn = picture.convert("RGBA")
    drawn.thumbnail(BOX, Image.Resampling.LANCZOS)
    out = io.BytesIO()
    drawn.save(out, "PNG", optimize=True)
    return out.getvalue()


def _too_many_pixels() -> Refused:
    return Refused("too_large", _("A logo may have {most} million pixels", most=MOST_PIXELS // 1_000_000))

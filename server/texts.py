"""What people read, in their language; English is written in the code and needs no catalogue."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

from babel.core import negotiate_locale
from babel.support import NullTranslations, Translations

CATALOGUES = Path(__file__).parent / "translations"
DOMAIN = "tavolo"
ENGLISH = "en"

_language: ContextVar[str] = ContextVar("language", default=ENGLISH)


def gettext(message: str, **values: object) -> str:
    """Return `message` in the reader's language, with `{name}` replaced by its value.

    >>> gettext("{count} plans", count=2)
    '2 plans'
    """
    translated = catalogue(_language.get()).gettext(message) if message else ""
    return translated.format(**values) if values else translated


def marked(message: str) -> str:
    """Return `message` as it is, marked for translators, to be translated where it is shown."""
    return message


def languages() -> list[str]:
    """Return every language there is a catalogue for, English first."""
    found = sorted(p.name for p in CATALOGUES.iterdir() if p.is_dir()) if CATALOGUES.is_dir() else []
    return [ENGLISH, *(name for name in found if name != ENGLISH)]


def best_language(wanted: list[str]) -> str:
    """Return the language of the catalogues that suits best a reader who wants these, in order.

    >>> best_language(["xx-YY", "en-GB"])
    'en'
    """
    usual = [one.replace("-", "_") for one in wanted]
    return negotiate_locale(usual, languages()) or ENGLISH


@contextmanager
def reading_in(language: str) -> Iterator[None]:
    """Translate into `language` inside the `with` block."""
    token = _language.set(language)
    try:
        yield
    finally:
        _language.reset(token)


def present_language() -> str:
    """Return the language of the reader of this request."""
    return _language.get()


def set_language(language: str) -> None:
    """Translate into `language` for the rest of this request."""
    _language.set(language)


@cache
def catalogue(language: str) -> NullTranslations:
    """Return the catalogue of a language; an empty one gives the English back."""
    return Translations.load(CATALOGUES, [language], DOMAIN)

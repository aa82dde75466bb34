"""Plain values as words: amounts, days and shares as the reader's language writes them."""

import datetime as dt
import re
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, format_time
from babel.numbers import (
    format_compact_currency,
    format_compact_decimal,
    format_currency,
    format_decimal,
    format_percent,
)
from babel.units import format_unit

from server.texts import ENGLISH
from server.texts import gettext as _

NARROW_SPACE, NO_BREAK, MINUS = "\u202f", "\N{NO-BREAK SPACE}", "\N{MINUS SIGN}"
DAY = re.compile(r"\b(\d{1,2}) ([^\W\d_]{3,10})\.? (\d{4})\b")
"""A day in a sentence: 31 March 2027."""


class Wording:
    """Formats values for one language.

    >>> Wording("en").money(1250000, "EUR"), Wording("it").day("2027-03-31")
    ('€1,250,000', '31 marzo 2027')
    """

    def __init__(self, language: str) -> None:
        self.locale = locale_of(language)

    def number(self, value: float, unit: str = "") -> str:
        """Return a number with its unit: `1,200 hours`, `4 %`."""
        return f"{_signed(format_decimal(round(value, 4), locale=self.locale))} {unit}".strip()

    def measure(self, value: float, unit: str) -> str:
        """Return a number with a unit that CLDR knows.

        >>> Wording("en").measure(1, "day"), Wording("it").measure(1200, "hour")
        ('1 day', '1.200 ore')
        """
        return _signed(format_unit(round(value, 4), unit, locale=self.locale))

    def percent(self, value: float) -> str:
        """Return a share, where 40 is 40 per cent."""
        written = format_percent(value / 100, locale=self.locale, decimal_quantization=False)
        return written.replace("%", f"{NARROW_SPACE}%") if self.locale.language == ENGLISH else written

    def money(self, value: float, currency: str | None) -> str:
        """Return an amount, without cents when it has none; a plain number without a currency."""
        if not currency:
            return _signed(format_decimal(value, locale=self.locale))
        whole = value == int(value)
        pattern = self.locale.currency_formats["standard"].pattern
        amount = format_currency(
            value,
            currency,
            format=pattern.replace(".00", "") if whole else None,
            currency_digits=not whole,
            locale=self.locale,
        )
        return _signed(amount)

    def short_money(self, value: float, currency: str | None) -> str:
        """Return an amount for a narrow cell: `€1.3M`."""
        if not currency:
            return _signed(format_compact_decimal(value, locale=self.locale, fraction_digits=1))
        return _signed(format_compact_currency(value, currency, locale=self.locale, fraction_digits=1))

    def day(self, value: str | dt.date) -> str:
        """Return a calendar day in full: `31 March 2027`."""
        day = dt.date.fromisoformat(value) if isinstance(value, str) else value
        # American English puts the month first, which the rest of the world misreads.
        pattern = "d MMMM y" if self.locale.language == ENGLISH else "long"
        return format_date(day, pattern, locale=self.locale)

    def short_day(self, value: str | dt.date) -> str:
        """Return a calendar day for a narrow column: `31 Mar 2027`."""
        day = dt.date.fromisoformat(value) if isinstance(value, str) else value
        pattern = "d MMM y" if self.locale.language == ENGLISH else "medium"
        return format_date(day, pattern, locale=self.locale)

    def month(self, value: dt.date) -> str:
        """Return month and year for an axis: `Mar 2027`."""
        return format_skeleton("yMMM", value, locale=self.locale)

    def moment(self, value: str) -> str:
        """Return day and time of a stamp, as they were in UTC; a line never ends inside the day."""
        moment = dt.datetime.fromisoformat(value).astimezone(dt.UTC)
        day = self.short_day(moment.date()).replace(" ", NO_BREAK)
        return f"{day}, {format_time(moment, 'HH:mm', locale=self.locale)}"

    def yes_or_no(self, value: bool) -> str:
        """Return yes or no."""
        return _("Yes") if value else _("No")


def unbroken_days(sentence: str) -> str:
    """Return a sentence in whose days no line may end.

    >>> unbroken_days("It was due 3 May 2027, 6 days ago.").split(" ")
    ['It', 'was', 'due', '3\\xa0May\\xa02027,', '6', 'days', 'ago.']
    """
    return DAY.sub(lambda day: day[0].replace(" ", NO_BREAK), sentence)


def _signed(figure: str) -> str:
    # A hyphen is half as wide as the plus beside it, and a line may end behind it.
    return figure.replace("-", MINUS)


@cache
def locale_of(language: str) -> Locale:
    """Return the locale of a language, English when it is unknown."""
    try:
        return Locale.parse(language, sep="_" if "_" in language else "-")
    except (ValueError, UnknownLocaleError):
        return Locale(ENGLISH)

"""Amounts, days and shares follow the reader's language."""

import pytest

from server.export.wording import Wording

NO_BREAK, NARROW = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "€1,250,000"),
        ("it", f"1.250.000{NO_BREAK}€"),
        ("pl", f"1{NO_BREAK}250{NO_BREAK}000{NO_BREAK}€"),
        ("zh", "€1,250,000"),
    ],
)
def test_a_whole_amount_is_written_without_cents(language: str, written: str):
    assert Wording(language).money(1_250_000, "EUR") == written


def test_an_amount_with_cents_keeps_them():
    assert Wording("it").money(12.5, "EUR") == f"12,50{NO_BREAK}€"


@pytest.mark.parametrize(("language", "written"), [("en", "−€85,000"), ("it", f"−85.000{NO_BREAK}€")])  # noqa: RUF001
def test_what_is_below_nothing_has_a_minus_and_no_hyphen(language: str, written: str):
    words = Wording(language)

    assert words.money(-85_000, "EUR") == written
    assert words.number(-3, "man-days") == "−3 man-days"  # noqa: RUF001
    assert words.short_money(-1_300_000, None)[0] == words.money(-1.5, None)[0] == "−"  # noqa: RUF001


def test_an_amount_without_a_currency_is_a_number():
    assert Wording("en").money(1200, None) == "1,200"


@pytest.mark.parametrize(
    ("language", "written"),
    [("en", "31 March 2027"), ("it", "31 marzo 2027"), ("pl", "31 marca 2027"), ("zh", "2027年3月31日")],
)
def test_a_day_is_written_in_full(language: str, written: str):
    assert Wording(language).day("2027-03-31") == written


def test_english_puts_the_day_before_the_month():
    assert Wording("en").short_day("2027-03-04") == "4 Mar 2027"


def test_a_share_keeps_its_tenths():
    assert Wording("en").percent(12.5) == f"12.5{NARROW}%"
    assert Wording("it").percent(12.5) == "12,5%"


def test_a_moment_is_written_in_utc():
    assert Wording("en").moment("2027-03-31T09:30:00+02:00") == "31 Mar 2027, 07:30".replace(" ", NO_BREAK, 2)


def test_an_unknown_language_reads_english():
    assert Wording("tlh").day("2027-03-31") == "31 March 2027"

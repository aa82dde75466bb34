"""Passwords that stop nobody else, and counts of wrong attempts."""

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from server.errors import Refused
from server.usecases.attempts import MOST_KEYS, Attempts
from tests.server.builders import PASSWORD, QUICK, START

ROOT = Path(__file__).parents[2]
MINUTE = dt.timedelta(minutes=1)

# Another greenlet counts while a password is hashed: it could not, if the loop stood still.
TURNS_WHILE_HASHING = """
from gevent import monkey
monkey.patch_all()
import gevent
from server.usecases.passwords import Passwords

turns = 0
def count():
    global turns
    while True:
        turns += 1
        gevent.sleep(0)

counting = gevent.spawn(count)
gevent.sleep(0)
before = turns
hashed = Passwords().hash("a long enough password")
print(turns - before > 3, Passwords().matches(hashed, "a long enough password"))
"""


def test_a_hash_fits_its_password_only() -> None:
    stored = QUICK.hash(PASSWORD)
    assert stored.startswith("$argon2id$")
    assert QUICK.matches(stored, PASSWORD)
    assert not QUICK.matches(stored, PASSWORD + " ")
    assert not QUICK.matches("no hash at all", PASSWORD)
    assert not QUICK.matches(None, PASSWORD)


@pytest.mark.parametrize("password", ["", "123456789", "x" * 1_001])
def test_a_password_has_ten_characters_and_an_end(password: str) -> None:
    with pytest.raises(Refused) as refused:
        QUICK.hash(password)
    assert refused.value.code == "weak_password"


def test_hashing_a_password_lets_everybody_else_go_on() -> None:
    script = [sys.executable, "-c", TURNS_WHILE_HASHING]
    assert subprocess.run(script, cwd=ROOT, capture_output=True, text=True).stdout == "True True\n"


def test_failures_count_for_a_while_and_by_key() -> None:
    attempts = Attempts(2, MINUTE)
    for _ in range(2):
        attempts.record_failure("a", START)
    with pytest.raises(Refused) as refused:
        attempts.require_left("a", START + MINUTE / 2)
    assert refused.value.retry_after == 31
    attempts.require_left("b", START)
    attempts.require_left("a", START + MINUTE)


def test_what_is_forgotten_no_longer_counts() -> None:
    attempts = Attempts(1, MINUTE)
    attempts.record_failure("a", START)
    attempts.forget("a")
    attempts.require_left("a", START)


def test_made_up_keys_do_not_fill_the_memory() -> None:
    attempts = Attempts(1, MINUTE)
    for number in range(MOST_KEYS * 2):
        attempts.record_failure(str(number), START + dt.timedelta(milliseconds=number))
    assert len(attempts._failures) <= MOST_KEYS


def test_made_up_keys_do_not_clear_the_failures_of_somebody_whose_password_is_guessed() -> None:
    attempts = Attempts(3, 10 * MINUTE)
    for number in range(MOST_KEYS * 2):
        if number < 3:
            attempts.record_failure("anna@adler.example", START)
        attempts.record_failure(str(number), START + dt.timedelta(milliseconds=number))
    with pytest.raises(Refused):
        attempts.require_left("anna@adler.example", START + MINUTE)

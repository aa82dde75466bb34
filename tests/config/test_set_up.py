"""What the set-up does where it may not install system packages."""

import sys

import pytest

from config import set_up


@pytest.fixture(autouse=True)
def no_rights(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the right to install from whoever runs the tests, and let nothing be installed."""
    monkeypatch.setattr(set_up, "may_install", lambda: None)
    monkeypatch.setattr(set_up.subprocess, "run", lambda *words, **_: pytest.fail(f"It ran {words}."))


def missing(monkeypatch: pytest.MonkeyPatch, *packages: str) -> None:
    monkeypatch.setattr(set_up, "missing_packages", lambda _purpose: list(packages))


def test_without_the_right_to_install_the_command_is_said_and_only_the_pdf_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    missing(monkeypatch, "libpangoft2-1.0-0", "libharfbuzz-subset0")
    set_up.install_system_packages("run")
    said = capsys.readouterr().out
    assert "sudo apt-get install -y --no-install-recommends libpangoft2-1.0-0 libharfbuzz-subset0" in said
    assert "everything works except the PDF.\n" in said


def test_without_the_right_to_install_the_tests_say_that_those_in_a_browser_are_missing_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    missing(monkeypatch, "chromium")
    set_up.install_system_packages("test")
    assert "except the PDF and the tests in a browser and behind nginx" in capsys.readouterr().out


def test_without_a_way_to_make_an_environment_the_set_up_ends_with_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    missing(monkeypatch, "python3-venv")
    monkeypatch.setattr(sys, "argv", ["set_up.py", "run"])
    assert set_up.main() == 1
    said = capsys.readouterr()
    assert "sudo apt-get install -y --no-install-recommends python3-venv" in said.out
    assert "python3-venv" in said.err


def test_where_nothing_is_missing_nothing_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    missing(monkeypatch)
    set_up.install_system_packages("run")
    assert capsys.readouterr().out == ""

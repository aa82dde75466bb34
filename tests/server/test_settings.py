"""Settings: from flags, from the environment, from their defaults, in this order."""

from pathlib import Path

import pytest

from config.settings import SETTINGS, SettingRefused, load_settings


def test_a_flag_comes_before_the_environment_and_that_before_the_default() -> None:
    environment = {"TAVOLO_PORT": "9000", "TAVOLO_HOST": "0.0.0.0"}
    settings = load_settings({"port": "9100", "host": None}, environment)
    assert (settings.port, settings.host, settings.data) == (9100, "0.0.0.0", Path(".data"))


def test_every_setting_says_what_it_is_for_and_has_one_variable_and_one_flag() -> None:
    for setting in SETTINGS:
        assert setting.help.endswith(".")
        assert setting.variable == f"TAVOLO_{setting.name.upper()}"
        assert setting.flag == f"--{setting.name.replace('_', '-')}"


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("TAVOLO_PORT", "many", "whole number"),
        ("TAVOLO_PORT", "70000", "1 to 65535"),
        ("TAVOLO_SESSION_DAYS", "-1", "from 1 to 3650"),
        ("TAVOLO_DEMO", "maybe", "yes or no"),
        ("TAVOLO_BASE_URL", "tavolo.company.com", "https://"),
        ("TAVOLO_BASE_URL", "https://company.com/tavolo", "path"),
        ("TAVOLO_BASE_URL", "https://company.com:99999", "not an address"),
        ("TAVOLO_BASE_URL", "https://a..example", "not an address"),
        ("TAVOLO_ALLOWED_ORIGINS", "https://a.example,*", "'*'"),
        ("TAVOLO_LOG_LEVEL", "loud", "debug"),
        ("TAVOLO_METRICS_TOKEN", "short", "16 characters"),
        ("TAVOLO_FAILED_SIGN_IN_DAYS", "29", "30 or more, or 0"),
        # With these nobody could sign in, join, send anything, or stay for a moment.
        ("TAVOLO_SESSION_DAYS", "0", "from 1 to 3650"),
        ("TAVOLO_SESSION_DAYS", "999999999", "from 1 to 3650"),
        ("TAVOLO_INVITATION_DAYS", "0", "from 1 to 3650"),
        ("TAVOLO_JOIN_CODE_HOURS", "99999999999", "from 1 to 87600"),
        ("TAVOLO_SIGN_IN_FAILURES", "0", "Write 1 or more"),
        ("TAVOLO_JOIN_FAILURES", "0", "Write 1 or more"),
        ("TAVOLO_JOIN_FAILURES_EVERYWHERE", "0", "Write 1 or more"),
        ("TAVOLO_REQUEST_KILOBYTES", "0", "Write 1 or more"),
        ("TAVOLO_IMPORT_KILOBYTES", "0", "Write 1 or more"),
        ("TAVOLO_LOGO_KILOBYTES", "0", "Write 1 or more"),
        ("TAVOLO_FAILED_SIGN_IN_DAYS", "9999999", "from 0 to 36500"),
        # Without a length a lease would keep nobody off: two servers would write to one plan.
        ("TAVOLO_LEASE_SECONDS", "0", "Write 1 or more"),
    ],
)
def test_a_value_that_cannot_be_used_is_refused_with_a_remedy(name: str, value: str, said: str) -> None:
    with pytest.raises(SettingRefused, match=said.replace("*", r"\*")):
        load_settings({}, {name: value})


@pytest.mark.parametrize(("value", "read"), [("yes", True), ("no", False), ("1", True), ("off", False)])
def test_a_switch_is_yes_or_no(value: str, read: bool) -> None:
    assert load_settings({}, {"TAVOLO_DEMO": value}).demo is read


def test_the_address_is_the_base_url_or_where_it_listens() -> None:
    assert load_settings({}, {}).address == "http://127.0.0.1:8765"
    assert load_settings({"host": "0.0.0.0"}, {}).address == "http://127.0.0.1:8765"
    assert load_settings({"host": "::1", "port": 80}, {}).address == "http://[::1]:80"
    assert load_settings({"base_url": "https://tavolo.example/"}, {}).address == "https://tavolo.example"


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("https://Tavolo.Company.com", "https://tavolo.company.com"),
        ("https://tavolo.company.com:443", "https://tavolo.company.com"),
        ("http://tavolo.company.com:80/", "http://tavolo.company.com"),
        ("HTTPS://tavolo.company.com:8443", "https://tavolo.company.com:8443"),
        ("https://tävolo.example", "https://xn--tvolo-gra.example"),
        ("http://[::1]:8765", "http://[::1]:8765"),
    ],
)
def test_an_origin_is_what_browsers_send_for_an_address_however_it_is_written(
    written: str, sent: str
) -> None:
    assert load_settings({"base_url": written}, {}).origins[0] == sent
    assert sent in load_settings({"allowed_origins": written}, {}).origins


def test_an_address_in_capitals_is_as_safe_as_in_small_letters() -> None:
    settings = load_settings({"base_url": "HTTPS://Tavolo.company.com"}, {})
    assert (settings.over_tls, settings.cookie_name) == (True, "__Host-tavolo")


def test_on_the_port_of_the_web_the_origins_have_none() -> None:
    assert "http://localhost" in load_settings({"port": 80}, {}).origins


def test_the_origins_are_the_address_those_named_and_this_machine() -> None:
    settings = load_settings({"base_url": "https://t.example", "allowed_origins": "https://a.example/, "}, {})
    assert settings.origins == (
        "https://t.example",
        "https://a.example",
        "http://127.0.0.1:8765",
        "http://localhost:8765",
        "http://[::1]:8765",
    )


def test_the_cookie_is_pinned_to_the_host_only_over_tls() -> None:
    assert load_settings({}, {}).cookie_name == "tavolo"
    assert load_settings({"base_url": "https://t.example"}, {}).cookie_name == "__Host-tavolo"

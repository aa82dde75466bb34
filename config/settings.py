"""Every setting of an installation: declared once, read once, from flags and from `TAVOLO_*`.

A field of `Settings` is the declaration; the options of `tavolo serve`, the names of the
environment variables and `SETTINGS` follow from it.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
SHORTEST_TOKEN = 16
FEWEST_AUDIT_DAYS = 30
EVERY_ADDRESS = ("", "0.0.0.0", "::")
USUAL_PORTS = {"http": 80, "https": 443}
PREFIX = "TAVOLO_"


class SettingRefused(ValueError):
    """A setting has a value that cannot be used; the message says which, why and what to do."""


@dataclass(frozen=True)
class Setting:
    """One setting: `name` in Python, `TAVOLO_NAME` in the environment, `--name` as a flag."""

    name: str
    default: Any
    help: str
    secret: bool = False
    least: int = 0
    most: int | None = None

    @property
    def variable(self) -> str:
        """Return the environment variable that sets it."""
        return PREFIX + self.name.upper()

    @property
    def flag(self) -> str:
        """Return the command-line flag that sets it."""
        return "--" + self.name.replace("_", "-")

    def read(self, said: Any) -> Any:
        """Return `said` (text, or already a value) as this setting's type.

        Raises
        ------
        SettingRefused
            When it is not a value of that type.
        """
        if isinstance(self.default, bool):
            return said if isinstance(said, bool) else self._read_switch(str(said))
        if isinstance(self.default, int):
            return self._read_whole(str(said))
        return Path(said) if isinstance(self.default, Path) else str(said).strip()

    def _read_switch(self, said: str) -> bool:
        if said.lower() not in ("yes", "no", "true", "false", "1", "0", "on", "off"):
            raise SettingRefused(f"{self.variable} is {said!r}. Write yes or no.")
        return said.lower() in ("yes", "true", "1", "on")

    def _read_whole(self, said: str) -> int:
        try:
            number = int(said)
        except ValueError:
            raise SettingRefused(f"{self.variable} is {said!r}. Write a whole number.") from None
        if number < self.least or (self.most is not None and number > self.most):
            wanted = f"{self.least} or more" if self.most is None else f"from {self.least} to {self.most}"
            raise SettingRefused(f"{self.variable} is {number}. Write {wanted}.")
        return number


def _says(help: str, *, secret: bool = False, least: int = 0, most: int | None = None) -> dict[str, Any]:
    return {"help": help, "secret": secret, "least": least, "most": most}


MOST_DAYS = 3_650
"""Whoever wants longer means for ever, and a moment too far off cannot be written down."""


@dataclass(frozen=True)
class Settings:
    """What an installation runs with; see `SETTINGS` for what each one means."""

    data: Path = field(
        default=Path(".data"),
        metadata=_says("Folder that holds everything worth a backup. Made when missing."),
    )
    host: str = field(
        default="127.0.0.1",
        metadata=_says("Address to listen on. 0.0.0.0 lets other devices of the network in."),
    )
    port: int = field(default=8765, metadata=_says("Port to listen on."))
    base_url: str = field(
        default="",
        metadata=_says(
            "Address people open, such as https://tavolo.company.com. Links, cookies and origins follow it."
        ),
    )
    allowed_origins: str = field(
        default="",
        metadata=_says(
            "Further origins that may call this server, separated by commas. The base URL always may."
        ),
    )
    database_url: str = field(
        default="",
        metadata=_says(
            "Database, as postgresql://user:password@host/name. Empty: SQLite in the data folder.",
            secret=True,
        ),
    )
    lease_seconds: int = field(
        default=6,
        metadata=_says(
            "Seconds after which another server may take the plans of one that is silent. PostgreSQL only."
        ),
    )
    company: str = field(default="", metadata=_says("Company name that the set-up page proposes."))
    demo: bool = field(
        default=True, metadata=_says("Put a demo account with two plans into an empty data folder.")
    )
    session_days: int = field(
        default=30,
        metadata=_says(
            "Days after which somebody who stays away must sign in again.", least=1, most=MOST_DAYS
        ),
    )
    invitation_days: int = field(
        default=14, metadata=_says("Days an invitation can be accepted.", least=1, most=MOST_DAYS)
    )
    join_code_hours: int = field(
        default=24, metadata=_says("Hours a join code admits people.", least=1, most=24 * MOST_DAYS)
    )
    join_failures: int = field(
        default=10, metadata=_says("Wrong join codes a minute from one browser.", least=1)
    )
    join_failures_everywhere: int = field(
        default=600, metadata=_says("Wrong join codes a minute from everybody together.", least=1)
    )
    sign_in_failures: int = field(
        default=10, metadata=_says("Wrong passwords for one e-mail address in 10 minutes.", least=1)
    )
    failed_sign_in_days: int = field(
        default=400,
        metadata=_says(
            "Days that failed sign-ins stay in the audit log, 30 or more. 0: for ever.", most=36_500
        ),
    )
    request_kilobytes: int = field(default=1_024, metadata=_says("Largest request, in kilobytes.", least=1))
    import_kilobytes: int = field(
        default=32_768, metadata=_says("Largest plan document to import, in kilobytes.", least=1)
    )
    logo_kilobytes: int = field(default=2_048, metadata=_says("Largest logo, in kilobytes.", least=1))
    metrics_token: str = field(
        default="",
        metadata=_says(
            "Token with which Prometheus reads /metrics, 16 characters or more. Empty: nobody reads them.",
            secret=True,
        ),
    )
    log_level: str = field(
        default="info", metadata=_says("Least serious message to log: debug, info, warning or error.")
    )

    @property
    def address(self) -> str:
        """Return the address people open, without a slash at the end."""
        if self.base_url:
            return self.base_url.rstrip("/")
        host = "127.0.0.1" if self.host in EVERY_ADDRESS else self.host
        return f"http://[{host}]:{self.port}" if ":" in host else f"http://{host}:{self.port}"

    @property
    def over_tls(self) -> bool:
        """Return whether people reach this installation by https."""
        return urlsplit(self.address).scheme == "https"

    @property
    def cookie_name(self) -> str:
        """Return the name of the session cookie; `__Host-` pins it to this host, and needs TLS."""
        return "__Host-tavolo" if self.over_tls else "tavolo"

    @property
    def origins(self) -> tuple[str, ...]:
        """Return every origin that may change something here, the main one first.

        The loopback names are one machine under three names, and people type any of them.
        """
        said = map(str.strip, self.allowed_origins.split(","))
        local = [f"http://{name}:{self.port}" for name in LOOPBACK]
        return tuple(dict.fromkeys(map(origin_of, [self.address, *filter(None, said), *local])))

    @property
    def logo_request_kilobytes(self) -> int:
        """Return how large a request with a logo may be: base64 makes four bytes of three."""
        return self.logo_kilobytes * 4 // 3 + 64

    @property
    def invitation_life(self) -> timedelta:
        """Return how long an invitation can be accepted."""
        return timedelta(days=self.invitation_days)

    @property
    def join_code_life(self) -> timedelta:
        """Return how long a join code admits people."""
        return timedelta(hours=self.join_code_hours)

    @property
    def session_life(self) -> timedelta:
        """Return how long a session lives after it was last seen."""
        return timedelta(days=self.session_days)


SETTINGS: tuple[Setting, ...] = tuple(Setting(f.name, f.default, **f.metadata) for f in fields(Settings))


def origin_of(address: str) -> str:
    """Return the origin of an address as browsers send it: in small letters, without the usual port.

    >>> origin_of("https://Tavolo.company.com:443/plans/7")
    'https://tavolo.company.com'
    """
    parts = urlsplit(address)
    host = (parts.hostname or "").encode("idna").decode()
    host = f"[{host}]" if ":" in host else host
    usual = parts.port is None or parts.port == USUAL_PORTS.get(parts.scheme)
    return f"{parts.scheme}://{host}" if usual else f"{parts.scheme}://{host}:{parts.port}"


def load_settings(
    flags: Mapping[str, Any] | None = None, environment: Mapping[str, str] | None = None
) -> Settings:
    """Return the settings: a flag before the environment, the environment before the default.

    Parameters
    ----------
    flags
        Setting name to value; None counts as not given.
    environment
        Where `TAVOLO_*` is looked up; the process's own when left out.

    Raises
    ------
    SettingRefused
        When a value cannot be used.
    """
    variables = os.environ if environment is None else environment
    given = {k: v for k, v in (flags or {}).items() if v is not None}
    said = {s.name: variables[s.variable] for s in SETTINGS if s.variable in variables} | given
    settings = Settings(**{s.name: s.read(said[s.name]) for s in SETTINGS if s.name in said})
    _require_usable(settings)
    return settings


def _require_usable(settings: Settings) -> None:
    for address in filter(None, [settings.base_url, *map(str.strip, settings.allowed_origins.split(","))]):
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not _has_origin(address):
            raise SettingRefused(f"{address!r} is not an address. Write it as https://tavolo.company.com.")
    if urlsplit(settings.base_url).path.strip("/"):
        raise SettingRefused(
            "The base URL has a path. Tavolo needs a host name of its own; leave the path out."
        )
    if not 0 < settings.port < 65_536:
        raise SettingRefused(f"{PREFIX}PORT is {settings.port}. Choose a port from 1 to 65535.")
    if settings.lease_seconds < 1:
        raise SettingRefused(f"{PREFIX}LEASE_SECONDS is {settings.lease_seconds}. Write 1 or more.")
    if 0 < settings.failed_sign_in_days < FEWEST_AUDIT_DAYS:
        raise SettingRefused(
            f"{PREFIX}FAILED_SIGN_IN_DAYS is {settings.failed_sign_in_days}. "
            f"Write {FEWEST_AUDIT_DAYS} or more, or 0 to keep them for ever."
        )
    if 0 < len(settings.metrics_token) < SHORTEST_TOKEN:
        raise SettingRefused(
            f"{PREFIX}METRICS_TOKEN is too short to keep anybody out. Write {SHORTEST_TOKEN} characters."
        )
    if settings.log_level not in ("debug", "info", "warning", "error"):
        raise SettingRefused(
            f"{PREFIX}LOG_LEVEL is {settings.log_level!r}. Write debug, info, warning or error."
        )


def _has_origin(address: str) -> bool:
    try:
        return not origin_of(address).endswith("//")
    except ValueError:
        # The port is no number, or the host no name.
        return False

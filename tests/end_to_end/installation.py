"""A real server in a process of its own, as `tavolo serve` starts it, and its owner."""

import itertools
import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import urllib.request
from contextlib import closing
from copy import copy
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any

from argon2 import PasswordHasher

from server.store.database import FILE

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "frontend" / "dist"
OWNER = {
    "company": "Meridian Cloud",
    "name": "Ana Ricci",
    "email": "ana@meridian.example",
    "password": "a long way to the harbour",
    "department": "Sales",
}
ACCOUNT = "Northlake Hospitals"
"""The account of the demo that the tests open."""

PATIENCE = 60
"""Seconds a server has to start on a busy machine."""


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Installation:
    """One data folder with a server over it, which can be killed and started again."""

    def __init__(self, data: Path, *, demo: bool = False, **settings: Any) -> None:
        """Name the data folder; `settings` are those of `config.settings`, such as `join_code_hours`."""
        self.data, self.demo, self.port = data, demo, free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[str] | None = None
        self.said = ""
        self._settings = {f"TAVOLO_{name.upper()}": str(value) for name, value in settings.items()}
        self._numbers = itertools.count(1)
        self._cookies = CookieJar()
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self._cookies))

    def start(self) -> None:
        """Start the server and wait until it has said where it is."""
        words = ["serve", "--data", str(self.data), "--port", str(self.port)]
        words += ["--demo" if self.demo else "--no-demo"]
        self.said = ""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "server", *words],
            cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            env={**os.environ, **self._settings, "PYTHONUNBUFFERED": "1"},
        )  # fmt: skip
        greeted = threading.Event()
        threading.Thread(target=self._listen, args=(self.process, greeted), daemon=True).start()
        in_time = greeted.wait(PATIENCE)
        assert in_time, f"The server did not start:\n{self.said}"
        assert self.process.poll() is None, f"The server did not stay:\n{self.said}"

    def _listen(self, process: "subprocess.Popen[str]", greeted: threading.Event) -> None:
        """Note what the server says, to its end: a pipe that is full would stop it."""
        assert process.stdout is not None
        for line in process.stdout:
            self.said += line
            if "Stop with Ctrl+C" in line:
                greeted.set()
        greeted.set()
        process.stdout.close()

    def kill(self) -> None:
        """End the server as a power cut would."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """End the server as an administrator would."""
        self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> None:
        if self.process and self.process.poll() is None:
            self.process.send_signal(how)
            self.process.wait(timeout=20)

    @property
    def setup_link(self) -> str:
        """Return the one-time link that the start printed."""
        found = re.search(r"http\S+/setup#\S+", self.said)
        assert found, self.said
        return found.group()

    def set_up(self) -> None:
        """Make the owner, over the API, and keep the owner's cookie."""
        self.call("POST", "/api/setup", {"token": self.setup_link.split("#")[1], **OWNER})

    def make_signing_in_cheap(self) -> None:
        """Keep the owner's password as cheaply as can be: what a guess costs is no business of the tests."""
        cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(OWNER["password"])
        with closing(sqlite3.connect(self.data / FILE)) as database, database:
            database.execute("UPDATE member SET password_hash = ? WHERE is_owner", (cheap,))

    def call(self, method: str, path: str, body: Any = None) -> Any:
        """Call the API as the owner; return its JSON."""
        request = urllib.request.Request(self.url + path, method=method)
        request.add_header("Origin", self.url)
        if method != "GET":
            request.add_header("Content-Type", "application/json")
            request.data = json.dumps(body if body is not None else {}).encode()
        with self._opener.open(request, timeout=20) as answer:
            content = answer.read()
        return json.loads(content) if content else None

    @property
    def token(self) -> str:
        """Return the session token of the owner."""
        return next(cookie.value or "" for cookie in self._cookies if cookie.name == "tavolo")

    def for_somebody_else(self) -> "Installation":
        """Return the same server for another person, who is not signed in."""
        other = copy(self)
        other._cookies = CookieJar()
        other._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(other._cookies))
        return other

    def an_account(self) -> tuple[str, str]:
        """Make an account; return its id and its name, which no other has."""
        name = f"Customer {next(self._numbers)}"
        return str(self.call("POST", "/api/accounts", {"name": name})["id"]), name

    def a_plan(self, **sections: Any) -> str:
        """Make a plan of these sections, as an import holds them, in an account of its own; return its id."""
        account, name = self.an_account()
        document = {
            "format": "tavolo-plan", "version": 1, "title": "Growing together", "account": name,
            "starts_on": "2027-01-01", "ends_on": "2029-12-31", "sections": sections,
        }  # fmt: skip
        plan = self.call("POST", f"/api/accounts/{account}/plans/import", {"document": document})
        return str(plan["id"])

    def demo_plan(self) -> str:
        """Return the plan of the demo's first account."""
        accounts = self.call("GET", "/api/accounts")
        account = next(one for one in accounts if one["name"] == ACCOUNT)
        return str(account["plans"][0]["id"])

    def join_code(self, plan: str) -> str:
        """Return a new join code of a plan."""
        return str(self.call("POST", f"/api/plans/{plan}/join-code")["code"])

    def document(self, plan: str, audience: str = "team") -> Any:
        """Return the plan as the server has it on disk: its sections by key."""
        return self.call("GET", f"/api/plans/{plan}/document?audience={audience}")["sections"]

    def set_guest_role(self, plan: str, role: str | None) -> None:
        """Give the plan's only guest another role, or show them out."""
        (guest,) = self.call("GET", f"/api/plans/{plan}/people")["guests"]
        if role is None:
            self.call("DELETE", f"/api/plans/{plan}/guests/{guest['id']}")
        else:
            self.call("PATCH", f"/api/plans/{plan}/guests/{guest['id']}", {"role": role})

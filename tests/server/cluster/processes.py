"""Two processes of Tavolo over one PostgreSQL, behind nginx with the file that is deployed."""

import re
import shutil
import signal
import socket
import subprocess
from copy import copy
from pathlib import Path
from time import monotonic

from websockets.exceptions import InvalidStatus

from tests.end_to_end.installation import ROOT, Installation, free_port
from tests.wire_client import Closed, WireClient

TEMPLATE = ROOT / "config" / "deploy" / "nginx.conf.template"
LEASE_SECONDS = 2
SILENCE = "3s"
FRAME = """
daemon off; worker_processes 1; error_log stderr; pid {folder}/nginx.pid;
events {{}}
http {{
    {paths}
    include {folder}/tavolo.conf;
}}
"""
PATHS = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def find_nginx() -> str | None:
    """Return the program; an ordinary user's path often leaves its folder out."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")


class Process(Installation):
    """One process of the cluster, which people reach through nginx."""

    def pause(self) -> None:
        """Let the process stand still."""
        assert self.process
        self.process.send_signal(signal.SIGSTOP)

    def resume(self) -> None:
        """Let the process go on."""
        assert self.process
        self.process.send_signal(signal.SIGCONT)


class Cluster:
    """Everything that is deployed, without containers."""

    def __init__(self, folder: Path, database_url: str) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        said = {"database_url": database_url, "lease_seconds": LEASE_SECONDS, "base_url": self.url}
        self.first, self.second = Process(folder / "first", **said), Process(folder / "second", **said)
        self.processes = (self.first, self.second)
        self.first.start()
        self.first.set_up()
        self.second.start()
        self._start_nginx(folder)
        _wait_for_port(self.port)
        self.owner = copy(self.first)
        self.owner.url = self.url
        self.token = self.first.token

    def _start_nginx(self, folder: Path) -> None:
        values = {
            "TAVOLO_LISTEN": f"127.0.0.1:{self.port}",
            "TAVOLO_FIRST": f"127.0.0.1:{self.first.port}",
            "TAVOLO_SECOND": f"127.0.0.1:{self.second.port}",
            "TAVOLO_SILENCE": SILENCE,
        }
        site = re.sub(r"\$\{(\w+)\}", lambda found: values[found[1]], TEMPLATE.read_text())
        (folder / "tavolo.conf").write_text(site)
        paths = "\n    ".join(f"{name}_temp_path {folder}/{name};" for name in PATHS)
        (folder / "nginx.conf").write_text(FRAME.format(folder=folder, paths=paths))
        program = find_nginx()
        assert program, "Install nginx-light: config/set_up.py test does."
        self.nginx_log = folder / "nginx.log"
        with self.nginx_log.open("a") as log:
            self.nginx = subprocess.Popen(
                [program, "-e", "stderr", "-c", str(folder / "nginx.conf")], stdout=log, stderr=log
            )

    def client(self, plan: str, at: Process | None = None) -> WireClient:
        """Return the owner at a plan: through nginx, or at one process past it."""
        return WireClient(at.url if at else self.url, plan, self.token)

    def stop(self) -> None:
        """End everything."""
        self.nginx.terminate()
        self.nginx.wait(10)
        for process in self.processes:
            if process.process and process.process.poll() is None:
                process.resume()
            process.kill()


def _wait_for_port(port: int) -> None:
    until = monotonic() + 10
    with socket.socket() as probe:
        while probe.connect_ex(("127.0.0.1", port)) != 0:
            assert monotonic() < until, "nginx did not start."


def come_back(client: WireClient, patience: float = 20.0) -> None:
    """Connect and open until it succeeds, as a page does."""
    until = monotonic() + patience
    while not _is_back(client):
        assert monotonic() < until, "The plan did not come back."


def _is_back(client: WireClient) -> bool:
    try:
        # A line that nginx cuts while the client waits for its first word answers with nothing.
        return "error" not in client.connect().open()
    except (InvalidStatus, OSError, AssertionError, Closed):
        return False

"""Servers of the harness that are forked off one process, so that only that one has to import anything."""

import json
import os
import select
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parents[3]


class Forked:
    """A process that the nursery has forked, with what `subprocess.Popen` would say of it."""

    def __init__(self, output: int, told: int) -> None:
        self.stdout: IO[str] = os.fdopen(output)
        self._told: IO[str] = os.fdopen(told)
        self.pid = int(self._told.readline())
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """Return how the process ended, None while it has not."""
        if self.returncode is None and select.select([self._told], [], [], 0)[0]:
            self.wait(0)
        return self.returncode

    def wait(self, seconds: float) -> int:
        """Wait until the process has ended, and return how."""
        if self.returncode is None:
            in_time = select.select([self._told], [], [], seconds)[0]
            assert in_time, f"Process {self.pid} has not ended within {seconds} seconds."
            self.returncode = int(self._told.readline())
            self._told.close()
        return self.returncode

    def send_signal(self, number: signal.Signals) -> None:
        """Send the process a signal unless it has ended."""
        # It may have ended, and not been told of yet.
        with suppress(ProcessLookupError):
            if self.poll() is None:
                os.kill(self.pid, number)

    def kill(self) -> None:
        """End the process as a power cut would."""
        self.send_signal(signal.SIGKILL)


class Nursery:
    """Forks servers; it ends with the process that made it."""

    def __init__(self) -> None:
        self._line, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            number = theirs.fileno()
            command = [sys.executable, "-m", "tests.server.sockets.harness", "--nursery", str(number)]
            self._process = subprocess.Popen(command, cwd=ROOT, pass_fds=[number])

    def fork(self, words: list[str], environment: dict[str, str], errors: IO[bytes]) -> Forked:
        """Start a server with these arguments, which complains into a file."""
        (output, its_output), (told, its_told) = os.pipe(), os.pipe()
        request = json.dumps({"words": words, "environment": environment}).encode()
        socket.send_fds(self._line, [request], [its_output, errors.fileno(), its_told])
        os.close(its_output)
        os.close(its_told)
        return Forked(output, told)

    def end(self) -> None:
        """End the nursery; the servers do not end with it."""
        self._line.close()
        self._process.wait(30)

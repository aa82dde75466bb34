"""The process that makes reports, as the server sees it: started, spoken to over a socket, ended."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from subprocess import DEVNULL, Popen

from gevent import socket

from server.analyses.framing import Frame, Frames
from server.export.renderer import PASSED_ON

PROGRAM = "server.analyses.child"
READ_AT_ONCE = 1 << 18


class Process:
    """One child, with so many bytes of memory, and seconds of processor for one report.

    Nothing it prints is read: what it has to say of itself, it says in frames.
    """

    def __init__(self, *, memory: int, seconds: int) -> None:
        self._socket, theirs = socket.socketpair()
        with theirs:
            self._process = Popen(
                [sys.executable, "-m", PROGRAM, str(memory), str(seconds)],
                stdin=theirs.fileno(),
                stdout=DEVNULL,
                # A library that panics may quote the plan.
                stderr=DEVNULL,
                cwd=Path(__file__).parents[2],
                # Else Ctrl+C would end it before the server does.
                start_new_session=True,
                env={name: os.environ[name] for name in PASSED_ON if name in os.environ},
            )

    @property
    def pid(self) -> int:
        """Its number."""
        return self._process.pid

    def write(self, content: bytes) -> None:
        """Send bytes, waiting while the child takes none; raise OSError when it has gone."""
        self._socket.sendall(content)

    def frames(self) -> Iterator[Frame]:
        """Yield what the child says until it has gone."""
        frames = Frames()
        while received := self._read():
            yield from frames.take(received)

    def kill(self) -> None:
        """End it now; whoever reads what it says then comes to an end."""
        self._process.kill()

    def end(self) -> int:
        """Clear it away and return how it ended."""
        self._process.kill()
        self._socket.close()
        return self._process.wait()

    def _read(self) -> bytes:
        try:
            return bytes(self._socket.recv(READ_AT_ONCE))
        except OSError:
            return b""

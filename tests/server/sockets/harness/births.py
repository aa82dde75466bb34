"""Forks servers off a process that has imported all that a server needs, which is most of a start."""

import json
import os
import signal
import sys
from socket import recv_fds
from typing import Any

from gevent.monkey import get_original

# Those of gevent start its loop, which a process that forks must not have.
fork, waitpid = get_original("os", ["fork", "waitpid"])
socket = get_original("socket", "socket")

LONGEST = 65_536
"""Bytes of a request."""


def fork_servers(number: int) -> None:
    """Fork a server for every request at a socket, and return in each; here return never.

    A request is JSON, with the descriptors of what is to be standard output and error, and of a pipe
    that is told the number of the process and how it ended, a line each.
    """
    line = socket(fileno=number)
    # Nobody waits for the keepers.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while True:
        said, descriptors, _, _ = recv_fds(line, LONGEST, 3)
        if not said:
            os._exit(0)
        if fork() == 0:
            line.close()
            _keep(json.loads(said), *descriptors)
            return
        _close(*descriptors)


def _keep(request: dict[str, Any], output: int, errors: int, told: int) -> None:
    """Fork a server, return in it, and here tell how it ends."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    server = fork()
    if server == 0:
        os.dup2(output, 1)
        os.dup2(errors, 2)
        _close(output, errors, told)
        sys.argv[1:] = request["words"]
        os.environ |= request["environment"]
        return
    _close(output, errors)
    os.write(told, f"{server}\n".encode())
    _, status = waitpid(server, 0)
    os.write(told, f"{os.waitstatus_to_exitcode(status)}\n".encode())
    os._exit(0)


def _close(*descriptors: int) -> None:
    for descriptor in descriptors:
        os.close(descriptor)

"""Serves an application over HTTP and WebSocket, and stops without losing an edit."""

import gc
import signal
from collections.abc import Callable
from typing import Any

import gevent
from gevent.event import Event
from gevent.pywsgi import WSGIHandler, WSGIServer

from server.errors import Refused
from server.sockets.websocket import SOCKET_KEY

STOP_SECONDS = 2.0
"""How long requests may go on after everything is saved."""


class Handler(WSGIHandler):  # type: ignore[misc]  # gevent has no types
    """Gives WebSocket connections their socket, and ends them when they end."""

    def get_environ(self) -> dict[str, Any]:
        """Return the WSGI environment of a request."""
        environ: dict[str, Any] = super().get_environ()
        environ[SOCKET_KEY] = self.socket
        return environ

    def handle_one_response(self) -> None:
        """Answer a request."""
        super().handle_one_response()
        # What may follow on an upgraded connection is frames, not another request.
        if "HTTP_UPGRADE" in self.environ:
            self.close_connection = True


def run(
    app: Any,
    host: str,
    port: int,
    *,
    stop: Callable[[], None],
    started: Callable[[str, int], None] = lambda host, port: None,
) -> None:
    """Serve until SIGTERM or SIGINT, then save everything and return within ten seconds.

    Parameters
    ----------
    app
        The WSGI application. The process must have been patched by `gevent.monkey`.
    port
        0 for any that is free.
    stop
        Called once nobody new can connect; ends the rooms.
    started
        Told where the server listens.

    Raises
    ------
    Refused
        `port_in_use`.
    """
    server = WSGIServer((host, port), app, handler_class=Handler, log=None)
    try:
        server.start()
    except OSError as problem:
        raise Refused("port_in_use") from problem
    _serve_until_asked(server, started, stop)


def _serve_until_asked(
    server: WSGIServer, started: Callable[[str, int], None], stop: Callable[[], None]
) -> None:
    asked = Event()
    handlers = [gevent.signal_handler(number, asked.set) for number in (signal.SIGTERM, signal.SIGINT)]
    # What is there now stays: to look through it again and again would stop everybody for 0.2 s each time.
    gc.collect()
    gc.freeze()
    gc.enable()
    started(server.server_host, server.server_port)
    try:
        asked.wait()
    finally:
        # Nobody new may come while the others are told to leave.
        server.close()
        try:
            stop()
        finally:
            server.stop(timeout=STOP_SECONDS)
            for handler in handlers:
                handler.cancel()

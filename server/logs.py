"""What is logged, and how: events with a few plain facts, never tokens, codes or plan text.

Messages of exceptions and of libraries quote what they choke on, so that only the place of an
error is kept, which is what is needed to mend it. Addresses are logged as their rule,
`/join/<code>`, not as they were asked for.
"""

import logging
import sys
import time
import traceback
from collections.abc import MutableMapping
from typing import Any, TextIO

import structlog
from flask import Flask, Response, g, request

log = structlog.get_logger("server")


def configure_logs(level: str, out: TextIO | None = None) -> None:
    """Write events as JSON lines, or readably when a person watches."""
    stream = out or sys.stderr
    readable = (
        structlog.dev.ConsoleRenderer(colors=True) if stream.isatty() else structlog.processors.JSONRenderer()
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            place_of_exception,
            readable,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level.upper()]),
        logger_factory=structlog.PrintLoggerFactory(stream),
        cache_logger_on_first_use=False,
    )


def log_libraries() -> None:
    """Log what libraries complain of, in place of what they would print."""
    for name in ("engineio.server", "socketio.server"):
        # Without a level of their own these print everything to the terminal themselves.
        logging.getLogger(name).setLevel(logging.ERROR)
    logging.basicConfig(handlers=[LibraryEvents()], level=logging.WARNING, force=True)


def place_of_exception(logger: Any, method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Replace an exception by its type and where it happened, without its message."""
    error = event.pop("exc_info", None)
    error = sys.exc_info()[1] if error is True else error
    error = error[1] if isinstance(error, tuple) else error
    if isinstance(error, BaseException):
        frames = traceback.extract_tb(error.__traceback__)
        event["error"] = type(error).__name__
        event["at"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames[-12:]]
    return event


class LibraryEvents(logging.Handler):
    """Logs that a library complained, and where, but not its words; ours without what is filled in."""

    def emit(self, record: logging.LogRecord) -> None:
        """Log one complaint."""
        event = str(record.msg) if record.name.startswith("server") else "complaint of a library"
        place = f"{record.module}:{record.lineno}"
        structlog.get_logger().log(
            record.levelno, event, source=record.name, place=place, exc_info=record.exc_info
        )


def log_greenlets(hub: Any) -> None:
    """Log the place of what ends a greenlet, which gevent would print with its message."""

    def handle_error(context: object, kind: type[BaseException], error: Any, trace: Any) -> None:
        if issubclass(kind, hub.SYSTEM_ERROR):
            hub.handle_system_error(kind, error, trace)
        elif not issubclass(kind, hub.NOT_ERROR):
            log.error("A greenlet ended", exc_info=error)

    hub.handle_error = handle_error


def log_requests(app: Flask) -> None:
    """Log every answer with the rule of its address."""
    app.before_request(_start_clock)
    app.after_request(_log_answer)


def _start_clock() -> None:
    g.began = time.perf_counter()


def _log_answer(response: Response) -> Response:
    rule = request.url_rule.rule if request.url_rule else "unknown"
    took = round((time.perf_counter() - g.get("began", time.perf_counter())) * 1000, 1)
    level = logging.WARNING if response.status_code >= 500 else logging.DEBUG
    log.log(level, "answered", method=request.method, rule=rule, status=response.status_code, ms=took)
    return response

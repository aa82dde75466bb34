"""The process that sets documents; started with `python -m server.export.child`, kept warm.

It reads frames from standard input and answers on standard output (see `framing`). Laying
out a document keeps one processor busy for seconds, and the libraries below it are in C:
here neither slows nor harms the server. It has no secret, no database and no network; it
gets a manuscript that is already redacted.
"""

import contextlib
import gc
import io
import json
import logging
import math
import os
import resource
import sys
from typing import TYPE_CHECKING, BinaryIO

from server.export import framing
from server.export.errors import DocumentTooLarge, ExportError, PdfUnavailable
from server.texts import marked as m

if TYPE_CHECKING:
    from server.export.press import Press

LEAST_URGENT = 19

MISSING_LIBRARIES = PdfUnavailable(
    m("PDFs cannot be made on this machine: a system library is missing."),
    m("Install it with: sudo apt-get install libpangoft2-1.0-0 libharfbuzz-subset0"),
)
OUT_OF_MEMORY = DocumentTooLarge(
    m("The document needs more memory than one document may use."),
    m("Remove very long texts or export fewer records, then try again."),
)
NOT_SET = ExportError(
    m("The document could not be laid out."),
    m("Try again; if it fails again, tell the administrator when it happened."),
)


def main() -> None:
    """Serve until the pipe closes; arguments are the limits: bytes of memory, seconds of CPU."""
    memory, seconds = int(sys.argv[1]), int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    # Whoever waits for a document waits for seconds; whoever types must not notice.
    os.nice(LEAST_URGENT)
    requests, answers = _own_the_pipes()
    # A document is a million objects that all live until it is done: looking for garbage among
    # them takes an eighth of the time and finds nothing. What is imported lives for ever.
    gc.disable()
    press = _open_press(answers)
    gc.freeze()
    framing.write_frame(answers, framing.READY)
    while (frame := framing.read_frame(requests)) is not None:
        _allow_more_cpu(seconds)
        _answer(press, answers, *frame)
        gc.collect()


def _own_the_pipes() -> tuple[BinaryIO, BinaryIO]:
    # A library that prints would tear a frame, so standard output becomes standard error.
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    # What WeasyPrint warns of may quote the plan, and logs never hold plan text.
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    return requests, answers


def _open_press(answers: BinaryIO) -> "Press":
    try:
        # When a library is missing WeasyPrint prints a page about it; the remedy is said below, in a line.
        with contextlib.redirect_stdout(io.StringIO()):
            from server.export.press import Press

        return Press()
    except OSError:
        _fail(answers, MISSING_LIBRARIES)
    except ExportError as error:
        _fail(answers, error)
    sys.exit(1)


def _allow_more_cpu(seconds: int) -> None:
    # The limit counts from the start of the process, so each document moves it on.
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = math.ceil(used.ru_utime + used.ru_stime) + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.RLIM_INFINITY))


def _answer(press: "Press", answers: BinaryIO, kind: bytes, payload: bytes) -> None:
    def tell(share: float) -> None:
        framing.write_frame(answers, framing.PROGRESS, json.dumps(round(share, 3)).encode())

    try:
        document = press.set_document(kind, payload, tell)
    except MemoryError:
        # What the C libraries hold after a failed allocation is anybody's guess.
        _fail(answers, OUT_OF_MEMORY)
        sys.exit(1)
    except ExportError as error:
        _fail(answers, error)
    except Exception as error:
        # The message may quote the plan, and logs never hold plan text.
        print(f"PDF: {type(error).__name__}", file=sys.stderr)
        _fail(answers, NOT_SET)
    else:
        framing.write_frame(answers, framing.DOCUMENT, document)


def _fail(answers: BinaryIO, error: ExportError) -> None:
    said = {"code": error.code, "message": error.message, "remedy": error.remedy}
    framing.write_frame(answers, framing.FAILURE, json.dumps(said).encode())


if __name__ == "__main__":
    main()

"""The server's side of the process that sets documents: starts it, feeds it, ends it.

Everything here is the standard library's `subprocess` and `threading`, which gevent makes
cooperative when the server is patched and which work as they are when it is not.
"""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, cast

from server.export import framing
from server.export.errors import DocumentTooLarge, ExportError, PdfUnavailable
from server.export.manuscript import Manuscript
from server.texts import marked as m

MEMORY = 1 << 30
"""Bytes of address space of the child; a plan of 200 records takes a third."""

SECONDS = 30
"""Of processor, for one document."""

PATIENCE = 4
"""How much longer it may take by the clock. The child stands back behind everybody who types, so that what
the clock says tells how busy the machine is, and not how long the document; progress is shown meanwhile."""

STARTING = 60
"""Seconds the child has to load its libraries and fonts: one is usual, on a busy machine many more."""

PASSED_ON = ("HOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "PATH", "PYTHONPATH", "TZ")
"""All the child gets of the server's environment, which may hold secrets."""

TOO_LONG = DocumentTooLarge(
    m("The document was not finished in the time that one document may take."),
    m("Remove very long texts or records nobody needs, then try again."),
)
DIED = DocumentTooLarge(
    m("The document needs more time or memory than one document may use."),
    m("Remove very long texts or records nobody needs, then try again."),
)

Progress = Callable[[float], None]


class Renderer:
    """Renders one document at a time in a warm child process.

    Parameters
    ----------
    seconds : how long one document may keep a processor busy; by the clock it may take `PATIENCE` times that
    memory : bytes of address space of the child process
    """

    def __init__(self, *, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self.seconds, self.memory = seconds, memory
        self._one_at_a_time = threading.Lock()
        self._child: _Child | None = None

    def warm(self) -> None:
        """Start the child process, so that the first document does not wait for it.

        Raises
        ------
        PdfUnavailable
            When the machine lacks a library or a font; the message names the remedy.
        """
        with self._one_at_a_time:
            self._running_child()

    def render(self, page: str, on_progress: Progress | None = None) -> bytes:
        """Return the PDF of an HTML page.

        Raises
        ------
        ExportError
            `PdfUnavailable`, or `DocumentTooLarge` when it was ended; the next call starts afresh.
        """
        return self._set(framing.PAGE, page.encode(), on_progress)

    def render_manuscript(self, manuscript: Manuscript, on_progress: Progress | None = None) -> bytes:
        """Return the PDF of a manuscript; raises as `render` does."""
        return self._set(framing.PLAN, manuscript.to_bytes(), on_progress)

    def stop(self) -> None:
        """End the child process, even in the middle of a document."""
        child = self._child
        if child is not None:
            child.process.kill()
        with self._one_at_a_time:
            self._drop()

    def _drop(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.end()

    def _set(self, kind: bytes, payload: bytes, on_progress: Progress | None) -> bytes:
        with self._one_at_a_time:
            child = self._running_child()
            try:
                tell = on_progress or (lambda _: None)
                return child.set_document(kind, payload, PATIENCE * self.seconds, tell)
            finally:
                if not child.is_alive():
                    self._drop()

    def _running_child(self) -> "_Child":
        if self._child is None or not self._child.is_alive():
            self._drop()
            self._child = _Child(self.memory, self.seconds)
            self._child.wait_until_ready(STARTING)
        return self._child


class _Child:
    """One child process and the folder it may write to, which goes when it goes."""

    def __init__(self, memory: int, seconds: float) -> None:
        # The fonts lie here while the child lives; a killed child cannot tidy up after itself.
        self.folder = tempfile.TemporaryDirectory(prefix="tavolo-pdf-")
        self.out_of_time = False
        self.is_spent = False
        self.process = subprocess.Popen(
            [sys.executable, "-m", "server.export.child", str(memory), str(max(1, round(seconds)))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
            env={k: os.environ[k] for k in PASSED_ON if k in os.environ} | {"TMPDIR": self.folder.name},
        )

    def is_alive(self) -> bool:
        return not self.out_of_time and not self.is_spent and self.process.poll() is None

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                # What a dead child has not read cannot be flushed any more.
                with contextlib.suppress(BrokenPipeError):
                    pipe.close()
        self.folder.cleanup()

    def wait_until_ready(self, seconds: float) -> None:
        kind, payload = self._conversation(seconds, lambda _: None)
        if kind == framing.FAILURE:
            raise _error_of(payload)

    def set_document(self, kind: bytes, payload: bytes, seconds: float, on_progress: Progress) -> bytes:
        try:
            framing.write_frame(cast(BinaryIO, self.process.stdin), kind, payload)
        except OSError:
            raise DIED from None
        answer, content = self._conversation(seconds, on_progress)
        if answer == framing.FAILURE:
            error = _error_of(content)
            # It ends itself then, but perhaps not before the next document comes.
            self.is_spent = isinstance(error, DocumentTooLarge)
            raise error
        return content

    def _conversation(self, seconds: float, on_progress: Progress) -> tuple[bytes, bytes]:
        # Reading cannot time out, but it ends when the process does.
        clock = threading.Timer(seconds, self._run_out)
        clock.daemon = True
        clock.start()
        try:
            return self._last_frame(on_progress)
        finally:
            clock.cancel()

    def _last_frame(self, on_progress: Progress) -> tuple[bytes, bytes]:
        while (frame := framing.read_frame(cast(BinaryIO, self.process.stdout))) is not None:
            kind, payload = frame
            if kind != framing.PROGRESS:
                return kind, payload
            on_progress(float(payload))
        # Its pipe is closed before the system says that it has died.
        self.is_spent = True
        raise TOO_LONG if self.out_of_time else DIED

    def _run_out(self) -> None:
        self.out_of_time = True
        self.process.kill()


def _error_of(payload: bytes) -> ExportError:
    said = json.loads(payload)
    kinds = {kind.code: kind for kind in (ExportError, PdfUnavailable, DocumentTooLarge)}
    return kinds[said["code"]](said["message"], said["remedy"])

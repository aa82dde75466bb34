"""Asking for documents: jobs that wait, run one after the other and end in a file that is kept.

A document of an unchanged plan is made once: the file is named by everything that shapes it.
"""

import contextlib
import hashlib
import json
import os
import queue
import secrets
import threading
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path

from planning.plan import Plan
from server.errors import Refused
from server.export.edition import Edition
from server.export.errors import ExportError
from server.export.manuscript import Manuscript, prepare_manuscript
from server.export.renderer import Renderer
from server.texts import marked as m

ROOT = Path(__file__).parents[2]
SOURCES = ("planning/**/*.py", "server/export/**/*.py", "server/translations/**/*.mo", "templates/pdf/*")
"""Whatever decides how a document looks."""

MOST_FILES = 200
MOST_JOBS = 1_000
UNEXPECTED = ExportError(
    m("The document could not be made."), m("Try again; if it stays, tell the administrator.")
)


class State(StrEnum):
    """How far a job is."""

    WAITING = "waiting"
    RENDERING = "rendering"
    READY = "ready"
    FAILED = "failed"


@dataclass
class Job:
    """A document that somebody asked for; whoever hands it out checks `plan` first."""

    id: str
    plan: str
    key: str
    about: Edition
    state: State = State.WAITING
    progress: float = 0.0
    error: ExportError | None = None
    manuscript: Manuscript | None = field(default=None, repr=False)

    @property
    def message(self) -> str | None:
        """Why it failed and what to do, in the reader's language; None unless it failed."""
        return self.error.words if self.error else None


class Exports:
    """Makes documents in the background and keeps them.

    Parameters
    ----------
    renderer : what turns a manuscript into a PDF
    folder : where the files are kept; made when it is not there
    """

    def __init__(self, renderer: Renderer, folder: Path) -> None:
        self.renderer, self.folder = renderer, folder
        self.folder.mkdir(parents=True, exist_ok=True)
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._waiting: queue.Queue[Job | None] = queue.Queue()
        self._worker: threading.Thread | None = None

    def start(self, plan_id: str, seq: int, plan: Plan, about: Edition) -> Job:
        """Return a job for this edition of a plan as it is at `seq`, already ready when it was made before.

        The customer's edition is redacted here and now: the job never holds more than it may print.
        """
        key = cache_key(plan_id, seq, about)
        path = self._path(key)
        if path.exists():
            os.utime(path)
            return self._remember(Job(_new_id(), plan_id, key, about, State.READY, 1.0))
        under_way = next((j for j in self._jobs.values() if j.key == key and j.manuscript), None)
        if under_way is not None:
            return under_way
        job = Job(_new_id(), plan_id, key, about, manuscript=prepare_manuscript(plan, about))
        self._waiting.put(job)
        self._start_worker()
        return self._remember(job)

    def status(self, id: str) -> Job:
        """Return a job; raise Refused when there is none, or its file has been pruned."""
        job = self._jobs.get(id)
        if job is None or (job.state is State.READY and not self._path(job.key).exists()):
            raise Refused("unknown_export")
        return job

    def file(self, id: str) -> Path:
        """Return where the document of a job lies; raise Refused when it is not ready."""
        job = self.status(id)
        if job.state is not State.READY:
            raise Refused("not_ready", job.message or "")
        return self._path(job.key)

    def clear(self) -> None:
        """Remove every finished document; whoever wants one again has it made."""
        for path in self.folder.glob("*.pdf"):
            path.unlink(missing_ok=True)

    def stop(self) -> None:
        """End what is running; jobs that wait are forgotten."""
        self._waiting.put(None)
        self.renderer.stop()
        if self._worker is not None:
            self._worker.join()

    def _remember(self, job: Job) -> Job:
        self._jobs[job.id] = job
        while len(self._jobs) > MOST_JOBS:
            self._jobs.popitem(last=False)
        return job

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.pdf"

    def _start_worker(self) -> None:
        if self._worker is None:
            self._worker = threading.Thread(target=self._work, name="exports", daemon=True)
            self._worker.start()

    def _work(self) -> None:
        while (job := self._waiting.get()) is not None:
            with _reporting(job):
                self._make(job)

    def _make(self, job: Job) -> None:
        def tell(share: float) -> None:
            job.progress = share

        if job.manuscript is None:
            return
        job.state = State.RENDERING
        document = self.renderer.render_manuscript(job.manuscript, tell)
        # A reader must never see half a file, so it gets its name when it is whole.
        unfinished = self.folder / f"{job.id}.part"
        unfinished.write_bytes(document)
        unfinished.replace(self._path(job.key))
        job.state, job.progress = State.READY, 1.0
        self._prune()

    def _prune(self) -> None:
        files = sorted(self.folder.glob("*.pdf"), key=lambda path: path.stat().st_mtime)
        for path in files[: max(0, len(files) - MOST_FILES)]:
            path.unlink(missing_ok=True)


@contextlib.contextmanager
def _reporting(job: Job) -> Iterator[None]:
    try:
        yield
    except ExportError as error:
        job.state, job.error = State.FAILED, error
    except Exception:
        # Whatever it was, the next job must run; the person who asked is told.
        job.state, job.error = State.FAILED, UNEXPECTED
    finally:
        job.manuscript = None


def cache_key(plan_id: str, seq: int, about: Edition) -> str:
    """Return the name of the document: equal when nothing that shapes it has changed."""
    said = json.dumps([plan_id, seq, about.to_json(), fingerprint()], sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()


@cache
def fingerprint() -> str:
    """Return a digest of everything that decides how a document looks."""
    digest = hashlib.sha256()
    for path in sorted(path for pattern in SOURCES for path in ROOT.glob(pattern) if path.is_file()):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _new_id() -> str:
    return secrets.token_urlsafe(16)[:21]

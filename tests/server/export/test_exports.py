"""Asking for a document, watching it, fetching it; and that the same one is not made twice."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from planning.plan import Plan
from server.errors import Refused
from server.export import exports as module
from server.export.edition import Audience
from server.export.errors import DocumentTooLarge
from server.export.exports import Exports, Job, State, cache_key
from server.export.manuscript import Manuscript
from server.export.renderer import Progress
from tests.builders import a_plan
from tests.server.export.northlake import an_edition

PLAN = a_plan(actions=[{"title": "Internal only", "shared": False}])


class FakeRenderer:
    """Makes a document at once, or when it is let, or never."""

    def __init__(self) -> None:
        self.made: list[Manuscript] = []
        self.may_go_on = threading.Event()
        self.may_go_on.set()
        self.fails_with: Exception | None = None

    def render_manuscript(self, manuscript: Manuscript, on_progress: Progress) -> bytes:
        on_progress(0.5)
        assert self.may_go_on.wait(10)
        if self.fails_with is not None:
            raise self.fails_with
        self.made.append(manuscript)
        return b"%PDF " + str(len(self.made)).encode()

    def stop(self) -> None:
        self.may_go_on.set()


@pytest.fixture
def renderer() -> FakeRenderer:
    return FakeRenderer()


@pytest.fixture
def exports(renderer: FakeRenderer, tmp_path: Path) -> Iterator[Exports]:
    made = Exports(renderer, tmp_path / "exports")  # type: ignore[arg-type]
    yield made
    made.stop()


def start(exports: Exports, *, seq: int = 1, plan: Plan = PLAN, **said: object) -> Job:
    audience = said.pop("audience", Audience.CUSTOMER)
    return exports.start("plan-1", seq, plan, an_edition(audience, **said))  # type: ignore[arg-type]


def finished(exports: Exports, job: Job) -> Job:
    """Wait until the worker has done everything that was asked for so far."""
    done = threading.Event()
    exports._waiting.put(Job("", "", "", an_edition(), manuscript=None))
    while not exports._waiting.empty():
        done.wait(0.002)
    while job.manuscript is not None:
        done.wait(0.002)
    return exports.status(job.id)


def test_a_document_is_made_and_can_be_fetched(exports: Exports):
    job = finished(exports, start(exports))

    assert (job.state, job.progress) == (State.READY, 1.0)
    assert exports.file(job.id).read_bytes() == b"%PDF 1"


def test_a_job_tells_how_far_it_is_and_cannot_be_fetched_before_it_is_ready(
    exports: Exports, renderer: FakeRenderer
):
    renderer.may_go_on.clear()
    job, next_one = start(exports), start(exports, seq=2)
    pause = threading.Event()
    while job.progress < 0.5:
        pause.wait(0.002)

    assert exports.status(job.id).state is State.RENDERING
    assert exports.status(next_one.id).state is State.WAITING
    with pytest.raises(Refused, match="not_ready"):
        exports.file(job.id)
    renderer.may_go_on.set()
    assert finished(exports, next_one).state is State.READY


def test_the_same_edition_of_an_unchanged_plan_is_ready_at_once(exports: Exports, renderer: FakeRenderer):
    finished(exports, start(exports))
    again = start(exports)

    assert again.state is State.READY
    assert len(renderer.made) == 1


def test_asking_twice_while_it_is_made_gives_the_same_job(exports: Exports, renderer: FakeRenderer):
    renderer.may_go_on.clear()

    assert start(exports) is start(exports)
    renderer.may_go_on.set()


@pytest.mark.parametrize(
    "changes",
    [
        {"seq": 2},
        {"audience": Audience.TEAM},
        {"language": "it"},
        {"title": "Another title"},
        {"account_logo": b"\x89PNG\r\n\x1a\n"},
    ],
)
def test_whatever_shapes_a_document_makes_another_one(
    exports: Exports, renderer: FakeRenderer, changes: dict[str, object]
):
    finished(exports, start(exports))
    finished(exports, start(exports, **changes))  # type: ignore[arg-type]

    assert len(renderer.made) == 2


def test_documents_made_by_another_version_are_not_given_out(monkeypatch: pytest.MonkeyPatch):
    before = cache_key("plan-1", 1, an_edition())
    monkeypatch.setattr(module, "fingerprint", lambda: "another version")

    assert cache_key("plan-1", 1, an_edition()) != before


def test_a_job_for_the_customer_never_holds_the_whole_plan(exports: Exports, renderer: FakeRenderer):
    renderer.may_go_on.clear()
    job = start(exports)

    assert job.manuscript is not None
    assert "Internal only" not in job.manuscript.to_bytes().decode()
    renderer.may_go_on.set()


def test_a_failure_is_told_with_its_remedy_and_the_next_job_runs(exports: Exports, renderer: FakeRenderer):
    renderer.fails_with = DocumentTooLarge("It is too long.", "Shorten it.")
    failed = finished(exports, start(exports))
    renderer.fails_with = None
    good = finished(exports, start(exports, seq=2))

    assert (failed.state, failed.message) == (State.FAILED, "It is too long. Shorten it.")
    assert good.state is State.READY


def test_a_failed_document_is_tried_again_when_somebody_asks_again(exports: Exports, renderer: FakeRenderer):
    renderer.fails_with = OSError("unforeseen")
    assert finished(exports, start(exports)).state is State.FAILED
    renderer.fails_with = None

    assert finished(exports, start(exports)).state is State.READY


def test_old_files_go_and_their_jobs_with_them(exports: Exports, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "MOST_FILES", 2)
    jobs = [finished(exports, start(exports, seq=seq)) for seq in range(4)]

    assert len(list(exports.folder.glob("*.pdf"))) == 2
    with pytest.raises(Refused, match="unknown_export"):
        exports.status(jobs[0].id)


def test_nobody_can_ask_for_a_job_that_was_never_started(exports: Exports):
    with pytest.raises(Refused, match="unknown_export"):
        exports.status("../../etc/passwd")


def test_no_unfinished_file_stays_behind(exports: Exports):
    finished(exports, start(exports))

    assert [path.suffix for path in exports.folder.iterdir()] == [".pdf"]

"""The child process: what it may load, what it may use up, and that it comes back."""

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.export.edition import Audience
from server.export.errors import DocumentTooLarge, ExportError, PdfUnavailable
from server.export.manuscript import prepare_manuscript
from server.export.renderer import Renderer
from tests.server.export.northlake import an_edition, northlake
from tests.server.export.reading import everything_in, words_of

ROOT = Path(__file__).parents[3]
HELLO = "<html lang='en'><head><title>Hello</title></head><body><p>Hello</p></body></html>"


def a_page(body: str, head: str = "") -> str:
    return f"<html lang='en'><head><title>x</title>{head}</head><body>{body}</body></html>"


@pytest.fixture
def hasty() -> Iterator[Renderer]:
    """Give up on a document after five seconds of work."""
    short = Renderer(seconds=5)
    yield short
    short.stop()


def test_the_second_document_finds_the_child_warm(renderer: Renderer):
    renderer.render(HELLO)
    first = renderer._child
    renderer.render(HELLO)

    assert renderer._child is first


def test_the_child_leaves_the_processor_to_whoever_types(renderer: Renderer):
    renderer.render(HELLO)
    assert renderer._child is not None

    assert os.getpriority(os.PRIO_PROCESS, renderer._child.process.pid) == 19


def test_a_child_that_was_killed_is_started_again(renderer: Renderer):
    renderer.render(HELLO)
    assert renderer._child is not None
    renderer._child.process.kill()
    renderer._child.process.wait()

    assert renderer.render(HELLO).startswith(b"%PDF")


def test_a_document_that_never_ends_is_ended_and_the_next_one_is_made(hasty: Renderer):
    endless = a_page(
        "<table><tr>" + "<td><table><tr>" * 40 + "x" + "</table>" * 40 + "</table>" + "<p>x</p>" * 200_000
    )
    with pytest.raises(DocumentTooLarge):
        hasty.render(endless)

    assert hasty.render(HELLO).startswith(b"%PDF")


def test_a_document_is_not_refused_because_others_keep_the_processor_busy():
    patient = Renderer(seconds=2)
    try:
        patient.warm()
        assert patient._child is not None
        child = patient._child.process
        child.send_signal(signal.SIGSTOP)
        threading.Timer(patient.seconds + 0.5, child.send_signal, (signal.SIGCONT,)).start()
        assert patient.render(HELLO).startswith(b"%PDF")
    finally:
        patient.stop()


def test_a_document_that_takes_too_much_memory_is_ended_and_the_next_one_is_made():
    # Enough to start with, far too little for what follows.
    small = Renderer(memory=500 << 20, seconds=60)
    try:
        with pytest.raises(ExportError):
            small.render(a_page("<p>" + "x " * 30_000_000 + "</p>"))
        assert small.render(HELLO).startswith(b"%PDF")
    finally:
        small.stop()


def test_progress_rises_while_a_document_is_made(renderer: Renderer):
    told: list[float] = []
    renderer.render_manuscript(prepare_manuscript(northlake(), an_edition(Audience.CUSTOMER)), told.append)

    assert len(told) > 5
    assert told == sorted(told)
    assert 0 < told[0] < told[-1] < 1


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "/etc/passwd",
        "http://127.0.0.1:9/secret",
        "https://example.com/secret",
        "ftp://127.0.0.1/secret",
        "asset:../../../../etc/passwd",
        "asset:source-sans/ttf/../../../../../../../../etc/passwd",
    ],
)
def test_a_document_loads_nothing_from_this_machine_or_the_net(renderer: Renderer, address: str):
    head = f"<link rel=attachment href='{address}'><link rel=stylesheet href='{address}'>"
    body = f"<p>Hello</p><img src='{address}' alt='x'><a rel=attachment href='{address}'>a</a>"
    held = everything_in(renderer.render(a_page(body, head)))

    assert "root:" not in held
    assert "/EmbeddedFile" not in held


def test_a_picture_inside_the_document_is_shown(renderer: Renderer):
    pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    body = f"<img src='data:image/png;base64,{pixel}' alt='A pixel' width=100 height=100>"

    assert "/Image" in everything_in(renderer.render(a_page(body)))


def test_what_a_missing_library_needs_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "weasyprint.py").write_text("raise OSError(\"cannot load library 'libpango-1.0-0'\")")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    bare = Renderer(seconds=60)
    try:
        with pytest.raises(PdfUnavailable) as refused:
            bare.warm()
        assert "apt-get install libpangoft2-1.0-0 libharfbuzz-subset0" in refused.value.words
    finally:
        bare.stop()


def test_missing_fonts_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "weblate_fonts").mkdir()
    (tmp_path / "weblate_fonts" / "__init__.py").write_text("")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    bare = Renderer(seconds=60)
    try:
        with pytest.raises(PdfUnavailable) as refused:
            bare.warm()
        assert "pip install weblate-fonts" in refused.value.words
    finally:
        bare.stop()


def test_the_child_is_given_no_secret_of_the_server(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TAVOLO_SECRET", "hush")
    fresh = Renderer(seconds=60)
    try:
        fresh.warm()
        assert fresh._child is not None
        given = Path(f"/proc/{fresh._child.process.pid}/environ").read_bytes()
        assert b"hush" not in given
    finally:
        fresh.stop()


def test_stopping_ends_the_child_in_the_middle_of_a_document_and_tidies_up():
    doomed = Renderer(seconds=60)
    doomed.warm()
    assert doomed._child is not None
    process, folder = doomed._child.process, Path(doomed._child.folder.name)
    began = time.monotonic()
    doomed.stop()

    assert process.poll() is not None
    assert not folder.exists()
    assert time.monotonic() - began < 5


def test_a_server_patched_by_gevent_stays_awake_while_a_document_is_made():
    script = """
        from gevent import monkey; monkey.patch_all()
        import gevent
        from server.export.renderer import Renderer
        ticks = []
        def tick():
            while True:
                ticks.append(1)
                gevent.sleep(0.005)
        gevent.spawn(tick)
        renderer = Renderer(seconds=120)
        document = renderer.render("<html lang='en'><title>x</title><p>Hello</p>" + "<p>more</p>" * 300)
        assert document.startswith(b"%PDF"), document[:20]
        assert len(ticks) > 20, len(ticks)
        renderer.stop()
        print("awake")
    """
    ran = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], cwd=ROOT, capture_output=True, text=True, timeout=120
    )

    assert ran.stdout.strip() == "awake", ran.stderr


def test_a_page_that_cannot_be_read_does_not_end_the_child(renderer: Renderer):
    renderer.render("")

    assert words_of(renderer.render(HELLO))[0].strip() == "Hello"

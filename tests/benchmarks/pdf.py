"""How long a document takes: cold, warm, from the cache; and headless Chromium with the same HTML.

Run with `python -m tests.benchmarks.pdf`; figures are seconds by the clock, the best of three.
"""

import json
import os
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from planning.interchange import read_document
from planning.plan import Plan
from planning.tools import SCHEMA
from server.export.assets import FACES, font_path
from server.export.edition import Audience, Edition
from server.export.exports import Exports
from server.export.manuscript import prepare_manuscript
from server.export.page import TEMPLATES, render_html
from server.export.renderer import Renderer
from tests.builders import a_plan
from tests.server.export.northlake import an_edition
from tests.server.export.reading import words_of

DEMO = Path(__file__).parents[2] / "server" / "demo" / "northlake_hospitals.json"
CHROMIUM = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-pdf-header-footer",
]
ROUNDS = 3
LONG = 500
"""Actions of the long plan."""


def measure_pdf() -> dict[str, Any]:
    """Return the figures of the demo plan's two documents, and of Chromium printing the customer's."""
    plan = read_document(json.loads(DEMO.read_text("utf-8")), SCHEMA).plan
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        for audience in Audience:
            figures |= _measure_edition(plan, an_edition(audience), Path(folder))
        figures["chromium"] = _measure_chromium(plan, an_edition(Audience.CUSTOMER), Path(folder))
    return figures | _measure_long()


def _measure_long() -> dict[str, Any]:
    """Return how long the team's document of a plan of many actions takes."""
    actions = [
        {"title": f"Action {n}: agree, test, deliver", "due": "2027-03-31", "status": "doing", "progress": 40}
        | {"owner": "ana", "priority": "high", "effort": 3, "result": "What will be there when it is done."}
        for n in range(LONG)
    ]
    plan = a_plan(actions=actions, team_members=[{"id": "ana", "name": "Ana R."}])
    renderer = Renderer(seconds=120)
    renderer.warm()
    manuscript = prepare_manuscript(plan, an_edition(Audience.TEAM))
    taken = _seconds(lambda: renderer.render_manuscript(manuscript))
    renderer.stop()
    return {f"{LONG}_actions": taken}


def _measure_edition(plan: Plan, about: Edition, folder: Path) -> dict[str, Any]:
    renderer = Renderer(seconds=120)
    manuscript = prepare_manuscript(plan, about)
    cold = _seconds(lambda: renderer.render_manuscript(manuscript))
    warm = min(_seconds(lambda: renderer.render_manuscript(manuscript)) for _ in range(ROUNDS))
    pages = len(words_of(renderer.render_manuscript(manuscript)))
    exports = Exports(renderer, folder / about.audience)
    _wait_for(exports, plan, about)
    cached = min(_seconds(lambda: exports.start("plan", 1, plan, about)) for _ in range(ROUNDS))
    exports.stop()
    name = about.audience.value
    return {f"{name}_pages": pages, f"{name}_cold": cold, f"{name}_warm": warm, f"{name}_cached": cached}


def _wait_for(exports: Exports, plan: Plan, about: Edition) -> None:
    job = exports.start("plan", 1, plan, about)
    pause = threading.Event()
    while job.manuscript is not None:
        pause.wait(0.01)


def _measure_chromium(plan: Plan, about: Edition, folder: Path) -> float | None:
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        return None
    page, printed = folder / "page.html", folder / "chromium.pdf"
    style = _faces_on_disk() + (TEMPLATES / "pdf" / "plan.css").read_text("utf-8")
    page.write_text(render_html(plan, about).replace("</head>", f"<style>{style}</style></head>"), "utf-8")
    command = [program, *CHROMIUM, f"--print-to-pdf={printed}", page.as_uri()]
    environment = os.environ | {"HOME": str(folder)}

    def print_it() -> None:
        subprocess.run(command, env=environment, check=True, capture_output=True)

    return min(_seconds(print_it) for _ in range(ROUNDS))


def _faces_on_disk() -> str:
    return "".join(
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight}; font-style: {face.style}; '
        f'src: url("{font_path(face).as_uri()}") }}'
        for face in FACES
    )


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return round(time.perf_counter() - began, 3)


if __name__ == "__main__":
    print(json.dumps(measure_pdf(), indent=2))

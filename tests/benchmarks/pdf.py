"""How long a document takes: cold, after an edit, unchanged, from the cache; and Chromium with the same HTML.

Run with `python -m tests.benchmarks.pdf`; figures are seconds by the clock, the best of three.
"""

import json
import os
import shutil
import subprocess
import tempfile
import threading
import time
import urllib.request
from collections.abc import Callable
from functools import partial
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
from tests.benchmarks.plans import a_server
from tests.benchmarks.sockets import percentiles
from tests.builders import a_plan
from tests.server.export.northlake import an_edition
from tests.server.export.reading import words_of
from tests.wire_client import WireClient

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
LONG = (100, 500, 2_000)
"""Actions of long plans."""
TYPED, PAUSE = 200, 0.02
"""Edits while nobody waits for a document, and seconds between two edits."""
RENDERED = 10
"""Documents that are made while somebody types."""


def measure_pdf() -> dict[str, Any]:
    """Return the figures of the demo plan's two documents, and of Chromium printing them."""
    plan = read_document(json.loads(DEMO.read_text("utf-8")), SCHEMA).plan
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        for audience in Audience:
            figures |= _measure_edition(plan, an_edition(audience), Path(folder))
            chromium = _measure_chromium(plan, an_edition(audience), Path(folder))
            figures[f"{audience.value}_chromium"] = chromium
    return figures | _measure_long() | _measure_typing(plan)


def _measure_long() -> dict[str, Any]:
    """Return how long the documents of plans of many actions take."""
    renderer = Renderer(seconds=120)
    renderer.warm()
    figures = {}
    for count in LONG:
        for audience in Audience:
            manuscript = prepare_manuscript(_a_plan_of_actions(count), an_edition(audience))
            taken = _seconds(partial(renderer.render_manuscript, manuscript))
            figures[f"{audience.value}_{count}_actions"] = taken
    renderer.stop()
    return figures


def _a_plan_of_actions(count: int) -> Plan:
    actions = [
        {"title": f"Action {n}: agree, test, deliver", "due": "2027-03-31", "status": "doing", "progress": 40}
        | {"owner": "ana", "priority": "high", "effort": 3, "result": "What will be there when it is done."}
        | {"shared": True}
        for n in range(count)
    ]
    return a_plan(actions=actions, team_members=[{"id": "ana", "name": "Ana R."}])


def _measure_typing(plan: Plan) -> dict[str, Any]:
    """Return how long an edit takes to be on disk, in ms, before and while documents are made."""
    renderer = Renderer(seconds=120)
    manuscript = prepare_manuscript(plan, an_edition(Audience.CUSTOMER))
    renderer.render_manuscript(manuscript)

    def render_all() -> None:
        for _ in range(RENDERED):
            renderer.render_manuscript(manuscript)

    with a_server("edits_per_second=10000") as server:
        url, name = f"http://127.0.0.1:{server.port}", "typing".ljust(21, "_")
        request = urllib.request.Request(f"{url}/plans/{name}?records=100", b"{}")
        request.add_header("Content-Type", "application/json")
        urllib.request.urlopen(request, timeout=60).close()
        client = WireClient(url, name, "anna").connect()
        client.open()
        at_rest = _typed(client, lambda typed: typed < TYPED)
        printing = threading.Thread(target=render_all)
        printing.start()
        meanwhile = _typed(client, lambda _: printing.is_alive())
        client.close()
    renderer.stop()
    return {"typing": percentiles(at_rest, 0.5, 0.95), "typing_meanwhile": percentiles(meanwhile, 0.5, 0.95)}


def _typed(client: WireClient, goes_on: Callable[[int], bool]) -> list[float]:
    text = client.section("charter", "team")["rhythm"]
    durable: list[float] = []
    pause = threading.Event()
    while goes_on(len(durable)):
        started = time.perf_counter()
        client.edit(lambda: text.insert(0, "x"))
        client.wait_saved()
        durable.append(time.perf_counter() - started)
        pause.wait(PAUSE)
    return durable


def _measure_edition(plan: Plan, about: Edition, folder: Path) -> dict[str, Any]:
    renderer = Renderer(seconds=120)
    manuscript = prepare_manuscript(plan, about)
    cold = _seconds(lambda: renderer.render_manuscript(manuscript))
    warm = min(_seconds(lambda: renderer.render_manuscript(manuscript)) for _ in range(ROUNDS))
    edits = [prepare_manuscript(_edited(plan, n), about) for n in range(ROUNDS)]
    edited = min(_seconds(partial(renderer.render_manuscript, edit)) for edit in edits)
    pages = len(words_of(renderer.render_manuscript(manuscript)))
    exports = Exports(renderer, folder / about.audience)
    _wait_for(exports, plan, about)
    cached = min(_seconds(lambda: exports.start("plan", 1, plan, about)) for _ in range(ROUNDS))
    exports.stop()
    name = about.audience.value
    times = {"cold": cold, "edited": edited, "warm": warm, "cached": cached}
    return {f"{name}_pages": pages} | {f"{name}_{what}": taken for what, taken in times.items()}


def _edited(plan: Plan, number: int) -> Plan:
    """Return a plan in which somebody has written another word into an action that the customer sees."""
    actions = dict(plan.collections["actions"])
    id, action = next((id, one) for id, one in actions.items() if one.get("shared"))
    actions[id] = action | {"title": f"{action['title']} {number}"}
    return Plan(plan.schema, facts=plan.facts, collections={**plan.collections, "actions": actions})


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

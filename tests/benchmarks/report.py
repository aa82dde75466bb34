"""What reports cost the people at a large plan, and how soon an edit is reported on.

`python -m tests.benchmarks.report` lets people type in a plan of 1,000 records, in turns without and
with the process that makes reports, on the server of the tests. Meanwhile somebody changes what
reports are about, once in a while, and waits until a report has heard of it. Of each kind the round
with the lowest p95 counts: what else the machine does only makes it higher.
"""

import json
import subprocess
import sys
import tempfile
import threading
import urllib.request
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from tests.benchmarks.crowd import Crowd
from tests.benchmarks.servers import Running
from tests.benchmarks.sockets import percentiles
from tests.benchmarks.wires import TavoloWire
from tests.wire_client import WireClient

ROOT = Path(__file__).parents[2]
PLAN = "large-plan".ljust(21, "_")
RECORDS = 1_000
PEOPLE, TYPISTS, RATE, READERS = 30, 25, 10.0, 4
SECONDS, ROUNDS = 8.0, 3
PAUSE = 1.7
"""Seconds between two changes that are reported on."""


@dataclass
class Figures:
    """Latencies and seconds of CPU, of the server and of the process beside it."""

    seen: list[float] = field(default_factory=list)
    durable: list[float] = field(default_factory=list)
    cpu: float = 0.0
    beside: float = 0.0
    reported: list[float] = field(default_factory=list)

    @property
    def p95(self) -> float:
        """How soon nineteen of twenty edits are seen."""
        return sorted(self.seen)[int(len(self.seen) * 0.95)]

    def row(self, name: str) -> str:
        """Return the figures in a line."""
        return "   ".join(
            (
                f"{name:16}",
                f"seen p50 / p95 / p99 {percentiles(self.seen, 0.5, 0.95, 0.99)} ms",
                f"durable {percentiles(self.durable, 0.5, 0.95)} ms",
                f"CPU {self.cpu:.2f} s, beside {self.beside:.2f} s",
                f"reported p50 / p95 {percentiles(self.reported, 0.5, 0.95)} ms",
            )
        )


@contextmanager
def a_server(*, reports: bool) -> Iterator[Running]:
    """Run the server of the tests, with one large plan."""
    with tempfile.TemporaryDirectory() as folder:
        words = [sys.executable, "-m", "tests.server.sockets.harness", folder, f"reports={int(reports)}"]
        process = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        running = Running(int(process.stdout.readline().split()[1]), process)
        try:
            _make_plan(_url_of(running))
            yield running
        finally:
            process.terminate()
            process.wait(20)


def measure(*, reports: bool, seconds: float = SECONDS) -> Figures:
    """Let people type for some seconds."""
    figures = Figures()
    with a_server(reports=reports) as server:
        client = WireClient(_url_of(server), PLAN, "anna").join()
        if reports:
            client.wait_event("report", 60.0)
        over = threading.Event()
        changer = threading.Thread(target=_change, args=(client, over, figures.reported if reports else None))
        changer.start()
        try:
            _type(server, client.document.get_update(), figures, seconds)
        finally:
            over.set()
            changer.join()
            client.close()
    return figures


def _type(server: Running, base: bytes, figures: Figures, seconds: float) -> None:
    crowd = Crowd(server.port)
    people = [crowd.join(TavoloWire(PLAN, f"p{number}"), PLAN) for number in range(PEOPLE)]
    typists = people[:TYPISTS]
    for typist in typists:
        typist.type(base)
        crowd.rest(0.02)
    crowd.rest(2.0)
    for person in [*people[-READERS:], *typists[:READERS]]:
        person.reads = True
        person.sent_at.clear()
    cpu, beside = server.cpu, server.cpu_beside
    crowd.type(typists, RATE, int(RATE * seconds))
    crowd.rest(1.0)
    figures.cpu, figures.beside = server.cpu - cpu, server.cpu_beside - beside
    figures.seen += [latency for person in people[-READERS:] for latency in person.seen]
    figures.durable += [latency for person in typists[:READERS] for latency in person.durable]
    crowd.leave()


def _change(client: WireClient, over: threading.Event, latencies: list[float] | None) -> None:
    """Move an action to and fro until it is over, and note how long it takes to hear of that."""
    actions = client.section("actions")
    action = actions[next(iter(actions.keys()))]
    for day in _days():
        if over.wait(PAUSE):
            return
        client.events.clear()
        began = monotonic()
        client.edit(lambda day=day: action.update({"due": day}))
        client.wait_saved()
        if latencies is not None:
            client.wait_for(lambda: any(e[0] == "report" and "schedule" in e[1][1] for e in client.events))
            latencies.append(monotonic() - began)


def _days() -> Iterable[str]:
    while True:
        yield from ("2028-03-01", "2028-04-01", "2028-05-01")


def _make_plan(url: str) -> None:
    request = urllib.request.Request(f"{url}/plans/{PLAN}?records={RECORDS}", json.dumps({}).encode())
    request.add_header("Content-Type", "application/json")
    urllib.request.urlopen(request, timeout=120).close()


def _url_of(server: Running) -> str:
    return f"http://127.0.0.1:{server.port}"


def main() -> None:
    """Measure, and print what came out."""
    print(f"\n{PEOPLE} people, {TYPISTS} typing {RATE:g}/s, in a plan of {RECORDS} records, {SECONDS:g} s")
    rounds = [(measure(reports=False), measure(reports=True)) for _ in range(ROUNDS)]
    for name, figures in zip(("without", "with reports"), zip(*rounds, strict=True), strict=True):
        print(min(figures, key=lambda one: one.p95).row(name), flush=True)


if __name__ == "__main__":
    main()

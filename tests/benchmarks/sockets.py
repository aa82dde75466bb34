"""Edits through real sockets, with both gates and an fsync before every receipt.

`python -m tests.benchmarks.sockets --people 200 --typing 100 --rate 5` measures one size; without
arguments, the two that ARCHITECTURE.md gives figures for. Trust the seconds of CPU more than the
latencies when the machine is not yours alone.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

import gevent

from planning.tools import SCHEMA
from tests.benchmarks.crowd import Person

ROOT = Path(__file__).parents[2]
PLAN = "plan".ljust(21, "_")
READERS = 3
SIZES = ((30, 25, 10.0), (200, 100, 5.0))


@dataclass(frozen=True)
class Server:
    """A running server."""

    port: int
    process: subprocess.Popen[str]

    @property
    def url(self) -> str:
        """The address."""
        return f"http://127.0.0.1:{self.port}"

    def spent(self) -> float:
        """Return the seconds of CPU the server has used; asked in a thread that does not stop the crowd."""
        pool = gevent.get_hub().threadpool
        answer = pool.apply(lambda: json.load(urllib.request.urlopen(f"{self.url}/spent", timeout=30)))
        return float(answer["cpu"])


@contextmanager
def a_server(*options: str) -> Iterator[Server]:
    """Run the server of the tests in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        words = [sys.executable, "-m", "tests.server.sockets.harness", folder, *options]
        process = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        port = int(process.stdout.readline().split()[1])
        try:
            yield Server(port, process)
        finally:
            process.terminate()
            process.wait(20)


def percentiles(seconds: list[float]) -> str:
    """Return the 50th, 95th and 99th percentile in milliseconds."""
    ordered = sorted(seconds) or [0.0]
    picks = [ordered[min(len(ordered) - 1, int(len(ordered) * share))] for share in (0.5, 0.95, 0.99)]
    return " / ".join(f"{pick * 1000:.1f}" for pick in picks)


def measure(server: Server, people: int, typing: int, rate: float, seconds: float) -> str:
    """Let people type for some seconds and return a row of figures."""
    crowd = [Person(n, "127.0.0.1", server.port, PLAN, reads=False) for n in range(people)]
    for person in crowd:
        person.open()
    typists = crowd[:typing]
    fields = {name: field.shared_type for name, field in SCHEMA.sections["actions"].fields.items()}
    for person in typists:
        person.sit_down(fields)
    gevent.sleep(1.0)
    for person in [*crowd[-READERS:], *typists[:10]]:
        person.reads = True
    before = server.spent()
    rounds = int(rate * seconds)
    gevent.joinall([gevent.spawn(_type, p, n / typing / rate, rate, rounds) for n, p in enumerate(typists)])
    gevent.sleep(1.0)
    spent = server.spent() - before
    edits = rounds * typing
    readers = crowd[-READERS:]
    missing = max(edits - len(p.marks) for p in readers)
    seen = [s for p in readers for s in p.seen]
    durable = [s for p in typists[:10] for s in p.durable]
    gone = sum(p.is_gone for p in crowd)
    for person in crowd:
        person.leave()
    return "   ".join(
        (
            f"{people:5d} people, {typing} typing {rate:g}/s",
            f"CPU {spent:5.2f} s, {spent / edits * 1e6:4.0f} µs an edit",
            f"seen {percentiles(seen)} ms",
            f"durable {percentiles(durable)} ms",
            f"missing {missing}",
            f"gone {gone}",
        )
    )


def _type(person: Person, offset: float, rate: float, rounds: int) -> None:
    start = monotonic() + offset
    for number in range(rounds):
        gevent.sleep(max(0.0, start + number / rate - monotonic()))
        person.type()


def main(words: Sequence[str]) -> None:
    """Measure, and print what came out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int)
    parser.add_argument("--typing", type=int, default=100)
    parser.add_argument("--rate", type=float, default=5.0)
    parser.add_argument("--seconds", type=float, default=8.0)
    given = parser.parse_args(words)
    sizes = [(given.people, given.typing, given.rate)] if given.people else SIZES
    for people, typing, rate in sizes:
        with a_server() as server:
            print(measure(server, people, typing, rate, given.seconds), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])

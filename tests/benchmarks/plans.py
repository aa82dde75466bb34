"""What a large plan costs: opening it on a cold server, the first edit, and one more edit in it.

The first edit of a cold plan waits until the server has made an index of it (`Gate.make_ready`), which it
does after it has answered: that is told by itself, and not shared out among the edits that follow.

`python -m tests.benchmarks.plans` compares a plan of 5,000 records with an empty one.
"""

import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from tests.benchmarks.servers import ROOT, Running
from tests.benchmarks.sockets import percentiles
from tests.wire_client import WireClient

EDITS = 300


@contextmanager
def a_server(*options: str) -> Iterator[Running]:
    """Run the server of the tests, which makes plans of any size, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        words = [sys.executable, "-m", "tests.server.sockets.harness", folder, *options]
        process = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        try:
            yield Running(int(process.stdout.readline().split()[1]), process)
        finally:
            process.terminate()
            process.wait(20)


def measure(server: Running, plan: str, records: int) -> str:
    """Make a plan, open it cold, edit it, and return a row of figures."""
    url = f"http://127.0.0.1:{server.port}"
    request = urllib.request.Request(f"{url}/plans/{plan}?records={records}", b"{}")
    request.add_header("Content-Type", "application/json")
    urllib.request.urlopen(request, timeout=120).close()
    client = WireClient(url, plan, "anna").connect()
    started = monotonic()
    client.open()
    opened = monotonic() - started
    text = client.section("charter", "team")["rhythm"]

    def edit() -> float:
        started = monotonic()
        client.edit(lambda: text.insert(0, "x"))
        client.wait_saved()
        return monotonic() - started

    cold, first = server.cpu, edit()
    before = server.cpu
    durable = [edit() for _ in range(EDITS)]
    spent = server.cpu - before
    client.close()
    return "   ".join(
        (
            f"{records:5d} records",
            f"opened in {opened:.2f} s",
            f"first edit durable after {first:.2f} s, {before - cold:.2f} s of CPU",
            f"then {spent / EDITS * 1e6:4.0f} µs an edit",
            f"durable {percentiles(durable, 0.5, 0.95, 0.99)} ms",
        )
    )


def main() -> None:
    """Measure, and print what came out."""
    with a_server("edits_per_second=10000") as server:
        # The first edits of a process pay for what is done once.
        measure(server, "warming-up".ljust(21, "_"), 0)
        for records in (0, 5_000):
            print(measure(server, f"plan-of-{records}".ljust(21, "_"), records), flush=True)


if __name__ == "__main__":
    main()

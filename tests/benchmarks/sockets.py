"""Edits through real sockets: our server, and its peers with the same people on the same machine.

Ours checks every edit twice, has it on the disk before anybody hears of it, and keeps presence; the
peers hold plans in memory and check nothing. `python -m tests.benchmarks.sockets --rows 200` measures
one size; see `--help`. Trust the seconds of CPU more than the latencies when the machine is not
yours alone.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tests.benchmarks.crowd import Crowd, Person
from tests.benchmarks.peers.install import Missing
from tests.benchmarks.servers import BASE, OURS, PEERS, Contestant, Running, Table

READERS = 20
"""How many read what they get, as far as the row has so many who do not type."""


@dataclass(frozen=True)
class Row:
    """How many people sit at how many plans, how many of them type, and how often a second."""

    people: int
    typing: int
    rate: float
    plans: int = 1

    def __str__(self) -> str:
        size = f"{self.people} people, {self.typing} typing {self.rate:g}/s"
        return size if self.plans == 1 else f"{self.plans} plans of {size}"

    def tables(self) -> list[Table]:
        """Return the plans and who comes to each."""
        names = [f"plan{number}".ljust(21, "_") for number in range(self.plans)]
        return [(name, [f"p{n}x{number}" for number in range(self.people)]) for n, name in enumerate(names)]


ROWS = {
    "30": Row(30, 25, 10),
    "200": Row(200, 100, 5),
    "1000": Row(1_000, 100, 5),
    "200-busy": Row(200, 190, 10),
    "plans": Row(10, 5, 1, plans=100),
}


@dataclass(frozen=True)
class Figures:
    """What one run came to; latencies in seconds."""

    edits: int
    seen: list[float]
    durable: list[float]
    cpu: float
    beside: float
    memory: int
    missing: int
    gone: int


def measure(contestant: Contestant, row: Row, seconds: float) -> Figures:
    """Let people type for some seconds.

    Raises
    ------
    Missing
        When the server cannot be installed.
    """
    tables = row.tables()
    with contestant.run(tables) as server:
        crowd = Crowd(server.port)
        typists = _seat(crowd, contestant, row, tables)
        crowd.rest(2.0)
        return _watch(crowd, server, typists, row, int(row.rate * seconds))


def _seat(crowd: Crowd, contestant: Contestant, row: Row, tables: list[Table]) -> list[Person]:
    typists = []
    for plan, tokens in tables:
        people = [crowd.join(contestant.wire(plan, token), plan) for token in tokens]
        if contestant is not OURS:
            people[0].say(people[0].wire.edit(0, BASE))
            crowd.rest(0.05)
        typists += people[: row.typing]
    for typist in typists:
        typist.type(BASE)
        crowd.rest(0.002)
    return typists


def _watch(crowd: Crowd, server: Running, typists: list[Person], row: Row, rounds: int) -> Figures:
    idle = [person for person in crowd.people if person not in set(typists)][-READERS:]
    readers = idle or crowd.people[-READERS:]
    writers = typists[:: max(1, len(typists) // READERS)]
    for person in [*readers, *writers]:
        person.reads = True
        person.sent_at.clear()
    cpu, beside = server.cpu, server.cpu_beside
    crowd.type(typists, row.rate, rounds)
    crowd.rest(1.5)
    figures = Figures(
        edits=rounds * len(typists),
        seen=[latency for person in readers for latency in person.seen],
        durable=[latency for person in writers for latency in person.durable],
        cpu=server.cpu - cpu,
        beside=server.cpu_beside - beside,
        memory=server.memory,
        missing=max(rounds * row.typing - len(person.marks) for person in readers),
        gone=sum(person.is_gone for person in crowd.people),
    )
    crowd.leave()
    return figures


def percentiles(seconds: Iterable[float], *shares: float) -> str:
    """Return percentiles in milliseconds, or a dash when there is nothing."""
    ordered = sorted(seconds)
    picks = [ordered[min(len(ordered) - 1, int(len(ordered) * share))] for share in shares if ordered]
    return " / ".join(f"{pick * 1000:.1f}" for pick in picks) or "-"


HEADINGS = (
    "server",
    "edits/s",
    "seen p50 / p95 / p99 ms",
    "durable p50 / p95",
    "CPU s",
    "beside",
    "µs an edit",
    "MB",
    "missing",
    "gone",
    "CPU ours ÷ its",
    "p95 ours ÷ its",
)
WIDTHS = (17, 8, 24, 18, 7, 7, 11, 6, 8, 5, 15, 15)


def line(cells: Iterable[object]) -> str:
    """Return cells in columns."""
    return " ".join(f"{cell!s:{width}}" for cell, width in zip(cells, WIDTHS, strict=True)).rstrip()


def cells(name: str, row: Row, one: Figures, ours: Figures) -> tuple[object, ...]:
    """Return the figures of one server beside ours."""
    peer = one is not ours
    return (
        name,
        f"{row.typing * row.rate * row.plans:g}",
        percentiles(one.seen, 0.5, 0.95, 0.99),
        percentiles(one.durable, 0.5, 0.95),
        f"{one.cpu:.2f}",
        f"{one.beside:.2f}",
        f"{one.cpu / one.edits * 1e6:.0f}",
        f"{one.memory / 2**20:.0f}",
        one.missing,
        one.gone,
        f"{ours.cpu / one.cpu:.2f}" if peer else "",
        f"{_p95(ours) / _p95(one):.2f}" if peer else "",
    )


def _p95(figures: Figures) -> float:
    ordered = sorted(figures.seen)
    return ordered[int(len(ordered) * 0.95)]


def compare(row: Row, peers: Sequence[Contestant], seconds: float) -> None:
    """Measure ours and the peers one after the other, and print what came out."""
    print(f"\n{row}, {seconds:g} s", line(HEADINGS), sep="\n", flush=True)
    ours = measure(OURS, row, seconds)
    print(line(cells(OURS.name, row, ours, ours)), flush=True)
    for peer in peers:
        try:
            figures = measure(peer, row, seconds)
        except Missing as why:
            print(f"{peer.name} could not be measured: {why}", flush=True)
        else:
            print(line(cells(peer.name, row, figures, ours)), flush=True)


def main(words: Sequence[str]) -> None:
    """Measure, and print what came out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", nargs="+", choices=ROWS, default=["30", "200"])
    parser.add_argument("--peers", nargs="*", choices=PEERS, default=["hocuspocus"])
    parser.add_argument("--seconds", type=float, default=8.0)
    given = parser.parse_args(words)
    for name in given.rows:
        compare(ROWS[name], [PEERS[peer] for peer in given.peers], given.seconds)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

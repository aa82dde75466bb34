"""Metrics as Prometheus reads them: made of plain numbers when they are asked for, and kept nowhere.

No label names a person, a plan or an account: whoever sees the metrics learns nothing of a customer.
"""

from collections.abc import Callable, Iterable, Mapping
from itertools import accumulate
from typing import Any

from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from server.rooms.tally import Spread, Tally

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

RenderTimes = Mapping[tuple[str, str], Spread]
"""By audience and outcome."""

Present = Callable[[], tuple[int, int]]
"""Returns how many plans are live, and how many people are at them."""


class Metrics:
    """The metrics of this process.

    Parameters
    ----------
    present, tally, renders
        Where the numbers are; looked up whenever somebody asks.
    """

    def __init__(self, present: Present, tally: Tally, renders: RenderTimes) -> None:
        # A registry of one's own: the library's is for the whole process, and tests make many.
        self._registry = CollectorRegistry()
        self._registry.register(_Figures(present, tally, renders))
        ProcessCollector(registry=self._registry)

    def render(self) -> bytes:
        """Return everything in the text format of Prometheus, version 0.0.4."""
        return generate_latest(self._registry)


class _Figures(Collector):
    def __init__(self, present: Present, tally: Tally, renders: RenderTimes) -> None:
        self._present, self._tally, self._renders = present, tally, renders

    def collect(self) -> Iterable[Metric]:
        plans, people = self._present()
        yield GaugeMetricFamily("tavolo_plans_live", "Plans in memory.", value=plans)
        yield GaugeMetricFamily("tavolo_people", "People at plans, each once a plan.", value=people)
        yield from self._edits()
        yield self._pdfs()

    def _edits(self) -> Iterable[Metric]:
        tally = self._tally
        edits = CounterMetricFamily("tavolo_edits", "Edits on the disk.", value=sum(tally.durable.counts))
        rejected = CounterMetricFamily("tavolo_edits_rejected", "Edits not accepted.", labels=["code"])
        for code, count in sorted(tally.rejected.items()):
            rejected.add_metric([code], count)
        yield from (edits, rejected)
        for name, help, spread in (
            ("tavolo_batch_edits", "Edits of a plan written down together.", tally.batches),
            ("tavolo_edit_durable_seconds", "From an edit's arrival until it is on the disk.", tally.durable),
            ("tavolo_edit_seen_seconds", "From an edit's arrival until it is sent to everybody.", tally.seen),
        ):
            yield _histogram(name, help, (), {(): spread})

    def _pdfs(self) -> Metric:
        labels = ("audience", "outcome")
        return _histogram("tavolo_pdf_seconds", "Making of a plan's PDF.", labels, self._renders)


def _histogram(name: str, help: str, labels: tuple[str, ...], spreads: Mapping[Any, Spread]) -> Metric:
    family = HistogramMetricFamily(name, help, labels=labels)
    # The thread that makes PDFs may add another one meanwhile.
    for values, spread in list(spreads.items()):
        bounds = [*map(repr, map(float, spread.bounds)), "+Inf"]
        family.add_metric(values, list(zip(bounds, accumulate(spread.counts), strict=True)), spread.total)
    return family

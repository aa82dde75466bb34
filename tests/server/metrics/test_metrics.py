"""Metrics: counted as rooms work, read by programs that hold the token, and by nobody else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from config.settings import Settings
from server.app import Application, create_app
from server.export.edition import Audience
from server.metrics.exposition import Metrics
from server.metrics.renders import TimedRenderer
from server.rooms.tally import Tally
from tests.server.builders import QUICK, Browser, StoppedClock, World, populate

TOKEN = "a token of the tests"


def figures(text: str) -> dict[tuple[str, ...], float]:
    """Return what stands in an answer to a scrape: name and labels, in the order of their names, to value."""
    families = text_string_to_metric_families(text)
    return {
        (s.name, *(value for _, value in sorted(s.labels.items()))): s.value
        for family in families
        for s in family.samples
    }


def test_pdfs_are_counted_by_audience_and_outcome() -> None:
    renderer = TimedRenderer()
    renderer.note("customer", "made", 1.5)
    renderer.note("customer", "made", 3.0)
    renderer.note("team", "failed", 31.0)
    found = figures(Metrics(lambda: (0, 0), Tally(), renderer.times).render().decode())
    assert found["tavolo_pdf_seconds_count", "customer", "made"] == 2
    assert found["tavolo_pdf_seconds_sum", "customer", "made"] == 4.5
    assert found["tavolo_pdf_seconds_bucket", "customer", "2.0", "made"] == 1
    assert found["tavolo_pdf_seconds_bucket", "team", "30.0", "failed"] == 0
    assert found["tavolo_pdf_seconds_bucket", "team", "+Inf", "failed"] == 1


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Application]:
    """A whole installation whose metrics may be read."""
    settings = Settings(data=tmp_path, metrics_token=TOKEN)
    application = create_app(settings, clock=StoppedClock(), passwords=QUICK)
    yield application
    application.stop()


def test_whoever_holds_the_token_reads_metrics_in_which_nobody_and_no_plan_is_named(
    watched: Application,
) -> None:
    people = populate(watched.database)
    watched.rooms.wake(people["plan"])
    answer = Browser(watched.flask).get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    assert answer.mimetype == "text/plain"
    found = figures(answer.text)
    assert found["tavolo_plans_live",] == 1
    assert found["process_resident_memory_bytes",] > 0
    labels = {label for name, *labels in found for label in labels}
    assert all(label in ("+Inf", *Audience, "made", "failed") or is_number(label) for label in labels)
    for secret in (people["plan"], people["account"], "Meridian", "Adler"):
        assert secret not in answer.text


def is_number(label: str) -> bool:
    return label.replace(".", "").isdigit()


@pytest.mark.parametrize("said", ["", "Bearer", "Bearer ", "Bearer wrong", f"Basic {TOKEN}", TOKEN])
def test_whoever_lacks_the_token_is_turned_away_also_on_this_machine(watched: Application, said: str) -> None:
    populate(watched.database)
    answer = Browser(watched.flask).get("/metrics", headers={"Authorization": said})
    assert (answer.status_code, answer.json["code"]) == (401, "wrong_token")


def test_without_a_token_in_the_settings_nobody_reads_metrics(world: World) -> None:
    for headers in ({}, {"Authorization": "Bearer "}, {"Authorization": "Bearer"}):
        answer = world.browser("owner").get("/metrics", headers=headers)
        assert (answer.status_code, answer.json["code"]) == (404, "metrics_off")

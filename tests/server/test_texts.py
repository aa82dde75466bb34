"""What people read, in their language."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from server import texts
from server.errors import Refused
from tests.server.builders import World


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A catalogue of one message."""
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo

    catalogue = Catalog("de")
    catalogue.add("Unknown plan", "Unbekannter Plan")
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "tavolo.mo").open("wb") as file:
        write_mo(file, catalogue)
    monkeypatch.setattr(texts, "CATALOGUES", tmp_path)
    texts.catalogue.cache_clear()
    yield
    texts.catalogue.cache_clear()


@pytest.mark.usefixtures("german")
def test_a_problem_is_told_in_the_language_of_the_reader(world: World) -> None:
    for wanted, title in (
        ("de-AT, en;q=0.5", "Unbekannter Plan"),
        ("fr", "Unknown plan"),
        ("", "Unknown plan"),
    ):
        refused = world.browser("owner").get("/api/plans/none", headers={"Accept-Language": wanted})
        assert refused.json["title"] == title


@pytest.mark.usefixtures("german")
def test_the_language_of_one_reader_is_not_that_of_the_next(world: World) -> None:
    world.browser("owner").get("/api/plans/none", headers={"Accept-Language": "de"})
    assert Refused("unknown_plan").title == "Unknown plan"
    assert world.browser("owner").get("/api/plans/none").json["title"] == "Unknown plan"


@pytest.mark.usefixtures("german")
def test_a_language_can_be_read_in_for_a_while() -> None:
    with texts.reading_in("de"):
        assert Refused("unknown_plan").title == "Unbekannter Plan"
    assert Refused("unknown_plan").title == "Unknown plan"


def test_values_are_filled_in() -> None:
    assert texts.gettext("{count} plans", count=3) == "3 plans"
    assert texts.gettext("100 % {sure}") == "100 % {sure}"
    assert texts.gettext("") == ""

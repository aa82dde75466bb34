"""The examples in the documentation of the server hold, and so do the codes it names."""

import doctest
import importlib
import re
from pathlib import Path

import pytest

from server.errors import KINDS

SERVER = Path(__file__).parents[2] / "server"
EXAMPLES = [
    "config.settings",
    "server.access",
    "server.errors",
    "server.export.cells",
    "server.history.authorship",
    "server.history.comparing",
    "server.history.days",
    "server.texts",
    "server.store.database",
    "server.usecases.documents",
    "server.usecases.secrets",
]


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_of_a_module_hold(name: str) -> None:
    tried = doctest.testmod(importlib.import_module(name))
    assert tried.attempted > 0
    assert tried.failed == 0


def test_every_code_that_is_raised_is_declared_and_every_declared_one_is_raised() -> None:
    source = "\n".join(path.read_text("utf-8") for path in SERVER.rglob("*.py") if path.name != "errors.py")
    raised = set(re.findall(r'raise Refused\(\s*"(\w+)"', source))
    assert raised <= set(KINDS)
    unused = {code for code in KINDS if f'"{code}"' not in source}
    assert unused == set()

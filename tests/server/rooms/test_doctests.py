"""The examples in the documentation of rooms and wire hold."""

import doctest
import importlib

import pytest

EXAMPLES = [
    "server.rooms.attendance",
    "server.rooms.lib0",
    "server.rooms.plain",
    "server.rooms.tally",
    "server.rooms.updates",
    "server.rooms.window",
    "server.sockets.frames",
    "server.sockets.protocol",
]


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_of_a_module_hold(name: str):
    tried = doctest.testmod(importlib.import_module(name))
    assert tried.attempted > 0
    assert tried.failed == 0

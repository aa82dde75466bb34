"""The examples in the documentation of the domain do what they say."""

import doctest
import importlib
import pkgutil

import pytest

import planning

MODULES = [found.name for found in pkgutil.walk_packages(planning.__path__, "planning.")]


@pytest.mark.parametrize("module", MODULES)
def test_examples_do_what_they_say(module: str):
    assert doctest.testmod(importlib.import_module(module)).failed == 0

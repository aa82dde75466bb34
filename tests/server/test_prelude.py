"""What a process does before it serves: everything patched, nothing asked that costs time."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

PATCHED = """
from importlib import metadata

def entry_points(**said):
    raise AssertionError("Every package was looked at.")

metadata.entry_points = entry_points

from server.prelude import prepare_to_serve

prepare_to_serve()

from gevent import monkey

print(all(map(monkey.is_module_patched, ("os", "queue", "select", "signal", "socket", "subprocess", "time"))))
"""


def test_the_standard_library_is_patched_without_a_look_at_every_package_that_is_installed() -> None:
    script = [sys.executable, "-W", "error", "-c", PATCHED]
    assert subprocess.run(script, cwd=ROOT, capture_output=True, text=True).stdout == "True\n"

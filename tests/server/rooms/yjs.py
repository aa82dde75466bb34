"""The library of the pages, under node."""

import json
import shutil
import subprocess
import sys
from base64 import b64decode, b64encode
from pathlib import Path
from typing import Any

from config.node import ROOT, find_npm
from server.rooms.folding import Folded

FRONTEND = ROOT / "frontend"
REPLICA = Path(__file__).parent / "yjs_replica.mjs"


def run_script(script: Path, given: dict[str, Any]) -> dict[str, Any]:
    """Run a script that reads JSON and writes JSON; require node, and that it ends well."""
    npm = find_npm(Path(sys.executable))
    node = npm[0] if npm and len(npm) > 1 else npm and shutil.which("node")
    assert node, "Node is missing: run `make test` once, which brings it."
    # Modules are looked up beside the file that imports them; of words without a file, from where node runs.
    done = subprocess.run(
        [node, "--input-type=module", "--eval", script.read_text("utf-8")],
        cwd=FRONTEND,
        input=json.dumps(given),
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def replay(taken: list[bytes]) -> Folded:
    """Return what a page holds that took updates one after the other; require that it lacks none."""
    said = run_script(REPLICA, {"taken": [b64encode(update).decode() for update in taken]})
    assert not said["waits"], "A page that took these updates still waits for others."
    state, vector, deletions = (b64decode(said[name]) for name in ("state", "vector", "deletions"))
    return Folded(state, vector, deletions, authorship=b"")

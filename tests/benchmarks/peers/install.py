"""Fetches the peers into a cache folder, once for each lock; nothing but the benchmarks needs them."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from config.node import find_npm

HERE = Path(__file__).parent
CACHE = Path(__file__).parents[3] / ".cache" / "benchmark-peers"
PYTHON_PEERS = ("pycrdt-websocket==0.16.5", "websockets==17.4")


class Missing(Exception):
    """A peer cannot be fetched here; the message says why."""


def node_peer(script: str) -> list[str]:
    """Return the command that runs one of the peers of Node.

    Raises
    ------
    Missing
        When there is no Node, or no registry.
    """
    npm = find_npm(Path(sys.executable))
    if npm is None:
        raise Missing("Node is missing")
    sources = [HERE / name for name in ("package.json", "package-lock.json", ".npmrc", script)]
    folder = CACHE / f"node-{_digest(*sources[:2])}"
    folder.mkdir(parents=True, exist_ok=True)
    for source in sources:
        shutil.copy(source, folder)
    # Scripts of packages are left out: nothing here needs a compiler.
    _once(folder, [*npm, "ci", "--ignore-scripts", "--silent"])
    node = str(Path(npm[0]).with_name("node"))
    return [node, str(folder / script)]


def python_peer(script: str) -> list[str]:
    """Return the command that runs one of the peers of Python, in an environment of its own.

    Raises
    ------
    Missing
        When there is no registry.
    """
    folder = CACHE / f"python-{hashlib.sha256(repr(PYTHON_PEERS).encode()).hexdigest()[:12]}"
    python = folder / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    _once(folder, [str(python), "-m", "pip", "install", "--quiet", *PYTHON_PEERS])
    return [str(python), str(HERE / script)]


def _once(folder: Path, command: list[str]) -> None:
    stamp = folder / "installed"
    if stamp.exists():
        return
    path = os.pathsep.join([str(Path(command[0]).parent), os.environ.get("PATH", "")])
    surroundings = os.environ | {"PATH": path}
    done = subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, text=True)
    if done.returncode:
        raise Missing((done.stderr or done.stdout).strip() or "it cannot be installed")
    stamp.touch()


def _digest(*files: Path) -> str:
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:12]

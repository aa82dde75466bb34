"""Write the lock files from pyproject.toml: `make lock`. Needs pip-tools in the environment."""

import subprocess
import sys
import tomllib
from pathlib import Path

CONFIG = Path(__file__).resolve().parent
ROOT = CONFIG.parent


def main() -> int:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    run, groups = project["project"]["dependencies"], project["dependency-groups"]
    build = project["build-system"]["requires"]
    write_lock("requirements.lock", run + build)
    write_lock("requirements-dev.lock", run + build + groups["dev"])
    write_lock("requirements-node.lock", groups["node"])
    return 0


def write_lock(name: str, wanted: list[str]) -> None:
    quiet = ["--quiet", "--strip-extras", "--no-emit-index-url", "--no-emit-find-links", "--no-header"]
    subprocess.run(
        [sys.executable, "-m", "piptools", "compile", *quiet, "--no-annotate", "--generate-hashes",
         "--allow-unsafe", "--output-file", CONFIG / name, "-"],
        input="\n".join(wanted), text=True, check=True, cwd=ROOT,
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())

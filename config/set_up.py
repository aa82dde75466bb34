"""Make this checkout ready to run or to test, from nothing but Python.

Every step leaves a stamp of what it was done for, so that a second call does nothing.
Only the standard library: it runs before anything is installed.
"""

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from config.node import ROOT, find_npm, packaged_npm, run_npm  # the line above makes it importable

VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMPS = VENV / "stamps"
PAGES = (
    "src",
    "public",
    "index.html",
    "vite.config.ts",
    "compress.ts",
    "package.json",
    "package-lock.json",
    "tsconfig.json",
)
PDF_LIBRARIES = {
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
"""Shared library to the Debian package that has it."""


TEST_LIBRARIES = {"libatomic.so.1": "libatomic1"}
"""What the driver of the test browser needs beside the browser itself."""


BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""Programs that the tests drive, the best first: one without a window takes two thirds of the time."""


class CannotSetUp(Exception):
    """What is in the way, and the command that removes it."""


def main() -> int:
    """Make this checkout ready for a purpose: `run`, `test` or `check`, or a part of it ready.

    The parts let other work begin when one of them is there: `ground` comes first, then `python` and
    `pages`, which do not need each other.
    """
    purpose = sys.argv[1] if len(sys.argv) > 1 else "run"
    part = sys.argv[2] if len(sys.argv) > 2 else "all"
    if sys.version_info < (3, 11):  # noqa: UP036  # an older Python may well start this file
        print("Tavolo needs Python 3.11 or newer.", file=sys.stderr)
        return 1
    try:
        if part in ("ground", "all"):
            install_system_packages(purpose)
            make_environment()
            bring_node()
        if part == "all":
            at_once(lambda: install_python(purpose), lambda: make_pages(purpose))
        elif part == "python":
            install_python(purpose)
        elif part == "pages":
            make_pages(purpose)
    except CannotSetUp as trouble:
        print(f"\n{trouble}", file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as failed:
        print(f"\nThis failed: {' '.join(map(str, failed.cmd))}", file=sys.stderr)
        return 1
    return 0


def install_system_packages(purpose: str) -> None:
    """Install what Debian has to bring; without the right to, say the command and go on."""
    wanted = missing_packages(purpose)
    if not wanted:
        return
    apt = ["apt-get", "install", "-y", "--no-install-recommends", *wanted]
    rights = may_install()
    if rights is None:
        print(f"Some system packages are missing. Install them with:\n  sudo {' '.join(apt)}")
        if "python3-venv" in wanted:
            raise CannotSetUp("Python cannot make an environment without python3-venv.")
        print(
            "Until then everything works except the PDF"
            + (" and the tests in a browser and behind nginx." if purpose == "test" else ".")
        )
        return
    say(f"Installing {', '.join(wanted)}")
    quiet = {"stdout": subprocess.DEVNULL, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
    subprocess.run([*rights, "apt-get", "update"], check=False, **quiet)  # type: ignore[call-overload]
    subprocess.run([*rights, *apt], check=True, **quiet)  # type: ignore[call-overload]


def missing_packages(purpose: str) -> list[str]:
    """Return the Debian packages that are not there yet."""
    libraries = PDF_LIBRARIES | (TEST_LIBRARIES if purpose == "test" else {})
    wanted = [package for library, package in libraries.items() if not can_load(library)]
    if not PYTHON.exists() and importlib.util.find_spec("ensurepip") is None:
        wanted.append("python3-venv")
    if purpose == "test" and find_browser() is None:
        wanted.append(BROWSERS[0])
    if purpose == "test" and find_nginx() is None:
        wanted.append("nginx-light")
    return wanted


def can_load(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def may_install() -> list[str] | None:
    """Return the words to put before apt-get, or None when this user may not install."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True).returncode == 0:
        return [sudo]
    return None


def make_environment() -> None:
    """Make `.venv`, with nothing in it yet."""
    if not PYTHON.exists():
        say("Making the environment")
        subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True)
    STAMPS.mkdir(exist_ok=True)


def bring_node() -> None:
    """Bring Node into the environment where the machine has none."""
    if find_npm(PYTHON) is None:
        say("Bringing Node")
        pip(["-r", str(ROOT / "config" / "requirements-node.lock")])


def at_once(*works: Callable[[], None]) -> None:
    """Do several things beside each other; when one fails, say so after the others have ended."""
    with ThreadPoolExecutor() as hands:
        for ended in [hands.submit(work) for work in works]:
            ended.result()


def install_python(purpose: str) -> None:
    """Install the locked packages and this checkout."""
    lock = ROOT / "config" / ("requirements.lock" if purpose == "run" else "requirements-dev.lock")
    # The development lock contains the other one: whoever tested need not install again to run.
    if purpose == "run" and is_stamped("python-dev", digest_of([ROOT / "config" / "requirements-dev.lock"])):
        return
    name = "python" if purpose == "run" else "python-dev"
    once(name, [lock], lambda: install_packages(lock, compiled=purpose == "run"))
    if purpose == "test":
        require_browser()


def install_packages(lock: Path, *, compiled: bool) -> None:
    say("Installing Python packages")
    # The tests load a third of the modules, and Python compiles what it loads; pip would compile all of them.
    pip([*([] if compiled else ["--no-compile"]), "-r", str(lock)])
    pip(["--no-deps", "--no-build-isolation", "-e", str(ROOT)])


def pip(words: list[str]) -> None:
    environment = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    subprocess.run([PYTHON, "-m", "pip", "install", "--quiet", *words], check=True, env=environment)


def make_pages(purpose: str) -> None:
    """Install what the pages are made with, and build them unless they are only checked."""
    install_front_end()
    if purpose in ("run", "test"):
        build_pages()


def install_front_end() -> None:
    lock = ROOT / "frontend" / "package-lock.json"
    if not (ROOT / "frontend" / "node_modules").is_dir():
        (STAMPS / "node").unlink(missing_ok=True)
    once("node", [lock], lambda: npm("ci", "--no-audit", "--no-fund", "--loglevel=error"))


def build_pages() -> None:
    if not (ROOT / "frontend" / "dist" / "index.html").exists():
        (STAMPS / "pages").unlink(missing_ok=True)
    sources = [ROOT / "frontend" / name for name in PAGES]
    once("pages", sources, lambda: npm("run", "--silent", "build", "--", "--logLevel", "warn"))


def npm(*words: str) -> None:
    found = find_npm(PYTHON) or packaged_npm(PYTHON)
    if found is None:
        raise CannotSetUp("Node could not be found. Install Node 20.19 or newer and try again.")
    say("Building the pages" if "build" in words else "Installing the pages' packages")
    run_npm(found, *words)


def find_browser() -> str | None:
    """Return a Chromium for the tests, or None."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def find_nginx() -> str | None:
    """Return nginx, which an ordinary user's path often leaves out, or None."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")


def require_browser() -> None:
    """Let Playwright bring its own browser where the system has none."""
    if find_browser() is None and not is_stamped("browser", "installed"):
        subprocess.run([PYTHON, "-m", "playwright", "install", "chromium"], check=True)
        stamp("browser", "installed")


def once(name: str, sources: Iterable[Path], do: Callable[[], None]) -> None:
    """Do something unless it was done for these very sources."""
    digest = digest_of(sources)
    if not is_stamped(name, digest):
        do()
        stamp(name, digest)


def is_stamped(name: str, digest: str) -> bool:
    file = STAMPS / name
    return file.exists() and file.read_text() == digest


def stamp(name: str, digest: str) -> None:
    (STAMPS / name).write_text(digest)


def digest_of(sources: Iterable[Path]) -> str:
    """Return a digest of the names and contents of files and of all files below folders."""
    digest = hashlib.sha256()
    for source in sources:
        below = sorted(p for p in source.rglob("*") if p.is_file()) if source.is_dir() else [source]
        for file in (p for p in below if p.exists()):
            digest.update(f"{file.relative_to(ROOT)}\n".encode())
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def say(words: str) -> None:
    print(f"· {words} …", flush=True)


if __name__ == "__main__":
    sys.exit(main())

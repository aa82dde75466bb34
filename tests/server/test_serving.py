"""A server that is told to stop while it still makes itself ready."""

import signal
import subprocess
import sys
from pathlib import Path

from tests.end_to_end.installation import ROOT, free_port


def test_who_stops_a_server_that_has_just_begun_is_not_told_that_it_cannot_make_pdfs(tmp_path: Path):
    words = ["serve", "--data", str(tmp_path / "data"), "--port", str(free_port()), "--no-demo"]
    with subprocess.Popen(
        [sys.executable, "-m", "server", *words], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as server:
        assert server.stdout is not None
        while b"Stop with Ctrl+C" not in server.stdout.readline():
            assert server.poll() is None
        server.send_signal(signal.SIGTERM)
        said, _nothing = server.communicate(timeout=20)
    assert said == b""
    assert server.returncode == 0

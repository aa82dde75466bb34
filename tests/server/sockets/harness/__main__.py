"""`python -m tests.server.sockets.harness FOLDER` serves plans to people that a test names."""

from gevent import monkey

monkey.patch_all()

# Only now: what these modules take from the standard library must be gevent's.
from tests.server.sockets.harness.installation import main  # noqa: E402

main()

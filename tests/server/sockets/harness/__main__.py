"""`python -m tests.server.sockets.harness FOLDER` serves plans to people that a test names."""

from server.prelude import prepare_to_serve

prepare_to_serve()

# Only now: what these modules take from the standard library must be gevent's.
from tests.server.sockets.harness.installation import main  # noqa: E402

main()

"""`python -m tests.server.sockets.harness FOLDER` serves plans to people that a test names.

With `--nursery NUMBER` it forks such servers as it is asked to at the socket of that number.
"""

import sys

from server.prelude import prepare_to_serve

prepare_to_serve()

# An installation has neither. Libraries that find them would load them, which takes a tenth of the start.
sys.modules |= dict.fromkeys(("requests", "rich"))  # type: ignore[arg-type]  # None: it is not there

# Only now: what these modules take from the standard library must be gevent's.
from tests.server.sockets.harness.births import fork_servers  # noqa: E402
from tests.server.sockets.harness.installation import main  # noqa: E402

if sys.argv[1] == "--nursery":
    fork_servers(int(sys.argv[2]))
main()

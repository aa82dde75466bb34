"""What a process that will serve does before it imports anything else."""

import gc

from gevent import events, monkey


def prepare_to_serve() -> None:
    """Make the standard library gevent's, and let the imports that follow be quick.

    Until `server.sockets.serve` has collected what is left and serves, nothing looks for garbage:
    nearly all that an import makes stays, and to look through it again and again takes a fifth of the start.
    """
    gc.disable()
    # gevent tells every package that asks for it of each of its two dozen steps, and to find them reads
    # what is said of all that is installed, each time. Nothing that Tavolo needs asks for it.
    events.notify_and_call_entry_points = events.notify
    monkey.patch_all()

"""The entry of the command line; `server.commands` holds the commands themselves."""

import sys


def main() -> None:
    """Run a command.

    To serve, gevent must patch the standard library before anything else is imported. Nothing but
    this entry patches, so that tests and the other commands run on the library as it is.
    """
    if "serve" in sys.argv[1:2]:
        from server.prelude import prepare_to_serve

        prepare_to_serve()
    from server.commands import tavolo

    tavolo(prog_name="tavolo")

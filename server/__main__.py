"""`python -m server` is `tavolo`."""

from server.cli import main

main()

"""What a server leaves alone while it starts, so that it starts soon."""

from collections.abc import Callable

from tests.server.sockets.conftest import RunningServer


def test_on_sqlite_a_server_loads_no_driver_of_postgresql_and_nothing_to_migrate_what_is_up_to_date(
    a_server: Callable[..., RunningServer],
):
    server = a_server()
    assert {"alembic", "psycopg"} & set(server.ask("/loaded")["modules"]) == {"alembic"}
    server.terminate()
    server.start()
    assert {"alembic", "psycopg"} & set(server.ask("/loaded")["modules"]) == set()


def test_garbage_that_was_left_alone_is_looked_for_once_it_serves(running_server: RunningServer):
    assert running_server.ask("/loaded")["collects"]

"""How alembic reaches the database: on the connection `server.store.migrate` hands it.

To write a new migration from the models, alembic's own command line connects to the database
named by TAVOLO_DATABASE_URL.
"""

import os

from alembic import context
from sqlalchemy import Connection, create_engine

from server.store.database import url_of
from server.store.models import Base


def run_on(connection: Connection) -> None:
    """Run the migrations; the caller of `server.store.migrate` commits."""
    context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True)
    context.run_migrations()


given: Connection | None = context.config.attributes.get("connection")
if given is not None:
    run_on(given)
else:
    with create_engine(url_of(os.environ["TAVOLO_DATABASE_URL"])).begin() as own:
        run_on(own)

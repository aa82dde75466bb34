"""How often something changed that decides who may do what."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables forward."""
    count = sa.Column("access_changes", sa.BigInteger(), nullable=False, server_default="0")
    op.add_column("installation", count)

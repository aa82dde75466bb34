"""How many people are at a plan, told by the process that holds it to the others."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables forward."""
    op.add_column("plan_lease", sa.Column("people", sa.Integer(), nullable=False, server_default="0"))

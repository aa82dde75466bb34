"""Failed sign-ins may leave the audit log once they are old; everything else stays in it."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

REFUSAL = "The audit log is only ever added to."
DAYS = 30
"""Younger than this nothing leaves the log, whoever asks: the database goes by its own clock."""


def upgrade() -> None:
    """Bring the tables forward."""
    failed = sa.text("deed = 'sign_in_failed'")
    op.create_index("failed_sign_in", "audit_entry", ["at"], sqlite_where=failed, postgresql_where=failed)
    if op.get_bind().dialect.name == "sqlite":
        _keep_in_sqlite()
    else:
        _keep_in_postgresql()


def _keep_in_sqlite() -> None:
    op.execute("DROP TRIGGER audit_entry_keeps_delete")
    op.execute(
        "CREATE TRIGGER audit_entry_keeps_delete BEFORE DELETE ON audit_entry "
        "WHEN OLD.deed <> 'sign_in_failed' "
        f"OR OLD.at > strftime('%Y-%m-%d %H:%M:%f', 'now', '-{DAYS} days') "
        f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    )


def _keep_in_postgresql() -> None:
    op.execute("DROP TRIGGER audit_entry_keeps ON audit_entry")
    op.execute(
        "CREATE TRIGGER audit_entry_keeps BEFORE UPDATE OR TRUNCATE ON audit_entry "
        "FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_keeps()"
    )
    op.execute(
        "CREATE FUNCTION audit_entry_keeps_row() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "IF OLD.deed = 'sign_in_failed' "
        f"AND OLD.at < (clock_timestamp() AT TIME ZONE 'utc') - interval '{DAYS} days' "
        "THEN RETURN OLD; END IF; "
        f"RAISE EXCEPTION '{REFUSAL}'; END $$"
    )
    op.execute(
        "CREATE TRIGGER audit_entry_keeps_row BEFORE DELETE ON audit_entry "
        "FOR EACH ROW EXECUTE FUNCTION audit_entry_keeps_row()"
    )

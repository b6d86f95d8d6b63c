"""Which calendar event became which interview."""

import sqlalchemy as sa
from alembic import op

from poise.store.kinds import Instant

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "calendar_entries",
        sa.Column("owner", sa.Uuid(), nullable=False),
        sa.Column("mark", sa.String(64), nullable=False),
        sa.Column("application_id", sa.Uuid(), nullable=False),
        sa.Column("interview_id", sa.Uuid(), nullable=True),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("stamp", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["owner"], ["accounts.id"], name="fk_calendar_entries_accounts", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["owner", "application_id"],
            ["applications.owner", "applications.id"],
            name="fk_calendar_entries_applications",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("owner", "mark", name="pk_calendar_entries"),
    )
    op.create_index(
        "ix_calendar_entries_owner_application_id", "calendar_entries", ["owner", "application_id"]
    )

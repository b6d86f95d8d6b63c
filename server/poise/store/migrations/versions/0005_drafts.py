"""Notes that the user is writing."""

import sqlalchemy as sa
from alembic import op

from poise.store.kinds import Instant

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "drafts",
        sa.Column("owner", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("made_from", sa.String(64), nullable=True),
        sa.Column("interviewer_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("sent_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["owner"], ["accounts.id"], name="fk_drafts_accounts", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["owner", "interviewer_id"],
            ["interviewers.owner", "interviewers.id"],
            name="fk_drafts_interviewers",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("owner", "id", name="pk_drafts"),
    )
    op.create_index("ix_drafts_owner_interviewer_id", "drafts", ["owner", "interviewer_id"])

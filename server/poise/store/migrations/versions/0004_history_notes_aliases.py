"""What was changed and can be undone; notes; archived applications; other names of companies."""

import sqlalchemy as sa
from alembic import op

from poise.store.kinds import Instant

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column(
        "applications", sa.Column("archived", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.add_column("applications", sa.Column("notes", sa.String(), nullable=True))
    op.add_column("interviewers", sa.Column("notes", sa.String(), nullable=True))
    op.create_table(
        "aliases",
        sa.Column("owner", sa.Uuid(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("company_id", sa.Uuid(), nullable=False),
        _of_the_owner("aliases"),
        sa.ForeignKeyConstraint(
            ["owner", "company_id"],
            ["companies.owner", "companies.id"],
            name="fk_aliases_companies",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("owner", "folded", name="pk_aliases"),
    )
    op.create_index("ix_aliases_owner_company_id", "aliases", ["owner", "company_id"])
    op.create_table(
        "changes",
        sa.Column("owner", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.Column("undoes", sa.Uuid(), nullable=True),
        sa.Column("rows", sa.JSON(), nullable=False),
        _of_the_owner("changes"),
        sa.PrimaryKeyConstraint("owner", "id", name="pk_changes"),
    )


def _of_the_owner(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["owner"], ["accounts.id"], name=f"fk_{table}_accounts", ondelete="CASCADE"
    )

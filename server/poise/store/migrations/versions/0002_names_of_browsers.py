"""What the user calls a browser, beside what it calls itself."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("browsers", sa.Column("label", sa.String(), nullable=True))

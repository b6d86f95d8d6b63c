"""The first tables."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from poise.store.kinds import Instant, Words

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_accounts"),
    )
    _owned(
        "browsers", _key("keyid", sa.String(32)), _text("name"), _text("origin"), _secret(), _at("created_at")
    )
    _owned("settings", _key("name", sa.String(32)), sa.Column("value", sa.JSON(), nullable=False))
    _owned(
        "choices",
        _key("id", sa.Uuid()),
        _at("at"),
        *(sa.Column(name, sa.String(16), nullable=False) for name in ("choice", "action", "site", "verdict")),
        _text("rule", empty=True),
        sa.Column("person", sa.Uuid(), nullable=True),
    )
    _owned("companies", _key("id", sa.Uuid()), _text("name"), _text("folded"))
    op.create_index("ix_companies_owner_folded", "companies", ["owner", "folded"], unique=True)
    _people()
    _applications()


def _people() -> None:
    _owned(
        "interviewers",
        _key("id", sa.Uuid()),
        _text("name"),
        _text("folded"),
        _text("headline", empty=True),
        sa.Column("trusted", sa.Boolean(), nullable=False),
        _text("reason", empty=True),
        sa.Column("earlier_contact", Words(), nullable=False),
        *_noun(),
    )
    op.create_index("ix_interviewers_owner_folded", "interviewers", ["owner", "folded"])
    _owned(
        "identities",
        _key("interviewer_id", sa.Uuid()),
        _key("value", sa.String()),
        sa.Column("denied", sa.Boolean(), nullable=False),
        links={"interviewer_id": "interviewers"},
    )
    op.create_index("ix_identities_owner_value", "identities", ["owner", "value"])
    _owned(
        "interactions",
        _key("id", sa.Uuid()),
        sa.Column("interviewer_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("channel", sa.String(16), nullable=True),
        _at("at"),
        *_noun(),
        links={"interviewer_id": "interviewers"},
    )


def _applications() -> None:
    _owned(
        "applications",
        _key("id", sa.Uuid()),
        sa.Column("company_id", sa.Uuid(), nullable=False),
        _text("role", empty=True),
        sa.Column("applied_on", sa.Date(), nullable=True),
        sa.Column("slow_process", sa.Boolean(), nullable=False),
        sa.Column("outcome", sa.String(16), nullable=True),
        _at("outcome_at", empty=True),
        *_noun(),
        links={"company_id": "companies"},
    )
    _owned(
        "pages",
        _key("value", sa.String()),
        sa.Column("company_id", sa.Uuid(), nullable=False),
        links={"company_id": "companies"},
    )
    _owned(
        "interviews",
        _key("id", sa.Uuid()),
        sa.Column("application_id", sa.Uuid(), nullable=False),
        _at("starts"),
        _at("ends"),
        sa.Column("zone", sa.String(64), nullable=False),
        links={"application_id": "applications"},
    )
    _owned(
        "parts",
        _key("application_id", sa.Uuid()),
        _key("interviewer_id", sa.Uuid()),
        sa.Column("part", sa.String(16), nullable=False),
        links={"application_id": "applications", "interviewer_id": "interviewers"},
    )


def _owned(name: str, *columns: sa.Column[Any], links: dict[str, str] | None = None) -> None:
    """A table whose rows have an owner first in their key, linked to other rows of the same owner."""
    keys = ["owner", *(column.name for column in columns if column.info.get("key"))]
    constraints = [
        sa.ForeignKeyConstraint(
            ["owner", column],
            [f"{table}.owner", f"{table}.id"],
            name=f"fk_{name}_{table}",
            ondelete="CASCADE",
        )
        for column, table in (links or {}).items()
    ]
    op.create_table(
        name,
        sa.Column("owner", sa.Uuid(), nullable=False),
        *columns,
        sa.ForeignKeyConstraint(["owner"], ["accounts.id"], name=f"fk_{name}_accounts", ondelete="CASCADE"),
        *constraints,
        sa.PrimaryKeyConstraint(*keys, name=f"pk_{name}"),
    )
    for column in set(links or {}) - {keys[1]}:
        op.create_index(f"ix_{name}_owner_{column}", name, ["owner", column])


def _key(name: str, kind: sa.types.TypeEngine[Any]) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False, info={"key": True})


def _text(name: str, empty: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.String(), nullable=empty)


def _at(name: str, empty: bool = False) -> sa.Column[Any]:
    return sa.Column(name, Instant(), nullable=empty)


def _secret() -> sa.Column[Any]:
    return sa.Column("secret", sa.LargeBinary(), nullable=False)


def _noun() -> list[sa.Column[Any]]:
    made_from = sa.Column("made_from", sa.String(64), nullable=True)
    return [sa.Column("version", sa.Integer(), nullable=False), made_from]

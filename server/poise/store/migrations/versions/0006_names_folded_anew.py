"""Names are folded as the extension folds them, a company's otherwise than a person's; those that are one become one."""

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from alembic import op

from poise.store.naming import folded, folded_company

revision = "0006"
down_revision = "0005"


def _table(name: str, *ids: str) -> sa.TableClause:
    uuids = (sa.column(one, sa.Uuid()) for one in ("owner", *ids))
    return sa.table(name, *uuids, sa.column("name", sa.String()), sa.column("folded", sa.String()))


PEOPLE, COMPANIES, ALIASES = _table("interviewers", "id"), _table("companies", "id"), _table("aliases")
FOLDS: dict[sa.TableClause, Callable[[str], str]] = {
    PEOPLE: folded, COMPANIES: folded_company, ALIASES: folded_company
}  # fmt: skip
_ASIDE = "\n"  # no name has it
OF_A_COMPANY = [_table(name, "company_id") for name in ("applications", "pages", "aliases")]


def upgrade() -> None:
    for row in _folded_otherwise(PEOPLE):
        _change(PEOPLE, row, PEOPLE.c.id == row["id"])
    for row in _set_aside(COMPANIES):
        twin = _named(COMPANIES, row)
        if twin:
            _join(row, twin)
        else:
            _change(COMPANIES, row, COMPANIES.c.id == row["id"])
    for row in _set_aside(ALIASES):
        same = ALIASES.c.folded == _ASIDE + row["folded"]
        if _named(ALIASES, row):
            op.execute(sa.delete(ALIASES).where(ALIASES.c.owner == row["owner"], same))
        else:
            _change(ALIASES, row, same)


def _folded_otherwise(table: sa.TableClause) -> list[sa.RowMapping]:
    rows = op.get_bind().execute(sa.select(table)).mappings()
    return [row for row in rows if row["folded"] != FOLDS[table](row["name"])]


def _set_aside(table: sa.TableClause) -> list[sa.RowMapping]:
    """The same, none of them in the way of what another is now compared as."""
    found = _folded_otherwise(table)
    for row in found:
        same = table.c.owner == row["owner"], table.c.folded == row["folded"]
        op.execute(sa.update(table).where(*same).values(folded=_ASIDE + row["folded"]))
    return found


def _named(table: sa.TableClause, row: sa.RowMapping) -> sa.RowMapping | None:
    """Whoever of the same owner is called so already."""
    same = table.c.owner == row["owner"], table.c.folded == FOLDS[table](row["name"])
    return op.get_bind().execute(sa.select(table).where(*same)).mappings().first()


def _change(table: sa.TableClause, row: sa.RowMapping, which: sa.ColumnElement[Any]) -> None:
    change = sa.update(table).where(table.c.owner == row["owner"], which)
    op.execute(change.values(folded=FOLDS[table](row["name"])))


def _join(row: sa.RowMapping, twin: sa.RowMapping) -> None:
    """What is of the one company is of the other from now on."""
    for table in OF_A_COMPANY:
        mine = table.c.owner == row["owner"], table.c.company_id == row["id"]
        op.execute(sa.update(table).where(*mine).values(company_id=twin["id"]))
    op.execute(sa.delete(COMPANIES).where(COMPANIES.c.owner == row["owner"], COMPANIES.c.id == row["id"]))

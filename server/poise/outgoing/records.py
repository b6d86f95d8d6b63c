"""Everything as JSON: one list for each table, in an order that the data alone decide. The intake reads it back."""

import json

from sqlalchemy.orm import Session

from poise.store import rows

FORMAT = 1


def as_json(session: Session) -> bytes:
    """All rows but the keys of browsers and the history; the same data give the same bytes."""
    tables = {
        name: [rows.encoded(name, row) for row in rows.everything(session, name)] for name in rows.NAMES
    }
    content = {"poise": FORMAT} | {name: sorted(tables[name], key=json.dumps) for name in sorted(tables)}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()

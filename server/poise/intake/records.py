"""Our own export, read back: one list for each table, each row with all columns but its owner."""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from math import isinf
from typing import Any

from sqlalchemy.orm import Session

from poise.errors import BadInput, Exit, PoiseError, sentence
from poise.intake.offers import Records
from poise.intake.tables import cap
from poise.intake.upload import Text
from poise.store import rows

FORMAT = 1
_MOST_FAULTS = 20  # that are told at once
_LONGEST_NUMBER = 20  # digits; what is kept has ten at most


def new_records(session: Session, text: Text) -> tuple[Records, int]:
    """The rows that are not here yet, and how many are here just so; BadInput with the place of each fault."""
    tables, ours = _read(text), dict[Any, Any]()
    new, same, kept = dict[str, list[rows.Row]](), 0, 0
    for name, listed in tables.items():
        here = {rows.key_of(name, row): row for row in rows.everything(session, name)}
        if name == "companies":
            ours = _same_companies(here.values(), listed)
        new[name] = []
        for one in listed:
            row = one | ({"company_id": ours[one["company_id"]]} if one.get("company_id") in ours else {})
            known = here.get(rows.key_of(name, row))
            same += known == row
            kept += known is not None and known != row
            if known is None and row.get("id") not in ours:
                new[name].append(row)
    return Records(new, kept), same


def _same_companies(here: Iterable[rows.Row], listed: Iterable[rows.Row]) -> dict[Any, Any]:
    """Companies that have another id here: the export's to ours."""
    ids = {row["folded"]: row["id"] for row in here}
    known = set(ids.values())
    return {
        row["id"]: ids[row["folded"]] for row in listed if row["folded"] in ids and row["id"] not in known
    }


def _read(text: Text) -> dict[str, list[rows.Row]]:
    content = _parsed(text)
    version = content.pop("poise", None)
    if not isinstance(version, int) or isinstance(version, bool):
        raise text.refuse(sentence("export_no_version"))
    if version > FORMAT:
        raise PoiseError(sentence("made_by_newer", file=text.name), Exit.NEWER_DATA)
    faults = list(islice(_faults(content), _MOST_FAULTS))
    if faults:
        raise BadInput([(f"{text.name}: {place}", fault) for place, fault in faults])
    return {
        name: [rows.decoded(name, row) for row in content[name]] for name in rows.NAMES if name in content
    }


class _OddError(ValueError):
    """What JSON can say and no export of Poise does, to be read after "for"."""


def _parsed(text: Text) -> dict[str, Any]:
    try:
        content = json.loads(
            text.text, object_pairs_hook=_once, parse_constant=_none, parse_int=_whole, parse_float=_finite
        )
    except json.JSONDecodeError as wrong:
        said = sentence("export_damaged")
        raise text.refuse(said, wrong.lineno) from None
    except RecursionError:
        raise text.refuse(sentence("export_too_deep")) from None
    except _OddError as wrong:
        raise text.refuse(f"the file was changed since Poise made it, for {wrong}: make it again.") from None
    if not isinstance(content, dict):
        raise text.refuse(sentence("no_export"))
    return content


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise _OddError("a name stands twice in one place")
    return value


def _none(name: str) -> Any:
    raise _OddError(f"{name} is no number in JSON")


def _whole(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER:
        raise _OddError("a number in it has too many digits")
    return int(digits)


def _finite(digits: str) -> float:
    if isinf(number := float(digits)):
        raise _OddError("a number in it is too large")
    return number


def _faults(content: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if sum(len(listed) for listed in content.values() if isinstance(listed, list)) > cap("records", "rows"):
        yield "", f"there are more than {cap('records', 'rows'):,} rows."
        return
    for name, listed in content.items():
        if name not in rows.NAMES:
            yield name[:60], "This table is not known."
        elif not isinstance(listed, list):
            yield name, "This is no list: make the export again."
        else:
            for number, one in enumerate(listed):
                for place, fault in rows.faults(name, one):
                    yield f"{name}[{number}]{place}", fault

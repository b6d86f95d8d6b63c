"""A table of any tracker: its columns guessed by what they are called, the guess shown and kept by name."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta

from poise.errors import BadInput, sentence
from poise.etiquette.facts import Outcome, OutcomeKind, Role
from poise.intake.csvfile import Line, Table, find_table
from poise.intake.dates import Moment, Order, Unclear, order_of, read_moment
from poise.intake.linkedin_archive import instant_of
from poise.intake.offers import Person, Preview, Sought, Wishes
from poise.intake.tables import alike, table
from poise.intake.upload import Text

_DATES = ("applied_on", "decided_on", "interview")
_LONGEST = 300
_HOUR = timedelta(hours=1)


def tracker_of(text: Text, mapping: Mapping[str, str]) -> Table:
    """The table, its columns as the user maps them, else as they are called; BadInput where none is known."""
    unknown = [field for field in mapping if field not in table("tracker")["columns"]]
    if unknown:
        fields = ", ".join(table("tracker")["columns"])
        raise BadInput([("--map", f"{unknown[0]!r} is no field: say one of {fields}.")])
    found = find_table(text, _guess(mapping), whole=False)
    if found is None and "company" in mapping:
        raise text.refuse(sentence("no_such_column", column=repr(mapping["company"])))
    if found is None:
        raise text.refuse(sentence("no_company_column"))
    missing = [header for header in mapping.values() if alike(header) not in map(alike, found.headers)]
    if missing:
        raise text.refuse(sentence("no_such_column", column=repr(missing[0])), found.header_line)
    return found


def mapping_of(found: Table) -> dict[str, str]:
    """Field to header, as it is shown and kept."""
    return {field: found.headers[at] for field, at in found.columns.items()}


def sought(found: Table, wishes: Wishes, preview: Preview) -> Iterator[Sought]:
    """Each application of the table; BadInput with the line where one cannot be read."""
    preview.mapping = mapping_of(found)
    if found.unknown():
        preview.note("unknown_columns", file=found.text.name, columns=", ".join(found.unknown())[:_LONGEST])
    orders = {field: _order(found, wishes, field) for field in _DATES if field in found.columns}
    last = found.text.text.count("\n") + 1
    for line in found.rows():
        if line.number % 100 == 0:
            wishes.progress(line.number / last)
        if line.get("company"):
            yield _one(found, line, orders, wishes)
        else:
            raise found.text.refuse(sentence("row_without_company"), line.number)


def _guess(mapping: Mapping[str, str]) -> Callable[[list[str]], Mapping[str, int]]:
    def guess(headers: list[str]) -> Mapping[str, int]:
        said = {field: alike(header) for field, header in mapping.items()}
        found = {field: headers.index(header) for field, header in said.items() if header in headers}
        for field, words in table("tracker")["columns"].items():
            free = (headers.index(word) for word in words if word in headers)
            place = next((at for at in free if at not in found.values()), None)
            if place is not None and field not in said:
                found[field] = place
        return found if "company" in found and len(found) > 1 else {}

    return guess


def _order(found: Table, wishes: Wishes, field: str) -> Order | None:
    try:
        return wishes.dates or order_of(line.get(field) for line in found.rows())
    except Unclear as wrong:
        raise found.text.refuse(
            sentence("column_says", column=found.headers[found.columns[field]], fault=wrong.args[0])
        ) from None


def _one(found: Table, line: Line, orders: Mapping[str, Order | None], wishes: Wishes) -> Sought:
    def moment(field: str) -> Moment | None:
        said = line.get(field)
        try:
            return read_moment(said, orders.get(field), wishes.zone) if said else None
        except Unclear as wrong:
            header = found.headers[found.columns[field]]
            raise found.text.refuse(
                sentence("column_says", column=header, fault=wrong.args[0]), line.number
            ) from None

    applied, interview = moment("applied_on"), moment("interview")
    return Sought(
        company=_name(found, line, "company"),
        role=_name(found, line, "role") or None,
        applied_on=applied.day if applied else None,
        outcome=_outcome(found, line, moment("decided_on"), wishes),
        interviews=_times(interview, wishes),
        person=_person(found, line, wishes),
        notes="\n".join(line.get("notes").splitlines()) or None,
        line=line.number,
    )


def _name(found: Table, line: Line, field: str) -> str:
    plain = " ".join(line.get(field).split())
    if len(plain) > _LONGEST or not plain.isprintable():
        raise found.text.refuse(sentence("no_name", column=found.headers[found.columns[field]]), line.number)
    return plain


def _outcome(found: Table, line: Line, decided: Moment | None, wishes: Wishes) -> Outcome | None:
    said = alike(line.get("status"))
    kinds = table("tracker")["status"]
    kind = next((kind for kind, words in kinds.items() if said in map(alike, words)), None)
    if kind is None:
        raise found.text.refuse(
            sentence(
                "no_status",
                column=found.headers[found.columns["status"]],
                status=repr(line.get("status")[:40]),
            ),
            line.number,
        )
    if kind == "open":
        return None
    return Outcome(OutcomeKind(kind), instant_of(decided, wishes) if decided else wishes.now)


def _times(interview: Moment | None, wishes: Wishes) -> tuple[tuple[datetime, datetime], ...]:
    """An hour; where the day alone is known, all of it."""
    if interview is None:
        return ()
    if interview.at is not None:
        return ((interview.at, interview.at + _HOUR),)
    start = datetime.combine(interview.day, datetime.min.time(), tzinfo=wishes.zone)
    return ((start, start + timedelta(days=1)),)


def _person(found: Table, line: Line, wishes: Wishes) -> Person | None:
    """Whoever is called a contact is a go-between; who interviews has a column of their own."""
    profiles = wishes.profiles(line.get("profile")) if line.get("profile") else ()
    for field, part in (("interviewer", Role.INTERVIEWER), ("contact", Role.RECRUITER)):
        name = _name(found, line, field)
        if name:
            return Person(name, part, profiles)
    return None

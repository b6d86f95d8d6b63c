"""LinkedIn's own archive: whom the user is connected with, who asked whom, and when who wrote; never what."""

import html
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, time

from poise.errors import sentence
from poise.etiquette.facts import HistoryKind
from poise.intake.csvfile import Line, Table, find_table
from poise.intake.dates import Moment, Order, Unclear, order_of, read_moment
from poise.intake.offers import Contact, Preview, Wishes
from poise.intake.tables import alike, table
from poise.intake.upload import Text

LISTS = ("connections", "invitations", "messages")
_HALF_OF_DAY = re.compile(r"\b[ap]\.?m\b", re.IGNORECASE)


def list_of(text: Text) -> tuple[str, Table] | None:
    """Which of the archive's lists a file is, by its header; None if it is none of them."""
    for name in LISTS:
        found = find_table(text, _columns(name), whole=True)
        if found is not None:
            return name, found
    return None


def contacts(name: str, found: Table, wishes: Wishes, preview: Preview) -> Iterator[Contact]:
    """What a list tells; BadInput with the line where it cannot be read."""
    if found.unknown():
        preview.note("unknown_columns", file=found.text.name, columns=", ".join(found.unknown())[:300])
    order = _order(found, wishes, {"connections": "on"}.get(name, "at"))
    read: dict[str, Callable[[Table, Order | None, Wishes], Iterator[Contact]]] = {
        "connections": _connections,
        "invitations": _invitations,
        "messages": _messages,
    }
    yield from read[name](found, order, wishes)


def _columns(name: str) -> Callable[[list[str]], Mapping[str, int]]:
    wanted = table("linkedin")[name]

    def guess(headers: list[str]) -> Mapping[str, int]:
        found = {
            field: headers.index(word)
            for field, words in wanted["columns"].items()
            for word in words
            if word in headers
        }
        return found if all(field in found for field in wanted["needs"]) else {}

    return guess


def _order(found: Table, wishes: Wishes, field: str) -> Order | None:
    """LinkedIn writes am and pm only where the month comes first; of others that says nothing."""
    dates = [line.get(field) for line in found.rows()]
    by_half = Order.MONTH if any(_HALF_OF_DAY.search(text) for text in dates) else None
    try:
        return wishes.dates or order_of(dates) or by_half
    except Unclear as wrong:
        raise found.text.refuse(sentence("say_which_dates", fault=wrong.args[0])) from None


def _connections(found: Table, order: Order | None, wishes: Wishes) -> Iterator[Contact]:
    for line in found.rows():
        name = f"{_clean(line.get('first'))} {_clean(line.get('last'))}".strip()
        if name:  # somebody who has left LinkedIn is an empty row
            at = _at(found, line, line.get("on"), order, wishes)
            company = _clean(line.get("company")) or None
            yield Contact(None, name, at, wishes.profiles(line.get("url")), company)


def _invitations(found: Table, order: Order | None, wishes: Wishes) -> Iterator[Contact]:
    words = table("linkedin")["words"]
    for line in found.rows():
        direction = alike(line.get("direction"))
        if direction in words["outgoing"]:
            kind, whom = HistoryKind.CONNECT, "to"
        elif direction in words["incoming"]:
            kind, whom = HistoryKind.THEY_CONNECTED, "from"
        else:
            raise found.text.refuse(sentence("no_direction"), line.number)
        at = _at(found, line, line.get("at"), order, wishes)
        yield Contact(kind, _clean(line.get(whom)), at, wishes.profiles(line.get(f"{whom}_url")))


def _messages(found: Table, order: Order | None, wishes: Wishes) -> Iterator[Contact]:
    """Each message once for everybody on the other side of it."""
    me = _most_talkative(found)
    for line in found.rows():
        if _is_aside(line):
            continue
        at = _at(found, line, line.get("at"), order, wishes)
        name, url = _clean(line.get("from")), line.get("from_url")
        if (url or name) != me:
            yield Contact(HistoryKind.THEY_WROTE, name, at, wishes.profiles(url))
        if (url or name) == me or me is None:  # of somebody tracked, one of the two is true
            for name, url in _recipients(line):
                yield Contact(HistoryKind.MESSAGE, name, at, wishes.profiles(url))


def _is_aside(line: Line) -> bool:
    words = table("linkedin")["words"]
    folder = alike(line.get("folder"))
    return alike(line.get("draft")) in words["yes"] or folder in words["draft"] or folder in words["aside"]


def _most_talkative(found: Table) -> str | None:
    """Who is the user: whoever has a part in more conversations than anybody else; else the folder says it."""
    parties: dict[str, set[str]] = {}
    for line in found.rows():
        everybody = [(_clean(line.get("from")), line.get("from_url")), *_recipients(line)]
        parties.setdefault(line.get("conversation"), set()).update(url or name for name, url in everybody)
        if alike(line.get("folder")) in table("linkedin")["words"]["outgoing"]:
            return line.get("from_url") or _clean(line.get("from"))
    counts = Counter(one for talked in parties.values() for one in talked if one).most_common(2)
    clear = len(counts) > 1 and counts[0][1] > counts[1][1]
    return counts[0][0] if clear else None


def _recipients(line: Line) -> list[tuple[str, str]]:
    """Name and address of each; where the two lists differ in length, by address alone."""
    urls = [url.strip() for url in re.split(r"[,;\s]+", line.get("to_url")) if url.strip()]
    names = [_clean(name) for name in re.split(r"[,;]", line.get("to")) if name.strip()]
    if len(urls) == len(names) or not urls:
        return list(zip(names, urls or [""] * len(names), strict=True))
    return [("", url) for url in urls]


def _at(found: Table, line: Line, text: str, order: Order | None, wishes: Wishes) -> datetime:
    try:
        return instant_of(read_moment(_clean(text), order, wishes.zone), wishes)
    except Unclear as wrong:
        raise found.text.refuse(sentence("date_says", fault=wrong.args[0]), line.number) from None


def instant_of(moment: Moment, wishes: Wishes) -> datetime:
    """The instant; noon where the day alone is known."""
    return moment.at or datetime.combine(moment.day, time(12), tzinfo=wishes.zone).astimezone(UTC)


def _clean(text: str) -> str:
    """Plain words: what HTML stands for, gaps closed, nothing that cannot be seen."""
    plain = " ".join(html.unescape(text).split())
    return "".join(letter for letter in plain if letter.isprintable())[:300]

"""An hour of ordinary browsing: what the etiquette allows is left alone, what it holds is held, and asked once."""

import sys
from collections import Counter

import pytest

from tests.demo.hour import Row, Visit, hour
from tests.practice import Practice
from tests.practice.people import Person

from .battery import EVENTS, Site, decide
from .screen import Screen
from .tracking import ACME, JANE, interview, track
from .waiting import until

SEED = 20261123
AN_HOUR, A_QUARTER = 200, 50  # gestures on strangers
TRACKED = 20
# What a content script says only when it asks, hears the answer, or saw something go out to somebody tracked.
TELLING = ("ask", "choose", "sent")
SENT_TO_TRACKED = 4


@pytest.fixture
def everybody(screen: Screen) -> None:
    """Somebody of every stage, and two companies' pages."""
    on_both = [JANE, on_facebook("jane.doe.acme")]
    track(screen, name="Jane Doe", profiles=on_both, pages=[ACME])
    tom = on_linkedin("tom-lindqvist")
    track(screen, name="Tom Lindqvist", company="Askja", profiles=[tom], interviews=[interview(days=2)])
    yael = on_linkedin("yael-ben-tov")
    track(screen, name="Yael Ben-Tov", company="Carmel Ledger", profiles=[yael], interviews=[])
    fjord, bjorn = on_facebook("fjordkraftdata"), on_linkedin("bjørn-åse-müller")
    offered = track(screen, name="Bjørn Åse-Müller", company="Fjordkraft", profiles=[bjorn], pages=[fjord])
    decide(screen, offered, "offer")
    anna = on_facebook("anna.von.hohen")
    decide(screen, track(screen, name="Anna von Hohen", company="Altwasser", profiles=[anna]), "rejected")


def on_linkedin(slug: str) -> str:
    return f"https://www.linkedin.com/in/{slug}/"


def on_facebook(name: str) -> str:
    return f"https://www.facebook.com/{name}"


def strangers(practice: Practice) -> list[Person]:
    tracked = {"jane-doe", "tom-lindqvist", "yael-ben-tov", "bjørn-åse-müller", "anna-graefin-von-hohen"}
    return [one for one in practice.people.persons if one.slug not in tracked]


@pytest.mark.usefixtures("everybody")
@pytest.mark.parametrize("gestures_on_strangers", [A_QUARTER, pytest.param(AN_HOUR, marks=pytest.mark.long)])
def test_ordinary_browsing(
    screen: Screen, practice: Practice, capsys: pytest.CaptureFixture[str], gestures_on_strangers: int
) -> None:
    visits = hour(SEED, strangers(practice), gestures_on_strangers)
    gestures = {
        tracked: sum(one.gestures for one in visits if one.tracked is tracked) for tracked in (True, False)
    }
    assert gestures == {True: TRACKED, False: gestures_on_strangers}
    screen.listen()
    for visit in visits:
        go(Site(screen, practice, visit.site), visit)
    held = sum(bool(row.held) for visit in visits for row in visit.rows)
    heard = Counter(kind for kind in screen.heard() if kind in TELLING)
    assert heard == {"ask": held, "choose": held, "sent": SENT_TO_TRACKED}
    with capsys.disabled():
        sys.stdout.write(
            f"\n{screen.browser.name}: {len(visits)} pages, {gestures[False]} gestures on strangers let alone, "
            f"{gestures[True]} on tracked people, {held} of them held and asked about once\n"
        )


def go(site: Site, visit: Visit) -> None:
    """Nothing but what the rows say is sent; on a stranger's page nothing of ours is left or was said."""
    site.practice.clear()
    site.open(visit.path, **visit.options)
    sent: list[tuple[str, str]] = []
    for row in visit.rows:
        if row.sends:
            sent.append(row.sends)
        try:
            do(site, row)
            site.has_sent(*sent)
        except Exception as wrong:
            wrong.add_note(
                f"{visit.site} {visit.path} {dict(visit.options)}: {row.control} | {row.gesture} | {row.expect}"
            )
            raise
    if not visit.tracked:
        assert site.screen.nodes() == visit.chip, visit


def do(site: Site, row: Row) -> None:
    if row.sends and row.sends[0] == "accept":
        until(lambda: asked(site.screen), "their request, noted while it was read")
        site.screen.renew()
    if row.gesture == "write":
        site.type(row.control, row.expect)
    elif row.held:
        site.holds(row.control, row.gesture, rule=row.held)
        site.screen.choose("send_anyway" if row.sent_anyway else "cancel")
    else:
        passes(site, row)
    if row.hinted:
        assert site.screen.hint().get_attribute("data-rule") == row.hinted


def asked(screen: Screen) -> bool:
    """Whether the service knows that somebody tracked asked to connect."""
    answer = screen.tell({"kind": "request", "method": "GET", "path": "/interactions"})
    return any(one["kind"] == "they_connected" for one in answer["body"]["items"])


def passes(site: Site, row: Row) -> None:
    """All that the gesture consists of reached the site's innermost handlers."""
    site.use(row.control, row.gesture)
    seen = list(dict.fromkeys(site.saw("root", "element", name=row.control)))
    assert seen[: len(EVENTS[row.gesture])] == EVENTS[row.gesture]

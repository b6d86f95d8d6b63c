"""What the extension keeps in the browser, looked at: names only where PRIVACY.md says, nothing that a browser carries elsewhere."""

import json
from typing import Any

import pytest

from tests.practice import Practice

from .battery import Site
from .screen import Screen
from .service import Service
from .standing import comes_to
from .test_popup import fill, popup, press
from .tracking import JANE, track
from .waiting import until

CONNECT = "connect jane-doe top"
DUMP = "Promise.all(['sync', 'local', 'session'].map((area) => api.storage[area].get(null)))"
NAMES = ("Canary", "jane-doe", "Jane Doe", "Sam Poe")
# By PRIVACY.md: the service's last answer for good; until the browser closes what is asked, hinted, or entered and not answered.
LOCAL = {"person", "index", "meta"}
SESSION = {"question", "verdict", "advice", "unanswered"}


def kinds(area: dict[str, Any], *of: str) -> set[str]:
    """The kinds of keys under which one of these words stands."""
    told = {key: f"{key} {json.dumps(value, ensure_ascii=False)}" for key, value in area.items()}
    return {key.partition(":")[0] for key, text in told.items() if any(word in text for word in of)}


def kept(screen: Screen) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = screen.api(DUMP)
    return found


@pytest.mark.entry("P10")
def test_names_stand_where_the_privacy_page_says_and_nowhere_else(
    screen: Screen, practice: Practice, service: Service
) -> None:
    track(screen, name="Jane Doe", company="Canary GmbH", profiles=[JANE])
    site = Site(screen, practice, "linkedin")
    site.open("/in/jane-doe/")
    site.refuses(CONNECT, rule="connect-before-decision")
    screen.open(practice.url("/in/sam-poe/"))
    service.stop()
    with popup(screen):
        press(screen, '[data-track="person"]')
        fill(screen, "company", "Canary AS")
        press(screen, "#here form [type=submit]")
        until(lambda: kinds(kept(screen)[2], "Canary AS") == {"unanswered"}, "what was entered")
    site.open("/in/jane-doe/")
    site.refuses(CONNECT, rule="connect-before-decision")
    comes_to(screen, queued=1)
    screen.tell({"kind": "quiet", "quiet": True})
    site.open("/in/jane-doe/")
    site.use(CONNECT)
    until(lambda: "verdict" in kinds(kept(screen)[2], "failure"), "the question in a window of its own")
    sync, local, session = kept(screen)
    assert sync == {}
    assert kinds(local, *NAMES) == LOCAL
    assert kinds(session, *NAMES) <= SESSION
    assert {"question", "unanswered"} <= kinds(session, *NAMES)
    service.start()
    secrets = [known["keyid"] for known in service.ask("browsers")]
    assert [kinds(area, *secrets) for area in (sync, local, session)] == [set()] * 3
    screen.tell({"kind": "quiet", "quiet": False})

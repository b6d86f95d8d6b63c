"""The way of one click: held, explained, not sent; sent anyway without a second question; nothing for strangers."""

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from tests.practice import Practice

from .battery import Site
from .gestures import GESTURES
from .screen import Screen
from .service import Service
from .standing import state_of
from .tracking import JANE
from .waiting import until

RULE = "connect-before-decision"
CONNECT, SEND = "connect jane-doe top", "dialog send jane-doe"
GENERATIONS = ("late-link", "late-button")
# Space does not use a link: it scrolls.
USES = [(made, by) for made in GENERATIONS for by in GESTURES if (made, by) != ("late-link", "space")]


@pytest.fixture
def site(jane: Screen, practice: Practice) -> Site:
    return Site(jane, practice, "linkedin")


@pytest.mark.parametrize(("generation", "gesture"), USES)
def test_a_click_on_an_interviewer_is_held_and_explained(site: Site, generation: str, gesture: str) -> None:
    site.open("/in/jane-doe/", gen=generation)
    tabs = site.screen.driver.window_handles
    warning = site.holds(CONNECT, gesture, rule=RULE)
    assert "Jane Doe" in warning.text
    assert "Acme" in warning.text
    site.screen.choose("cancel")
    assert site.screen.driver.current_url.startswith(JANE)
    assert site.screen.driver.window_handles == tabs
    assert site.sent == []


def test_send_anyway_asks_once(site: Site) -> None:
    site.open("/in/jane-doe/")
    site.holds(CONNECT, rule=RULE)
    site.screen.choose("send_anyway")
    site.passes(CONNECT)
    site.passes(SEND)
    site.has_sent(("connect", "jane-doe"))


def test_escape_sends_nothing_and_gives_the_page_back(site: Site) -> None:
    site.open("/in/jane-doe/")
    site.holds(CONNECT, rule=RULE)
    ActionChains(site.screen.driver).send_keys(Keys.ESCAPE).perform()
    until(lambda: site.screen.ours('[role="alertdialog"]') is None, "the warning gone")
    site.refuses(CONNECT, rule=RULE)
    assert site.sent == []


def test_an_offer_frees_the_way(site: Site, service: Service) -> None:
    assert site.screen.badge() == "1"
    service.say("outcome", "Acme GmbH", "offer")  # in a terminal, beside the browser
    site.screen.renew()
    assert site.screen.badge() == ""
    site.open("/in/jane-doe/")
    site.passes(CONNECT)
    site.passes(SEND)
    site.has_sent(("connect", "jane-doe"))
    hint = site.screen.hint()
    assert hint.get_attribute("data-rule") == "connect-with-note"
    assert "Jane" in hint.text


def test_a_stopped_service_still_holds_and_says_how_old_its_knowledge_is(
    site: Site, service: Service
) -> None:
    service.stop()
    site.open("/in/jane-doe/")
    site.holds(CONNECT, rule=RULE)
    until(lambda: "did not answer" in site.screen.warning().text, "the age of the snapshot")
    site.screen.choose("cancel")
    assert state_of(site.screen)["queued"] == 1
    service.start()
    site.screen.renew()
    assert state_of(site.screen)["queued"] == 0

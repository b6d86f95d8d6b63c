"""The way of one click: held, explained, not sent; sent anyway without a second question; nothing for strangers."""

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

from tests.practice import Practice

from .conftest import JANE
from .gestures import GESTURES
from .screen import Screen
from .service import Service
from .waiting import until

CONNECT = '[aria-label^="Invite "][aria-label$=" to connect"]'
GENERATIONS = ("late-link", "late-button")


def connect(screen: Screen, name: str = "Jane Doe") -> WebElement:
    """The Connect control of a person that can be seen."""
    label = f'[aria-label="Invite {name} to connect"]'
    return until(
        lambda: next((one for one in screen.driver.find_elements("css selector", label) if one.is_displayed()), None),
        f"Connect for {name}",
    )


HANDLED = ("pointer", "mouse", "touch", "key", "click", "auxclick", "dblclick", "submit")


def site_log(screen: Screen) -> list[str]:
    """The gestures that handlers of the site saw on its controls."""
    log = screen.driver.execute_script("return window.siteLog.filter((one) => one.control && one.key !== 'Control')")
    return [f"{one['layer']} {one['type']} {one['control']}" for one in log if one["type"].startswith(HANDLED)]


def inside(screen: Screen, selector: str) -> WebElement:
    """A control of the invite dialog, in the open shadow root under #interop-outlet."""
    return until(
        lambda: next(
            (one for one in screen.find("#interop-outlet").shadow_root.find_elements("css selector", selector) if one.is_displayed()),
            None,
        ),
        f"{selector} in the dialog",
    )


def press(screen: Screen, element: WebElement, by: str = "mouse") -> None:
    GESTURES[by](screen.driver, element)


@pytest.mark.parametrize("generation", GENERATIONS)
@pytest.mark.parametrize("gesture", GESTURES)
def test_a_click_on_an_interviewer_is_held_and_explained(
    jane: Screen, practice: Practice, generation: str, gesture: str
) -> None:
    jane.open(practice.url("/in/jane-doe/", gen=generation))
    button = connect(jane)
    if gesture == "space" and button.tag_name == "a":
        pytest.skip("Space scrolls on a link; it does not use it")
    jane.chip()
    jane.driver.execute_script("window.siteLog.length = 0")
    press(jane, button, gesture)
    warning = jane.warning()
    assert warning.get_attribute("data-verdict") == "hold"
    assert warning.get_attribute("data-rule") == "connect-before-decision"
    assert "Jane Doe" in warning.text
    assert "Acme" in warning.text
    assert site_log(jane) == []
    assert practice.requests == []
    jane.choose("cancel")
    assert jane.driver.current_url.startswith(JANE)
    assert len(jane.driver.window_handles) == 2


def test_a_stranger_costs_nothing(jane: Screen, practice: Practice) -> None:
    jane.open(practice.url("/in/sam-poe/"))
    assert jane.nodes() == 0
    press(jane, connect(jane, "Sam Poe"))
    press(jane, inside(jane, '[aria-label="Send without a note"]'))
    until(lambda: practice.requests, "the stranger's invitation")
    assert [sent.target for sent in practice.requests] == ["sam-poe"]
    assert jane.nodes() == 0


def test_send_anyway_asks_once(jane: Screen, practice: Practice) -> None:
    jane.open(practice.url("/in/jane-doe/"))
    press(jane, connect(jane))
    jane.choose("send_anyway")
    press(jane, connect(jane))
    press(jane, inside(jane, '[aria-label="Send without a note"]'))
    until(lambda: practice.requests, "the invitation")
    assert [sent.target for sent in practice.requests] == ["jane-doe"]
    assert jane.ours('[role="alertdialog"]') is None


def test_escape_sends_nothing_and_gives_the_page_back(jane: Screen, practice: Practice) -> None:
    jane.open(practice.url("/in/jane-doe/"))
    press(jane, connect(jane))
    jane.warning()
    ActionChains(jane.driver).send_keys(Keys.ESCAPE).perform()
    until(lambda: jane.ours('[role="alertdialog"]') is None, "the warning gone")
    press(jane, connect(jane))
    assert jane.warning().get_attribute("data-verdict") == "hold"
    assert practice.requests == []


def test_an_offer_frees_the_way(jane: Screen, service: Service, practice: Practice) -> None:
    assert jane.badge() == "1"
    service.say("outcome", "Acme GmbH", "offer")  # in a terminal, beside the browser
    jane.renew()
    assert jane.badge() == ""
    jane.open(practice.url("/in/jane-doe/"))
    press(jane, connect(jane))
    press(jane, inside(jane, '[aria-label="Send without a note"]'))
    until(lambda: practice.requests, "the invitation")
    hint = jane.hint()
    assert hint.get_attribute("data-rule") == "connect-with-note"
    assert "Jane" in hint.text


def test_a_stopped_service_still_holds_and_says_how_old_its_knowledge_is(
    jane: Screen, service: Service, practice: Practice
) -> None:
    service.stop()
    jane.open(practice.url("/in/jane-doe/"))
    press(jane, connect(jane))
    assert jane.warning().get_attribute("data-rule") == "connect-before-decision"
    until(lambda: "did not answer" in jane.warning().text, "the age of the snapshot")
    jane.choose("cancel")
    assert jane.tell({"kind": "state"})["queued"] == 1
    service.start()
    jane.renew()
    assert jane.tell({"kind": "state"})["queued"] == 0

"""A name that is markup: text to the letter wherever it is shown, and no element of it anywhere."""

from typing import Any

import pytest
from selenium.webdriver.remote.webelement import WebElement

from tests.practice import Practice

from .battery import Site, decide
from .dashboard import dashboard, follow
from .screen import OURS, Screen
from .test_popup import cards, popup
from .test_reminders import PRESS, switch, system_of
from .tracking import JANE, interview, track
from .waiting import until

OVERRIDE = "\u202e"  # all that follows is shown from right to left
NAME = f'"><img src=x onerror=alert(1)></script><b>Zoë</b> {OVERRIDE}&#x3C;'
PLAIN = NAME.replace(OVERRIDE, "")  # where there is no markup to keep it apart
COMPANY = f"<svg onload=alert(1)> {OVERRIDE}' & Sons"
MADE = "img:not([alt]), b, [onerror], [onload]"  # what these would become
CONNECT = "connect jane-doe top"

pytestmark = pytest.mark.entry("I16")


@pytest.fixture
def tracked(screen: Screen) -> dict[str, Any]:
    """Somebody of this name, whose thank-you is due within two hours."""
    return track(screen, name=NAME, company=COMPANY, profiles=[JANE], interviews=[interview(hours=-24)])


def shown_to_the_letter(element: WebElement, *names: str) -> None:
    text = str(element.get_property("textContent"))
    assert [name for name in names if name not in text] == []
    assert element.find_elements("css selector", MADE) == []
    isolated = [str(one.get_property("textContent")) for one in element.find_elements("css selector", "bdi")]
    assert sum(one.count(OVERRIDE) for one in isolated) == text.count(OVERRIDE), "it turns what is around it"


def test_on_a_page_of_a_site(screen: Screen, practice: Practice, tracked: dict[str, Any]) -> None:
    site = Site(screen, practice, "linkedin")
    site.open("/in/jane-doe/")
    shown_to_the_letter(screen.chip(), NAME)
    warning = site.holds(CONNECT, rule="connect-before-decision")
    shown_to_the_letter(warning, NAME, COMPANY)
    until(lambda: screen.warning().get_attribute("data-answered") == "service", "the service's own words")
    shown_to_the_letter(screen.warning(), NAME, COMPANY)
    screen.choose("cancel")
    decide(screen, tracked, "offer")
    screen.renew()
    site.passes(CONNECT)
    site.passes("dialog send jane-doe")
    until(lambda: "Zoë" in screen.hint().text or "img" in screen.hint().text, "the hint")
    for host in screen.driver.find_elements("css selector", OURS):
        assert host.shadow_root.find_elements("css selector", MADE) == []


def test_on_the_toolbar_and_in_pages_of_ours(screen: Screen, tracked: dict[str, Any]) -> None:
    assert PLAIN in screen.api("api.action.getTitle({})")
    with popup(screen):
        [card] = cards(screen, "#waiting")
        shown_to_the_letter(card, NAME, COMPANY)
    with dashboard(screen, "overview"):  # which is what is printed
        for selector in ("#agenda", "#time"):
            until(lambda selector=selector: screen.find(selector).text, selector)  # type: ignore[misc]  # mypy infers no default
        shown_to_the_letter(screen.find("#view"), NAME, COMPANY)
        shown_to_the_letter(
            follow(screen, f"people/{tracked['interviewer']['id']}", ".detail"), NAME, COMPANY
        )
        shown_to_the_letter(
            follow(screen, f"applications/{tracked['application']['id']}", ".detail"), NAME, COMPANY
        )


@pytest.mark.parametrize("browser", ["firefox"], indirect=True)
@pytest.mark.usefixtures("tracked")
def test_in_a_notification(screen: Screen) -> None:
    """As the system is handed it; Chromium hands it over inside itself."""
    with system_of(screen) as driver:
        switch(screen)

        def title() -> str:
            with driver.context("chrome"):
                return str(driver.execute_script(PRESS))

        assert PLAIN in until(title, "the reminder on the screen")
    switch(screen)

"""The extension updated under an open tab: what was there gives up without a word, what is new guards, and asks once."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.practice import Practice, Tunnel

from .altered import altered
from .arena import choices
from .battery import Site
from .by_user import FOR_FIREFOX, SAID
from .drivers import START, Browser
from .screen import OURS, Screen
from .service import Service
from .test_background import CONNECT, RULE, paired
from .tracking import JANE, track
from .waiting import until

NEXT = "999.0.0"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return altered(tmp_path, "manifest.json", lambda _: None)


@pytest.fixture(params=START)
def browser(request: pytest.FixtureRequest, tunnel: Tunnel, copy: Path) -> Iterator[Browser]:
    started = START[request.param](tunnel.port, copy)
    yield started
    started.driver.quit()


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Service]:
    running = Service(tmp_path / "data").start()
    yield running
    running.stop()


def update(browser: Browser, copy: Path) -> None:
    """A higher version in the place of the one that runs."""
    manifest = copy / "manifest.json"
    manifest.write_text(json.dumps(json.loads(manifest.read_text()) | {"version": NEXT}))
    if browser.name == "firefox":
        browser.driver.execute("INSTALL_ADDON", {"path": str(copy), "temporary": True})
    else:
        reload(browser)


def reload(browser: Browser) -> None:
    """By the button of its card, as its user does."""
    driver, name = browser.driver, browser.extension.rpartition("/")[2]
    here = driver.current_window_handle
    driver.switch_to.new_window("tab")
    driver.get("chrome://extensions")
    page = driver.find_element("css selector", "extensions-manager").shadow_root
    page.find_element("css selector", "extensions-toolbar").shadow_root.find_element("id", "devMode").click()
    cards = page.find_element("css selector", "extensions-item-list").shadow_root
    until(
        lambda: cards.find_element("id", name).shadow_root.find_element("id", "dev-reload-button"),
        "its button",
    ).click()
    until(lambda: NEXT in cards.find_element("id", name).shadow_root.find_element("id", "version").text, NEXT)
    driver.close()
    driver.switch_to.window(here)


def test_a_tab_that_was_open_is_guarded_by_the_new_one_alone(
    browser: Browser, own: Service, practice: Practice, copy: Path
) -> None:
    practice.clear()
    before = paired(browser, own)
    before.close_other_tabs()
    track(before, name="Jane Doe", profiles=[JANE])
    site = Site(before, practice, "linkedin")
    site.open("/in/jane-doe/")
    site.refuses(CONNECT, rule=RULE)
    update(browser, copy)
    site = Site(Screen(browser), practice, "linkedin")  # pages of ours were closed with the old one
    screen = site.screen
    assert screen.api("Promise.resolve(api.runtime.getManifest().version)") == NEXT
    until(lambda: site.guards(CONNECT), "the guard of the new one")
    site.use(CONNECT)  # whose window hears it first, for the site's listeners were there before the new ones
    assert screen.warning().get_attribute("data-rule") == RULE
    assert site.saw("element", "root") == []
    until(lambda: screen.warning().get_attribute("data-answered") == "service", "the service's own words")
    assert [standing(screen, kind) for kind in ("[role=alertdialog]", "[data-stage]")] == [1, 1]
    screen.choose("send_anyway")
    site.passes(CONNECT)
    site.passes("dialog send jane-doe")
    site.has_sent(("connect", "jane-doe"))
    until(lambda: len(choices(own)) == 2, "what was chosen, before and after")
    if browser.name == "chromium":
        browser.driver.get("chrome://extensions")
        said = browser.driver.execute_async_script(SAID, browser.extension.rpartition("/")[2])
        assert said == ["ENABLED", FOR_FIREFOX]


def standing(screen: Screen, kind: str) -> int:
    """How many of these there are in all that was put into the page."""
    roots = [host.shadow_root for host in screen.driver.find_elements("css selector", OURS)]
    return sum(len(root.find_elements("css selector", kind)) for root in roots)

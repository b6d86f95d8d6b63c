"""A browser that withholds the sites, or this computer: said by the popup, and asked for."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.practice import Practice

from .battery import Site
from .finding import findings, says
from .screen import Screen
from .service import Service
from .test_popup import popup, press
from .test_service_down import CONNECT
from .waiting import until

HOSTS = "{ origins: api.runtime.getManifest().host_permissions }"


@pytest.fixture
def site(jane: Screen, practice: Practice) -> Site:
    return Site(jane, practice, "linkedin")


@pytest.mark.parametrize("browser", ["firefox"], indirect=True)
def test_firefox_that_withholds_the_sites_is_asked_for_them_and_the_service_is_reached_all_the_same(
    site: Site,
) -> None:
    screen = site.screen
    assert screen.api("api.permissions.remove({ origins: ['https://*.facebook.com/*'] })")
    words = "The browser does not let Poise see Facebook, so nothing is guarded there."
    until(lambda: words in screen.api("api.action.getTitle({})"), "what is withheld")
    assert screen.badge() == "1"  # for LinkedIn is guarded as before
    with popup(screen):
        assert words in screen.find('[data-finding="host_withheld"]').text
    assert screen.api(f"api.permissions.remove({HOSTS})")
    until(lambda: screen.badge() == "!", "the badge of a guard that sees nothing")
    try:
        with popup(screen):
            says(screen, "host_withheld")  # and nothing else: a preflight and an Origin are answered
            press(screen, '[data-finding="host_withheld"] button')
            until(lambda: findings(screen) == [], "all allowed again")
    finally:
        screen.api(f"api.permissions.contains({HOSTS})")
    until(lambda: screen.badge() == "1", "the number again")
    site.open("/in/jane-doe/")
    site.holds(CONNECT, "mouse", rule="connect-before-decision")
    site.screen.choose("cancel")


@pytest.mark.parametrize("browser", ["firefox"], indirect=True)
def test_firefox_that_withholds_this_computer_is_asked_for_it_when_it_connects(
    screen: Screen, service: Service
) -> None:
    screen.tell({"kind": "unpair"})
    for known in service.ask("browsers"):
        if known["origin"] == screen.browser.extension:  # nobody of this origin is known any more
            service.say("browsers", "revoke", known["keyid"])
    assert screen.api(f"api.permissions.remove({HOSTS})")
    screen.pair(service.say("pair", "--print").strip(), service.port)
    with popup(screen):
        says(screen, "host_withheld")  # the sites are asked for where they are missed
        press(screen, '[data-finding="host_withheld"] button')
        until(lambda: findings(screen) == [], "all allowed again")


@pytest.mark.parametrize("browser", ["chromium"], indirect=True)
def test_chromium_that_withholds_the_sites_says_so(screen: Screen) -> None:
    with site_access(screen, "ON_CLICK"), popup(screen):
        says(screen, "host_withheld")
        assert screen.badge() == "!"
    until(lambda: screen.badge() == "", "guarding again")


@contextmanager
def site_access(screen: Screen, access: str) -> Iterator[None]:
    """As on the details page of the extension: on which sites it may be."""

    def set_to(wanted: str) -> None:
        screen.open("chrome://extensions")
        change = "const [id, hostAccess, done] = arguments; chrome.developerPrivate.updateExtensionConfiguration({ extensionId: id, hostAccess }).then(done)"
        screen.driver.execute_async_script(change, screen.browser.extension.rpartition("/")[2], wanted)

    set_to(access)
    try:
        yield
    finally:
        set_to("ON_ALL_SITES")


@pytest.mark.parametrize("browser", ["chromium"], indirect=True)
def test_a_browser_that_was_told_to_keep_off_this_computer(screen: Screen, service: Service) -> None:
    service.stop()
    origin = screen.browser.extension
    setting = {"permission": {"name": "local-network-access"}, "setting": "denied", "origin": origin}
    screen.driver.execute_cdp_cmd("Browser.setPermission", setting)
    try:
        with popup(screen):
            says(screen, "local_network", "absent")
    finally:
        screen.driver.execute_cdp_cmd("Browser.resetPermissions", {})

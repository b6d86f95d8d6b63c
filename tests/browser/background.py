"""The extension's background, which browsers end when they please: here they end it when a test says so."""

from selenium.webdriver import Firefox

from .drivers import GECKO_ID
from .screen import Screen
from .waiting import until

CONTEXTS = "api.runtime.getContexts({ contextTypes: ['BACKGROUND'] }).then((all) => all.map(({ contextId }) => contextId))"
END_EVENT_PAGE = """
const [id, done] = arguments;
WebExtensionPolicy.getByID(id).extension.terminateBackground({ ignoreDevToolsAttached: true }).then(() => done(true));
"""


def end(screen: Screen) -> None:
    """End the service worker, or in Firefox the event page; the next message or alarm makes another."""
    before = screen.api(CONTEXTS)
    if screen.browser.name == "chromium":
        with screen.on_our_page():
            screen.driver.execute_cdp_cmd("ServiceWorker.enable", {})
            screen.driver.execute_cdp_cmd("ServiceWorker.stopAllWorkers", {})
    else:
        assert isinstance(screen.driver, Firefox)
        with screen.driver.context("chrome"):
            screen.driver.execute_async_script(END_EVENT_PAGE, GECKO_ID)
    until(lambda: screen.api(CONTEXTS) != before, "the background ended")

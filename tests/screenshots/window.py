"""Chromium in a window with its toolbar, where the number stands, on a screen of the size that the stores want."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tests.browser.display import Display, display
from tests.browser.drivers import Browser, chromium_id
from tests.browser.waiting import until
from tests.demo import windowed
from tests.demo.world import World, world
from tests.practice import Practice

WIDTH, HEIGHT = 1280, 800
EDGE = 1  # px of the window that stay black on its right and below
PINNED = {"extensions": {"pinned_extensions": [chromium_id()]}}
# The popup belongs to the window with the sites, and is asked for from another: a page of ours.
OPEN_POPUP = """
chrome.tabs.query({ url: "https://*/*" }).then(async ([tab]) => {
  await chrome.windows.update(tab.windowId, { focused: true });
  await chrome.action.openPopup({ windowId: tab.windowId });
})"""
CLOSE_WELCOME = """
api.tabs.query({ url: api.runtime.getURL("extension/pages/welcome.html") })
  .then(async (tabs) => { await api.tabs.remove(tabs.map(({ id }) => id)); return tabs.length; })"""
READY = "return chrome.extension.getViews({ type: 'popup' })[0]?.document.documentElement.dataset.ready !== undefined"


@dataclass(frozen=True)
class Window:
    """What stands on the screen: the sites in a window as large as it is."""

    world: World
    display: Display

    @contextmanager
    def popup(self) -> Iterator[None]:
        """It closes with the block, when the driver turns to another window."""
        screen = self.world.screen
        with screen.on_our_page():
            screen.driver.execute_script(OPEN_POPUP)
            until(lambda: screen.driver.execute_script(READY), "the popup")
            yield

    def picture(self) -> bytes:
        """The whole screen, once nothing on it moves any more."""
        seen = [b"", self.display.picture()]

        def still() -> bool:
            seen.append(self.display.picture())
            return len(set(seen[-3:])) == 1

        until(still, "a screen that stands still")
        return seen[-1]


@contextmanager
def window(language: str) -> Iterator[Window]:
    sites = Practice()
    with display(WIDTH, HEIGHT) as screen:

        def start(proxy: int) -> Browser:
            return windowed.chromium(
                proxy, f"--window-size={WIDTH + EDGE},{HEIGHT + EDGE}", "--window-position=0,0", f"--lang={language}",
                "--force-device-scale-factor=1.0", f"--ignore-certificate-errors-spki-list={sites.pin}",
                preferences=PINNED, display=screen.name,
            )  # fmt: skip

        with world(start, sites) as here:
            until(lambda: here.screen.api(CLOSE_WELCOME), "the welcome")
            with here.screen.on_our_page():
                here.screen.driver.set_window_position(WIDTH, 0)
            yield Window(here, screen)

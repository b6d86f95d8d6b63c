"""One page that means harm, with what a test does on it again and again."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import Any

from selenium.webdriver.remote.webelement import WebElement

from tests.practice import Practice

from .gestures import mouse
from .hostile import HOST, Hostile
from .pixels import colour
from .screen import OURS, Screen
from .service import Service
from .waiting import until

ACCENT = (23, 101, 95)  # the main button of the warning, by its background
OUR_HOST = f"[...document.querySelectorAll('{OURS}')].at(-1)"  # of the warning, which is put there last


class Page:
    def __init__(self, screen: Screen, site: Hostile, practice: Practice) -> None:
        self.screen = screen
        self.driver = screen.driver
        self.site = site
        self._practice = practice

    def open(self, script: str = "", who: str = "jane-doe") -> "Page":
        """`script` runs in the head, before all else of the page."""
        self.screen.open(self._practice.url(f"/in/{who}/", host=HOST, script=script))
        if who == "jane-doe":
            self.screen.chip()
        return self

    def run(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_script(script, *arguments)

    def press(self, selector: str = "#connect", by: Callable[..., None] = mouse) -> "Page":
        by(self.driver, self.screen.find(selector))
        return self

    def held(self, selector: str = "#connect", by: Callable[..., None] = mouse) -> "Page":
        """Pressed, and the warning is there, completed by the service."""
        self.press(selector, by)
        until(lambda: self.screen.warning().get_attribute("data-answered"), "the service's own words")
        return self

    def within(self, frame: str, selector: str = "#connect") -> "Page":
        """Into a frame of the page, when it is there and its content scripts have read what they need."""
        self.driver.switch_to.frame(self.screen.find(frame))
        until(lambda: self.screen.find(selector), f"{selector} in {frame}")
        self.screen.api(
            "api.tabs.query({ url: 'https://*.linkedin.com/*' }).then(([{ id }]) => api.scripting.executeScript({"
            " target: { tabId: id, allFrames: true }, func: () => (globalThis.browser ?? chrome).storage.local.get('map:linkedin') }))"
        )
        self.driver.switch_to.frame(self.screen.find(frame))  # to look at a page of ours was to leave it
        return self

    def choice(self, name: str) -> WebElement:
        return until(lambda: self.screen.ours(f'[data-choice="{name}"]'), name)

    def awake(self, name: str) -> WebElement:
        return until(
            lambda: self.screen.ours(f'[data-choice="{name}"]:not([aria-disabled])'), f"{name} awake"
        )

    def warned(self) -> bool:
        return self.screen.ours('[role="alertdialog"]') is not None

    def shown(self) -> bool:
        """The warning is painted where a person sees it, with nothing of the page over it."""
        button = self.screen.ours('[data-choice="instead"]')
        if button is None:
            return False
        painted = colour(button.screenshot_as_png)
        return all(abs(one - other) < 60 for one, other in zip(painted, ACCENT, strict=True))

    def pages_of_ours(self) -> list[str]:
        """The pages of the extension that opened by themselves. The driver of Chromium has no handle for these tabs."""
        tabs = self.screen.api("api.tabs.query({ url: api.runtime.getURL('extension/pages/*') })")
        found = (tab.get("url", "").rpartition("/")[2] for tab in tabs)
        return [one for one in found if not one.startswith(("options", "welcome"))]

    def close_pages_of_ours(self) -> None:
        self.screen.api(
            "Promise.all([api.tabs.getCurrent(), api.tabs.query({ url: ['note', 'popup', 'warning'].map((page) => "
            "api.runtime.getURL(`extension/pages/${page}.html*`)) })])"
            ".then(([own, tabs]) => api.tabs.remove(tabs.map(({ id }) => id).filter((id) => id !== own.id)))"
        )

    def focused(self) -> str | None:
        """Where the focus is in the warning: the id of its heading, or the choice that a button stands for."""
        root = self.driver.find_elements("css selector", OURS)[-1].shadow_root
        script = "const at = arguments[0].activeElement; return at && (at.dataset.choice ?? at.id)"
        found: str | None = self.run(script, root)
        return found

    def saw(self, *types: str) -> list[dict[str, Any]]:
        """What handlers of the page saw of gestures; of these types, if any are named."""
        found: list[dict[str, Any]] = self.run("return window.seen")
        return [one for one in found if not types or one["type"] in types]

    def forget(self) -> None:
        self.run("window.seen.length = 0")


def rows(service: Service, query: str) -> set[tuple[Any, ...]]:
    """What really stands in the database, beside the running service."""
    with closing(sqlite3.connect(service.folder / "poise.sqlite")) as database:
        return set(database.execute(query))


def choices(service: Service) -> set[tuple[Any, ...]]:
    """Every choice ever written down: its verdict's id, and what was chosen."""
    return rows(service, "select id, choice from choices")

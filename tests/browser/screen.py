"""What a person sees: the page, the warning, the hint and the chip over it, and the number on the toolbar."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from selenium.common.exceptions import NoSuchWindowException
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.shadowroot import ShadowRoot
from selenium.webdriver.remote.webelement import WebElement

from .drivers import Browser
from .waiting import GONE, until

OURS = "html > :not(head):not(body)"
CHROME = "const api = globalThis.browser ?? globalThis.chrome; const done = arguments[arguments.length - 1];"

FORGET = """(async () => {
  const request = (method, path, headers) => api.runtime.sendMessage({ kind: "request", method, path, headers });
  for (const noun of ["interviewers", "applications"]) {
    const { body } = await request("GET", `/${noun}?limit=500`);
    for (const { id } of body.items) await request("DELETE", `/${noun}/${id}`, { "If-Match": "*" });
  }
  const kept = Object.keys(await api.storage.local.get(null));
  await api.storage.local.remove(kept.filter((key) => !key.startsWith("map")));
  await api.storage.session.clear();
  await api.runtime.sendMessage({ kind: "renew" });
})()"""


# What content scripts say reaches pages of ours as well, so one of them can listen without touching the product.
LISTEN = """(() => {
  if (!window.heard) api.runtime.onMessage.addListener(({ kind }, { url }) => { if (url?.startsWith("https:")) window.heard.push(kind); });
  window.heard = [];
})()"""

# Also from under a hint of ours at the window's edge, as a person would.
INTO_VIEW = """
const { top, bottom, left, width, height } = arguments[0].getBoundingClientRect();
const over = document.elementFromPoint(left + width / 2, top + height / 2);
const ours = over?.parentNode === document.documentElement && over !== document.body;
if (top < 0 || bottom > innerHeight || ours) arguments[0].scrollIntoView({ block: "center", behavior: "instant" });"""


class Screen:
    """One browser as its user sees it. The first tab is for the sites.

    A page of ours stays open in a window of its own: to go from tab to tab, a dozen times in a test, would paint
    the whole window each time.
    """

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.driver = browser.driver
        self._roots: dict[str, ShadowRoot] = {}
        self._sites = self.driver.current_window_handle
        self.driver.switch_to.new_window("window")
        self.driver.get(browser.page("options.html"))
        self._ours = self.driver.current_window_handle
        self.driver.switch_to.window(self._sites)

    @contextmanager
    def on_our_page(self) -> Iterator[None]:
        here = self.driver.current_window_handle
        self.driver.switch_to.window(self._ours)
        try:
            yield
        finally:
            self.driver.switch_to.window(here)

    def api(self, expression: str, *arguments: Any) -> Any:
        """The value of a promise made with the browser's `api`, on a page of ours."""
        with self.on_our_page():
            return self.driver.execute_async_script(
                f"{CHROME} Promise.resolve({expression}).then(done)", *arguments
            )

    def tell(self, message: dict[str, Any]) -> Any:
        return self.api("api.runtime.sendMessage(arguments[0])", message)

    def listen(self) -> None:
        """From now on, hear what content scripts say to the background."""
        self.api(LISTEN)

    def heard(self) -> list[str]:
        """The kinds of the messages since then."""
        found: list[str] = self.api("window.heard")
        return found

    def pair(self, code: str, port: int, timeout: float = 10) -> None:
        """As a person does: the form is filled in from the address, and the button pressed. Very many people take seconds."""
        with self.on_our_page():
            self.driver.get("about:blank")
            self.driver.get(f"{self.browser.page('options.html')}#code={code}&port={port}")
            until(lambda: self.driver.find_element(By.ID, "pair").is_enabled(), "the pair button")
            self.driver.find_element(By.ID, "pair").click()
            until(
                lambda: self.driver.find_element(By.ID, "outcome").get_attribute("data-outcome") == "paired",
                "paired",
                timeout,
            )

    def renew(self) -> None:
        """What opening the popup does first."""
        self.tell({"kind": "renew"})

    def forget_everybody(self) -> None:
        self.api(FORGET)

    def close_other_tabs(self) -> None:
        """Back to the two tabs of the beginning, the sites' one blank. What is open may be about to close itself."""
        for handle in set(self.driver.window_handles) - {self._sites, self._ours}:
            with suppress(NoSuchWindowException):
                self.driver.switch_to.window(handle)
                self.driver.close()
        self.driver.switch_to.window(self._sites)
        self.driver.get("about:blank")

    def badge(self) -> str:
        return str(self.api("api.action.getBadgeText({})"))

    def open(self, url: str) -> None:
        self.driver.get(url)

    def find(self, selector: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def show(self, element: WebElement) -> None:
        self.driver.execute_script(INTO_VIEW, element)

    def ours(self, selector: str) -> WebElement | None:
        """The first match within what we put into the page, through the closed root, as only a driver can."""
        for host in reversed(
            self.driver.find_elements(By.CSS_SELECTOR, OURS)
        ):  # what came last is asked for most
            with suppress(*GONE):
                for found in self._root(host).find_elements(By.CSS_SELECTOR, selector):
                    return found
        return None

    def _root(self, host: WebElement) -> ShadowRoot:
        """To ask for a root takes as long as to look within it; a host keeps its root for life."""
        if host.id not in self._roots:
            self._roots[host.id] = host.shadow_root
        return self._roots[host.id]

    def nodes(self) -> int:
        """How many nodes under <html> the page did not make."""
        return len(self.driver.find_elements(By.CSS_SELECTOR, OURS))

    def warning(self) -> WebElement:
        return until(lambda: self.ours('[role="alertdialog"]'), "the warning")

    def hint(self) -> WebElement:
        return until(lambda: self.ours('[role="status"]'), "the hint")

    def chip(self) -> WebElement:
        return until(lambda: self.ours("[data-stage]"), "the chip")

    def choose(self, choice: str) -> None:
        """Press a button of the warning, once it is awake; again if its words were completed meanwhile."""
        self.warning()

        def pressed() -> bool:
            button = self.ours(f'[data-choice="{choice}"]:not([aria-disabled])')
            if button:
                button.click()
            return self.ours('[role="alertdialog"]') is None

        until(pressed, f"the choice {choice}")

"""Pictures of what stands in a tab, as it looks on screens of several widths, light and dark."""

from base64 import b64decode
from pathlib import Path
from typing import Any

from selenium.webdriver.remote.webdriver import WebDriver

WIDTHS = {320: 640, 800: 800, 1920: 1000}
SCHEMES = ("light", "dark")
SETTLED = "requestAnimationFrame(() => requestAnimationFrame(arguments[0]))"


class Camera:
    """Chromium alone can pretend to have another screen."""

    def __init__(self, driver: WebDriver, folder: Path) -> None:
        self._driver = driver
        self._folder = folder

    def take(self, language: str) -> None:
        """One picture for each scheme and width."""
        self._folder.mkdir(parents=True, exist_ok=True)
        for scheme in SCHEMES:
            features = [
                {"name": "prefers-color-scheme", "value": scheme},
                {"name": "prefers-reduced-motion", "value": "reduce"},
            ]
            self._say("Emulation.setEmulatedMedia", {"features": features})
            for width, height in WIDTHS.items():
                self._screen(width, height)
                self._driver.execute_async_script(SETTLED)
                self._save(self._folder / f"{language}-{scheme}-{width}.png")
        self._say("Emulation.setEmulatedMedia", {"features": []})
        self._say("Emulation.clearDeviceMetricsOverride", {})

    def _screen(self, width: int, height: int) -> None:
        screen = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self._say("Emulation.setDeviceMetricsOverride", screen)

    def _save(self, path: Path) -> None:
        """A page of ours as long as it is; over a site what the window shows."""
        ours = self._driver.current_url.startswith("chrome-extension:")
        shot = self._say("Page.captureScreenshot", {"format": "png", "captureBeyondViewport": ours})
        path.write_bytes(b64decode(shot["data"]))

    def _say(self, command: str, parameters: dict[str, Any]) -> Any:
        return self._driver.execute_cdp_cmd(command, parameters)

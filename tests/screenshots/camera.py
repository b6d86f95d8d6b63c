"""Pictures of what stands in a tab, as it looks on screens of several widths, light and dark, and to eyes and on paper of all kinds."""

from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from selenium.webdriver.remote.webdriver import WebDriver

SETTLED = "requestAnimationFrame(() => requestAnimationFrame(arguments[0]))"
WHOLE = "return { x: 0, y: 0, width: innerWidth, height: Math.max(innerHeight, document.scrollingElement.scrollHeight), scale: 1 }"
MIRROR = "if (location.protocol === 'chrome-extension:') document.documentElement.dir = arguments[0]"


@dataclass(frozen=True)
class Look:
    """One way in which a screen shows a page; lengths in CSS px, `scale` px of the picture to one of them.

    `whole`: a page of ours is taken as long as it is.
    """

    width: int = 800
    height: int = 800
    scale: float = 1
    scheme: str = "light"
    medium: str = ""
    direction: str = "ltr"
    whole: bool = True
    features: Mapping[str, str] = field(default_factory=dict)


HEIGHTS = {320: 640, 800: 800, 1920: 1000}
LOOKS = {
    f"{scheme}-{width}": Look(width, height, scheme=scheme)
    for scheme in ("light", "dark")
    for width, height in HEIGHTS.items()
}
# In one language alone: what they show does not hang on the words.
RARE = {
    "forced-colours": Look(features={"forced-colors": "active"}),
    "forced-colours-dark": Look(scheme="dark", features={"forced-colors": "active"}),
    "zoomed": Look(640, 400, 2),
    "mirrored": Look(direction="rtl"),
    "mirrored-narrow": Look(320, 640, direction="rtl"),
    "print": Look(1000, 700, medium="print"),
}


class Camera:
    """Chromium alone can pretend to have another screen."""

    def __init__(self, driver: WebDriver, folder: Path) -> None:
        self._driver = driver
        self._folder = folder

    def take(self, language: str, looks: Mapping[str, Look]) -> None:
        """One picture for each look."""
        self._folder.mkdir(parents=True, exist_ok=True)
        for name, look in looks.items():
            self.take_one(f"{language}-{name}.png", look)

    def take_one(self, name: str, look: Look) -> None:
        """Afterwards the screen is as it was."""
        self._as(look)
        self._driver.execute_async_script(SETTLED)
        self._save(self._folder / name, look)
        self._as(Look())
        self._say("Emulation.setEmulatedMedia", {"features": [], "media": ""})
        self._say("Emulation.clearDeviceMetricsOverride", {})

    def _as(self, look: Look) -> None:
        wanted = {
            "prefers-color-scheme": look.scheme,
            "prefers-reduced-motion": "reduce",
            "forced-colors": "none",
        }
        features = [{"name": name, "value": value} for name, value in (wanted | dict(look.features)).items()]
        self._say("Emulation.setEmulatedMedia", {"media": look.medium, "features": features})
        screen = {
            "width": look.width,
            "height": look.height,
            "deviceScaleFactor": look.scale,
            "mobile": False,
        }
        self._say("Emulation.setDeviceMetricsOverride", screen)
        self._say("Emulation.setScrollbarsHidden", {"hidden": True})
        self._driver.execute_script(MIRROR, look.direction)

    def _save(self, path: Path, look: Look) -> None:
        """Over a site what the window shows."""
        whole = look.whole and self._driver.current_url.startswith("chrome-extension:")
        clip = {"clip": self._driver.execute_script(WHOLE), "captureBeyondViewport": True} if whole else {}
        shot = self._say("Page.captureScreenshot", {"format": "png", **clip})
        path.write_bytes(b64decode(shot["data"]))

    def _say(self, command: str, parameters: dict[str, Any]) -> Any:
        return self._driver.execute_cdp_cmd(command, parameters)

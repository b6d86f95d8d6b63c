"""A Chromium whose first tab opens once the extension is in it.

Started by its driver, it opens the tab and loads the extension at the same time, and now and then the tab's navigation gets
lost on the way: then the driver waits for that page for ever.
"""

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import ProxyHandler, Request, build_opener

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

from .waiting import until

# What a browser would ask its maker for by itself.
ASKING = "AutofillServerCommunication,NetworkTimeServiceQuerying,OptimizationHints"
# What the driver adds itself where it starts the browser.
ARGUMENTS = (
    "--remote-debugging-port=0", "--no-startup-window", "--test-type=webdriver", "--enable-automation", "--no-service-autorun",
    "--disable-popup-blocking", "--disable-hang-monitor", "--disable-prompt-on-repost", "--disable-client-side-phishing-detection",
    "--password-store=basic", "--use-mock-keychain", "--allow-pre-commit-input",
    # A page that is kept for going back to keeps its process: to make another for the next costs as much as three pages.
    f"--disable-features=IgnoreDuplicateNavs,BackForwardCache,{ASKING}",
)  # fmt: skip
SECONDS = 60  # a start beside other work
TO_END = 20

_open = build_opener(ProxyHandler({})).open


class Attached(webdriver.Chrome):
    """Ends the browser with the driver."""

    def __init__(
        self, arguments: Sequence[str], profile: Path | None, environment: Mapping[str, str], service: Service
    ) -> None:
        self._own = (
            None if profile else TemporaryDirectory(prefix="poise-profile-", ignore_cleanup_errors=True)
        )
        folder = profile or Path(self._own.name if self._own else "")
        active = folder / "DevToolsActivePort"
        active.unlink(missing_ok=True)
        self._process = subprocess.Popen(
            ["/usr/bin/chromium", *arguments, *ARGUMENTS, f"--user-data-dir={folder}"],
            env={**environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        options = webdriver.ChromeOptions()
        options.debugger_address = address = f"127.0.0.1:{until(lambda: _port(active), 'Chromium', SECONDS)}"
        until(lambda: _has_worker(address), "the extension", SECONDS)
        _ask(address, "new?about:blank", "PUT")
        super().__init__(options, service)
        self.caps["chrome"] = {"userDataDir": str(folder)}  # which a driver knows only of its own browsers

    def quit(self) -> None:
        super().quit()
        self._process.terminate()
        self._process.wait(TO_END)
        if self._own:
            self._own.cleanup()


def _port(active: Path) -> str | None:
    """Where it listens, once it has written so."""
    written = active.read_text().splitlines() if active.exists() else []
    return written[0] if len(written) > 1 else None


def _ask(address: str, path: str, method: str = "GET") -> object:
    with _open(Request(f"http://{address}/json/{path}", method=method)) as answer:
        return json.load(answer)


def _has_worker(address: str) -> bool:
    found = _ask(address, "list")
    assert isinstance(found, list)
    return any(one["type"] == "service_worker" for one in found)

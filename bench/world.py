"""A real browser with the extension, paired with a real service, over the practice sites."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.browser.drivers import START
from tests.browser.screen import Screen
from tests.browser.service import Service
from tests.browser.tracking import JANE, track
from tests.practice import Practice, Tunnel


def end_worker(screen: Screen) -> None:
    """End Chromium's service worker, as the browser does when it has been idle."""
    driver = screen.driver
    with screen.on_our_page():
        targets = driver.execute_cdp_cmd("Target.getTargets", {})["targetInfos"]
        for target in targets:
            if target["type"] == "service_worker" and target["url"].startswith(screen.browser.extension):
                driver.execute_cdp_cmd("Target.closeTarget", {"targetId": target["targetId"]})


@contextmanager
def browsing(name: str, fill: Callable[[Path], object] = lambda _: None) -> Iterator[tuple[Screen, Practice]]:
    """The browser of this name, with Jane Doe tracked, until the block ends. `fill` gets the data folder first."""
    with (
        TemporaryDirectory() as folder,
        Practice() as practice,
        Tunnel(practice.port, practice.hosts) as tunnel,
    ):
        data = Path(folder) / "data"
        fill(data)
        service = Service(data).start()
        started = START[name](tunnel.port)
        try:
            screen = Screen(started)
            screen.pair(service.say("pair", "--print").strip(), service.port, timeout=60)
            track(screen, name="Jane Doe", profiles=[JANE])
            yield screen, practice
        finally:
            started.driver.quit()
            service.stop()

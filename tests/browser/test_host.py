"""A host that cannot help, whatever way it fails: told apart in the popup, over in its time, and no guard the less."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from poise.native.manifests import NAME, manifest
from tests.practice import Practice
from tests.server.native.calling import framed

from .battery import Site
from .drivers import empty_home
from .finding import WORDS
from .screen import Screen
from .service import Service
from .standing import state_of
from .test_popup import popup
from .test_service_down import CONNECT
from .waiting import until

REFUSAL = framed(json.dumps({"failed": 2, "says": "Port 27182 cannot be used."}).encode())
IN_OCTAL = "".join(rf"\{byte:03o}" for byte in REFUSAL)
CRASHES = "#!/bin/sh\nexit 1\n"
FAILING = {
    "crashes": CRASHES,
    "says that it cannot": f"#!/bin/sh\nprintf '{IN_OCTAL}'\n",
    "answers something else": "#!/bin/sh\necho Segmentation fault\n",
    "is no program": "no interpreter for this\n",
}
NAMES = {"chromium": "Chrom", "firefox": "Firefox"}  # Chromium, or Google Chrome
GONE = {"chromium": "no_host", "firefox": "host_failed"}  # only one of them tells a program that is gone


class Host:
    """What stands in the place where this browser looks for our host."""

    def __init__(self, screen: Screen, folder: Path) -> None:
        capabilities = screen.driver.capabilities
        place = (
            Path(capabilities["chrome"]["userDataDir"]) / "NativeMessagingHosts"
            if screen.browser.name == "chromium"
            else Path(empty_home().name) / ".mozilla/native-messaging-hosts"
        )
        place.mkdir(parents=True, exist_ok=True)
        self._family, self._program, self.manifest = (
            screen.browser.name,
            folder / "host",
            place / f"{NAME}.json",
        )

    def is_(self, script: str | None) -> None:
        """Registered: this script, or no program at all."""
        self.manifest.write_bytes(manifest(self._family, self._program))
        self._program.unlink(missing_ok=True)
        if script is not None:
            self._program.write_text(script)
            self._program.chmod(0o700)


@pytest.fixture
def host(screen: Screen, tmp_path: Path) -> Iterator[Host]:
    own = Host(screen, tmp_path)
    yield own
    own.manifest.unlink(missing_ok=True)


def about_hosts(screen: Screen) -> list[str]:
    found = screen.driver.find_elements("css selector", '[data-finding*="host"]')
    return [one.get_attribute("data-finding") or "" for one in found]


def tells(screen: Screen, finding: str) -> None:
    with popup(screen):
        until(lambda: about_hosts(screen) == [finding], f"{finding}, not {about_hosts(screen)}")
        said = screen.find(f'[data-finding="{finding}"]').text
        _, place, rest = WORDS[f"finding_{finding}"].rpartition("$1")
        assert rest in said
        assert not place or NAMES[screen.browser.name] in said
        assert WORDS[f"mend_{finding}"] in said


def test_why_the_browser_cannot_start_poise_is_told_with_its_mend(
    jane: Screen, service: Service, host: Host
) -> None:
    host.is_(CRASHES)
    with popup(jane):
        assert about_hosts(jane) == []  # nobody needs it while the service runs
    host.manifest.unlink()
    service.stop()
    tells(jane, "no_host")
    for script in FAILING.values():
        host.is_(script)
        tells(jane, "host_failed")
    host.is_(None)
    tells(jane, GONE[jane.browser.name])
    host.manifest.write_text("{")
    tells(jane, "no_host")


@pytest.mark.long
def test_a_host_that_never_answers_is_given_up_and_costs_no_guard(
    jane: Screen, practice: Practice, service: Service, host: Host
) -> None:
    host.is_("#!/bin/sh\nexec sleep 60\n")
    site = Site(jane, practice, "linkedin")
    site.open("/in/jane-doe/")
    service.stop()
    site.holds(CONNECT, "mouse", rule="connect-before-decision")
    until(lambda: "did not answer" in jane.warning().text, "the age of what is known", timeout=30)
    jane.choose("cancel")
    assert state_of(jane)["queued"] == 1
    with jane.on_our_page():
        jane.open(jane.browser.page("popup.html"))  # told at once, while the host is asked once more
        until(lambda: about_hosts(jane) == ["host_failed"], "why")
        jane.open(jane.browser.page("options.html"))

"""On the narrowest screen nothing is cut off, whatever the language, and were German half as long again."""

from pathlib import Path

import pytest

from tests.browser.altered import altered, stretch
from tests.browser.drivers import ROOT, chromium
from tests.demo.world import world

from .fits import too_wide
from .scenes import scenes

LANGUAGES = ("en", "de", "nb", "longer German")


def faults(language: str, folder: Path) -> dict[str, list[str]]:
    """What is too wide, by the scene that it is in."""
    longer = language == "longer German"
    extension = altered(folder, "_locales/de/messages.json", stretch) if longer else ROOT
    found = {}
    with world(lambda port: chromium(port, extension, language="de" if longer else language)) as here:
        for name, scene in scenes().items():
            with scene(here):
                found[name] = too_wide(here.screen)
    return {name: wide for name, wide in found.items() if wide}


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_has_room_in_every_state(tmp_path: Path, language: str) -> None:
    assert faults(language, tmp_path) == {}

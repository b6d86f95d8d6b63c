"""The scenes of the demo, each played to its end: what one sees and what was sent is what each of them promises."""

from pathlib import Path
from typing import Any

import pytest

from tests.demo import samples
from tests.demo.hands import ORDER
from tests.demo.play import perform
from tests.demo.scenes import scenes
from tests.demo.storyboard import Storyboard
from tests.demo.world import World
from tests.practice import Practice

from .screen import CHROME, Screen
from .service import Service

# Scripts that look: of the driver itself, of the practice sites, and what no driver shows: toolbar and tabs of ours.
LOOKS = (
    "/* ",
    "return siteControls(",
    ORDER,
    *(f"{CHROME} Promise.resolve(api.{call}(" for call in ("action.getBadgeText", "tabs.query")),
)
TIDIES = f"{CHROME} Promise.resolve(api.tabs.remove("  # a tab that the driver has no handle for


@pytest.fixture
def by_hand(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> Screen:
    """Nothing is done in this browser but by WebDriver's own actions."""
    for name in ("execute_script", "execute_async_script"):
        run = getattr(screen.driver, name)

        def only_looking(script: Any, *arguments: Any, run: Any = run) -> Any:
            assert str(script).startswith((*LOOKS, TIDIES)), f"a script does what a person is to do: {script}"
            return run(script, *arguments)

        monkeypatch.setattr(screen.driver, name, only_looking)
    return screen


@pytest.fixture
def told(service: Service, screen: Screen) -> None:
    samples.tell(service)
    screen.renew()


@pytest.mark.usefixtures("told")
def test_every_scene_shows_what_it_says_by_hand_alone(
    by_hand: Screen, practice: Practice, service: Service, tmp_path: Path
) -> None:
    board, played = Storyboard(tmp_path, by_hand.browser.name), scenes()
    perform(World(practice, service, by_hand), board, played)
    assert [chapter.title for chapter in board.chapters] == [scene.title for scene in played]
    for chapter, scene in zip(board.chapters, played, strict=True):
        assert [picture.caption for picture in chapter.pictures] == list(scene.captions.values())
    assert all((tmp_path / one.file).stat().st_size for chapter in board.chapters for one in chapter.pictures)

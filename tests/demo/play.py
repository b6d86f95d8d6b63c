"""One performance: the scenes in their order, and the pictures that are taken of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from selenium.webdriver.remote.webelement import WebElement

from tests.practice import Practice

from .hands import Hands
from .storyboard import Storyboard
from .world import World


@dataclass(frozen=True)
class Play:
    """What a scene is played with. `captions`: what is said of its pictures, by their names."""

    world: World
    board: Storyboard
    captions: Mapping[str, str]

    @property
    def practice(self) -> Practice:
        return self.world.practice

    @property
    def linkedin(self) -> Hands:
        return Hands(self.world.screen, self.practice, "linkedin")

    @property
    def facebook(self) -> Hands:
        return Hands(self.world.screen, self.practice, "facebook")

    def picture(self, name: str, of: WebElement | None = None) -> None:
        """The window as it is, or one element of it."""
        badge = self.world.screen.badge()
        png = of.screenshot_as_base64 if of else self.world.screen.driver.get_screenshot_as_base64()
        self.board.add(name, png, self.captions[name], badge)


Act = Callable[[Play], None]


@dataclass(frozen=True)
class Scene:
    title: str
    lead: str
    captions: Mapping[str, str]
    act: Act


class SceneError(Exception):
    """What was to be shown was not to be seen."""


def perform(world: World, board: Storyboard, scenes: tuple[Scene, ...]) -> None:
    """Play them one after the other; SceneError at the first that does not show what it says."""
    for number, scene in enumerate(scenes, 1):
        world.practice.clear()
        board.begin(scene.title, scene.lead)
        try:
            scene.act(Play(world, board, scene.captions))
            world.screen.close_other_tabs()
        except Exception as wrong:
            why = getattr(wrong, "msg", None) or str(wrong) or "something in it is not as it is shown"
            raise SceneError(f"Scene {number}, {scene.title!r}, failed: {why.splitlines()[0]}") from wrong

"""The ways in which a person uses a control; all of them trusted events of the real browser."""

from collections.abc import Callable

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.actions import interaction
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.common.actions.mouse_button import MouseButton
from selenium.webdriver.common.actions.pointer_input import PointerInput
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement

Gesture = Callable[[WebDriver, WebElement], None]


def mouse(driver: WebDriver, element: WebElement) -> None:
    ActionChains(driver, duration=0).click(element).perform()


def _focus(driver: WebDriver, element: WebElement) -> None:
    driver.execute_script("arguments[0].focus()", element)


def enter(driver: WebDriver, element: WebElement) -> None:
    _focus(driver, element)
    ActionChains(driver, duration=0).send_keys(Keys.ENTER).perform()


def space(driver: WebDriver, element: WebElement) -> None:
    _focus(driver, element)
    ActionChains(driver, duration=0).send_keys(Keys.SPACE).perform()


def _by(driver: WebDriver, element: WebElement, kind: str, button: int) -> None:
    actions = ActionBuilder(driver, mouse=PointerInput(kind, f"{kind} of a person"), duration=0)
    actions.pointer_action.move_to(element).pointer_down(button).pointer_up(button)
    actions.perform()


def touch(driver: WebDriver, element: WebElement) -> None:
    _by(driver, element, interaction.POINTER_TOUCH, MouseButton.LEFT)


def middle(driver: WebDriver, element: WebElement) -> None:
    _by(driver, element, interaction.POINTER_MOUSE, MouseButton.MIDDLE)


def ctrl(driver: WebDriver, element: WebElement) -> None:
    ActionChains(driver, duration=0).key_down(Keys.CONTROL).click(element).key_up(Keys.CONTROL).perform()


def double(driver: WebDriver, element: WebElement) -> None:
    ActionChains(driver, duration=0).double_click(element).perform()


def release(driver: WebDriver, element: WebElement) -> None:
    """Pressed in a corner of the page and let go over the control: nothing is used by that."""
    driver.execute_script("getSelection().removeAllRanges()")  # what is selected would be dragged along
    actions = ActionBuilder(driver, duration=0)
    pointer = actions.pointer_action
    pointer.move_to_location(4, 4).pointer_down().move_to(element).pointer_up()
    actions.perform()


GESTURES: dict[str, Gesture] = {
    "mouse": mouse, "enter": enter, "space": space, "touch": touch, "middle": middle, "ctrl": ctrl, "double": double,
}  # fmt: skip

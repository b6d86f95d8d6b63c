"""A page of ours in the second tab, when it has said that it is ready."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.browser.screen import Screen
from tests.browser.waiting import until
from tests.demo.world import World

PATIENCE = 60  # the first look at a note reads the dictionaries


@contextmanager
def page(world: World, name: str, hash_: str = "", *, unfold: str = "", press: str = "") -> Iterator[None]:
    """`unfold`: what is folded and to be opened; `press`: what is pressed last of all."""
    screen = world.screen
    with screen.on_our_page():
        screen.driver.get("about:blank")
        screen.driver.get(f"{screen.browser.page(name)}{hash_}")
        until(lambda: screen.find("html[data-ready]"), name)
        open_all(screen, unfold)
        if press:
            screen.driver.execute_script("arguments[0].click()", screen.find(press))
        try:
            yield
        finally:
            screen.driver.get(screen.browser.page("options.html"))


def open_all(screen: Screen, selector: str) -> None:
    for summary in screen.driver.find_elements("css selector", selector) if selector else []:
        if summary.is_displayed():
            screen.driver.execute_script("arguments[0].click()", summary)


@contextmanager
def without_service(world: World, name: str, hash_: str = "") -> Iterator[None]:
    world.service.stop()
    try:
        with page(world, name, hash_):
            yield
    finally:
        world.service.start()
        world.screen.renew()

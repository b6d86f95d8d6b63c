"""`python -m tests.screenshots.listing`: the pictures for the stores, of the size that these want, in three languages."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import click

from tests.browser import jobsearch
from tests.browser.battery import Site
from tests.browser.drivers import ROOT

from .camera import Camera, Look
from .scenes.over_sites import warning
from .scenes.pages import page
from .scenes.small_pages import composing
from .window import HEIGHT, WIDTH, Window, window

OUT = ROOT / "build" / "listing"
TILE_DRAWN = ROOT / "listing" / "tile.svg"
SITES_LANGUAGE = {"en": "en", "de": "de", "nb": "no"}
WORDS = tomllib.loads(Path(__file__).with_name("listing.toml").read_text(encoding="utf-8"))
SCALE = 1.25  # so that it can be read in the stores, too, which show it half as large
WIDE = Look(WIDTH, HEIGHT, whole=False)
NEAR = Look(int(WIDTH / SCALE), int(HEIGHT / SCALE), SCALE, whole=False)
STRANGER = "/in/anna-graefin-von-hohen/"
PLAIN_ADDRESS = "history.replaceState(null, '', location.pathname)"
TILE = Look(440, 280, whole=False)
SHOW = "document.activeElement.blur(); document.querySelector(arguments[0]).scrollIntoView()"

# What is to be seen is there within the block: in the tab, by a look, or by none on the whole screen.
Picture = Callable[[Window, str], AbstractContextManager[Look | None]]


@contextmanager
def held(window: Window, language: str) -> Iterator[None]:
    with warning(window.world, lang=SITES_LANGUAGE[language]):
        window.world.screen.driver.execute_script(PLAIN_ADDRESS)
        yield


@contextmanager
def waiting(window: Window, language: str) -> Iterator[None]:
    world = window.world
    Site(world.screen, world.practice, "linkedin").open(STRANGER, lang=SITES_LANGUAGE[language])
    world.screen.driver.execute_script(PLAIN_ADDRESS)
    with window.popup():
        yield


@contextmanager
def note(window: Window, language: str) -> Iterator[Look]:
    screen = window.world.screen
    with composing(window.world, WORDS[language]["thank_you"]):
        screen.find("[name=subject]").send_keys(WORDS[language]["subject"])
        screen.driver.execute_script(SHOW, "#subject")
        yield NEAR


@contextmanager
def search(window: Window, _language: str) -> Iterator[Look]:
    window.world.screen.forget_everybody()
    jobsearch.seed(window.world.screen)
    with page(window.world, "dashboard.html", "#overview"):
        window.world.screen.driver.execute_script(SHOW, "#time")
        yield WIDE


@contextmanager
def welcome(window: Window, _language: str) -> Iterator[Look]:
    with page(window.world, "welcome.html"):
        yield NEAR


PICTURES: Mapping[str, Picture] = {
    "held": held,
    "waiting": waiting,
    "note": note,
    "search": search,
    "welcome": welcome,
}


@click.command()
@click.option("--language", type=click.Choice(list(WORDS)), multiple=True, default=list(WORDS))
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=OUT)
def listing(language: tuple[str, ...], out: Path) -> None:
    """Leave each picture as LANGUAGE-NUMBER-NAME.png, in the order in which the stores show them, and one tile for all."""
    out.mkdir(parents=True, exist_ok=True)
    for tongue in language:
        with window(tongue) as here:
            for number, (name, picture) in enumerate(PICTURES.items(), 1):
                with picture(here, tongue) as look:
                    take(here, look, out / f"{tongue}-{number}-{name}.png")
            here.world.screen.open(TILE_DRAWN.as_uri())
            take(here, TILE, out / "tile.png")
        click.echo(f"{tongue}: {out}")


def take(here: Window, look: Look | None, file: Path) -> None:
    if look:
        Camera(here.world.screen.driver, file.parent).take_one(file.name, look)
    else:
        file.write_bytes(here.picture())


if __name__ == "__main__":
    listing()

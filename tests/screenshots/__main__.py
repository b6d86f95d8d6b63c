"""`python -m tests.screenshots`: every state, in three languages, light and dark, on narrow and wide screens, and on rarer ones."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import click

from tests.browser.drivers import chromium
from tests.demo.world import world

from .camera import LOOKS, RARE, Camera, Look
from .scenes import scenes
from .sheet import sheet

OUT = Path(__file__).resolve().parents[2] / "build" / "screenshots"
LANGUAGES = ("en", "de", "nb")
SCENES = scenes()


def looks_in(language: str, wanted: tuple[str, ...]) -> Mapping[str, Look]:
    """German has the longest words, so the rarer looks are taken in it."""
    known = {**LOOKS, **(RARE if language == "de" else {})}
    return {name: look for name, look in known.items() if not wanted or name in wanted}


@click.command()
@click.option("--language", type=click.Choice(LANGUAGES), multiple=True, default=LANGUAGES)
@click.option("--scene", type=click.Choice(list(SCENES)), multiple=True, default=list(SCENES))
@click.option(
    "--look", type=click.Choice([*LOOKS, *RARE]), multiple=True, help="All of them, if none is named."
)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=OUT)
def screenshots(language: tuple[str, ...], scene: tuple[str, ...], look: tuple[str, ...], out: Path) -> None:
    """Leave one picture for each scene, language and look, and a sheet of all of a scene's."""
    for tongue in language:
        with world(partial(chromium, language=tongue)) as here:
            for name in scene:
                with SCENES[name](here):
                    Camera(here.screen.driver, out / name).take(tongue, looks_in(tongue, look))
                click.echo(f"{tongue} {name}")
    for name in scene:
        sheet(out / name, [f"{tongue}-{one}" for tongue in LANGUAGES for one in (*LOOKS, *RARE)])


if __name__ == "__main__":
    screenshots()

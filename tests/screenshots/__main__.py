"""`python -m tests.screenshots`: every state, in three languages, light and dark, on narrow and wide screens."""

from pathlib import Path

import click

from tests.browser.drivers import chromium
from tests.demo.world import world

from .camera import SCHEMES, WIDTHS, Camera
from .scenes import SCENES
from .sheet import sheet

OUT = Path(__file__).resolve().parents[2] / "build" / "screenshots"
LANGUAGES = ("en", "de", "nb")


@click.command()
@click.option("--language", type=click.Choice(LANGUAGES), multiple=True, default=LANGUAGES)
@click.option("--scene", type=click.Choice(list(SCENES)), multiple=True, default=list(SCENES))
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=OUT)
def screenshots(language: tuple[str, ...], scene: tuple[str, ...], out: Path) -> None:
    """Leave one picture for each scene, language, scheme and width, and a sheet of all of a scene's."""
    for tongue in language:
        with world(lambda port, tongue=tongue: chromium(port, language=tongue)) as here:  # type: ignore[misc]
            for name in scene:
                with SCENES[name](here):
                    Camera(here.screen.driver, out / name).take(tongue)
                click.echo(f"{tongue} {name}")
    for name in scene:
        sheet(
            out / name,
            [f"{tongue}-{scheme}-{width}" for tongue in LANGUAGES for scheme in SCHEMES for width in WIDTHS],
        )


if __name__ == "__main__":
    screenshots()

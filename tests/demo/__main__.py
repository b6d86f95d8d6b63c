"""`python -m tests.demo`: try Poise without accounts. `--headless` plays the scenes by itself."""

from pathlib import Path

import click
from selenium.common.exceptions import WebDriverException

from tests.browser.drivers import START

from .guided import guided
from .play import SceneError, perform
from .scenes import scenes
from .storyboard import Storyboard
from .world import world

OUT = Path(__file__).resolve().parents[2] / "build" / "demo"


@click.command()
@click.option("--headless", is_flag=True, help="Play the scenes and leave screenshots and a storyboard.")
@click.option("--browser", type=click.Choice(list(START)), help="Which one; else the first there is.")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), default=OUT, help="Where the pictures go."
)
def demo(headless: bool, browser: str | None, out: Path) -> None:
    """Practice sites, sample interviewers, and a real browser with Poise in it."""
    try:
        if headless:
            play(browser or next(iter(START)), out)
        else:
            guided(browser)
    except SceneError as wrong:
        raise click.ClickException(str(wrong)) from wrong
    except WebDriverException as wrong:
        raise click.ClickException(
            f"The browser does not do its part: {str(wrong.msg).splitlines()[0]}"
        ) from wrong


def play(browser: str, out: Path) -> None:
    board = Storyboard(out, browser)
    with world(START[browser]) as here:
        perform(here, board, scenes())
    click.echo(f"{len(board.chapters)} scenes played in {browser}: {board.write()}")


if __name__ == "__main__":
    demo(prog_name="python -m tests.demo")

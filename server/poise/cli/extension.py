"""`poise extension`: the extension, laid where a browser can load it from."""

import shutil
from pathlib import Path

import click

from poise.cli.options import as_json, say
from poise.errors import BadInput
from poise.launch.extension import extension_folder, how_to_load

PARTS = ("manifest.json", "_locales", "extension")


@click.command("extension")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="A folder that is new or empty.")
@as_json
def extension_command(out: Path, as_json: bool) -> None:
    """Lay the extension into a folder. A browser of yours loads it from there."""
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise BadInput([("--out", f"{out} is not empty: name a folder that is new.")])
    folder = extension_folder()
    for name in PARTS:
        part = folder / name
        if part.is_dir():
            shutil.copytree(part, out / name)
        else:
            out.mkdir(parents=True, exist_ok=True)
            shutil.copy(part, out / name)
    sentence = f"The extension is in {out}. To load it into a browser of yours:\n{how_to_load(out.resolve())}"
    say({"folder": str(out.resolve())}, sentence, as_json)

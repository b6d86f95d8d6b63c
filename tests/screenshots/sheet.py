"""All the pictures of one scene on one page."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

PAGE = """<!doctype html><meta charset="utf-8"><title>{name}</title>
<style>body {{ margin: 16px; background: #888; font: 13px sans-serif; display: flex; flex-wrap: wrap; gap: 16px; align-items: start }}
figure {{ margin: 0 }} img {{ display: block; max-width: 640px }}</style>{figures}
"""


def sheet(folder: Path, names: Sequence[str]) -> None:
    """An HTML page beside the pictures that are there."""
    there = [name for name in names if (folder / f"{name}.png").is_file()]
    figures = "".join(f'<figure><img src="{escape(name)}.png">{escape(name)}</figure>' for name in there)
    (folder / "index.html").write_text(PAGE.format(name=escape(folder.name), figures=figures))

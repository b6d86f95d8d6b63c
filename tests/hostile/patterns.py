"""Prints every regular expression that the service compiles: what its modules write, and what its data become."""

import json
import re
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import FrameType
from typing import Any

FOUND: dict[tuple[str, int], str] = {}
PACKAGE = Path(__file__).resolve().parents[2] / "server" / "poise"
compiled = re._compile  # type: ignore[attr-defined]  # every way into the module goes through it


def recording(pattern: Any, flags: int) -> Any:
    """Keep what our own files ask for."""
    frame: FrameType | None = sys._getframe(1)
    while frame and frame.f_code.co_filename == re.__file__:
        frame = frame.f_back
    if isinstance(pattern, str) and frame and Path(frame.f_code.co_filename).is_relative_to(PACKAGE):
        where = Path(frame.f_code.co_filename).relative_to(PACKAGE)
        FOUND.setdefault((pattern, int(flags)), f"{where}:{frame.f_lineno}")
    return compiled(pattern, flags)


def main() -> None:
    re._compile = recording  # type: ignore[attr-defined]  # as above
    import poise
    from poise.sites.sitemap import load

    for module in walk_packages(poise.__path__, "poise."):
        if "migrations" not in module.name and not module.name.endswith("__main__"):
            import_module(module.name)
    load()
    sys.stdout.write(
        json.dumps([{"where": w, "source": p, "flags": letters(f)} for (p, f), w in FOUND.items()])
    )


def letters(flags: int) -> str:
    """The flags as JavaScript writes them."""
    names = {re.IGNORECASE: "i", re.MULTILINE: "m", re.DOTALL: "s"}
    return "".join(letter for flag, letter in names.items() if flags & flag)


main()

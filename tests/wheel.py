"""The wheel as it is handed out, and an environment that has nothing of Poise but it."""

import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution, distributions
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]


def build(folder: Path, kind: str = "wheel") -> Path:
    """Build the wheel, or the source (`sdist`), into a folder that has nothing in it yet."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.iterdir()
    return built


def install(wheel: Path, environment: Path) -> Path:
    """
    Make an environment with the wheel in it, and with what that says it needs; its `poise`. Nothing is fetched: what is needed
    comes from here, and nothing else of here is there.
    """
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(environment)], check=True)
    pip = [
        sys.executable,
        "-m",
        "pip",
        "--disable-pip-version-check",
        "--python",
        str(environment),
        "install",
    ]
    subprocess.run([*pip, "--quiet", "--no-deps", "--no-index", str(wheel)], check=True)
    (site,) = environment.glob("lib/python*/site-packages")
    (poise,) = distributions(path=[str(site)])
    for needed in closure(poise):
        for name in {one.parts[0] for one in needed.files or ()} - {"..", "__pycache__"}:
            if not (site / name).exists():
                (site / name).symlink_to(str(needed.locate_file(name)))
    return environment / "bin" / "poise"


def closure(of: Distribution, extra: str = "") -> Iterator[Distribution]:
    """What a distribution says it needs, here and with this extra, and what that needs, and so on."""
    for wish in map(Requirement, of.requires or ()):
        if wish.marker is None or wish.marker.evaluate({"extra": extra}):
            needed = distribution(wish.name)
            yield needed
            for more in ("", *wish.extras):
                yield from closure(needed, more)

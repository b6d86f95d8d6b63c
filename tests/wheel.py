"""The wheel as it is handed out, and an environment that has nothing of Poise but it."""

import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def build(folder: Path) -> Path:
    """Build the wheel into a folder that has none yet."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


def install(wheel: Path, environment: Path) -> Path:
    """Make an environment with the wheel in it; its `poise`. What Poise needs comes from here, as nothing is fetched."""
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
    # A path in a .pth file is searched last, and the .pth files there, such as the one of the checkout, are not read.
    (site / "needed.pth").write_text(f"{sysconfig.get_path('purelib')}\n")
    return environment / "bin" / "poise"

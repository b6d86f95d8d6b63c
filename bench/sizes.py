"""How large the extension is: packed, and what of it runs in pages."""

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measure import Figure
from tools.lean import ROOT
from tools.pack import pack


def figures(quick: bool) -> Iterator[Figure]:  # noqa: ARG001 - all benchmarks are called alike
    manifest = json.loads((ROOT / "manifest.json").read_text())
    scripts = sum((ROOT / name).stat().st_size for name in manifest["content_scripts"][0]["js"])
    with TemporaryDirectory() as folder:
        package = Path(folder) / "poise.zip"
        pack(package)
        yield Figure("extension, zipped", package.stat().st_size / 1000, "kB", aim="under 150 kB")
    yield Figure("content scripts", scripts / 1000, "kB", aim="under 1 MB")
